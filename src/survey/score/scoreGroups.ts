import { answerCount } from '../../model/scaleAnswers.ts';
import type { RatedQuestion } from '../../model/survey.ts';
import type { Suppression, SuppressionReason } from '../disclosure/suppress.ts';
import { placesOf } from '../tally/walkOf.ts';
import type { FixedPointCells, TalliedQuestion, Tally } from '../types.ts';
import { computeFigure, type Formula, type Metric, newFigure } from './metric.ts';
import {
  type AnswerCells,
  answerCells,
  answersSlot,
  metricsOf,
  readAnswers,
} from './questionScores.ts';
import type { GroupColumn, GroupScores, ScoreColumns, ScoreOutcome } from './surveyScores.ts';

/** What can become of a score, in the order of the codes below. */
const OUTCOMES: readonly ScoreOutcome[] = [
  { status: 'estimate', because: null },
  { status: 'estimate', because: 'unanimous-answers' },
  { status: 'not-estimable', because: 'no-answers' },
  { status: 'not-estimable', because: 'one-answer' },
  { status: 'suppressed', because: 'below-minimum' },
  { status: 'suppressed', because: 'protects-another' },
];
const [ESTIMATE, UNANIMOUS, NO_ANSWERS, ONE_ANSWER, BELOW_MINIMUM, PROTECTS_ANOTHER] = [
  0, 1, 2, 3, 4, 5,
] as const;

/** Which groups are listed, and what is suppressed in them. */
interface Shown {
  /** The position of each listed group in the tally. */
  readonly groups: readonly number[];
  /** Why nothing is shown of each of these. */
  readonly because: readonly (SuppressionReason | null)[];
  /** Question by question, what becomes of each group's scores; absent where everything is shown. */
  readonly outcomes?: readonly (readonly number[])[];
}

/** Scores the groups of a tally as columns, and suppresses what must not be shown. */
export function scoreGroups<QuestionId extends string, Key extends string>(
  questions: readonly RatedQuestion<NoInfer<QuestionId>>[],
  tally: Tally<QuestionId, Key>,
  suppression: Suppression,
  level: number,
): GroupScores<QuestionId, Key> {
  const { unlisted = [] } = tally;
  const shown = shownGroups(tally, suppression);
  const { groups, because, outcomes } = shown;
  const { isNothingHidden, isTotalHidden, isRestHidden, fallback, unsettled } = suppression;
  const sizes = groupSizes(tally.cells, tally.width, tally.groups);
  const responses = shownSizes(sizes, groups, because);
  const inGroups = sumOf(groupsWithValues(tally).map((group) => sizes[group] ?? 0));
  const inShown = sumOf(responses);
  return {
    keys: keyColumns(tally, groups),
    responses,
    because,
    notShown: isRestHidden ? 'suppressed' : inGroups - inShown,
    withoutGroup: isTotalHidden || isRestHidden ? 'suppressed' : sumOf(sizes) - inGroups,
    unlisted: isNothingHidden
      ? unlisted
      : isRestHidden
        ? []
        : unlisted.map(({ key, responses }) => ({ key, responses, values: [] })),
    ...(fallback && { fallback }),
    unsettledQuestions: unsettled.flatMap((at) => questions[at]?.id ?? []),
    outcomes: OUTCOMES,
    columns: questions.flatMap((question, at) => {
      const tallied = tally.questions[at] as TalliedQuestion<QuestionId>;
      return scoreColumns(metricsOf(question), tallied, tally, groups, outcomes?.[at], level);
    }),
    counts: shownCounts(tally, shown),
  };
}

/** The columns of a question's metrics. */
function scoreColumns<QuestionId extends string>(
  metrics: readonly Metric[],
  question: TalliedQuestion<QuestionId>,
  tally: Tally<QuestionId>,
  groups: readonly number[],
  suppressed: readonly number[] | undefined,
  level: number,
): readonly ScoreColumns<QuestionId>[] {
  const formulas = metrics.map(({ formula }) => formula(level));
  const { weights } = tally;
  const columns = metrics.map(() => newColumns(groups.length, weights !== undefined));
  const n = new Array<number | null>(groups.length);
  fillColumns(answerCells(tally, question), groups, suppressed, formulas, columns, n);
  return metrics.map(({ definition, unit, method }, at) => {
    const { outcome, value, low, high, effectiveN } = columns[at] as FilledColumns;
    return {
      question: question.id,
      definition,
      unit,
      method,
      level,
      outcome,
      n,
      value,
      low,
      high,
      ...(weights && { effectiveN }),
    };
  });
}

/** Writes the figures of each group, and how many answered. */
function fillColumns(
  question: AnswerCells,
  groups: readonly number[],
  suppressed: readonly number[] | undefined,
  formulas: readonly Formula[],
  columns: readonly FilledColumns[],
  n: (number | null)[],
): void {
  const slot = answersSlot(question);
  const figure = newFigure();
  for (let place = 0; place < groups.length; place += 1) {
    const code = suppressed?.[place] ?? ESTIMATE;
    if (code !== ESTIMATE) {
      n[place] = null;
      for (const column of columns) leaveOut(column, place, code);
      continue;
    }
    const answers = readAnswers(question, groups[place] as number, slot);
    n[place] = answers.n;
    for (let at = 0; at < formulas.length; at += 1) {
      const column = columns[at] as FilledColumns;
      const outcome = computeFigure(formulas[at] as Formula, answers, figure);
      if (outcome === 'no-answers' || outcome === 'one-answer') {
        leaveOut(column, place, outcome === 'one-answer' ? ONE_ANSWER : NO_ANSWERS);
        continue;
      }
      column.outcome[place] = outcome === 'unanimous-answers' ? UNANIMOUS : ESTIMATE;
      column.value[place] = figure.value;
      column.low[place] = figure.low;
      column.high[place] = figure.high;
      if (column.effectiveN.length > 0) column.effectiveN[place] = figure.effectiveN;
    }
  }
}

