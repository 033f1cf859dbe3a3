import type { Estimate, NotEstimable } from '../../shared/estimate.ts';
import type { FamilyAdjustment, FamilyTest } from '../familyTests.ts';

/**
 * How much more often customers are pleased with the whole visit where something delighted them at one
 * moment, delights at all other moments held fixed.
 */
export interface DelightEffect extends Estimate<'net-share', 'wald'> {
  /** The standard error of `value`, above 0. */
  readonly standardError: number;
}

/**
 * Why the effect of delights cannot be estimated.
 *
 * - `no-data`: no visit has an overall answer
 * - `nobody-pleased`: no customer is pleased with the whole
 * - `everybody-pleased`: every customer is
 * - `too-few-visits`: there are no more visits than moments
 * - `too-few`: fewer than 5 visits have a delight there, or fewer than 5 have none
 * - `collinear`: where there is a delight follows from those at moments before
 */
export type DelightGap =
  | 'no-data'
  | 'nobody-pleased'
  | 'everybody-pleased'
  | 'too-few-visits'
  | 'too-few'
  | 'collinear';

/** What delights at one moment go with. */
export interface MomentStrength<MomentId extends string = string> {
  /** Tells an estimate from a case that cannot be estimated. */
  readonly kind: 'estimate';
  /** The moment. */
  readonly moment: MomentId;
  /**
   * Whether the moment is a strength: a delight there makes more than `lift` more of the customers pleased with
   * the whole, beyond doubt.
   */
  readonly isStrength: boolean;
  /** Visits with an overall answer that had a delight there. */
  readonly delights: number;
  /** The effect. */
  readonly effect: DelightEffect;
  /** The one-sided test of whether the effect is above `lift`. */
  readonly test: FamilyTest;
  /** The effect that a strength has to exceed. */
  readonly lift: number;
  /** Whether delights were told by those who also told how the visit was: they share a mood with it. */
  readonly isCommonSource: boolean;
}

/** Delights at one moment of which the visits cannot tell what they go with, and why. */
export interface MomentStrengthNotEstimable<MomentId extends string = string>
  extends NotEstimable<DelightGap> {
  /** The moment. */
  readonly moment: MomentId;
  /** Visits with an overall answer that had a delight there. */
  readonly delights: number;
}

/** Which moments delight, so that customers are pleased with the whole. */
export interface MomentStrengths<MomentId extends string = string> {
  /** Tells strengths from other results. */
  readonly kind: 'moment-strengths';
  /** The moments at which a delight was told, in the order of the tally. */
  readonly moments: readonly (MomentStrength<MomentId> | MomentStrengthNotEstimable<MomentId>)[];
  /** Visits with an overall answer. */
  readonly n: number;
  /** How many of these customers are pleased with the whole. */
  readonly pleased: number;
  /** The lowest overall answer of customers who are pleased. */
  readonly pleasedFrom: number;
}

/** The thresholds of `momentStrengths`. */
export interface StrengthOptions {
  /** The confidence level of intervals and tests, above 0 and below 1; 0.95 when absent. */
  readonly level?: number;
  /**
   * How much more often customers have to be pleased with the whole where something delighted them, 0 to 1;
   * when absent 0.1, and 0.2 where delights were told in the questionnaire that asked how the visit was: customers
   * in a good mood tell of more of them, and are more pleased with the whole.
   */
  readonly lift?: number;
  /** How strengths are guarded against being several; `holm` when absent. */
  readonly adjustment?: FamilyAdjustment;
}
