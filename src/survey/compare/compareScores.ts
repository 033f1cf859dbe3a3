import { DEFAULT_LEVEL } from '../../shared/estimate.ts';
import { checkOneOf } from '../../shared/refuse.ts';
import {
  type AdjustmentOptions,
  adjustForMultipleTests,
  DEFAULT_ADJUSTMENT,
  type MultipleTestAdjustment,
  type VerdictCorrection,
} from '../../stats/tests/adjustForMultipleTests.ts';
import { checkKind, checkScoreOptions } from '../answers/guards.ts';
import { SURVEY_SCORES_SHAPE } from '../score/scoreShapes.ts';
import type { QuestionScores, SurveyScores } from '../score/surveyScores.ts';
import type { ScoreOptions } from '../types.ts';
import { changeVerdict } from './changeVerdict.ts';
import { type MeasuredChange, measureChange } from './measureChange.ts';
import { type AskedQuestion, pairQuestions } from './pairQuestions.ts';
import type {
  AskedOnce,
  ChangeTest,
  ChangeVerdict,
  DefinitionMismatch,
  NothingToCompare,
  OrdinalComparison,
  QuestionComparison,
  ScoreComparisons,
} from './types.ts';

/** What {@link compareScores} takes besides the scores. */
export interface CompareOptions extends ScoreOptions, AdjustmentOptions {}

/**
 * Compares two surveys question by question, by the score of each that is reported first.
 *
 * Questions go by their id. One that only one of the surveys has, one whose metric, scale or
 * definition changed, and one without an estimate are refused by name and never compared. Each
 * comparison has the difference with its interval, a test, an effect size, and the same answers by
 * their order alone; see `compareTwoScores` for the methods.
 *
 * The more questions are compared, the more of them differ by chance. So the p values are adjusted
 * for all of them together, and the verdict rests on the adjusted one; `correction` says for how many, and what the
 * verdict would have been without. The tests of order are a second
 * look at the same answers: they are adjusted among themselves and decide nothing.
 *
 * Both surveys must have been answered by different people, or by so many that it does not matter.
 *
 * @param before - the scores of the earlier survey
 * @param after - the scores of the later survey
 * @param options - the confidence level, and how p values are adjusted
 * @returns every question of either survey: those of the earlier one in its order, then the new ones
 * @throws ServiceCycleError `invalid-argument` when the level is outside its range
 * @example
 * const ease = { id: 'ease', text: 'How easy was it to pay?', asks: 'effort' } as const;
 * const survey = {
 *   id: '2025',
 *   title: 'On leaving',
 *   questions: [{ ...ease, scale: { min: 1, max: 7 } }],
 * } as const;
 * const answersOf = (...answers: number[]) => answers.map((answer) => ({ ease: answer }));
 * const before = scoreSurvey(survey, answersOf(3, 4, 4, 5, 2, 3, 5, 4));
 * const after = scoreSurvey({ ...survey, id: '2026' }, answersOf(6, 5, 7, 4, 6, 6, 5, 7));
 * const [question] = compareScores(before, after).questions;
 * question?.kind === 'comparison' && question.difference.value; // => 2
 * question?.kind === 'comparison' && question.test.adjustedPValue; // ~> 0.001718
 * question?.kind === 'comparison' && question.forCustomers; // => 'better'
 */
export function compareScores<BeforeId extends string, AfterId extends string>(
  before: SurveyScores<BeforeId>,
  after: SurveyScores<AfterId>,
  options: CompareOptions = {},
): ScoreComparisons<BeforeId | AfterId> {
  checkScores('before', before);
  checkScores('after', after);
  checkScoreOptions(options, 'adjustment');
  const { level = DEFAULT_LEVEL, adjustment = DEFAULT_ADJUSTMENT } = options;
  checkOneOf('adjustment', adjustment, ['holm', 'bonferroni', 'benjamini-hochberg']);
  const changes = pairQuestions(before, after).map((asked) => measureQuestion(asked, level));
  const tests = changes.flatMap(({ change }) => ('test' in change ? [change.test] : []));
  const testOf = adjustTests(tests, adjustment);
  const ordinalTestOf = adjustTests(
    changes.flatMap(({ change }) => ('ordinal' in change ? [change.ordinal.test] : [])),
    adjustment,
  );
  const adjustOrdinal = (ordinal: OrdinalComparison): OrdinalComparison => {
    return { ...ordinal, test: ordinalTestOf(ordinal.test) };
  };
  const settle = ({
    question,
    asks,
    change,
  }: MeasuredQuestion<BeforeId | AfterId>): QuestionComparison<BeforeId | AfterId> => {
    if (change.kind === 'not-comparable') {
      return 'ordinal' in change
        ? { question, ...change, ordinal: adjustOrdinal(change.ordinal) }
        : { question, ...change };
    }
    const test = testOf(change.test);
    const decide = (by: ChangeTest) =>
      changeVerdict(change.definition, change.difference.value, by, level, asks);
    const verdict = decide(test);
    const correction = tests.length > 1 && {
      correction: correctionOf(verdict, decide(change.test), tests.length),
    };
    const ordinal = adjustOrdinal(change.ordinal);
    return { question, ...change, test, ordinal, ...verdict, ...correction };
  };
  return {
    kind: 'score-comparisons',
    before: before.survey,
    after: after.survey,
    level,
    adjustment,
    questions: changes.map(settle),
  };
}

/** A question with its p values as they are on their own. */
interface MeasuredQuestion<QuestionId extends string> {
  readonly question: QuestionId;
  readonly asks: QuestionScores['asks'];
  readonly change: MeasuredChange | DefinitionMismatch | NothingToCompare | AskedOnce;
}

function measureQuestion<QuestionId extends string>(
  asked: AskedQuestion<QuestionId>,
  level: number,
): MeasuredQuestion<QuestionId> {
  const { question } = asked;
  if (asked.asked === 'both') {
    const [before] = asked.before.scores;
    const [after] = asked.after.scores;
    const { asks } = asked.after;
    return { question, asks, change: measureChange(before, after, level, asked) };
  }
  const { asks, scores } = asked.scores;
  const { metric } = scores[0].definition;
  const details = { metric };
  return { question, asks, change: { kind: 'not-comparable', reason: asked.asked, details } };
}

function checkScores(name: string, scores: SurveyScores): void {
  checkKind(name, scores, 'survey-scores', SURVEY_SCORES_SHAPE);
}

function correctionOf(
  { verdict }: ChangeVerdict,
  { verdict: uncorrected }: ChangeVerdict,
  comparisons: number,
): VerdictCorrection<ChangeVerdict['verdict']> {
  const message = `corrected for ${String(comparisons)} comparisons`;
  return { comparisons, uncorrected, ...(verdict !== uncorrected && { message }) };
}

/** Adjusts tests for all of them together, and gives for each of them what became of it. */
function adjustTests(
  tests: readonly ChangeTest[],
  adjustment: MultipleTestAdjustment,
): (test: ChangeTest) => ChangeTest {
  const adjusted = adjustForMultipleTests(
    tests.map(({ pValue }) => pValue),
    { adjustment },
  );
  const byTest = new Map(tests.map((test, place) => [test, adjusted[place]]));
  return (test) => ({ ...test, adjustedPValue: byTest.get(test) ?? test.pValue });
}
