import type { Scale } from '../../model/survey.ts';
import type { Estimated } from '../../shared/estimate.ts';
import type { OutcomeCounts } from '../types.ts';

/** What share of a question's responses hold no answer, each way with its Wilson interval. */
export interface ItemNonResponse {
  /** Tells this result from others. */
  readonly kind: 'item-non-response';
  /** How the shares are made. */
  readonly definition: ItemNonResponseDefinition;
  /** The share left blank, among those to whom the question applies. */
  readonly skipped: Estimated;
  /** The share to whom it does not apply or who do not know, among all responses. */
  readonly notApplicable: Estimated;
  /** The share that is not on the scale, among those to whom the question applies. */
  readonly invalid: Estimated;
  /** What the shares are made of. */
  readonly counts: OutcomeCounts;
}

/** How shares of item non-response are made. */
export interface ItemNonResponseDefinition {
  /** The metric. */
  readonly metric: 'item-non-response';
  /** What stands below the line of `skipped` and `invalid`. */
  readonly applicable: 'answered + skipped + invalid';
}

/** How many were invited to a survey and how many of them responded. */
export interface InvitationCounts {
  /** How many were invited. */
  readonly invited: number;
  /** How many of them responded. */
  readonly responded: number;
}

/** The share of those invited who responded, with its Wilson interval and counts. */
export type ResponseRate = Estimated & {
  /** What the share is made of. */
  readonly counts: InvitationCounts;
};

/** Where a flagged response stands. */
export interface FlaggedResponse {
  /** Its position, from 0, or from `firstPosition`. */
  readonly position: number;
  /** Its own id; absent where it has none. */
  readonly id?: string | number;
}

/** A response that gives the same answer to one question after another. */
export interface StraightLine<QuestionId extends string = string> extends FlaggedResponse {
  /** The first question of its longest such stretch. */
  readonly from: QuestionId;
  /** The last. */
  readonly to: QuestionId;
  /** How many questions the stretch has. */
  readonly length: number;
  /** The answer given to all of them. */
  readonly answer: number;
}

/** Questions that are asked in one go and take the same answers. */
export interface QuestionBlock<QuestionId extends string = string> {
  /** The questions, in the order they are asked. */
  readonly questions: readonly QuestionId[];
  /** The answers they take. */
  readonly scale: Scale;
  /** Those of them where the lowest answer is the best. */
  readonly reversed: readonly QuestionId[];
}

/** How straight lines are found. */
export interface StraightLineDefinition<QuestionId extends string = string> {
  /** The metric. */
  readonly metric: 'straight-lines';
  /** The survey's id. */
  readonly survey: string;
  /** The fewest questions in a row that make a straight line. */
  readonly minimum: number;
  /** The blocks searched: those with at least that many questions. */
  readonly blocks: readonly QuestionBlock<QuestionId>[];
}

/** Responses that draw a straight line, found and left where they are. */
export interface StraightLiners<QuestionId extends string = string> {
  /** Tells this result from others. */
  readonly kind: 'straight-liners';
  /** How they are found. */
  readonly definition: StraightLineDefinition<QuestionId>;
  /** How many responses there are. */
  readonly responses: number;
  /** How many of them answer enough questions in a row of a block to be judged. */
  readonly assessed: number;
  /** Those that draw a straight line, by position. */
  readonly flagged: readonly StraightLine<QuestionId>[];
}

/**
 * How long responses took, counted: how many took each duration. It is a plain JSON value and adds up
 * exactly with others.
 */
export interface DurationTally {
  /** Tells this tally from others. */
  readonly kind: 'duration-tally';
  /** The key of the response objects that holds the duration. */
  readonly duration: string;
  /** How many responses there are. */
  readonly responses: number;
  /** How many hold no duration. */
  readonly missing: number;
  /** How many hold something that is no duration: not a finite number, 0 or more. */
  readonly invalid: number;
  /** Each duration met, ascending, and how many took it. */
  readonly counts: readonly (readonly [duration: number, responses: number])[];
}

/** A response that took suspiciously little time. */
export interface Speeder extends FlaggedResponse {
  /** How long it took, in the caller's unit. */
  readonly duration: number;
}

/** How speeders are found. */
export interface SpeederDefinition {
  /** The metric. */
  readonly metric: 'speeders';
  /** The key of the response objects that holds the duration. */
  readonly duration: string;
  /** The share of the median duration below which a response is a speeder's. */
  readonly shareOfMedian: number;
  /** The median duration; absent where no response has one. */
  readonly median?: number;
}

/** Responses that took suspiciously little time, found and left where they are. */
export interface Speeders {
  /** Tells this result from others. */
  readonly kind: 'speeders';
  /** How they are found. */
  readonly definition: SpeederDefinition;
  /** How many responses there are. */
  readonly responses: number;
  /** How many of them have a duration. */
  readonly assessed: number;
  /** How many hold no duration. */
  readonly missing: number;
  /** How many hold something that is no duration: not a finite number, 0 or more. */
  readonly invalid: number;
  /** Those that took too little time, by position. */
  readonly flagged: readonly Speeder[];
}
