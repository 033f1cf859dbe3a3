import type { JointEffectGap } from '../../moments/jointEffect/jointTypes.ts';
import type { VisitTally } from '../../moments/visits/types.ts';
import type { CycleStakes } from '../../plans/stakes.ts';
import type { Interval } from '../../shared/estimate.ts';

/** What {@link momentStakes} takes besides the scores. */
export interface StakeOptions<MomentId extends string = string> {
  /**
   * How many visits there are per period, 0 and up; as many as were tallied, or else the number of
   * responses, when absent.
   */
  readonly visits?: number | undefined;
  /** What happened to customers, from `tallyVisits`. */
  readonly tally?: VisitTally<MomentId> | undefined;
  /**
   * How much more often visits with an incident have to end dissatisfied for the harm to count in the
   * cautious figure, 0 to 1; 0.1 when absent.
   */
  readonly gravity?: number | undefined;
  /** The confidence level of limits and tests, above 0 and below 1; 0.95 when absent. */
  readonly level?: number | undefined;
}

/** What is at stake at the moments of a cycle, and what it rests on. */
export interface MomentStakes<MomentId extends string = string> extends CycleStakes<MomentId> {
  /** Tells stakes from other results. */
  readonly kind: 'moment-stakes';
  /** How many visits there are per period. */
  readonly visits: number;
  /** Moments of which nothing tells how often they go wrong: what is at stake there is unknown, not nothing. */
  readonly unknownMoments: readonly MomentId[];
  /** The harm that stands in where none was measured; absent where it stands in nowhere. */
  readonly assumedHarm?: AssumedHarm;
  /** What to know before one relies on it. */
  readonly findings: readonly StakeFinding<MomentId>[];
}

/** The harm that stands in where none was measured. */
export interface AssumedHarm {
  /**
   * What it comes from: the mean of the harms that were `measured` in the cycle; where none was, a tenth
   * for each step of the median `severity` that people judged; where nobody judged, the same for all.
   */
  readonly from: 'measured' | 'severity' | 'nothing';
  /** The share, 0 to 1; of several judged moments the mean, which those without a judgement have. */
  readonly value: number;
  /** Its upper end: the mean of the upper ends measured, or else 1. */
  readonly high: number;
}

/**
 * What to know of stakes before one relies on them.
 *
 * - `usage-contradicted`: the cycle says of a moment how many visits pass it, and the visits tell otherwise
 * - `harm-not-measured`: there are incidents, and the visits cannot tell what they do
 * - `nobody-dissatisfied`: no visit ended dissatisfied, so that nothing is at stake
 * - `everybody-dissatisfied`: every visit did, so that no harm can be told from another
 * - `unknown-outcome`: nothing tells how many customers end dissatisfied
 */
export type StakeFindingCode =
  | 'usage-contradicted'
  | 'harm-not-measured'
  | 'nobody-dissatisfied'
  | 'everybody-dissatisfied'
  | 'unknown-outcome';

/** One thing to know of stakes. */
export interface StakeFinding<MomentId extends string = string> {
  /** What it is, stable across versions. */
  readonly code: StakeFindingCode;
  /** The moment; absent where it is about all. */
  readonly moment?: MomentId;
  /** The same in a sentence. */
  readonly message: string;
  /** Why the harm could not be measured. */
  readonly reason?: JointEffectGap;
  /** The share of visits that the cycle says pass the moment. */
  readonly stated?: number;
  /** The share that the visits tell, with its limits at a level that allows for as many moments as are stated. */
  readonly counted?: CountedUsage;
}

/** The share of visits that pass a moment, as they tell. */
export interface CountedUsage {
  /** The share. */
  readonly value: number;
  /** Its limits. */
  readonly interval: Interval;
}
