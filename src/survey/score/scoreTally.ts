import type { SatisfactionSurvey } from '../../model/survey.ts';
import { quote } from '../../shared/quote.ts';
import { checkList, checkOptions } from '../../shared/refuse.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { checkSurvey } from '../answers/guards.ts';
import { layOut, ratedQuestions } from '../answers/ratedQuestions.ts';
import { suppressTally } from '../disclosure/suppressTally.ts';
import { COUNTS_LATER, checkTally } from '../tally/checkTally.ts';
import { sameCells } from '../tally/sameCells.ts';
import type { Tally } from '../types.ts';
import { groupedScoresOf, totalOf } from './groupedScoresOf.ts';
import { SCORING_OPTIONS, scoringRule, type TallyScoreOptions } from './scoresOf.ts';
import type { SurveyScores } from './surveyScores.ts';

/**
 * Scores every rated question of a tally by what it asks for.
 *
 * A recommendation gives the net promoter score, satisfaction the share of the best two answers (the
 * best one, where there are only two or three) and the mean, effort the customer effort score, an incident the share of customers who report one, and
 * perception, expectation and importance the mean.
 *
 * Where the tally is weighted, values and intervals are too, with the effective number of answers.
 *
 * Where the tally is grouped, every group is scored too, as columns: see `scoreRows` and `groupScore`. A group with fewer answers than the minimum
 * size is suppressed, and so are as many others as it takes that nobody can work it out by adding and
 * subtracting what is shown here or in any roll-up of the tally. Name the tallies of earlier waves as
 * `published` where one holds the other, and the differences between them are guarded as well.
 *
 * @param survey - the survey the tally was made with
 * @param tally - the counts, from `tallyResponses`
 * @param options - the confidence level, the minimum group size and what was published before
 * @returns the scores, each an estimate with its interval or the reason why there is none
 * @throws ServiceCycleError `invalid-argument` when the tally was made with another survey, a published
 * one has other questions or lacks a key, there is no such option, or the minimum group size is not a whole number, 1 or more
 * @example
 * const survey = {
 *   id: 'leaving',
 *   title: 'On leaving',
 *   questions: [
 *     {
 *       id: 'recommend',
 *       text: 'How likely are you to recommend us to a friend?',
 *       asks: 'recommendation',
 *       scale: { min: 0, max: 10 },
 *     },
 *   ],
 * } as const;
 * const tally = tallyResponses(survey, [{ recommend: 10 }, { recommend: 9 }, { recommend: 3 }]);
 * const [question] = scoreTally(survey, tally).questions;
 * question?.scores[0].kind === 'estimate' && question.scores[0].value; // ~> 33.333333
 * question?.warnings; // => ['few-answers']
 * @see Cox (1980), Journal of the American Statistical Association 75, 377-385: suppression by
 * subtotals that stay the same
 */
export function scoreTally<
  QuestionId extends string,
  MomentId extends string,
  AreaId extends string,
  Key extends string,
>(
  survey: SatisfactionSurvey<QuestionId, MomentId, AreaId>,
  tally: Tally<QuestionId, Key>,
  options: TallyScoreOptions = {},
): SurveyScores<QuestionId, MomentId, AreaId, Key> {
  checkOptions(options, [...SCORING_OPTIONS, 'published']);
  checkSurvey(survey);
  checkTally('tally', tally, COUNTS_LATER);
  const { published = [] } = options;
  checkList('published', published);
  if (!sameCells(layOut(ratedQuestions(survey)).questions, tally.questions)) {
    throw new ServiceCycleError(
      'invalid-argument',
      `the tally of survey ${quote(tally.survey)} has other questions or scales than survey ${quote(survey.id)}`,
    );
  }
  const isGrouped = tally.by.length > 0 || tally.rolledUpFrom !== undefined || published.length > 0;
  const rule = scoringRule(options, isGrouped);
  // Each count is looked at before anything goes by it.
  const total = totalOf(tally);
  const isGuarded = rule.minimum > 1 || published.length > 0;
  if (isGuarded && tally.rolledUpFrom !== undefined) checkTally('tally', tally);
  const { notGuarded, ...suppression } = suppressTally(tally, rule, published);
  return groupedScoresOf(survey, tally, total, suppression, rule, notGuarded);
}
