import type { Estimate, NotEstimable } from '../shared/estimate.ts';
import type { CohortLifetimeValue } from './cohortLifetimeValue.ts';
import type { CustomerLifetimeValueNotEstimable } from './customerLifetimeValue.ts';
import type { KeptCustomers } from './keptCustomers.ts';

/** A programme that keeps customers, beside what it costs to win others. */
export interface RetentionCase {
  /** How many customers the programme reaches in a year, above 0. */
  readonly customers: number;
  /** Customers without the programme: how many of so many were kept for a year. */
  readonly before: KeptCustomers;
  /** Other customers, with the programme. */
  readonly after: KeptCustomers;
  /** What the programme costs in a year, above 0, in any money. */
  readonly programmeCost: number;
  /** What was spent in a year to win customers, and how many it won. */
  readonly acquisition: {
    /** The money, above 0. */
    readonly spent: number;
    /** The customers won by it, 0 and up. */
    readonly won: number;
    /** The share of those who stay from year to year, 0 to 1; that of `before` when absent. */
    readonly yearlyRetention?: number;
  };
  /** What a customer who stays brings in a year, after costs; above 0. */
  readonly yearlyMargin: number;
  /** What money loses of its worth in a year, as a share; above -1. */
  readonly discountRate: number;
  /** By what share the margin grows each year; above -1, 0 when absent. */
  readonly marginGrowth?: number;
  /** How customers came to be in `before` or `after`; taken as `observed` when absent. */
  readonly assignment?: 'randomised' | 'observed';
}

/**
 * What to keep in mind.
 *
 * - `not-randomised`: the groups may differ in more than the programme
 * - `won-stay-as-others`: customers won are taken to stay as those of `before`; mostly they stay less
 */
export type RetentionCaution = 'not-randomised' | 'won-stay-as-others';

/** What the programme costs for each customer it keeps. */
export interface CostPerKept {
  /** Tells a cost from a case that has none. */
  readonly kind: 'estimate';
  /** Always `assumed`: money is as told. */
  readonly basis: 'assumed';
  /** The cost of one, in the money of the margin. */
  readonly value: number;
  /** The cost at the upper limit of the gain. */
  readonly low: number;
  /** The cost at its lower limit; `endless` where that is not above 0. */
  readonly high: number | 'endless';
}

/** The programme kept no customer more, so that keeping one has no cost. */
export type CostPerKeptNotEstimable = NotEstimable<'no-gain'>;

/** What winning one customer cost. */
export interface CostPerWon {
  /** Tells a cost from a case that has none. */
  readonly kind: 'estimate';
  /** Always `assumed`: money is as told. */
  readonly basis: 'assumed';
  /** The cost of one, in the money of the margin. */
  readonly value: number;
}

/** Nobody was won, so that winning one has no cost. */
export type CostPerWonNotEstimable = NotEstimable<'nobody-won'>;

/** How many times as much one amount is as another. */
export interface Multiple {
  /** The multiple; 1 where both are the same. */
  readonly value: number;
  /** The multiple at the lower limit of the gain; of what money brings back, below 0 where customers may be lost by it. */
  readonly low: number;
  /** The multiple at the upper limit of the gain. */
  readonly high: number;
}

/** What keeping customers brings and costs, against winning others. */
export interface RetentionAgainstAcquisition {
  /** Tells this result from others. */
  readonly kind: 'retention-against-acquisition';
  /** By how much the programme raises the share who stay: `after` less `before`. */
  readonly gain: Estimate<'net-share', 'newcombe'>;
  /** What it costs to keep one customer more; `no-gain` where the programme kept none. */
  readonly costPerKept: CostPerKept | CostPerKeptNotEstimable;
  /** What it costs to win one; `nobody-won` where it won none. */
  readonly costPerWon: CostPerWon | CostPerWonNotEstimable;
  /** How many times as much it costs to win one as to keep one; absent where either cannot be told. */
  readonly ratio?: Multiple;
  /**
   * Which is cheaper for one customer: where the whole interval of the gain says so, else `not-proven`.
   * Never from a rule of thumb.
   */
  readonly cheaper: 'keeping' | 'winning' | 'not-proven';
  /** What a customer is worth, at both rates. */
  readonly lifetimeValue: {
    /** At the rate without the programme. */
    readonly before: CohortLifetimeValue | CustomerLifetimeValueNotEstimable;
    /** At the rate with it. */
    readonly after: CohortLifetimeValue | CustomerLifetimeValueNotEstimable;
  };
  /** What a customer is worth who is kept now and then stays as those of `before`. */
  readonly worthOfKept: CohortLifetimeValue | CustomerLifetimeValueNotEstimable;
  /** What the money for the programme brings back; absent where the worth cannot be told. */
  readonly returnOfKeeping?: Multiple;
  /** What the money for winning brings back, whose customers bring their first margin now; absent likewise. */
  readonly returnOfWinning?: number;
  /** By how much the share would have to rise for the programme to pay; absent where the worth cannot be told. */
  readonly breakEvenGain?: number;
  /** Whether the programme pays: `yes` or `no` where the whole interval of the gain says so. */
  readonly pays: 'yes' | 'no' | 'not-proven';
  /** What to keep in mind. */
  readonly cautions: readonly RetentionCaution[];
  /** The confidence level of all limits. */
  readonly level: number;
}
