import { answerCount } from '../../model/scaleAnswers.ts';
import type { RatedQuestion } from '../../model/survey.ts';
import type { HiddenGroups } from '../disclosure/hiddenIn.ts';
import { sizesOf } from '../disclosure/alignTallies.ts';
import { placesOf, walkOf } from '../tally/walkOf.ts';
import type { FixedPointCells, TalliedQuestion, Tally } from '../types.ts';
import { computeFigure, type Formula, type Metric, newFigure } from './metric.ts';
import { answersSlot, metricsOf, readAnswers } from './questionScores.ts';
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
  /** Whether nothing is shown of each of these; absent where everything is. */
  readonly areHidden?: readonly boolean[];
}

/** Scores the groups of a tally as columns, and suppresses what must not be shown. */
export function scoreGroups<QuestionId extends string, Key extends string>(
  questions: readonly RatedQuestion<NoInfer<QuestionId>>[],
  tally: Tally<QuestionId, Key>,
  hidden: HiddenGroups,
  minimumGroupSize: number,
  level: number,
): GroupScores<QuestionId, Key> {
  const { cells, width } = tally;
  const shown = shownGroups(tally, hidden);
  const { groups, areHidden } = shown;
  // How many responses each group has, then how many answers to each question.
  const sizes = areHidden && sizesOf(tally);
  const responses = groups.map((group, place) =>
    areHidden?.[place] === true ? null : (cells[group * width] as number),
  );
  return {
    keys: keyColumns(tally, groups),
    responses,
    outcomes: OUTCOMES,
    columns: questions.flatMap((question, at) => {
      const tallied = tally.questions[at] as TalliedQuestion<QuestionId>;
      const own = sizes?.[at + 1];
      const suppressed = areHidden?.map((isHidden, place) => {
        if (!isHidden && !hidden.isHiddenQuestion(at)) return ESTIMATE;
        const group = groups[place] as number;
        const isSmall = (isHidden ? sizes : [own])?.some((list) => {
          const size = list?.[group] ?? 0;
          return size > 0 && size < minimumGroupSize;
        });
        return isSmall === true ? BELOW_MINIMUM : PROTECTS_ANOTHER;
      });
      return scoreColumns(metricsOf(question), tallied, tally, groups, suppressed, level);
    }),
    counts: shownCounts(tally, shown, hidden),
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
  const slot = answersSlot(tally);
  const formulas = metrics.map(({ formula }) => formula(level));
  const columns = metrics.map(() => newColumns(groups.length));
  const figure = newFigure();
  const n = new Array<number | null>(groups.length);
  for (let place = 0; place < groups.length; place += 1) {
    const code = suppressed?.[place] ?? ESTIMATE;
    if (code !== ESTIMATE) {
      n[place] = null;
      for (const column of columns) leaveOut(column, place, code);
      continue;
    }
    const answers = readAnswers(tally, question, groups[place] as number, slot);
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
      column.effectiveN[place] = figure.effectiveN;
    }
  }
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
      ...(tally.weights && { effectiveN }),
    };
  });
}

/** Columns as they are filled; lists of numbers stay so until the first `null`. */
interface FilledColumns {
  readonly outcome: number[];
  readonly value: (number | null)[];
  readonly low: (number | null)[];
  readonly high: (number | null)[];
  readonly effectiveN: (number | null)[];
}

function newColumns(length: number): FilledColumns {
  const column = (): (number | null)[] => new Array<number | null>(length);
  return {
    outcome: new Array<number>(length),
    value: column(),
    low: column(),
    high: column(),
    effectiveN: column(),
  };
}

/** Leaves a place of the columns without a figure. */
function leaveOut(column: FilledColumns, place: number, outcome: number): void {
  column.outcome[place] = outcome;
  column.value[place] = null;
  column.low[place] = null;
  column.high[place] = null;
  column.effectiveN[place] = null;
}

function shownGroups({ by, groups: codes }: Tally, hidden: HiddenGroups): Shown {
  if (hidden.isNothingHidden) return { groups: codes.map((_, group) => group) };
  const groups: number[] = [];
  const areHidden: boolean[] = [];
  const walk = new Array<number>(by.length).fill(0);
  for (const [group, code] of codes.entries()) {
    walkOf(by, code, walk);
    if (!hidden.isListed(walk)) continue;
    groups.push(group);
    areHidden.push(hidden.isHidden(walk));
  }
  return { groups, areHidden };
}

/** The keys with the values that listed groups have: that there is another is not shown either. */
function keyColumns<Key extends string>(
  { by, groups: codes }: Tally<string, Key>,
  groups: readonly number[],
): readonly GroupColumn<Key>[] {
  const listed = groups.map((group) => codes[group] as number);
  return by.map(({ name, values }, level) => {
    const places = placesOf(by, listed, level);
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
  { questions, width, cells, weights }: Tally<QuestionId>,
  { groups, areHidden }: Shown,
  hidden: HiddenGroups,
): GroupScores<QuestionId>['counts'] {
  if (hidden.isNothingHidden) return { questions, width, cells, ...(weights && { weights }) };
  const isShown = cellsShown(questions, width, hidden);
  const pick = (list: readonly number[]): number[] => {
    const picked = new Array<number>(groups.length * width).fill(0);
    for (const [place, group] of groups.entries()) {
      if (areHidden?.[place] === true) continue;
      for (let cell = 0; cell < width; cell += 1) {
        if (isShown[cell] === true) picked[place * width + cell] = list[group * width + cell] ?? 0;
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

/** Which cells of a group may be shown: not those of a hidden question. */
function cellsShown(
  questions: readonly TalliedQuestion[],
  width: number,
  hidden: HiddenGroups,
): readonly boolean[] {
  const isShown = new Array<boolean>(width).fill(true);
  for (const [at, { firstCell, scale }] of questions.entries()) {
    if (hidden.isHiddenQuestion(at))
      isShown.fill(false, firstCell, firstCell + answerCount(scale) + 3);
  }
  return isShown;
}
