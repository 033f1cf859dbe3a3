import type { Scale } from '../../model/survey.ts';
import { brief } from '../../shared/refuse.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { responseCounts, sum } from '../answers/responseCounts.ts';
import type {
  AnswerCounts,
  NetPromoterDefinition,
  NetPromoterInterval,
  Score,
  ScoreOptions,
} from '../types.ts';
import { adjustedWald } from './adjustedWald.ts';
import type { Metric } from './metric.ts';
import { netMetric } from './netMetric.ts';
import { isNetPromoterScale } from './netPromoterScale.ts';

/** What {@link netPromoterScore} takes besides the counts. */
export interface NetPromoterOptions extends ScoreOptions {
  /**
   * Computes the interval, such as {@link netPromoterTango} or {@link netPromoterWald}; the adjusted
   * Wald interval when absent.
   */
  readonly interval?: NetPromoterInterval;
}

/**
 * The net promoter score of one question, in points from -100 to 100.
 *
 *     value    = 100 · (promoters - detractors) / n
 *     p'       = (promoters + 0.75) / (n + 3),  d' = (detractors + 0.75) / (n + 3)
 *     interval = 100 · (p' - d' ± z · sqrt((p' + d' - (p' - d')²) / (n + 3)))
 *
 * Promoters answer 9 or 10, detractors 0 to 6. The interval is the adjusted Wald, because the plain
 * Wald interval has no width when all answers fall in one class; it is cut at -100 and 100. The value
 * is the plain score, and where the adjusted limits leave it out (a handful of answers, all in one
 * class) the interval reaches to it. Another interval comes with the option `interval`; its method
 * stands in the result.
 *
 * Not estimable: no answers.
 *
 * @param counts - the answers, counted, on the scale 0 to 10
 * @param options - the confidence level and how the interval is computed
 * @returns the score in points, its interval, definition and counts
 * @throws ServiceCycleError `wrong-scale` when the scale is not 0 to 10 in whole steps, high is good;
 * `invalid-argument` when the counts do not fit the scale
 * @example
 * const nps = netPromoterScore({
 *   scale: { min: 0, max: 10 },
 *   perAnswer: [0, 0, 0, 0, 0, 1, 1, 4, 7, 5, 7],
 * });
 * nps.kind === 'estimate' && nps.value; // => 40
 * nps.kind === 'estimate' && nps.interval.low; // ~> 11.538295
 * nps.kind === 'estimate' && nps.interval.method; // => 'adjusted-wald'
 * @see Reichheld (2003), Harvard Business Review 81(12), 46-54
 * @see Rocks (2016), The American Statistician 70, 365-372
 */
export function netPromoterScore(
  counts: AnswerCounts,
  options: NetPromoterOptions = {},
): Score<NetPromoterDefinition> {
  const scale = (counts as AnswerCounts | undefined)?.scale;
  checkNetPromoterScale(scale);
  const answers = responseCounts(counts);
  const facts = { definition: { ...DEFINITION, scale }, counts: answers };
  const { answered: n, perAnswer } = answers;
  if (n === 0) return { kind: 'not-estimable', reason: 'no-answers', n, ...facts };

  const detractors = sum(perAnswer.slice(0, 7));
  const promoters = sum(perAnswer.slice(9));
  const value = (100 * (promoters - detractors)) / n;
  const own = { ...options };
  const computeInterval = own.interval ?? adjustedWald;
  if (typeof (computeInterval as unknown) !== 'function') {
    throw new ServiceCycleError(
      'invalid-argument',
      `interval is ${brief(computeInterval)}; expected a function`,
    );
  }
  const interval = computeInterval({ promoters, detractors, n }, own);
  return { kind: 'estimate', value, unit: 'points', interval, n, basis: 'measured', ...facts };
}

/** How answers with their weights are made the same score, group by group. */
export function netPromoterMetric(scale: Scale): Metric<NetPromoterDefinition> {
  checkNetPromoterScale(scale);
  const classes = { more: { from: 9, to: 11 }, less: { from: 0, to: 7 } };
  return netMetric({ ...DEFINITION, scale }, classes, 'points');
}

function checkNetPromoterScale(scale: Partial<Scale> | undefined): asserts scale is Scale {
  if (isNetPromoterScale(scale)) return;
  throw new ServiceCycleError(
    'wrong-scale',
    `scale is ${brief(scale?.min)} to ${brief(scale?.max)}; expected 0 to 10 unreversed`,
  );
}

const DEFINITION = {
  metric: 'net-promoter-score',
  promoters: [9, 10],
  detractors: [0, 1, 2, 3, 4, 5, 6],
} as const;
