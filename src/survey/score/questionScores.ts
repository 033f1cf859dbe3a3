import { answerCount } from '../../model/scaleAnswers.ts';
import type { RatedQuestion } from '../../model/survey.ts';
import { sum } from '../answers/responseCounts.ts';
import type { ResponseCounts, Score, TalliedQuestion } from '../types.ts';
import type { TallyCells } from './answerCells.ts';
import { effortMetric } from './customerEffort.ts';
import { DEFAULT_BOX, satisfactionMetric } from './customerSatisfaction.ts';
import type { Answers, Figure, FigureOutcome } from './formula.ts';
import { incidentMetric } from './incidentShare.ts';
import { meanRatingMetric } from './meanRating.ts';
import { type Metric, toScore } from './metric.ts';
import { isNetPromoterScale } from './netPromoterScale.ts';
import { netPromoterMetric } from './netPromoterScore.ts';
import { FEW_ANSWERS, type ScoreWarning } from './surveyScores.ts';
import type { WeighedAnswers } from './weighedAnswers.ts';

/** How a question is scored by what it asks for, the score to report first. */
export function metricsOf({ asks, scale }: RatedQuestion): readonly [Metric, ...Metric[]] {
  switch (asks) {
    case 'recommendation':
      return [isNetPromoterScale(scale) ? netPromoterMetric(scale) : meanRatingMetric(scale)];
    case 'satisfaction':
      return [
        // Of two or three answers the best two would hold the other side or the middle.
        satisfactionMetric(scale, answerCount(scale) > 3 ? DEFAULT_BOX : 'top'),
        meanRatingMetric(scale),
      ];
    case 'effort':
      return [effortMetric(scale)];
    case 'incident':
      return [incidentMetric(scale)];
    case 'perception':
    case 'expectation':
    case 'importance':
      return [meanRatingMetric(scale)];
  }
}

/** A figure read off a tally as a score, with everything that stands behind it. */
export function scoreAt(
  metric: Omit<Metric, 'formula'>,
  level: number,
  outcome: FigureOutcome,
  figure: Figure,
  answers: Answers | WeighedAnswers,
  counts: ResponseCounts,
): Score {
  const score = toScore(metric, level, outcome, figure, counts);
  if (!('designEffect' in answers)) return score;
  const { sums, squares, designEffect } = answers;
  const weights = { perAnswer: Array.from(sums), squaredPerAnswer: Array.from(squares) };
  if (score.kind === 'not-estimable') return { ...score, weights };
  return { ...score, weights, effectiveN: figure.effectiveN, designEffect };
}

/** What became of the responses to a question in a group of a tally. */
export function countsAt(
  { width, cells }: TallyCells,
  group: number,
  { scale, firstCell }: TalliedQuestion,
): ResponseCounts {
  const first = group * width + firstCell;
  const end = first + answerCount(scale);
  const perAnswer = cells.slice(first, end);
  return {
    answered: sum(perAnswer),
    notApplicable: cells[end] ?? 0,
    skipped: cells[end + 1] ?? 0,
    invalid: cells[end + 2] ?? 0,
    perAnswer,
  };
}

/** What to keep in mind when reading the scores of a question. */
export function warningsOf(
  question: RatedQuestion,
  scores: readonly [Score, ...Score[]],
): readonly ScoreWarning[] {
  const [{ counts, effectiveN = counts.answered }] = scores;
  const warnings: ScoreWarning[] = [];
  if (effectiveN < FEW_ANSWERS) warnings.push('few-answers');
  if (counts.invalid > 0) warnings.push('invalid-answers');
  if (question.asks === 'recommendation' && !isNetPromoterScale(question.scale)) {
    warnings.push('not-a-net-promoter-scale');
  }
  if (scores.some(isSkewedMean)) warnings.push('skewed-mean');
  return warnings;
}

/**
 * Whether a t interval holds its mean less often than it says, since the answers lean to one end: by
 * Cochran's rule it takes 25·skewness² answers.
 */
function isSkewedMean(score: Score): boolean {
  if (score.kind !== 'estimate' || score.interval.method !== 'student-t') return false;
  const { perAnswer } = score.counts;
  const moment = (power: number): number =>
    perAnswer.reduce((total, count, place) => total + count * (place - mean) ** power, 0) / n;
  const n = sum(perAnswer);
  const mean = perAnswer.reduce((total, count, place) => total + count * place, 0) / n;
  return (score.effectiveN ?? n) * moment(2) ** 3 < 25 * moment(3) ** 2;
}
