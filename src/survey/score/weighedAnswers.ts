import { intervalSize, linearizedSize } from './linearizedSize.ts';
import type { Answers } from './metric.ts';
import type { WeightedAnswers } from './weightedTypes.ts';
import { weightTotals } from './weightTotals.ts';

/** Answers whose weights differ. */
export interface WeighedAnswers extends Answers {
  /** Kish's design effect of the weights alone, 1 or more. */
  readonly designEffect: number;
}

/**
 * Weighted answers, ready for a formula.
 *
 * @throws `invalid-argument` where they cannot be sums of weights
 */
export function weighedAnswers(given: WeightedAnswers): WeighedAnswers {
  const totals = weightTotals(given);
  const { n, weights, squaredWeights } = given;
  return {
    n,
    weight: totals.weight,
    sums: weights,
    squares: squaredWeights,
    first: 0,
    sizes: {
      effectiveN: (values) => linearizedSize(given, totals, values),
      intervalSize: (effectiveN, level) => intervalSize(n, effectiveN, level),
    },
    designEffect: totals.designEffect,
  };
}
