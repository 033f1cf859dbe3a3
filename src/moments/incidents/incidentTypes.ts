import type { Estimate, NotEstimable } from '../../shared/estimate.ts';
import type {
  OddsRatio,
  OddsRatioNotEstimable,
} from '../../stats/agreement/mantelHaenszelOddsRatio.ts';

/** Visits that tell how they ended, counted. */
export interface KnownOutcomes {
  /** Visits that ended dissatisfied; 0 to 2^53 - 1. */
  readonly dissatisfied: number;
  /** Visits that ended satisfied; 0 to 2^53 - 1. */
  readonly satisfied: number;
}

/** Visits through a moment by whether there was an incident and by how they ended: a 2x2 table. */
export interface IncidentOutcomes {
  /** Visits with an incident at the moment. */
  readonly incident: KnownOutcomes;
  /** Visits without one. */
  readonly noIncident: KnownOutcomes;
}

/** What may be chosen about the effect of an incident. */
export interface IncidentEffectOptions {
  /** The confidence level of all intervals, above 0 and below 1; 0.95 when absent. */
  readonly level?: number;
  /**
   * How many visits ended dissatisfied in all, whether they passed the moment or not; at least as many
   * as in the table. With it, the result tells the moment's share of all of them.
   */
  readonly allDissatisfied?: number;
}

/** A ratio and its interval, which was computed on the logarithm. */
export interface RatioEstimate {
  /** The ratio, above 0; 1 where incidents make no difference. */
  readonly value: number;
  /** How far it can be trusted. */
  readonly interval: {
    /** The lower limit, above 0. */
    readonly low: number;
    /** The upper limit. */
    readonly high: number;
    /** The confidence level, above 0 and below 1. */
    readonly level: number;
    /** `katz` for a ratio of shares, `woolf` for one of odds. */
    readonly method: 'katz' | 'woolf';
  };
  /**
   * Whether 1/2 was added to each of the four counts because one of them is 0, as Haldane and Anscombe
   * do; the ratio is then a rough one.
   */
  readonly continuityCorrected: boolean;
}

/** A share of dissatisfied visits that goes with incidents, and its interval. */
export interface AttributableShare {
  /**
   * The share, up to 1: how many of the dissatisfied visits are more than there would be if visits with
   * an incident had ended as those without. Below 0 where incidents go with fewer of them.
   */
  readonly value: number;
  /**
   * How far it can be trusted; absent where no visit without an incident ended dissatisfied, since
   * then the logarithm that it is computed on has no bound.
   */
  readonly interval?: {
    /** The lower limit; it can be below 0. */
    readonly low: number;
    /** The upper limit, at most 1. */
    readonly high: number;
    /** The confidence level, above 0 and below 1. */
    readonly level: number;
    /** Walter's, on the logarithm of what is not attributed. */
    readonly method: 'walter';
  };
  /** The dissatisfied visits that it is a share of. */
  readonly dissatisfied: number;
}

/**
 * How incidents at a moment are associated with how visits end. An association is not a cause:
 * customers in a bad mood remember more incidents, so prefer incidents that were logged at the time.
 */
export interface IncidentEffect {
  /** Tells an estimate from a case that cannot be estimated. */
  readonly kind: 'estimate';
  /** Always `measured`: it comes from visits. */
  readonly basis: 'measured';
  /** Visits in the table. */
  readonly n: number;
  /** The table. */
  readonly counts: IncidentOutcomes;
  /** The share of visits through the moment that have an incident, 0 to 1, with its Wilson interval. */
  readonly incidentShare: Estimate;
  /** The share of visits with an incident that end dissatisfied, with its Wilson interval. */
  readonly dissatisfiedWithIncident: Estimate;
  /** The same of visits without one. */
  readonly dissatisfiedWithoutIncident: Estimate;
  /** The first of these two shares less the second, -1 to 1, with Newcombe's interval. */
  readonly riskDifference: Estimate;
  /** The first divided by the second. */
  readonly riskRatio: RatioEstimate;
  /** The odds of ending dissatisfied with an incident over those without. */
  readonly oddsRatio: RatioEstimate;
  /**
   * The share of the table's dissatisfied visits that goes with incidents. Shares of several moments do
   * not add up, since one visit can have several incidents.
   */
  readonly attributableFraction: AttributableShare;
  /**
   * The share of all dissatisfied visits that goes with incidents here, those that never passed the
   * moment included; absent unless `allDissatisfied` is given.
   */
  readonly shareOfAllDissatisfied?: AttributableShare;
  /**
   * Mantel and Haenszel's odds ratio among visits that are alike in what the strata are made of, such as
   * the number of incidents at other moments; absent unless strata are given.
   */
  readonly adjustedOddsRatio?: OddsRatio | OddsRatioNotEstimable;
}

/**
 * Why the effect of an incident cannot be estimated.
 *
 * - `no-data`: no visit tells both whether there was an incident and how it ended
 * - `no-incidents`: no visit has an incident
 * - `only-incidents`: every visit has one, so there is nothing to compare with
 * - `nobody-dissatisfied`: no visit ended dissatisfied
 * - `everybody-dissatisfied`: every visit did
 */
export type IncidentEffectGap =
  | 'no-data'
  | 'no-incidents'
  | 'only-incidents'
  | 'nobody-dissatisfied'
  | 'everybody-dissatisfied';

/** An effect that the visits cannot give, and why. */
export interface IncidentEffectNotEstimable extends NotEstimable<IncidentEffectGap> {
  /** Visits in the table. */
  readonly n: number;
  /** The table. */
  readonly counts: IncidentOutcomes;
}
