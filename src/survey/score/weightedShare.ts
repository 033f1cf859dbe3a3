import { DEFAULT_LEVEL } from '../../shared/estimate.ts';
import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import type { IntervalOptions } from '../../stats/intervals/intervalOptions.ts';
import { checkLevel } from '../../shared/refuse.ts';
import { wilsonInterval } from '../../stats/intervals/wilsonInterval.ts';
import { intervalSize, linearizedSize } from './linearizedSize.ts';
import type { WeightedAnswers, WeightedEstimated } from './weightedTypes.ts';
import { weightTotals } from './weightTotals.ts';

/** Answers that lie side by side on their scale. */
export interface AnswerRange {
  /** The place of the first one; the lowest answer has place 0. */
  readonly from: number;
  /** The place behind the last one. */
  readonly to: number;
}

/** Refuses a range that does not lie among so many answers. */
export function checkRange({ from, to }: AnswerRange, answers: number): void {
  if (Number.isInteger(from) && Number.isInteger(to) && 0 <= from && from <= to && to <= answers) {
    return;
  }
  throw new ServiceCycleError(
    'invalid-argument',
    `the range is ${quote(from)} to ${quote(to)}; expected two places in order among ${answers} answers`,
  );
}

/**
 * The weighted share of answers in a range of the scale, 0 to 1.
 *
 *     value    = Σ w inside / Σ w
 *     interval = Wilson's, of value · n* among n* answers,
 *     n*       = effectiveN · (t(n - 1) / t(effectiveN - 1))²
 *
 * effectiveN is the linearized one: p(1 - p) over the variance that `linearizedError` gives the share,
 * at most n. Kish's size stands in where all or none are inside.
 *
 * With equal weights it is the plain share with its plain interval.
 *
 * Not estimable: no answers with a weight above 0.
 *
 * @param answers - the weighted answers
 * @param range - which of them to count
 * @param options - the confidence level
 * @throws ServiceCycleError `invalid-argument` where the sums cannot be sums of weights, or the range is
 * not among the answers
 * @example
 * const answers = {
 *   scale: { min: 1, max: 3 },
 *   n: 3,
 *   weights: [2, 1, 1],
 *   squaredWeights: [4, 1, 1],
 * };
 * const share = weightedShare(answers, { from: 2, to: 3 });
 * share.kind === 'estimate' && share.value; // => 0.25
 * share.kind === 'estimate' && share.interval.high; // ~> 0.743907
 * @see Korn and Graubard (1998), Survey Methodology 24, 193-201
 */
export function weightedShare(
  answers: WeightedAnswers,
  { from, to }: AnswerRange,
  { level = DEFAULT_LEVEL }: IntervalOptions = {},
): WeightedEstimated {
  checkLevel(level);
  const totals = weightTotals(answers);
  const { weight, designEffect } = totals;
  const { n, weights } = answers;
  checkRange({ from, to }, weights.length);
  if (weight === 0) return { kind: 'not-estimable', reason: 'no-answers', n };
  let inside = 0;
  for (let place = from; place < to; place += 1) inside += weights[place] ?? 0;
  const value = Math.min(1, inside / weight);
  const isInside = weights.map((_, place) => (place >= from && place < to ? 1 : 0));
  const effectiveN = linearizedSize(answers, totals, isInside);
  const size = intervalSize(n, effectiveN, level);
  return {
    kind: 'estimate',
    value,
    unit: 'share',
    interval: wilsonInterval(Math.min(size, inside * (size / weight)), size, { level }),
    n,
    basis: 'measured',
    effectiveN,
    designEffect,
  };
}
