import type { Scale } from '../../model/survey.ts';
import { directionOf } from './directionOf.ts';
import { meanScore } from './meanScore.ts';
import { responseCounts } from '../answers/responseCounts.ts';
import type { AnswerCounts, MeanDefinition, Score, ScoreOptions, Scorer } from '../types.ts';

/**
 * The mean rating, on the question's own scale.
 *
 *     value    = sum of answers / n
 *     interval = value ± t(n - 1) · sqrt(variance / n), variance with n - 1
 *
 * The interval is cut at the ends of the scale. Nothing is reversed: on a reversed scale the lower
 * mean is the better one, and the definition says so.
 *
 * Not estimable: no answers; one answer, which has no spread; all answers the same, where a t
 * interval would have no width and claim false certainty.
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
 */
export function meanRating(
  counts: AnswerCounts,
  options: ScoreOptions = {},
): Score<MeanDefinition> {
  const score = meanScorer(counts.scale);
  return score(responseCounts(counts), options);
}

/** Scores answers on one scale; the definition is made once. */
export function meanScorer(scale: Scale): Scorer<MeanDefinition> {
  const definition = { metric: 'mean-rating', scale, direction: directionOf(scale) } as const;
  return (counts, options) => meanScore(definition, counts, options);
}
