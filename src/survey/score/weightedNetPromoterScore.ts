import { DEFAULT_LEVEL } from '../../shared/estimate.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { checkLevel } from '../../shared/refuse.ts';
import type { IntervalOptions } from '../../stats/intervals/intervalOptions.ts';
import { adjustedWald } from './adjustedWald.ts';
import { isNetPromoterScale } from './netPromoterScale.ts';
import { intervalSize, linearizedSize } from './linearizedSize.ts';
import type { WeightedAnswers, WeightedEstimated } from './weightedTypes.ts';
import { weightTotals } from './weightTotals.ts';

/** What `linearizedError` takes for a net promoter score: points per answer from 0 to 10. */
export const NET_PROMOTER_POINTS: readonly number[] = [
  -100, -100, -100, -100, -100, -100, -100, 0, 0, 100, 100,
];

/**
 * The weighted net promoter score, in points from -100 to 100.
 *
 *     value    = 100 · (Σ w of promoters - Σ w of detractors) / Σ w
 *     interval = the adjusted Wald interval of `netPromoterScore`, with n* in place of n,
 *     n*       = effectiveN · (t(n - 1) / t(effectiveN - 1))²
 *
 * effectiveN is the linearized one: the variance of the score among answers of equal weight over the one
 * that `linearizedError` gives it with `NET_PROMOTER_POINTS`, at most n. Kish's size stands in where all
 * answers fall in one class. Weights of 1 give the plain score with its plain interval.
 *
 * Not estimable: no answers with a weight above 0.
 *
 * @param answers - the weighted answers, on the scale 0 to 10
 * @param options - the confidence level
 * @throws ServiceCycleError `wrong-scale` when the scale is not 0 to 10 in whole steps, high is good;
 * `invalid-argument` where the sums cannot be sums of weights
 * @example
 * const answers = {
 *   scale: { min: 0, max: 10 },
 *   n: 3,
 *   weights: [0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 2],
 *   squaredWeights: [0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 4],
 * };
 * const nps = weightedNetPromoterScore(answers);
 * nps.kind === 'estimate' && nps.value; // => 25
 * nps.kind === 'estimate' && nps.interval.low; // ~> -54.199704
 * @see Korn and Graubard (1998), Survey Methodology 24, 193-201
 * @see Rocks (2016), The American Statistician 70, 365-372
 */
export function weightedNetPromoterScore(
  answers: WeightedAnswers,
  options: IntervalOptions = {},
): WeightedEstimated {
  const { scale, n, weights } = answers;
  if (!isNetPromoterScale(scale)) {
    throw new ServiceCycleError(
      'wrong-scale',
      `scale is ${JSON.stringify(scale)}; expected 0 to 10 in steps of 1, high is good`,
    );
  }
  const { level = DEFAULT_LEVEL } = options;
  checkLevel(level);
  const totals = weightTotals(answers);
  const { weight, designEffect } = totals;
  if (weight === 0) return { kind: 'not-estimable', reason: 'no-answers', n };
  let promoters = 0;
  let detractors = 0;
  for (const [place, points] of NET_PROMOTER_POINTS.entries()) {
    if (points > 0) promoters += weights[place] ?? 0;
    if (points < 0) detractors += weights[place] ?? 0;
  }
  const value = Math.min(100, Math.max(-100, (100 * (promoters - detractors)) / weight));
  const effectiveN = linearizedSize(answers, totals, NET_PROMOTER_POINTS);
  const size = intervalSize(n, effectiveN, level);
  const effective = {
    promoters: promoters * (size / weight),
    detractors: detractors * (size / weight),
    n: size,
  };
  const { low, high, ...interval } = adjustedWald(effective, options);
  return {
    kind: 'estimate',
    value,
    unit: 'points',
    // Rounding may leave the value outside by its last digit.
    interval: { low: Math.min(value, low), high: Math.max(value, high), ...interval },
    n,
    basis: 'measured',
    effectiveN,
    designEffect,
  };
}
