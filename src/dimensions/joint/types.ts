import type { About, Rated, Scale } from '../../model/survey.ts';
import type { OutcomeCounts } from '../../survey/types.ts';
import type { JointSums } from './jointSums.ts';

/** One question of a {@link JointTally}. */
export interface JointQuestion<QuestionId extends string = string> {
  /** The question. */
  readonly id: QuestionId;
  /** What it asks for. */
  readonly asks: Rated;
  /** What it is about; absent for the whole cycle. */
  readonly about?: About;
  /** The dimension it belongs to. */
  readonly dimension?: string;
  /** The answers it takes. */
  readonly scale: Scale;
}

/**
 * Answers to several questions, summed question by question and pair by pair: what an index of several
 * questions and its standard error are computed from. It is a plain JSON value and adds up exactly with
 * other tallies.
 *
 * @typeParam QuestionId - the ids of the questions
 */
export interface JointTally<QuestionId extends string = string> {
  /** Tells this tally from others. */
  readonly kind: 'joint-tally';
  /** The survey's id. */
  readonly survey: string;
  /** The questions. */
  readonly questions: readonly JointQuestion<QuestionId>[];
  /** How many responses there are. */
  readonly responses: number;
  /** What became of them, question by question. */
  readonly outcomes: readonly OutcomeCounts[];
  /** The sums, in scale steps from the worst answer. */
  readonly sums: JointSums;
}
