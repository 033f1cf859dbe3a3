import type { Scale } from '../../model/survey.ts';
import type { Estimate, NotEstimable } from '../../shared/estimate.ts';
import type { ScoreDefinition } from '../types.ts';

/** Weighted answers to one question, summed: all that a weighted score is computed from. */
export interface WeightedAnswers {
  /** The answers the question takes. */
  readonly scale: Scale;
  /** How many answered with a weight above 0; who has none counts as nobody. */
  readonly n: number;
  /** The sum of the weights of those who gave each answer of the scale, the lowest answer first. */
  readonly weights: readonly number[];
  /** The sum of their squared weights, likewise. */
  readonly squaredWeights: readonly number[];
}

/** What weighting costs: as many answers of equal weight would tell as much. */
export interface EffectiveSize {
  /** Tells an effective size from a case that cannot be estimated. */
  readonly kind: 'effective-size';
  /** How many answers there are. */
  readonly n: number;
  /** How many answers of equal weight would tell as much, 1 to `n`. */
  readonly effectiveN: number;
  /** How many times as many answers are needed because of the weights: n / effectiveN, 1 or more. */
  readonly designEffect: number;
}

/** A weighted score with its uncertainty. */
export interface WeightedEstimate extends Estimate {
  /** How many answers of equal weight would tell as much about this figure, at most `n`. */
  readonly effectiveN: number;
  /** Kish's design effect of the weights alone, whatever they have to do with the answers, 1 or more. */
  readonly designEffect: number;
}

/** A weighted score with how it is made, or the reason why there is none. */
export type WeightedEstimated = (WeightedEstimate | NotEstimable) & {
  /** How the score is made. */
  readonly definition: ScoreDefinition;
};
