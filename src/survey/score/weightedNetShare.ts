import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import type { IntervalOptions } from '../../stats/intervals/intervalOptions.ts';
import { netShare } from './netShare.ts';
import { DEFAULT_LEVEL } from '../../shared/estimate.ts';
import { checkLevel } from '../../shared/refuse.ts';
import { sum } from '../answers/responseCounts.ts';
import { intervalSize, linearizedSize } from './linearizedSize.ts';
import type { WeightedAnswers, WeightedEstimated } from './weightedTypes.ts';
import { type AnswerRange, checkRange } from './weightedShare.ts';
import { weightTotals } from './weightTotals.ts';

/** The answers that a net share is made of. */
export interface NetShareRanges {
  /** Those that count for it. */
  readonly more: AnswerRange;
  /** Those that count against it. */
  readonly less: AnswerRange;
}

/**
 * The weighted share of answers in one range of the scale less that in another, -1 to 1: weighted net
 * satisfaction.
 *
 *     value    = (Σ w of the one - Σ w of the other) / Σ w
 *     interval = the adjusted Wald interval of `customerSatisfaction` with the box `net`, with
 *                n* in place of n, as in `weightedShare`
 *
 * With equal weights it is the plain net share with its plain interval.
 *
 * Not estimable: no answers with a weight above 0.
 *
 * @param answers - the weighted answers
 * @param ranges - which of them count for it and against it; they must not overlap
 * @param options - the confidence level
 * @throws ServiceCycleError `invalid-argument` where the ranges overlap, the sums cannot be sums of
 * weights or the level is outside its range
 * @example
 * const answers = {
 *   scale: { min: 1, max: 4 },
 *   n: 3,
 *   weights: [1, 0, 2, 1],
 *   squaredWeights: [1, 0, 4, 1],
 * };
 * const net = weightedNetShare(answers, { more: { from: 2, to: 4 }, less: { from: 0, to: 2 } });
 * net.kind === 'estimate' && net.value; // => 0.5
 * net.kind === 'estimate' && net.interval.low; // ~> -0.413451
 * @see Kish (1965), Survey Sampling, 11.7
 * @see Rocks (2016), The American Statistician 70, 365-372
 */
export function weightedNetShare(
  answers: WeightedAnswers,
  ranges: NetShareRanges,
  options: IntervalOptions = {},
): WeightedEstimated {
  if (ranges.more.from < ranges.less.to && ranges.less.from < ranges.more.to) {
    const textOf = ({ from, to }: AnswerRange): string => `${quote(from)} to ${quote(to)}`;
    throw new ServiceCycleError(
      'invalid-argument',
      `ranges are ${textOf(ranges.more)} and ${textOf(ranges.less)}; expected two that do not overlap`,
    );
  }
  const { level = DEFAULT_LEVEL } = options;
  checkLevel(level);
  const totals = weightTotals(answers);
  const { weight, designEffect } = totals;
  const { n, weights } = answers;
  checkRange(ranges.more, weights.length);
  checkRange(ranges.less, weights.length);
  if (weight === 0) return { kind: 'not-estimable', reason: 'no-answers', n };
  const more = sum(weights.slice(ranges.more.from, ranges.more.to));
  const less = sum(weights.slice(ranges.less.from, ranges.less.to));
  const value = Math.min(1, Math.max(-1, (more - less) / weight));
  const isIn = (place: number, { from, to }: AnswerRange): number =>
    place >= from && place < to ? 1 : 0;
  const values = weights.map((_, place) => isIn(place, ranges.more) - isIn(place, ranges.less));
  const effectiveN = linearizedSize(answers, totals, values);
  const size = intervalSize(n, effectiveN, level);
  const counts = { more: more * (size / weight), less: less * (size / weight), n: size };
  const net = netShare(value, counts, options);
  return { kind: 'estimate', ...net, n, basis: 'measured', effectiveN, designEffect };
}
