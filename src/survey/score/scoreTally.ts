import type { RatedQuestion, SatisfactionSurvey } from '../../model/survey.ts';
import { DEFAULT_LEVEL } from '../../shared/estimate.ts';
import { quote } from '../../shared/quote.ts';
import { checkCount, checkLevel, checkList, checkOptions } from '../../shared/refuse.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { checkSurvey } from '../answers/guards.ts';
import { layOut, ratedQuestions } from '../answers/ratedQuestions.ts';
import { suppress } from '../disclosure/suppress.ts';
import { checkTally } from '../tally/checkTally.ts';
import { rollUp } from '../tally/rollUp.ts';
import { sameCells } from '../tally/sameCells.ts';
import type { InvalidAnswer, Score, ScoreOptions, TalliedQuestion, Tally } from '../types.ts';
import { computeFigure, newFigure } from './metric.ts';
import {
  answersSlot,
  countsAt,
  metricsOf,
  readAnswers,
  scoreAt,
  warningsOf,
} from './questionScores.ts';
import { scoreGroups } from './scoreGroups.ts';
import type { QuestionScores, SurveyScores } from './surveyScores.ts';

/** What {@link scoreTally} takes besides the tally. */
export interface TallyScoreOptions extends ScoreOptions {
  /**
   * The fewest answers that a group is shown with; {@link DEFAULT_MINIMUM_GROUP_SIZE} when absent. 1 shows
   * everything: for data of your own in which nobody is promised to stay unknown.
   */
  readonly minimumGroupSize?: number;
  /**
   * The fewest answers that the scores of all responses are shown with, where a tally is grouped; the
   * minimum group size when absent. 1 shows them whatever they tell.
   */
  readonly minimumTotal?: number;
  /**
   * The tallies of this survey that were published before, the earliest first, with the same minimum
   * group size. Then nothing is shown whose difference to one of them would tell what fewer customers
   * than the minimum said, such as the two who answered since. One that lacks a key of this tally can
   * be guarded against only where both are roll-ups of one tally by all keys; else it is named in
   * `notGuarded`.
   */
  readonly published?: readonly Tally[];
}

/** The names of these options. */
export const TALLY_SCORE_OPTIONS: readonly string[] = [
  'level',
  'minimumGroupSize',
  'minimumTotal',
  'published',
];

/** The fewest answers that a group is shown with, where nothing else is asked for. */
export const DEFAULT_MINIMUM_GROUP_SIZE = 5;

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
  checkOptions(options, TALLY_SCORE_OPTIONS);
  const { level = DEFAULT_LEVEL, minimumGroupSize = DEFAULT_MINIMUM_GROUP_SIZE } = options;
  checkLevel(level);
  checkCount('minimumGroupSize', minimumGroupSize, 1);
  if (options.minimumTotal !== undefined) checkCount('minimumTotal', options.minimumTotal, 1);
  checkSurvey(survey);
  checkTally('tally', tally);
  if (options.published !== undefined) checkList('published', options.published);
  checkCounts(tally);
  const questions = ratedQuestions(survey);
  if (!sameCells(layOut(questions).questions, tally.questions)) {
    throw new ServiceCycleError(
      'invalid-argument',
      `the tally of survey ${quote(tally.survey)} has other questions or scales than survey ${quote(survey.id)}`,
    );
  }
  const { published = [] } = options;
  // Who asks for no groups, and has shown none, hides nobody, however few answered.
  const isGrouped = tally.by.length > 0 || tally.rolledUpFrom !== undefined || published.length > 0;
  const { minimumTotal = isGrouped ? minimumGroupSize : 1 } = options;
  const suppression = suppress(tally, { minimum: minimumGroupSize, minimumTotal, published });
  const { isNothingHidden, isTotalHidden, notGuarded } = suppression;
  const isAllShown = isNothingHidden || !isGrouped;
  const unseen = questions.filter((_, at) => suppression.isUnseenQuestion(at)).map(({ id }) => id);
  const all = tally.by.length === 0 && tally.groups.length === 1 ? tally : rollUp(tally, []);
  const seenInvalid = tally.firstInvalid.filter(({ question }) => !unseen.includes(question));
  return {
    kind: 'survey-scores',
    survey: survey.id,
    responses: isTotalHidden ? 'suppressed' : (all.cells[0] ?? 0),
    questions: questions.flatMap((question, at) => {
      if (suppression.isUnseenQuestion(at)) return [];
      return [scoreQuestion(question, all, tally.questions[at] as TalliedQuestion, level)];
    }),
    suppressedQuestions: unseen,
    ...(tally.by.length > 0 && { groups: scoreGroups(questions, tally, suppression, level) }),
    minimumGroupSize,
    level,
    ...(tally.weights && {
      weights: { invalid: tally.weights.invalid, zero: tally.weights.zero },
    }),
    notGuarded,
    firstInvalid: isAllShown ? seenInvalid : seenInvalid.map(byKind),
  };
}

/** An invalid answer by its kind: who typed a text may be known by it. */
function byKind<QuestionId extends string>(
  answer: InvalidAnswer<QuestionId>,
): InvalidAnswer<QuestionId> {
  const { found } = answer;
  const isPlain = found !== '' && !Number.isNaN(Number(found));
  if (isPlain || found === 'NaN') return answer;
  return { ...answer, found: found.startsWith('"') ? 'text' : 'no number' };
}

/** The scores of a question from a tally of one group. */
function scoreQuestion<QuestionId extends string, MomentId extends string, AreaId extends string>(
  question: RatedQuestion<QuestionId, MomentId, AreaId>,
  all: Tally,
  tallied: TalliedQuestion,
  level: number,
): QuestionScores<QuestionId, MomentId, AreaId> {
  const { id, asks, about } = question;
  const answers = readAnswers(all, tallied, 0, answersSlot(all));
  const counts = countsAt(all, 0, tallied);
  const figure = newFigure();
  const [first, ...others] = metricsOf(question).map((metric): Score => {
    const outcome = computeFigure(metric.formula(level), answers, figure);
    return scoreAt(metric, level, outcome, figure, answers, counts);
  });
  const scores = [first as Score, ...others] as const;
  const warnings = warningsOf(question, scores[0]);
  return { question: id, asks, ...(about && { about }), scores, warnings };
}

/** Refuses a tally whose counts are none. */
function checkCounts({ survey, cells }: Tally): void {
  let at = 0;
  while (at < cells.length && isCount(cells[at] as number)) at += 1;
  if (at === cells.length) return;
  throw new ServiceCycleError(
    'invalid-argument',
    `the tally of ${quote(survey)}: found ${quote(cells[at])} in cell ${String(at)}, expected whole numbers, 0 or more; read tallies from outside with parseTally`,
  );
}

function isCount(count: number): boolean {
  return count >= 0 && count <= Number.MAX_SAFE_INTEGER && Math.floor(count) === count;
}
