import type { RatedQuestion } from '../model/survey.ts';
import { customerEffort } from './customerEffort.ts';
import { customerSatisfaction } from './customerSatisfaction.ts';
import { incidentShare } from './incidentShare.ts';
import { meanRating } from './meanRating.ts';
import { isNetPromoterScale } from './netPromoterScale.ts';
import { netPromoterScore } from './netPromoterScore.ts';
import { FEW_ANSWERS, type ScoreWarning } from './surveyScores.ts';
import type { AnswerCounts, Score, ScoreOptions } from './types.ts';

/** The scores of a question by what it asks for, the one to report first. */
export function scoreQuestion(
  { asks, scale }: RatedQuestion,
  counts: AnswerCounts,
  options: ScoreOptions,
): readonly [Score, ...Score[]] {
  switch (asks) {
    case 'recommendation':
      return isNetPromoterScale(scale)
        ? [netPromoterScore(counts, options)]
        : [meanRating(counts, options)];
    case 'satisfaction':
      return [
        customerSatisfaction(counts, {
          ...options,
          box: counts.perAnswer.length > 2 ? 'top-two' : 'top',
        }),
        meanRating(counts, options),
      ];
    case 'effort':
      return [customerEffort(counts, options)];
    case 'incident':
      return [incidentShare(counts, options)];
    case 'perception':
    case 'expectation':
    case 'importance':
      return [meanRating(counts, options)];
  }
}

/** What to keep in mind when reading the scores of a question. */
export function warningsOf(question: RatedQuestion, { counts }: Score): readonly ScoreWarning[] {
  const warnings: ScoreWarning[] = [];
  if (counts.answered < FEW_ANSWERS) warnings.push('few-answers');
  if (counts.invalid > 0) warnings.push('invalid-answers');
  if (question.asks === 'recommendation' && !isNetPromoterScale(question.scale)) {
    warnings.push('not-a-net-promoter-scale');
  }
  return warnings;
}
