import type { SurveyResponse } from '../../model/observations.ts';
import type { SatisfactionSurvey } from '../../model/survey.ts';
import { DEFAULT_LEVEL } from '../../shared/estimate.ts';
import { checkLevel, checkObject, checkRows, refuse } from '../../shared/refuse.ts';
import { checkSurvey } from '../answers/guards.ts';
import { NOTHING_HIDDEN } from '../disclosure/suppress.ts';
import { type CountingOptions, checkCountingOptions } from '../tally/tallyOptions.ts';
import { tallyTogether } from '../tally/tallyRows.ts';
import type { ScoreOptions } from '../types.ts';
import { DEFAULT_MINIMUM_GROUP_SIZE, scoresOf } from './scoresOf.ts';
import type { SurveyScores } from './surveyScores.ts';

/** What {@link scoreSurvey} takes besides the responses. */
export interface ScoreSurveyOptions extends CountingOptions, ScoreOptions {}

/**
 * Scores every rated question of a survey from its responses, all together; `scoreByGroup` scores them group by group as
 * well. Columns, streams, merged counts and what was published before go to `tallyResponses` and `scoreTally`.
 *
 * @param survey - the survey that was answered
 * @param responses - one object per customer, keyed by question id
 * @param options - what to weight by, which responses count, and the confidence level
 * @returns the scores, each an estimate with its interval or the reason why there is none
 * @throws ServiceCycleError `invalid-argument` for an option there is not, and as `tallyResponses` and
 * `scoreTally` do
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
  responses: readonly Response[] | Iterable<Response>,
  options: ScoreSurveyOptions = {},
): SurveyScores<QuestionId, MomentId, AreaId, never> {
  checkObject('options', options);
  if ('by' in options) refuse('by', options.by, 'nothing: scoreByGroup scores group by group');
  checkCountingOptions(options, ['weight', 'unique', 'level']);
  checkSurvey(survey);
  checkRows('responses', responses);
  const { level = DEFAULT_LEVEL } = options;
  checkLevel(level);
  const tally = tallyTogether(survey, responses, options);
  // Who shows no groups has nobody to protect.
  const rule = { level, minimum: DEFAULT_MINIMUM_GROUP_SIZE };
  return scoresOf(survey, tally, tally, NOTHING_HIDDEN, rule);
}
