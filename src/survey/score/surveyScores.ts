import type { About, RatedQuestion } from '../../model/survey.ts';
import type { NotEstimable } from '../../shared/estimate.ts';
import type { InvalidAnswer, Score, ScoreDefinition } from '../types.ts';

/** The fewest answers below which a score carries the warning `few-answers`. */
export const FEW_ANSWERS = 30;

/**
 * What to keep in mind when reading a question's scores.
 *
 * - `few-answers`: fewer than {@link FEW_ANSWERS} answers, or weighted answers that tell no more than so many
 * - `invalid-answers`: some answers are not on the scale
 * - `not-a-net-promoter-scale`: a recommendation question that is not asked on 0 to 10 has no net
 *   promoter score; its mean is given instead
 */
export type ScoreWarning = 'few-answers' | 'invalid-answers' | 'not-a-net-promoter-scale';

/** The scores of one question. */
export interface QuestionScores<
  QuestionId extends string = string,
  MomentId extends string = string,
  AreaId extends string = string,
> {
  /** The question. */
  readonly question: QuestionId;
  /** What the question asks for. */
  readonly asks: RatedQuestion['asks'];
  /** What the question is about; absent for the whole cycle. */
  readonly about?: About<MomentId, AreaId>;
  /** The scores, the one to report first. */
  readonly scores: readonly [Score, ...Score[]];
  /** What to keep in mind when reading them. */
  readonly warnings: readonly ScoreWarning[];
}

/** A score that is not shown, because so few answered that it could reveal a person. */
export interface SuppressedScore<Definition extends ScoreDefinition = ScoreDefinition>
  extends NotEstimable {
  /** Too few answers, or enough and needed to keep those of a smaller group from being worked out. */
  readonly reason: 'suppressed';
  /** How the score would be made. */
  readonly definition: Definition;
}

/** The scores of one question in one group. */
export interface GroupQuestionScores<QuestionId extends string = string> {
  /** The question. */
  readonly question: QuestionId;
  /** The scores, the one to report first. */
  readonly scores: readonly [Score | SuppressedScore, ...(Score | SuppressedScore)[]];
  /** What to keep in mind when reading them. */
  readonly warnings: readonly ScoreWarning[];
}

/** The scores of one group. */
export interface GroupScores<QuestionId extends string = string, Key extends string = string> {
  /** The group: the value of each key, as text; `null` for responses without one. */
  readonly group: { readonly [Name in Key]: string | null };
  /** How many responses came in; `suppressed` where that could reveal a person. */
  readonly responses: number | 'suppressed';
  /** The scores, question by question, in the order of the survey. */
  readonly questions: readonly GroupQuestionScores<QuestionId>[];
}

/** Responses that are not counted because of their weight. */
export interface WeightFaults {
  /** Those whose weight is not 0 and not a number from 1e-12 to 1e7. */
  readonly invalid: number;
  /** Those whose weight is 0, who stand for nobody. */
  readonly zero: number;
}

/** The scores of a survey. */
export interface SurveyScores<
  QuestionId extends string = string,
  MomentId extends string = string,
  AreaId extends string = string,
  Key extends string = string,
> {
  /** Tells survey scores from other results. */
  readonly kind: 'survey-scores';
  /** The survey's id. */
  readonly survey: string;
  /**
   * How many responses came in; `suppressed` only beside a published tally that differs by so few that
   * it could reveal a person.
   */
  readonly responses: number | 'suppressed';
  /** The scores of all responses, however few, question by question, in the order of the survey. */
  readonly questions: readonly QuestionScores<QuestionId, MomentId, AreaId>[];
  /** The questions that are not shown at all, because of a published tally; else none. */
  readonly suppressedQuestions: readonly QuestionId[];
  /**
   * The scores group by group; none where the tally is not grouped. A group that lies within a hidden
   * one is not listed.
   */
  readonly groups: readonly GroupScores<QuestionId, Key>[];
  /** The fewest answers that a group is shown with. */
  readonly minimumGroupSize: number;
  /** The responses that their weight left out; absent where responses are not weighted. */
  readonly weights?: WeightFaults;
  /** The first answers that are not on their scale, by position. */
  readonly firstInvalid: readonly InvalidAnswer<QuestionId>[];
}
