import type { Scale } from '../model/survey.ts';
import type { Estimate, Interval, NotEstimable } from '../shared/estimate.ts';
import type { IntervalOptions } from '../stats/intervals/intervalOptions.ts';

/** The answers to one rated question, counted: all that a score is computed from. */
export interface AnswerCounts {
  /** The answers the question takes. */
  readonly scale: Scale;
  /** How many gave each answer of the scale, the lowest answer first. */
  readonly perAnswer: readonly number[];
  /** How many said that it does not apply or that they do not know; 0 when absent. */
  readonly notApplicable?: number;
  /** How many left the question blank; 0 when absent. */
  readonly skipped?: number;
  /** How many answers are not on the scale; 0 when absent. */
  readonly invalid?: number;
}

/** What became of every response to a question; only `answered` enters a score. */
export interface ResponseCounts {
  /** Answers on the scale. */
  readonly answered: number;
  /** Those to whom it does not apply, or who do not know. */
  readonly notApplicable: number;
  /** Those who left it blank. */
  readonly skipped: number;
  /** Answers that are not on the scale. */
  readonly invalid: number;
  /** How many gave each answer of the scale, the lowest answer first. */
  readonly perAnswer: readonly number[];
}

/** What became of every response to a question, without the answers themselves. */
export type OutcomeCounts = Omit<ResponseCounts, 'perAnswer'>;

/** Whether a higher score is the better one. */
export type Direction = 'higher-is-better' | 'lower-is-better';

/** How a net promoter score is made. */
export interface NetPromoterDefinition {
  /** The metric. */
  readonly metric: 'net-promoter-score';
  /** The answers the question takes. */
  readonly scale: Scale;
  /** The answers of a promoter, 9 and 10. */
  readonly promoters: readonly number[];
  /** The answers of a detractor, 0 to 6. */
  readonly detractors: readonly number[];
}

/** The answers to a recommendation question, by class. */
export interface PromoterCounts {
  /** Those who answer 9 or 10. */
  readonly promoters: number;
  /** Those who answer 0 to 6. */
  readonly detractors: number;
  /** All who answer, above 0. */
  readonly n: number;
}

/**
 * Computes the interval of a net promoter score from its classes, in points: `netPromoterWald`,
 * `netPromoterTango` or one of your own.
 */
export type NetPromoterInterval = (counts: PromoterCounts, options: IntervalOptions) => Interval;

/**
 * Which answers count, none of them in or beyond the middle of the scale.
 *
 * - `top`, `top-two`, `top-three`: the best one, two or three count as satisfied
 * - `net`: the best two count as satisfied, the worst two as dissatisfied
 */
export type SatisfactionBox = 'top' | 'top-two' | 'top-three' | 'net';

/** How a share of satisfied customers is made. */
export interface SatisfactionShareDefinition {
  /** The metric. */
  readonly metric: 'customer-satisfaction';
  /** The answers the question takes. */
  readonly scale: Scale;
  /** Which answers count as satisfied, by name. */
  readonly box: Exclude<SatisfactionBox, 'net'>;
  /** Which answers count as satisfied, lowest first. */
  readonly satisfied: readonly number[];
}

/** How the share of satisfied customers less the share of dissatisfied ones is made. */
export interface NetSatisfactionDefinition {
  /** The metric. */
  readonly metric: 'customer-satisfaction';
  /** The answers the question takes. */
  readonly scale: Scale;
  /** Tells a net share from a share. */
  readonly box: 'net';
  /** Which answers count as satisfied, the best two, lowest first. */
  readonly satisfied: readonly number[];
  /** Which answers count as dissatisfied, the worst two, lowest first. */
  readonly dissatisfied: readonly number[];
}

/** How customer satisfaction is made: as a share, or with the box `net` as a net share. */
export type SatisfactionDefinition = SatisfactionShareDefinition | NetSatisfactionDefinition;

/** How a customer effort score is made. */
export interface EffortDefinition {
  /** The metric. */
  readonly metric: 'customer-effort';
  /** The answers the question takes. */
  readonly scale: Scale;
  /**
   * `1` for effort on 1 to 5 where low is good, `2` for ease on 1 to 7 where high is good, `own` for
   * any other scale. Versions are never compared with each other.
   */
  readonly version: 1 | 2 | 'own';
  /** Whether a higher score is the better one. */
  readonly direction: Direction;
}

/** How a mean rating is made. */
export interface MeanDefinition {
  /** The metric. */
  readonly metric: 'mean-rating';
  /** The answers the question takes. */
  readonly scale: Scale;
  /** Whether a higher score is the better one. */
  readonly direction: Direction;
}

/** How a share of incidents is made. */
export interface IncidentDefinition {
  /** The metric. */
  readonly metric: 'incident-share';
  /** The answers the question takes. */
  readonly scale: Scale;
  /** The answers that report an incident. */
  readonly incidents: readonly number[];
}

/** How a score is made: two scores compare only when this is the same. */
export type ScoreDefinition =
  | NetPromoterDefinition
  | SatisfactionDefinition
  | EffortDefinition
  | MeanDefinition
  | IncidentDefinition;

/** The weights of those who gave each answer, summed. */
export interface AnswerWeights {
  /** The sum of their weights, the lowest answer of the scale first. */
  readonly perAnswer: readonly number[];
  /** The sum of their squared weights, likewise. */
  readonly squaredPerAnswer: readonly number[];
}

