import type { SurveyResponse } from '../../model/observations.ts';
import type { SatisfactionSurvey } from '../../model/survey.ts';
import { checkRows } from '../../shared/refuse.ts';
import { checkSurvey } from '../answers/guards.ts';
import { layoutOf, suppressCounts } from '../disclosure/suppress.ts';
import {
  checkTallyOptions,
  type KeyOf,
  keysOf,
  TALLY_OPTIONS,
  type TallyOptions,
} from '../tally/tallyOptions.ts';
import { tallyRows } from '../tally/tallyRows.ts';
import { SCORING_OPTIONS, scoresOf, scoringRule, type TallyScoreOptions } from './scoresOf.ts';
import type { SurveyScores } from './surveyScores.ts';

/** What {@link scoreSurvey} takes besides the responses. */
export interface ScoreSurveyOptions<Key extends string = string>
  extends TallyOptions<Key>,
    Omit<TallyScoreOptions, 'published'> {}

/**
 * Scores every rated question of a survey from its responses: what `tallyResponses` and `scoreTally` give
 * one after the other. Columns, streams, merged counts and what was published before go to these two.
 *
 * @param survey - the survey that was answered
 * @param responses - one object per customer, keyed by question id
 * @param options - what to group and weight by, the confidence level and the minimum group size
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
  const Key extends KeyOf<Response> = never,
>(
  survey: SatisfactionSurvey<QuestionId, MomentId, AreaId>,
  responses: readonly Response[] | Iterable<Response>,
  options: ScoreSurveyOptions<Key> = {},
): SurveyScores<QuestionId, MomentId, AreaId, Key> {
  checkTallyOptions(options, [...TALLY_OPTIONS, ...SCORING_OPTIONS]);
  checkSurvey(survey);
  checkRows('responses', responses);
  const rule = scoringRule(options, keysOf(options.by).length > 0);
  const tally = tallyRows(survey, responses, options);
  return scoresOf(survey, tally, suppressCounts(tally, layoutOf(tally), rule), rule);
}
