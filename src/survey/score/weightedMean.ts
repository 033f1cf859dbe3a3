import { DEFAULT_LEVEL } from '../../shared/estimate.ts';
import type { IntervalOptions } from '../../stats/intervals/intervalOptions.ts';
import { meanInterval } from '../../stats/intervals/meanInterval.ts';
import { linearizedSize } from './linearizedSize.ts';
import type { WeightedAnswers, WeightedEstimated } from './weightedTypes.ts';
import { weightTotals } from './weightTotals.ts';

/**
 * The weighted mean answer, on the question's own scale.
 *
 *     value    = Σ w·y / Σ w
 *     interval = value ± t(n - 1) · the linearized standard error, cut at the ends of the scale
 *
 * effectiveN is the linearized one, at most n. Weights of 1 give the plain mean with its plain interval.
 *
 * Not estimable: no answers with a weight above 0; one answer; all answers that have a weight the same.
 *
 * @param answers - the weighted answers
 * @param options - the confidence level
 * @throws ServiceCycleError `invalid-argument` where the sums cannot be sums of weights
 * @example
 * const answers = {
 *   scale: { min: 1, max: 3 },
 *   n: 3,
 *   weights: [2, 1, 1],
 *   squaredWeights: [4, 1, 1],
 * };
 * const mean = weightedMean(answers, { level: 0.5 });
 * mean.kind === 'estimate' && mean.value; // => 1.75
 * mean.kind === 'estimate' && mean.interval.high; // ~> 2.242125
 */
export function weightedMean(
  answers: WeightedAnswers,
  { level = DEFAULT_LEVEL }: IntervalOptions = {},
): WeightedEstimated {
  const totals = weightTotals(answers);
  const { weight, designEffect } = totals;
  const { n, scale, weights, squaredWeights } = answers;
  if (weight === 0) return { kind: 'not-estimable', reason: 'no-answers', n };
  if (n === 1) return { kind: 'not-estimable', reason: 'one-answer', n };
  if (weights.filter((sum) => sum > 0).length === 1) {
    return { kind: 'not-estimable', reason: 'zero-variance', n };
  }
  const effectiveN = linearizedSize(answers, totals, [...weights.keys()]);
  let places = 0;
  for (const [place, sum] of weights.entries()) places += place * sum;
  const meanPlace = places / weight;
  let squares = 0;
  for (const [place, sum] of squaredWeights.entries()) squares += sum * (place - meanPlace) ** 2;
  const { min, max, step = 1 } = scale;
  const value = min + step * meanPlace;
  // With weights of 1 the last factor is 1, and what is left is the plain sample variance.
  const variance = (step * step * squares * (n / weight) ** 2) / (n - 1);
  const interval = meanInterval({ n, mean: value, variance }, { level });
  return {
    kind: 'estimate',
    value,
    unit: 'scale',
    interval: {
      ...interval,
      low: Math.max(min, interval.low),
      high: Math.min(max, interval.high),
    },
    n,
    basis: 'measured',
    effectiveN,
    designEffect,
  };
}
