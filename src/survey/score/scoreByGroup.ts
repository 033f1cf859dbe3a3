import type { SurveyResponse } from '../../model/observations.ts';
import type { SatisfactionSurvey } from '../../model/survey.ts';
import { checkRows } from '../../shared/refuse.ts';
import { checkSurvey } from '../answers/guards.ts';
import { layoutOf, suppressCounts } from '../disclosure/suppress.ts';
import {
  checkTallyOptions,
  type Grouping,
  type KeyOf,
  keysOf,
  TALLY_OPTIONS,
  type TallyOptions,
} from '../tally/tallyOptions.ts';
import { tallyRows } from '../tally/tallyRows.ts';
import { groupedScoresOf, totalOf } from './groupedScoresOf.ts';
import { SCORING_OPTIONS, scoringRule, type TallyScoreOptions } from './scoresOf.ts';
import type { SurveyScores } from './surveyScores.ts';

/** What {@link scoreByGroup} takes besides the responses. */
export interface ScoreByGroupOptions<Key extends string = string>
  extends TallyOptions<Key>,
    Omit<TallyScoreOptions, 'published'> {
  /** The keys of the response objects to group by, perhaps with the values each may have. */
  readonly by: Grouping<Key>;
}

/**
 * Scores every rated question of a survey from its responses, of all and group by group: what `tallyResponses`
 * and `scoreTally` give one after the other. Columns, streams, merged counts and what was published before go to these two.
 *
 * A group with fewer answers than the minimum size is suppressed, and so are as many others as it takes that nobody can
 * work it out; `scoreRows` gives the groups as rows, `groupScore` one of them in full.
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
 * const responses = ['Athens', 'Patras', 'Volos'].flatMap((branch, i) =>
 *   Array.from({ length: i === 2 ? 3 : 20 }, (_, visit) => ({ branch, ease: 1 + ((visit + i) % 7) })),
 * );
 * const scores = scoreByGroup(survey, responses, { by: ['branch'] });
 * Array.from(scoreRows(scores), ({ branch, n, because }) => [branch, n, because]);
 * // => [
 * //   ['Athens', null, 'protects-another'],
 * //   ['Patras', 20, null],
 * //   ['Volos', null, 'below-minimum'],
 * // ]
 */
export function scoreByGroup<
  QuestionId extends string,
  MomentId extends string,
  AreaId extends string,
  Response extends SurveyResponse<QuestionId>,
  const Key extends KeyOf<Response>,
>(
  survey: SatisfactionSurvey<QuestionId, MomentId, AreaId>,
  responses: readonly Response[] | Iterable<Response>,
  options: ScoreByGroupOptions<Key>,
): SurveyScores<QuestionId, MomentId, AreaId, Key> {
  checkTallyOptions(options, [...TALLY_OPTIONS, ...SCORING_OPTIONS]);
  checkSurvey(survey);
  checkRows('responses', responses);
  const rule = scoringRule(options, keysOf(options.by).length > 0);
  const tally = tallyRows(survey, responses, options);
  const suppression = suppressCounts(tally, layoutOf(tally), rule);
  return groupedScoresOf(survey, tally, totalOf(tally), suppression, rule);
}
