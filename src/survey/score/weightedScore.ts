import type { Scale } from '../../model/survey.ts';
import { DEFAULT_LEVEL } from '../../shared/estimate.ts';
import { checkOneOf } from '../../shared/refuse.ts';
import { checkScoreOptions } from '../answers/guards.ts';
import type { SatisfactionBox, ScoreDefinition, ScoreOptions } from '../types.ts';
import { effortMetric } from './customerEffort.ts';
import { satisfactionMetric } from './customerSatisfaction.ts';
import { incidentMetric } from './incidentShare.ts';
import { meanRatingMetric } from './meanRating.ts';
import { computeFigure, type Metric, newFigure, toEstimated } from './metric.ts';
import { netPromoterMetric } from './netPromoterScore.ts';
import { weighedAnswers } from './weighedAnswers.ts';
import type { WeightedAnswers, WeightedEstimated } from './weightedTypes.ts';

/** What {@link weightedScore} takes besides the answers. */
export interface WeightedScoreOptions extends ScoreOptions {
  /** What is made of the answers. */
  readonly metric: ScoreDefinition['metric'];
  /** Which answers count as satisfied, for customer satisfaction; `top-two` when absent. */
  readonly box?: SatisfactionBox;
}

/**
 * A score of weighted answers, summed: the value of its metric, each answer counted as often as its
 * weight says.
 *
 *     share    = Σ w inside / Σ w, with Wilson's interval of n* answers
 *     points   = 100 · (Σ w of promoters - Σ w of detractors) / Σ w, with the adjusted Wald interval of n*
 *     n*       = effectiveN · (t(n - 1) / t(effectiveN - 1))²
 *     mean     = Σ w·y / Σ w ± t(n - 1) · the linearized standard error, cut at the ends of the scale
 *
 * effectiveN is the linearized one: the variance of the figure among answers of equal weight over the
 * one that `linearizedError` gives it, at most n. Kish's size stands in where the answers do not differ.
 * Weights of 1 give the plain score with its plain interval, to the last bit. `scoreSurvey` with the option
 * `weight` gives the same from responses.
 *
 * Not estimable: no answers with a weight above 0; of a mean, one answer.
 *
 * @param answers - the weighted answers
 * @param options - the metric, its box and the confidence level
 * @throws ServiceCycleError `wrong-scale` where the scale is none of the metric's; `invalid-argument`
 * where the sums cannot be sums of weights, or the level is outside its range
 * @example
 * const answers = {
 *   scale: { min: 1, max: 4 },
 *   n: 4,
 *   weights: [2, 1, 0, 1],
 *   squaredWeights: [2, 1, 0, 1],
 * };
 * const share = weightedScore(answers, { metric: 'customer-satisfaction' });
 * share.kind === 'estimate' && share.value; // => 0.25
 * share.kind === 'estimate' && share.interval.high; // ~> 0.699358
 * const mean = weightedScore(answers, { metric: 'mean-rating', level: 0.5 });
 * mean.kind === 'estimate' && mean.value; // => 2
 * @see Korn and Graubard (1998), Survey Methodology 24, 193-201
 * @see Rocks (2016), The American Statistician 70, 365-372
 */
export function weightedScore(
  answers: WeightedAnswers,
  options: WeightedScoreOptions,
): WeightedEstimated {
  const weighed = weighedAnswers(answers);
  checkScoreOptions(options, 'metric', 'box');
  const { metric: name, box, level = DEFAULT_LEVEL } = options;
  checkOneOf('metric', name, METRICS);
  const { definition, unit, method, formula } = metricNamed(name, answers.scale, box);
  const figure = newFigure();
  const outcome = computeFigure(formula(level), weighed, figure);
  const estimated = toEstimated({ unit, method }, level, outcome, figure, answers.n);
  if (estimated.kind === 'not-estimable') return { ...estimated, definition };
  const { effectiveN } = figure;
  const { designEffect } = weighed;
  return { ...estimated, effectiveN, designEffect, definition };
}

function metricNamed(
  name: ScoreDefinition['metric'],
  scale: Scale,
  box: SatisfactionBox | undefined,
): Metric {
  switch (name) {
    case 'net-promoter-score':
      return netPromoterMetric(scale);
    case 'customer-satisfaction':
      return satisfactionMetric(scale, box);
    case 'customer-effort':
      return effortMetric(scale);
    case 'incident-share':
      return incidentMetric(scale);
    case 'mean-rating':
      return meanRatingMetric(scale);
  }
}

/** All that can be made of answers. */
export const METRICS: readonly ScoreDefinition['metric'][] = [
  'net-promoter-score',
  'customer-satisfaction',
  'customer-effort',
  'incident-share',
  'mean-rating',
];
