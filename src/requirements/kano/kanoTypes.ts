import type { Estimate, Interval, NotEstimable } from '../../shared/estimate.ts';

/** The pair of questions about one requirement. */
export interface KanoPair<RequirementId extends string = string> {
  /** The requirement that is asked about. */
  readonly requirement: RequirementId;
  /** The key of the answer to "how do you feel if it is met?". */
  readonly functional: string;
  /** The key of the answer to "how do you feel if it is not met?". */
  readonly dysfunctional: string;
}

/** What {@link tallyKano} takes besides. */
export interface KanoTallyOptions {
  /**
   * The five answers as they come in, in this order: I like it, it must be so, I do not mind, I can live
   * with it, I dislike it. 1, 2, 3, 4 and 5 when absent.
   */
  readonly answers?: readonly (string | number)[];
}

/** The answers to one pair of questions, counted. */
export interface KanoCells<RequirementId extends string = string> {
  /** The requirement. */
  readonly requirement: RequirementId;
  /**
   * How many gave each pair of answers, 25 counts: those who like it when it is met come first, by what they
   * say when it is not, from like to dislike.
   */
  readonly cells: readonly number[];
  /** How many answered one question of the two and not the other. */
  readonly incomplete: number;
  /** How many answered neither. */
  readonly unanswered: number;
  /** How many gave an answer that is none of the five, to either question. */
  readonly invalid: number;
}

/** Answers to pairs of questions, counted: a plain JSON value that adds up with other tallies. */
export interface KanoTally<RequirementId extends string = string> {
  /** Tells a tally of such pairs from other values. */
  readonly kind: 'kano-tally';
  /** The requirements, in the order in which they were given. */
  readonly requirements: readonly KanoCells<RequirementId>[];
}

/**
 * What a requirement is to customers.
 *
 * - `must-be`: taken for granted; missed where it is not met, not noticed where it is
 * - `one-dimensional`: the more of it the better
 * - `attractive`: a delight where it is met, not missed where it is not
 * - `indifferent`: nobody minds
 * - `reverse`: they would rather not have it
 * - `questionable`: the answers contradict each other
 */
export type KanoCategory =
  | 'must-be'
  | 'one-dimensional'
  | 'attractive'
  | 'indifferent'
  | 'reverse'
  | 'questionable';

/** How many customers put a requirement into each category. */
export type KanoCounts = Readonly<Record<KanoCategory, number>>;

/**
 * The category of a requirement, as far as it is shown.
 *
 * - `shown`: more customers chose it than any other, beyond chance
 * - `mixed`: two categories are too close to each other to tell which comes first
 * - `not-classified`: `no-answers`, `too-few` (below 20), `suppressed` (a total below the minimum), or
 *   `questionable`, where most answers contradict each other
 */
export type KanoVerdict = KanoShown | KanoMixed | KanoNotClassified;

/** A category that is ahead of the next beyond chance. */
export interface KanoShown {
  /** Tells this verdict from the others. */
  readonly status: 'shown';
  /** The category. */
  readonly category: Exclude<KanoCategory, 'questionable'>;
}

/** Two categories of which neither is ahead beyond chance. */
export interface KanoMixed {
  /** Tells this verdict from the others. */
  readonly status: 'mixed';
  /** The two, the more frequent one first. */
  readonly between: readonly [KanoCategory, KanoCategory];
}

/** No category. */
export interface KanoNotClassified {
  /** Tells this verdict from the others. */
  readonly status: 'not-classified';
  /** Why there is none. */
  readonly because: 'no-answers' | 'too-few' | 'suppressed' | 'questionable';
}

/** Whether the most frequent category is ahead of the next beyond chance. */
export interface KanoLead {
  /** By how many answers it is ahead. */
  readonly ahead: number;
  /** By how many it has to be for a category to be shown: 1.65 standard errors of the difference. */
  readonly needed: number;
  /** By how many Fong's formula of 1996 asks for, which is fewer: it takes the two counts for independent. */
  readonly fong: number;
}

/**
 * Why a coefficient is missing: nobody answered, all answers are reverse or questionable, or the
 * total is below the minimum.
 */
export type KanoNotEstimable = NotEstimable<'no-answers' | 'none-classified' | 'suppressed'>;

/**
 * What to keep in mind.
 *
 * - `misunderstood`: more than 2 % of the answers contradict each other: look at how the questions are worded
 * - `asked-the-wrong-way-round`: more customers want the opposite than take it for granted or do not
 *   mind: ask about the opposite
 */
export type KanoWarning = 'misunderstood' | 'asked-the-wrong-way-round';

/** What a requirement is to customers, and how sure that is. */
export interface KanoResult<RequirementId extends string = string> {
  /** The requirement. */
  readonly requirement: RequirementId;
  /** Its category, as far as it is shown. */
  readonly verdict: KanoVerdict;
  /**
   * What that is good for: a must-be is `evidence-for-critical`, since customers say that its absence alone
   * spoils the service; an attractive requirement is `value-for-plans`, since more of it wins and
   * its absence loses nobody. Absent for the others, and where nothing is shown.
   */
  readonly use?: 'evidence-for-critical' | 'value-for-plans';
  /** How many customers put it into each category; absent where that is not shown. */
  readonly counts?: KanoCounts;
  /** How many pairs of answers there are, questionable ones too; absent where that is not shown. */
  readonly n?: number;
  /** How many answered one question only. */
  readonly incomplete: number | 'suppressed';
  /** How many gave an answer that is none of the five. */
  readonly invalid: number | 'suppressed';
  /** Fong's test of the two most frequent categories; absent without answers. */
  readonly lead?: KanoLead;
  /** The share whom it pleases where it is met, 0 to 1: attractive and one-dimensional. */
  readonly better: Estimate<'share', 'wilson'> | KanoNotEstimable;
  /** The share whom it displeases where it is not met, as -1 to 0: must-be and one-dimensional. */
  readonly worse: Estimate<'net-share', 'wilson'> | KanoNotEstimable;
  /** The share of the most frequent category less that of the next, 0 to 1; absent without answers. */
  readonly categoryStrength?: number;
  /** The share to whom it matters: must-be, one-dimensional and attractive, 0 to 1; absent without answers. */
  readonly totalStrength?: number;
  /** What to keep in mind. */
  readonly warnings: readonly KanoWarning[];
}

/** What {@link kano} takes besides the tally. */
export interface KanoOptions {
  /** The confidence level of the coefficients, above 0 and below 1; 0.95 where none is asked for. */
  readonly level?: number;
  /** The fewest pairs of answers that anything is shown of; `DEFAULT_MINIMUM_GROUP_SIZE` when absent. */
  readonly minimumTotal?: number;
}

/** What requirements are to customers. */
export interface Kano<RequirementId extends string = string> {
  /** Tells this result from others. */
  readonly kind: 'kano';
  /** One entry for each requirement, in the order of the tally. */
  readonly requirements: readonly KanoResult<RequirementId>[];
  /** The confidence level of the coefficients. */
  readonly level: Interval['level'];
  /** The fewest pairs of answers that anything is shown of. */
  readonly minimumTotal: number;
}
