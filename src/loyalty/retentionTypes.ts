import type { SuppressedFigures } from '../requirements/types.ts';
import type { Estimate, Interval, NotEstimable } from '../shared/estimate.ts';

/** What {@link retention} takes besides the tally. */
export interface RetentionOptions {
  /** The confidence level, above 0 and below 1; 0.95 where none is asked for. */
  readonly level?: number;
  /** The fewest customers that a cohort is shown with; `DEFAULT_MINIMUM_GROUP_SIZE` when absent. */
  readonly minimumGroupSize?: number;
}

/** A share of customers, measured; without any of whom it could be told, not estimable. */
export type RetentionShare = Estimate<'share', 'wilson'> | NotEstimable<'no-data'>;

/** What became of customers in one period. */
export interface RetentionPeriod {
  /** The period, from 1. */
  readonly period: number;
  /** How many were customers when it began, and seen to its end. */
  readonly atRisk: number;
  /** How many of them left in it. */
  readonly left: number;
  /** How many were still customers at its end, and not seen any longer. */
  readonly lastSeen: number;
  /** The share of those at risk who stayed. */
  readonly retention: Estimate<'share', 'wilson'>;
  /** The share of all customers who stay at least to the end of the period, by Kaplan and Meier. */
  readonly stillThere: {
    /** The share, 0 to 1. */
    readonly value: number;
    /** Its interval; absent where the share is 1 or 0, of which Greenwood's formula cannot tell. */
    readonly interval?: Interval<'log-log'>;
  };
}

/** What became of customers. */
export interface RetentionFigures {
  /** Tells figures from those that are not shown. */
  readonly status: 'counted';
  /** How many customers there are. */
  readonly customers: number;
  /** How many of them left. */
  readonly left: number;
  /** The periods in which customers left or were last seen, in order; in the others nobody left. */
  readonly periods: readonly RetentionPeriod[];
  /**
   * The share who stay from one period to the next, all periods together: the one rate of a lifetime
   * value. `n` counts customers once for each period.
   */
  readonly perPeriod: RetentionShare;
  /** The same after the first period, less that of the first. */
  readonly laterLessFirst: Estimate<'net-share', 'newcombe'> | NotEstimable<'no-data'>;
  /**
   * Whether one rate fits: `rises` where customers who stayed for one period are proven to stay on more
   * readily, so that a lifetime value by one rate is off, `falls` the other way round.
   */
  readonly trend: 'rises' | 'falls' | 'not-proven';
  /** The first period after which at most half of the customers are left; absent where more still are. */
  readonly medianPeriods?: number;
}

/** One cohort. */
export interface CohortRetention {
  /** The cohort, as text. */
  readonly cohort: string;
  /** Its figures, or that they are not shown and why. */
  readonly figures: RetentionFigures | SuppressedFigures;
}

/** Retention of all customers, and of each cohort. */
export interface Retention {
  /** Tells this result from others. */
  readonly kind: 'retention';
  /** All customers together, those without a cohort too; suppressed where it would give away a cohort. */
  readonly all: RetentionFigures | SuppressedFigures;
  /** The cohorts, in the order of their names; none where there was too much to protect. */
  readonly cohorts: readonly CohortRetention[];
  /** How many customers have no cohort; `suppressed` where that could reveal a person. */
  readonly withoutCohort: number | 'suppressed';
  /** How many rows were not counted. */
  readonly invalid: number;
  /** The confidence level of all intervals. */
  readonly level: number;
  /** The fewest customers that a cohort is shown with. */
  readonly minimumGroupSize: number;
}
