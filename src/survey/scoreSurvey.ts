import type { SurveyResponse } from '../model/observations.ts';
import type { SatisfactionSurvey } from '../model/survey.ts';
import { scoreTally, type SurveyScores } from './scoreTally.ts';
import { tallyResponses } from './tally/tallyResponses.ts';
import type { ScoreOptions } from './types.ts';

/**
 * Scores every rated question of a survey from its responses: `tallyResponses`, then
 * {@link scoreTally}.
 *
 * @param survey - the survey that was answered
 * @param responses - one object per customer, keyed by question id
 * @param options - the confidence level
 * @returns the scores, each an estimate with its interval or the reason why there is none
 * @example
 * const survey = {
 *   id: 'leaving',
 *   title: 'On leaving',
 *   questions: [
 *     {
 *       id: 'ease',
 *       text: 'How easy was it to pay?',
 *       asks: 'effort',
 *       scale: { min: 1, max: 7 },
 *     },
 *   ],
 * } as const;
 * const scores = scoreSurvey(survey, [{ ease: 7 }, { ease: 'not-applicable' }, { ease: 6 }]);
 * scores.questions[0]?.scores[0].counts;
 * // => {
 * //   answered: 2, notApplicable: 1, skipped: 0, invalid: 0, perAnswer: [0, 0, 0, 0, 0, 1, 1],
 * // }
 */
export function scoreSurvey<
  QuestionId extends string,
  MomentId extends string,
  AreaId extends string,
  Response extends SurveyResponse<QuestionId>,
>(
  survey: SatisfactionSurvey<QuestionId, MomentId, AreaId>,
  responses: Iterable<Response>,
  options: ScoreOptions = {},
): SurveyScores<QuestionId, MomentId, AreaId> {
  return scoreTally(survey, tallyResponses(survey, responses), options);
}
