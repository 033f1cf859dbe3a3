import type { Estimate, NotEstimable } from '../../shared/estimate.ts';
import type { CostFigure } from '../incidents/costTypes.ts';

/**
 * How much more often visits end dissatisfied with an incident at one moment, incidents at all other
 * moments held fixed.
 */
export interface JointEffect<MomentId extends string = string>
  extends Estimate<'net-share', 'wald'> {
  /** The moment. */
  readonly moment: MomentId;
  /** The standard error of `value`, above 0. */
  readonly standardError: number;
  /** Visits with an incident there, among those that tell how they ended. */
  readonly incidents: number;
  /**
   * How many times incidents at other moments inflate the variance, 1 or more; above 10 the visits
   * hardly tell the moments apart.
   */
  readonly varianceInflation: number;
  /**
   * Of 1,000 visits, how many end dissatisfied with incidents here: the effect times the incidents.
   * Burdens of several moments add up.
   */
  readonly burden: CostFigure;
  /** The burden as a share of the visits that ended dissatisfied. */
  readonly shareOfDissatisfied: number;
  /** Moments left out because their incidents follow from these; the effect is that of all of them. */
  readonly standsFor: readonly MomentId[];
}

/**
 * Why a joint effect cannot be estimated.
 *
 * - `no-data`: no visit tells how it ended
 * - `nobody-dissatisfied`: no visit ended dissatisfied
 * - `everybody-dissatisfied`: every visit did
 * - `too-few-visits`: there are no more visits than moments
 * - `too-few`: fewer than 5 visits have an incident there, or fewer than 5 have none
 * - `collinear`: where there is an incident follows from those at other moments
 */
export type JointEffectGap =
  | 'no-data'
  | 'nobody-dissatisfied'
  | 'everybody-dissatisfied'
  | 'too-few-visits'
  | 'too-few'
  | 'collinear';

/** A joint effect that the visits cannot give, and why. */
export interface JointEffectNotEstimable<MomentId extends string = string>
  extends NotEstimable<JointEffectGap> {
  /** The moment. */
  readonly moment: MomentId;
  /** Visits that tell how they ended. */
  readonly n: number;
  /** How many of them had an incident there. */
  readonly incidents: number;
  /** The moments whose incidents it follows from, where it is collinear. */
  readonly duplicates: readonly MomentId[];
}

/** The effects of incidents at all moments at once. */
export interface JointEffects<MomentId extends string = string> {
  /** Tells joint effects from other results. */
  readonly kind: 'joint-effects';
  /** One entry per moment, in the order of the tally. */
  readonly moments: readonly (JointEffect<MomentId> | JointEffectNotEstimable<MomentId>)[];
  /** Visits that tell how they ended: those that the effects rest on. */
  readonly n: number;
  /** How many of them ended dissatisfied. */
  readonly dissatisfied: number;
  /**
   * The variances of the effects that are estimated, in the order of the moments, and off the diagonal
   * their covariances.
   */
  readonly covariance: readonly (readonly number[])[];
}

/** What may be chosen about joint effects. */
export interface JointEffectOptions {
  /** The confidence level of all intervals, above 0 and below 1; 0.95 when absent. */
  readonly level?: number;
}
