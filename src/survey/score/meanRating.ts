import type { Scale } from '../../model/survey.ts';
import { checkAnswerCounts, checkScoreOptions } from '../answers/guards.ts';
import type { AnswerCounts, MeanDefinition, Score, ScoreOptions } from '../types.ts';
import { directionOf } from './directionOf.ts';
import { meanMetric } from './meanMetric.ts';
import { type Metric, scoreCounts } from './metric.ts';

/**
 * The mean rating, on the question's own scale.
 *
 *     value    = sum of answers / n
 *     interval = value ± t(n - 1) · sqrt(variance / n), variance with n - 1
 *
 * The interval is cut at the ends of the scale. Nothing is reversed: on a reversed scale the lower
 * mean is the better one, and the definition says so.
 *
 * Where all answers are the same a t interval would have no width and claim false certainty. Then the limits
 * are what Clopper and Pearson's upper limit of the share of other answers, u = 1 - (1 - level)^(1/n), leaves
 * possible: value - u · (value - min) and value + u · (max - value), method `clopper-pearson`.
 *
 * Not estimable: no answers; one answer, which has no spread.
 *
 * @param counts - the answers, counted
 * @param options - the confidence level
 * @returns the mean, its interval, definition and counts
 * @throws ServiceCycleError `invalid-argument` when the counts do not fit the scale
 * @example
 * const rating = meanRating({ scale: { min: 1, max: 5 }, perAnswer: [0, 1, 2, 4, 3] });
 * rating.kind === 'estimate' && rating.value; // => 3.9
 * rating.kind === 'estimate' && rating.interval.low; // ~> 3.188628
 * @see Student (1908), Biometrika 6, 1-25
 * @see Clopper and Pearson (1934), Biometrika 26, 404-413
 */
export function meanRating(
  counts: AnswerCounts,
  options: ScoreOptions = {},
): Score<MeanDefinition> {
  checkAnswerCounts(counts);
  checkScoreOptions(options);
  return scoreCounts(meanRatingMetric(counts.scale), counts, options);
}

/** How the answers on a scale are made a mean rating. */
export function meanRatingMetric(scale: Scale): Metric<MeanDefinition> {
  return meanMetric({ metric: 'mean-rating', scale, direction: directionOf(scale) });
}
