import { DEFAULT_LEVEL } from '../../src/shared/estimate.ts';
import { computeFigure, newFigure, toEstimated } from '../../src/survey/score/metric.ts';
import { type AnswerRange, shareMetric } from '../../src/survey/score/shareMetric.ts';
import { weighedAnswers } from '../../src/survey/score/weighedAnswers.ts';
import { weightedScore } from '../../src/survey/score/weightedScore.ts';
import type { WeightedAnswers, WeightedEstimated } from '../../src/survey/score/weightedTypes.ts';
import type { ScoreOptions } from '../../src/survey/types.ts';

/** The weighted mean rating. */
export function weightedMean(answers: WeightedAnswers, options?: ScoreOptions): WeightedEstimated {
  return weightedScore(answers, { metric: 'mean-rating', ...options });
}

/** The weighted net promoter score. */
export function weightedNetPromoterScore(
  answers: WeightedAnswers,
  options?: ScoreOptions,
): WeightedEstimated {
  return weightedScore(answers, { metric: 'net-promoter-score', ...options });
}

/** The weighted share of answers in any range of the scale. */
export function weightedShare(
  answers: WeightedAnswers,
  range: AnswerRange,
  { level = DEFAULT_LEVEL }: ScoreOptions = {},
): WeightedEstimated {
  const definition = { metric: 'incident-share', scale: answers.scale, incidents: [] } as const;
  const { unit, method, formula } = shareMetric(definition, range);
  const weighed = weighedAnswers(answers);
  const figure = newFigure();
  const outcome = computeFigure(formula(level), weighed, figure);
  const estimated = toEstimated({ unit, method }, level, outcome, figure, answers.n);
  if (estimated.kind === 'not-estimable') return { ...estimated, definition };
  const { effectiveN } = figure;
  return { ...estimated, effectiveN, designEffect: weighed.designEffect, definition };
}
