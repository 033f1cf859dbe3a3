import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import type { IntervalOptions } from '../../stats/intervalOptions.ts';
import { adjustedWald } from '../score/adjustedWald.ts';
import { isNetPromoterScale } from '../score/netPromoterScale.ts';
import type { WeightedAnswers, WeightedEstimated } from './types.ts';
import { weightTotals } from './weightTotals.ts';

/** What `linearizedError` takes for a net promoter score: points per answer from 0 to 10. */
export const NET_PROMOTER_POINTS: readonly number[] = [
  -100, -100, -100, -100, -100, -100, -100, 0, 0, 100, 100,
];

/**
 * The weighted net promoter score, in points from -100 to 100.
 *
 *     value    = 100 · (Σ w of promoters - Σ w of detractors) / Σ w
 *     interval = the adjusted Wald interval of `netPromoterScore`, with effectiveN in place of n
 *
 * With equal weights it is the plain score with its plain interval. Programs for survey designs print
 * another error, that of `linearizedError` with `NET_PROMOTER_POINTS`: it sees how weights
 * and answers go together, and is 0 where all answers fall in one class.
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
 * nps.kind === 'estimate' && nps.interval.low; // ~> -52.213647
 * @see Kish (1965), Survey Sampling, 11.7
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
  const { weight, effectiveN, designEffect } = weightTotals(answers);
  if (weight === 0) return { kind: 'not-estimable', reason: 'no-answers', n };
  let promoters = 0;
  let detractors = 0;
  for (const [place, points] of NET_PROMOTER_POINTS.entries()) {
    if (points > 0) promoters += (weights[place] ?? 0) / weight;
    if (points < 0) detractors += (weights[place] ?? 0) / weight;
  }
  const value = Math.min(100, Math.max(-100, 100 * (promoters - detractors)));
  const effective = {
    promoters: promoters * effectiveN,
    detractors: detractors * effectiveN,
    n: effectiveN,
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
