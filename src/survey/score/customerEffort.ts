import type { Scale } from '../../model/survey.ts';
import { checkAnswerCounts, checkScoreOptions } from '../answers/guards.ts';
import type { AnswerCounts, EffortDefinition, Score, ScoreOptions } from '../types.ts';
import { directionOf } from './directionOf.ts';
import { meanMetric } from './meanMetric.ts';
import { type Metric, scoreCounts } from './metric.ts';

/**
 * The customer effort score: the mean answer, on the question's own scale.
 *
 *     value    = sum of answers / n
 *     interval = value ± t(n - 1) · sqrt(variance / n), variance with n - 1, cut at the scale's ends
 *
 * Version 1 asks for effort on 1 to 5 and low is good (a reversed scale); version 2 asks how easy it
 * was on 1 to 7 and high is good. The definition in the result says which, and the direction.
 *
 * Not estimable: no answers, one answer.
 *
 * @param counts - the answers, counted
 * @param options - the confidence level
 * @returns the mean, its interval, definition and counts
 * @throws ServiceCycleError `invalid-argument` when the counts do not fit the scale
 * @example
 * const ease = customerEffort({ scale: { min: 1, max: 7 }, perAnswer: [1, 0, 2, 3, 6, 5, 3] });
 * ease.definition.version; // => 2
 * ease.kind === 'estimate' && ease.value; // => 5
 * @see Dixon, Freeman and Toman (2010), Harvard Business Review 88(7/8), 116-122
 */
export function customerEffort(
  counts: AnswerCounts,
  options: ScoreOptions = {},
): Score<EffortDefinition> {
  checkAnswerCounts(counts);
  checkScoreOptions(options);
  return scoreCounts(effortMetric(counts.scale), counts, options);
}

/** How the answers on a scale are made a customer effort score. */
export function effortMetric(scale: Scale): Metric<EffortDefinition> {
  const [version, direction] = [versionOf(scale), directionOf(scale)];
  return meanMetric({ metric: 'customer-effort', scale, version, direction });
}

function versionOf({ min, max, step = 1, reversed = false }: Scale): EffortDefinition['version'] {
  if (min !== 1 || step !== 1) return 'own';
  if (max === 5 && reversed) return 1;
  return max === 7 && !reversed ? 2 : 'own';
}