/** What every score carries beside its value. */
export interface ScoreFacts<Definition extends ScoreDefinition = ScoreDefinition> {
  /** How the score is made. */
  readonly definition: Definition;
  /** What became of every response, unweighted. */
  readonly counts: ResponseCounts;
  /**
   * How many answers of equal weight would tell as much about this figure, at most `n`; absent where
   * answers are not weighted.
   */
  readonly effectiveN?: number;
  /** Kish's design effect of the weights alone, 1 or more; absent where there are none. */
  readonly designEffect?: number;
  /** The weights behind it, by answer; absent where answers are not weighted. */
  readonly weights?: AnswerWeights;
}

/** A score: an estimate with its interval or the reason why there is none, its definition, every count. */
export type Score<Definition extends ScoreDefinition = ScoreDefinition> =
  | (Estimate & ScoreFacts<Definition>)
  | (NotEstimable<NoScoreReason> & ScoreFacts<Definition>);

/** How a mean from 0 to 100 is made. */
export interface HundredPointDefinition {
  /** The metric. */
  readonly metric: 'hundred-point-mean';
  /** The answers that the question takes. */
  readonly scale: Scale;
}

/** A mean rating from 0 to 100, where 100 is everybody giving the best answer. */
export type HundredPointMean = (Estimate<'hundred'> | NotEstimable<NoScoreReason>) & {
  /** How it is made. */
  readonly definition: HundredPointDefinition;
  /** What became of every response. */
  readonly counts: ResponseCounts;
};

/** Why answers give no score: there are none, or there is one, which has no spread for a mean. */
export type NoScoreReason = 'no-answers' | 'one-answer';

/** What every score takes. */
export interface ScoreOptions {
  /** The confidence level, above 0 and below 1; 0.95 when absent. */
  readonly level?: number;
}

/** An answer that is not on its question's scale. */
export interface InvalidAnswer<QuestionId extends string = string> {
  /** The question. */
  readonly question: QuestionId;
  /** The position of the response, from 0. */
  readonly position: number;
  /** The answer as text. */
  readonly found: string;
}

/** One rated question of a tally, and where its cells start within a group's. */
export interface TalliedQuestion<QuestionId extends string = string> {
  /** The question. */
  readonly id: QuestionId;
  /** The answers it takes. */
  readonly scale: Scale;
  /** The cell of the lowest answer; the others follow, then not applicable, skipped and invalid. */
  readonly firstCell: number;
}

/** One key that responses are grouped by. */
export interface GroupingKey<Key extends string = string> {
  /** The key of the response objects. */
  readonly name: Key;
  /** Every value met, as text, sorted; `null` stands for responses without one. */
  readonly values: readonly (string | null)[];
}

/**
 * Sums that come out the same to the last bit in whatever order they are added: each is a whole number,
 * a number of 2^-48ths and one of 2^-96ths, all exact. A number from 1.2e-13 up is exact in them, a smaller one
 * is rounded to the nearest 2^-96th, 1.3e-29.
 */
export interface FixedPointCells {
  /** The whole parts. */
  readonly whole: readonly number[];
  /** The rest, in units of 2^-48, from 0 below 2^48. */
  readonly fraction: readonly number[];
  /** What is left of that, in units of 2^-96, from 0 below 2^48. */
  readonly fine: readonly number[];
}

/** The weights of weighted responses, summed in the same cells as the counts. */
export interface TallyWeights {
  /** The sums of the weights. */
  readonly sums: FixedPointCells;
  /** The sums of the squared weights. */
  readonly squares: FixedPointCells;
  /** Responses that are not counted, because their weight is not 0 and not a number from 1e-12 to 1e7. */
  readonly invalid: number;
  /** Responses that are not counted, because their weight is 0: they stand for nobody. */
  readonly zero: number;
}

/**
 * Responses, counted: how many gave each answer to each question, in each group. It is all that
 * scores are computed from, a plain JSON value, and adds up exactly with other tallies.
 *
 * @typeParam QuestionId - the ids of the rated questions
 * @typeParam Key - the keys that responses are grouped by
 */
export interface Tally<QuestionId extends string = string, Key extends string = string> {
  /** Tells a tally from other values. */
  readonly kind: 'tally';
  /** The survey's id. */
  readonly survey: string;
  /** The rated questions, in the order of the survey. */
  readonly questions: readonly TalliedQuestion<QuestionId>[];
  /** What the responses are grouped by; none for one group of all. */
  readonly by: readonly GroupingKey<Key>[];
  /** The groups met, ascending, each as a number: the places of its values in `by`, in mixed radix. */
  readonly groups: readonly number[];
  /** How many cells each group has. */
  readonly width: number;
  /** The counts: group by group, first the number of responses, then the cells of each question. */
  readonly cells: readonly number[];
  /** The weights; absent where responses are not weighted. */
  readonly weights?: TallyWeights;
  /** The first answers that are not on their scale, by position. */
  readonly firstInvalid: readonly InvalidAnswer<QuestionId>[];
  /** Values to group by that are not among the allowed ones, key by key; absent where there are none. */
  readonly unlisted?: readonly UnlistedValues<Key>[];
  /**
   * The tally that this one is a roll-up of, by more keys; absent where it is none. What is shown of one
   * roll-up must not give away a group of another, and which groups lie in which only this tells.
   */
  readonly rolledUpFrom?: Tally<QuestionId>;
}

/** Values of a grouping key that are not among the allowed ones; who has one has no group. */
export interface UnlistedValues<Key extends string = string> {
  /** The key. */
  readonly key: Key;
  /** How many responses have such a value. */
  readonly responses: number;
  /** The first of these values in their order, as text, at most 20, and how many responses have each. */
  readonly values: readonly {
    /** The value. */
    readonly value: string;
    /** How many responses have it. */
    readonly responses: number;
  }[];
}
