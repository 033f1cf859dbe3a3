import type { Effect } from '../model/actionPlan.ts';
import type { NotEstimable } from '../shared/estimate.ts';
import type { StakeBasis } from './stakes.ts';

/**
 * Which figure of every effect and of every harm to count with: the cautious, the planned or the hopeful
 * one.
 */
export type Assumption = 'low' | 'base' | 'high';

/** The part of an action plan that its benefit depends on. */
export interface PlanEffects<MomentId extends string = string> {
  /** The plan's id. */
  readonly id: string;
  /** What it does, moment by moment. */
  readonly effects: readonly Effect<MomentId>[];
}

/** How many customers per period are kept from ending dissatisfied. */
export interface KnownBenefit<MomentId extends string = string> {
  /** Tells this case from one that cannot be estimated. */
  readonly kind: 'expected-benefit';
  /** With the cautious figure of every effect and harm, in customers per period. */
  readonly low: number;
  /** With the planned figure of every effect and the harm expected, in customers per period. */
  readonly base: number;
  /** With the hopeful figure of every effect and the upper end of every harm, in customers per period. */
  readonly high: number;
  /**
   * The weakest of what it rests on: assumed before judged before common source before measured;
   * assumed for no effect at all.
   */
  readonly basis: StakeBasis;
  /**
   * Moments that are worked on and left out of the figures, because what is at stake there is
   * unknown.
   */
  readonly unknownMoments: readonly MomentId[];
}

/** A benefit that cannot be told, because nothing is known about any moment that is worked on. */
export interface UnknownBenefit<MomentId extends string = string>
  extends NotEstimable<'no-known-stake'> {
  /** The moments that are worked on, at least one. */
  readonly unknownMoments: readonly MomentId[];
}

/** What plans bring, as far as it can be told. */
export type ExpectedBenefit<MomentId extends string = string> =
  | KnownBenefit<MomentId>
  | UnknownBenefit<MomentId>;
