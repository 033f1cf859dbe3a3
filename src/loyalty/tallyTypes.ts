import type { CountedDurations } from '../stats/survival/survivalSteps.ts';

/** One customer: how long they stayed, and whether they left. */
export interface CustomerTenure {
  /** When they came, such as a month; without one they count for all customers together alone. */
  readonly cohort?: string | number | null;
  /** Over how many whole periods they were seen to stay, 0 and up: years, months, renewals. */
  readonly periods: number;
  /** Whether they left in the period after those; `false` where they are still customers, or were last seen. */
  readonly left: boolean;
}

/** A cohort that was counted period by period. */
export interface CountedCohort {
  /** When its customers came, such as a month. */
  readonly cohort?: string | number | null;
  /** How many there were at first, and how many of them were left after each period: never more than before. */
  readonly remaining: readonly number[];
}

/**
 * Why a row is not counted.
 *
 * - `not-an-object`: the row is no object
 * - `unread-periods`: `periods` is no whole number of 0 or more
 * - `unread-end`: `left` is neither true nor false
 * - `unread-counts`: `remaining` is no list of whole numbers that never rise
 */
export type InvalidTenureReason =
  | 'not-an-object'
  | 'unread-periods'
  | 'unread-end'
  | 'unread-counts';

/** A row that is not counted. */
export interface InvalidTenure {
  /** The position among the rows, from 0. */
  readonly position: number;
  /** Why it is not counted. */
  readonly because: InvalidTenureReason;
}

/** The customers of one cohort, counted. */
export interface CohortCounts {
  /** The cohort as text; `null` for customers without one. */
  readonly cohort: string | null;
  /** In which period how many left, from 1. */
  readonly left: CountedDurations;
  /** After how many periods how many were last seen, still as customers. */
  readonly lastSeen: CountedDurations;
}

/** Customers by cohort and by how long they stayed: a plain JSON value that adds up with other tallies. */
export interface RetentionTally {
  /** Tells a tally of retention from other values. */
  readonly kind: 'retention-tally';
  /** The cohorts met, in the order of their names, those without one first. */
  readonly cohorts: readonly CohortCounts[];
  /** How many rows are not counted. */
  readonly invalid: number;
  /** The first of them, by position. */
  readonly firstInvalid: readonly InvalidTenure[];
}
