import type { CrossProducts } from '../../stats/regression/crossProducts.ts';
import type { Delights, EndedCounts, MomentTally, ProblemCounts } from './countTypes.ts';
import type { VisitDefinition } from './definitionTypes.ts';

/**
 * What the regression of the overall answer on low and high ratings of several moments at once is
 * computed from. Only visits with an overall answer and a rating of every driver enter.
 */
export interface JointRatings<MomentId extends string = string> {
  /** The moments, in the order of the columns. */
  readonly drivers: readonly MomentId[];
  /**
   * The sums over the visits that enter, whole numbers. Driver j, counted from 0, has columns 2j and
   * 2j + 1: LOW, which is 1 for a low rating, and HIGH, which is 1 for a high one. The outcome is the
   * overall answer in steps from the lowest.
   */
  readonly products: CrossProducts;
  /** Visits left out because they have no overall answer. */
  readonly noOverall: number;
  /** Visits with an overall answer, left out because at least one driver is not rated. */
  readonly incomplete: number;
  /** How many of the incomplete visits lack the rating of each driver. */
  readonly unrated: readonly number[];
}

/**
 * What a visit can have wrong. The rest of the visit counts all the same.
 *
 * - `visit-not-an-object`: the visit cannot be read at all
 * - `no-moments`: `moments` is missing or not an object
 * - `unknown-moment`: a moment that the cycle does not have
 * - `record-not-an-object`: what is said of a moment is not a record
 * - `invalid-rating`: a rating that is not on its scale
 * - `invalid-incident`: neither true, false nor a record
 * - `invalid-cause`: a cause that is not a text, or a blank one
 * - `invalid-severity`: not a whole number from 1 to 10
 * - `invalid-problem`: neither true, false nor a record
 * - `invalid-complained`: neither true nor false
 * - `invalid-times`: not a whole number of 0 or more, or at odds with whether the customer complained
 * - `invalid-answer-time`: not a number of hours, 0 or more, or told of a customer who did not complain
 * - `invalid-recovered`: neither true nor false
 * - `invalid-delight`: neither true nor false
 * - `invalid-wait`: not a number of seconds, 0 or more
 * - `invalid-overall`: an overall answer that is not on its scale
 * - `invalid-would-return`: neither true nor false
 * - `no-outcome`: nothing tells how the visit ended
 */
export type VisitIssueCode =
  | 'visit-not-an-object'
  | 'no-moments'
  | 'unknown-moment'
  | 'record-not-an-object'
  | 'invalid-rating'
  | 'invalid-incident'
  | 'invalid-cause'
  | 'invalid-severity'
  | 'invalid-problem'
  | 'invalid-complained'
  | 'invalid-times'
  | 'invalid-answer-time'
  | 'invalid-recovered'
  | 'invalid-delight'
  | 'invalid-wait'
  | 'invalid-overall'
  | 'invalid-would-return'
  | 'no-outcome';

/** One fault in one visit. */
export interface ListedVisitIssue {
  /** The position of the visit, from 0. */
  readonly position: number;
  /** The visit's id, where it has one. */
  readonly visit?: string;
  /** The moment as the visit names it, shortened to 60 characters; absent for a fault of the whole visit. */
  readonly moment?: string;
  /** The offending value as text, shortened to 60 characters. */
  readonly found: string;
}

/** All faults of one kind. */
export interface VisitIssues {
  /** The kind of fault. */
  readonly code: VisitIssueCode;
  /** How many there are, at least 1. */
  readonly count: number;
  /** The first 20, by position, then by moment and by what was found. */
  readonly first: readonly ListedVisitIssue[];
}

/**
 * Visits, counted: all that the rules for critical moments need to know of them. It is a plain JSON
 * value of whole numbers, so that tallies add up exactly, in whatever order. The waits alone keep
 * seconds as they came.
 *
 * @typeParam MomentId - the ids of the cycle's moments
 */
export interface VisitTally<MomentId extends string = string> {
  /** Tells a tally of visits from other values. */
  readonly kind: 'visit-tally';
  /** How visits are counted. */
  readonly definition: VisitDefinition<MomentId>;
  /** Visits that could be read; every table is about them. */
  readonly visits: number;
  /** Visits that are no objects, and count nowhere else. */
  readonly unreadable: number;
  /** How the visits ended. */
  readonly outcome: EndedCounts;
  /** How many gave each overall answer, the lowest first. */
  readonly overall: readonly number[];
  /** What was counted at each moment, in the order of the cycle. */
  readonly moments: readonly MomentTally<MomentId>[];
  /** What the joint regression is computed from. */
  readonly joint: JointRatings<MomentId>;
  /**
   * How many visits had an incident at both moments, by their places in the cycle; on the diagonal, at
   * that moment.
   */
  readonly coIncidents: readonly (readonly number[])[];
  /** The same of the visits that tell how they ended: what `jointEffect` is computed from. */
  readonly knownCoIncidents: readonly (readonly number[])[];
  /**
   * Visits by how many incidents they had, from none to one at every moment, and by how they ended. Only
   * visits count in which at least one moment tells whether there was an incident; the first entry
   * holds the flawless ones.
   */
  readonly incidentsPerVisit: readonly EndedCounts[];
  /** What was told of delights. */
  readonly delights: Delights;
  /** What went wrong and what became of it: what `recoveryReview` is computed from. */
  readonly problems: ProblemCounts;
  /** What was wrong with visits, by kind; kinds that do not occur are absent. */
  readonly issues: readonly VisitIssues[];
}
