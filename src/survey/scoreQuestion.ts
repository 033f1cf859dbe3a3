import type { RatedQuestion } from '../model/survey.ts';
import { countsOf } from './countsOf.ts';
import { customerEffort } from './customerEffort.ts';
import { customerSatisfaction } from './customerSatisfaction.ts';
import { incidentShare } from './incidentShare.ts';
import { meanRating } from './meanRating.ts';
import { isNetPromoterScale } from './netPromoterScale.ts';
import { netPromoterScore } from './netPromoterScore.ts';
import { FEW_ANSWERS, type ScoreWarning } from './surveyScores.ts';
import type { AnswerCounts, Score, ScoreOptions, Tally } from './types.ts';
import { weighScore } from './weighScore.ts';

/** The scores of one question in one group of a tally, the one to report first. */
export function scoreQuestion<QuestionId extends string>(
  question: RatedQuestion<NoInfer<QuestionId>>,
  tally: Tally<QuestionId>,
  group: number,
  options: ScoreOptions,
): readonly [Score, ...Score[]] {
  const [first, ...others] = scoreCounts(question, countsOf(tally, group, question.id), options);
  const weigh = (score: Score): Score => weighScore(score, tally, group, question.id, options);
  return [weigh(first), ...others.map(weigh)];
}

/** The scores of a question by what it asks for. */
function scoreCounts(
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
