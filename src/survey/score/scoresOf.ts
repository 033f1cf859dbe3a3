import type { RatedQuestion, SatisfactionSurvey } from '../../model/survey.ts';
import { DEFAULT_LEVEL } from '../../shared/estimate.ts';
import { checkCount, checkLevel } from '../../shared/refuse.ts';
import { ratedQuestions } from '../answers/ratedQuestions.ts';
import type { Suppression } from '../disclosure/suppress.ts';
import type { Score, ScoreOptions, TalliedQuestion, Tally } from '../types.ts';
import { computeFigure, newFigure } from './metric.ts';
import {
  answerCells,
  answersSlot,
  countsAt,
  metricsOf,
  readAnswers,
  scoreAt,
  type TallyCells,
  warningsOf,
} from './questionScores.ts';
import type { GroupScores, QuestionScores, SurveyScores } from './surveyScores.ts';

/** What `scoreTally` takes besides the tally. */
export interface TallyScoreOptions extends ScoreOptions {
  /**
   * The fewest answers that a group is shown with; {@link DEFAULT_MINIMUM_GROUP_SIZE} when absent. 1 shows
   * everything: for data of your own in which nobody is promised to stay unknown.
   */
  readonly minimumGroupSize?: number;
  /**
   * The fewest answers that the scores of all responses are shown with, where a tally is grouped; the
   * minimum group size when absent, and no more than that. 1 shows them whatever they tell.
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

/** The names of these options, but for what was published. */
export const SCORING_OPTIONS: readonly string[] = ['level', 'minimumGroupSize', 'minimumTotal'];

/** The fewest answers that a group is shown with, where nothing else is asked for. */
export const DEFAULT_MINIMUM_GROUP_SIZE = 5;

/** How scores are made, nothing left open. */
export interface ScoringRule {
  /** The confidence level. */
  readonly level: number;
  /** The fewest answers that a group is shown with. */
  readonly minimum: number;
  /** The fewest answers that the scores of all responses are shown with. */
  readonly minimumTotal: number;
  /** Whether groups are shown anywhere: who asks for none, and has shown none, hides nobody, however few answered. */
  readonly isGrouped: boolean;
}

/** Refuses options that are out of range, and says what they come to. */
export function scoringRule(options: TallyScoreOptions, isGrouped: boolean): ScoringRule {
  const { level = DEFAULT_LEVEL, minimumGroupSize: minimum = DEFAULT_MINIMUM_GROUP_SIZE } = options;
  checkLevel(level);
  checkCount('minimumGroupSize', minimum, 1);
  const { minimumTotal = isGrouped ? minimum : 1 } = options;
  // A larger total would be told by the groups that are shown.
  checkCount('minimumTotal', minimumTotal, 1, minimum);
  return { level, minimum, minimumTotal, isGrouped };
}

/**
 * The scores of a tally of this survey; what must not be shown is left out.
 *
 * @param survey - the survey
 * @param tally - the tally
 * @param all - the cells of all its groups together
 * @param suppression - what must not be shown
 * @param rule - how scores are made
 * @param groups - the scores group by group, where there are groups
 * @param notGuarded - the published tallies that these scores are not guarded against
 */
export function scoresOf<
  QuestionId extends string,
  MomentId extends string,
  AreaId extends string,
  Key extends string,
>(
  survey: SatisfactionSurvey<QuestionId, MomentId, AreaId>,
  tally: Pick<Tally<QuestionId>, 'questions' | 'weights' | 'firstInvalid'>,
  all: TallyCells,
  suppression: Pick<Suppression, 'isTotalHidden' | 'unseen'>,
  { level, minimum }: Pick<ScoringRule, 'level' | 'minimum'>,
  groups?: GroupScores<QuestionId, Key>,
  notGuarded: readonly number[] = [],
): SurveyScores<QuestionId, MomentId, AreaId, Key> {
  const { isTotalHidden, unseen } = suppression;
  const { weights } = tally;
  const questions = ratedQuestions(survey);
  const suppressedQuestions = unseen.flatMap((at) => questions[at]?.id ?? []);
  return {
    kind: 'survey-scores',
    survey: survey.id,
    responses: isTotalHidden ? 'suppressed' : (all.cells[0] ?? 0),
    questions: questions.flatMap((question, at) => {
      if (unseen.includes(at)) return [];
      return [scoreQuestion(question, all, tally.questions[at] as TalliedQuestion, level)];
    }),
    suppressedQuestions,
    ...(groups && { groups }),
    minimumGroupSize: minimum,
    level,
    ...(weights && { weights: { invalid: weights.invalid, zero: weights.zero } }),
    notGuarded,
    firstInvalid: tally.firstInvalid.filter(
      ({ question }) => !suppressedQuestions.includes(question),
    ),
  };
}

/** The scores of a question from a tally of one group. */
function scoreQuestion<QuestionId extends string, MomentId extends string, AreaId extends string>(
  question: RatedQuestion<QuestionId, MomentId, AreaId>,
  all: TallyCells,
  tallied: TalliedQuestion,
  level: number,
): QuestionScores<QuestionId, MomentId, AreaId> {
  const { id, asks, about } = question;
  const stored = answerCells(all, tallied);
  const answers = readAnswers(stored, 0, answersSlot(stored));
  const counts = countsAt(all, 0, tallied);
  const figure = newFigure();
  const [first, ...others] = metricsOf(question).map((metric): Score => {
    const outcome = computeFigure(metric.formula(level), answers, figure);
    return scoreAt(metric, level, outcome, figure, answers, counts);
  });
  const scores = [first as Score, ...others] as const;
  const warnings = warningsOf(question, scores);
  return { question: id, asks, ...(about && { about }), scores, warnings };
}