/** Columns as they are filled; lists of numbers stay so until the first `null`. */
interface FilledColumns {
  readonly outcome: number[];
  readonly value: (number | null)[];
  readonly low: (number | null)[];
  readonly high: (number | null)[];
  /** Empty where nothing is weighted. */
  readonly effectiveN: (number | null)[];
}

function newColumns(length: number, isWeighted: boolean): FilledColumns {
  const column = (): (number | null)[] => new Array<number | null>(length);
  return {
    outcome: new Array<number>(length),
    value: column(),
    low: column(),
    high: column(),
    effectiveN: isWeighted ? column() : [],
  };
}

/** Leaves a place of the columns without a figure. */
function leaveOut(column: FilledColumns, place: number, outcome: number): void {
  column.outcome[place] = outcome;
  column.value[place] = null;
  column.low[place] = null;
  column.high[place] = null;
  if (column.effectiveN.length > 0) column.effectiveN[place] = null;
}

function shownGroups(tally: Tally, suppression: Suppression): Shown {
  const groups = suppression.isListed ? groupsWithValues(tally) : [];
  const [own = [], ...others] = suppression.because.map((reasons) =>
    groups.map((group) => reasons[group] ?? null),
  );
  if (suppression.isNothingHidden) return { groups, because: groups.map(() => null) };
  const outcomes = others.map((reasons) =>
    reasons.map((reason) =>
      reason === null ? ESTIMATE : reason === 'below-minimum' ? BELOW_MINIMUM : PROTECTS_ANOTHER,
    ),
  );
  return { groups, because: own, outcomes };
}

/** The groups that have a value of each key, by position: others are no group. */
function groupsWithValues({ by, groups }: Tally): readonly number[] {
  const positions = groups.map((_, group) => group);
  return by.reduce<readonly number[]>((kept, { values }, level) => {
    // The values are in order, and no value comes first.
    if (values[0] !== null) return kept;
    const places = placesOf(by, groups, level);
    return kept.filter((group) => places[group] !== 0);
  }, positions);
}

/** How many responses came in from each group. */
function groupSizes(
  cells: readonly number[],
  width: number,
  groups: readonly number[],
): readonly number[] {
  const sizes = new Array<number>(groups.length);
  for (let group = 0; group < sizes.length; group += 1) {
    sizes[group] = cells[group * width] as number;
  }
  return sizes;
}

/** The same of the groups that are listed; `null` where that is not shown. */
function shownSizes(
  sizes: readonly number[],
  groups: readonly number[],
  because: Shown['because'],
): readonly (number | null)[] {
  const shown = new Array<number | null>(groups.length);
  for (let at = 0; at < shown.length; at += 1) {
    shown[at] = because[at] === null ? (sizes[groups[at] as number] as number) : null;
  }
  return shown;
}

function sumOf(counts: readonly (number | null)[]): number {
  let sum = 0;
  for (const count of counts) sum += count ?? 0;
  return sum;
}

/** The keys with the values that listed groups have: that there is another is not shown either. */
function keyColumns<Key extends string>(
  { by, groups: codes }: Tally<string, Key>,
  groups: readonly number[],
): readonly GroupColumn<Key>[] {
  const areAll = groups.length === codes.length;
  const listed = areAll ? codes : groups.map((group) => codes[group] as number);
  return by.map(({ name, values }, level) => {
    const places = placesOf(by, listed, level);
    if (areAll) return { name, values, codes: places };
    const used = [...new Set(places)].sort((a, b) => a - b);
    if (used.length === values.length) return { name, values, codes: places };
    const codeOf = new Map(used.map((place, code) => [place, code]));
    return {
      name,
      values: used.map((place) => values[place] ?? null),
      codes: places.map((place) => codeOf.get(place) as number),
    };
  });
}

/** The counts of what is shown. */
function shownCounts<QuestionId extends string>(
  { questions, width, cells, weights, groups: all }: Tally<QuestionId>,
  { groups, because, outcomes }: Shown,
): GroupScores<QuestionId>['counts'] {
  if (outcomes === undefined && groups.length === all.length) {
    return { questions, width, cells, ...(weights && { weights }) };
  }
  const ranges = questions.map(
    ({ firstCell, scale }) => [firstCell, firstCell + answerCount(scale) + 3] as const,
  );
  const pick = (list: readonly number[]): number[] => {
    const picked = new Array<number>(groups.length * width).fill(0);
    for (const [at, group] of groups.entries()) {
      if (because[at] !== null) continue;
      picked[at * width] = list[group * width] ?? 0;
      for (const [question, [from, to]] of ranges.entries()) {
        if ((outcomes?.[question]?.[at] ?? ESTIMATE) !== ESTIMATE) continue;
        for (let cell = from; cell < to; cell += 1) {
          picked[at * width + cell] = list[group * width + cell] ?? 0;
        }
      }
    }
    return picked;
  };
  const pickAll = ({ whole, fraction, fine }: FixedPointCells): FixedPointCells => ({
    whole: pick(whole),
    fraction: pick(fraction),
    fine: pick(fine),
  });
  return {
    questions,
    width,
    cells: pick(cells),
    ...(weights && {
      weights: { ...weights, sums: pickAll(weights.sums), squares: pickAll(weights.squares) },
    }),
  };
}
