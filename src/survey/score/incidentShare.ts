import { answerCount, scaleAnswers } from '../../model/scaleAnswers.ts';
import type { Scale } from '../../model/survey.ts';
import { checkAnswerCounts, checkScoreOptions } from '../answers/guards.ts';
import type { AnswerCounts, IncidentDefinition, Score, ScoreOptions } from '../types.ts';
import { type Metric, scoreCounts } from './metric.ts';
import { shareMetric } from './shareMetric.ts';

/**
 * The share of customers who report an incident, 0 to 1.
 *
 *     value = highest answer / n, with its Wilson interval
 *
 * The highest answer of the scale is the one that reports an incident: 1 on 0 to 1. On a reversed
 * scale it is the lowest.
 *
 * Not estimable: no answers.
 *
 * @param counts - the answers, counted
 * @param options - the confidence level
 * @returns the share, its interval, definition and counts
 * @throws ServiceCycleError `invalid-argument` when the counts do not fit the scale
 * @example
 * const paidTooLittle = incidentShare({ scale: { min: 0, max: 1 }, perAnswer: [196, 4] });
 * paidTooLittle.kind === 'estimate' && paidTooLittle.value; // => 0.02
 * paidTooLittle.kind === 'estimate' && paidTooLittle.interval.high; // ~> 0.050287
 */
export function incidentShare(
  counts: AnswerCounts,
  options: ScoreOptions = {},
): Score<IncidentDefinition> {
  checkAnswerCounts(counts);
  checkScoreOptions(options);
  return scoreCounts(incidentMetric(counts.scale), counts, options);
}

/** How the answers on a scale are made a share of incidents. */
export function incidentMetric(scale: Scale): Metric<IncidentDefinition> {
  const from = scale.reversed === true ? 0 : answerCount(scale) - 1;
  const range = { from, to: from + 1 };
  const incidents = scaleAnswers(scale).slice(range.from, range.to);
  return shareMetric({ metric: 'incident-share', scale, incidents }, range);
}
