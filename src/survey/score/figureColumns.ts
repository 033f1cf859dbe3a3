import { type AnswersSlot, readAnswers } from './answerCells.ts';
import type {
  AnswerCells,
  Answers,
  Computed,
  Figure,
  FigureColumns,
  Formula,
  GroupedAnswers,
} from './formula.ts';
import type { ScoreOutcome } from './surveyScores.ts';
import type { WeighedAnswers } from './weighedAnswers.ts';

/** What can become of a score, in the order of the codes below. */
export const OUTCOMES: readonly ScoreOutcome[] = [
  { status: 'estimate', because: null },
  { status: 'estimate', because: 'unanimous-answers' },
  { status: 'not-estimable', because: 'no-answers' },
  { status: 'not-estimable', because: 'one-answer' },
  { status: 'suppressed', because: 'below-minimum' },
  { status: 'suppressed', because: 'protects-another' },
];
/** There is a figure. */
export const ESTIMATE = 0;
const UNANIMOUS = 1;
const NO_ANSWERS = 2;
const ONE_ANSWER = 3;
/** Fewer answered than a group is shown with. */
export const BELOW_MINIMUM = 4;
/** It would give away another group. */
export const PROTECTS_ANOTHER = 5;

/**
 * The answers to a question in groups.
 *
 * @param question - where they stand
 * @param groups - the position of each group in the tally
 * @param suppressed - what becomes of each; absent where everything is shown
 */
export function groupedAnswers(
  question: AnswerCells,
  groups: readonly number[],
  suppressed: readonly number[] | undefined,
): GroupedAnswers {
  const { cells, width, firstCell, count } = question;
  const n = new Array<number | null>(groups.length);
  let fewest = Infinity;
  for (let place = 0; place < n.length; place += 1) {
    if (suppressed !== undefined && suppressed[place] !== ESTIMATE) {
      n[place] = null;
      fewest = 0;
      continue;
    }
    const first = (groups[place] as number) * width + firstCell;
    let answered = 0;
    for (let at = first; at < first + count; at += 1) answered += cells[at] as number;
    n[place] = answered;
    if (answered < fewest) fewest = answered;
  }
  return { question, groups, n, fewest };
}

/** The figures of a formula, group by group, as plain lists; `null` where there is none. */
export interface ListedFigures {
  /** What became of each. */
  readonly outcome: readonly number[];
  /** The figures. */
  readonly value: readonly (number | null)[];
  /** Their lower limits. */
  readonly low: readonly (number | null)[];
  /** Their upper limits. */
  readonly high: readonly (number | null)[];
  /** The effective number of answers; empty where nothing is weighted. */
  readonly effectiveN: readonly (number | null)[];
}

/** Room for the figures of so many groups. */
export function figureColumns(length: number, isWeighted: boolean): FigureColumns {
  return {
    outcome: [],
    value: new Float64Array(length),
    low: new Float64Array(length),
    high: new Float64Array(length),
    effectiveN: new Float64Array(isWeighted ? length : 0),
  };
}

/**
 * The figures of a formula, group by group.
 *
 * @param formula - the formula
 * @param columns - room for them
 * @param grouped - the answers
 * @param suppressed - what becomes of each group; absent where everything is shown
 */
export function listFigures(
  formula: Formula,
  columns: FigureColumns,
  grouped: GroupedAnswers,
  suppressed: readonly number[] | undefined,
): ListedFigures {
  const { n, fewest } = grouped;
  const { least } = formula;
  const isWhole = fewest >= least;
  const outcome = isWhole
    ? new Array<number>(n.length).fill(ESTIMATE)
    : n.map((answered, place) => outcomeOf(answered, least, suppressed?.[place]));
  columns.outcome = outcome;
  formula.computeGroups(formula.constants, grouped, columns);
  const list = (figures: Float64Array): readonly (number | null)[] =>
    isWhole ? wholeList(figures) : listWithGaps(figures, outcome);
  return {
    outcome,
    value: list(columns.value),
    low: list(columns.low),
    high: list(columns.high),
    effectiveN: list(columns.effectiveN),
  };
}

function outcomeOf(answered: number | null, least: number, suppressed = ESTIMATE): number {
  if (answered === null) return suppressed;
  if (answered >= least) return ESTIMATE;
  return answered === 0 ? NO_ANSWERS : ONE_ANSWER;
}

/**
 * Numbers as a plain list. It is no case of the one below: an engine keeps the numbers of a list side by side as
 * long as nothing else was ever put into lists that are made at the same place of the code.
 */
function wholeList(figures: Float64Array): readonly number[] {
  const list = new Array<number>(figures.length);
  for (let place = 0; place < list.length; place += 1) list[place] = figures[place] as number;
  return list;
}

function listWithGaps(
  figures: Float64Array,
  outcome: readonly number[],
): readonly (number | null)[] {
  const list = new Array<number | null>(figures.length).fill(null);
  for (let place = 0; place < list.length; place += 1) {
    if ((outcome[place] as number) <= UNANIMOUS) list[place] = figures[place] as number;
  }
  return list;
}

/** The answers of one group, read into a slot where nothing is weighted. */
export function answersAt(
  { question, groups, n }: GroupedAnswers,
  place: number,
  slot: AnswersSlot,
): Answers | WeighedAnswers {
  const group = groups[place] as number;
  if (question.weights !== undefined) return readAnswers(question, group, slot);
  const answered = n[place] as number;
  slot.n = answered;
  slot.weight = answered;
  slot.first = group * question.width + question.firstCell;
  return slot;
}

/** Writes the figure of a group. */
export function writeFigure(
  columns: FigureColumns,
  place: number,
  outcome: Computed,
  { value, low, high, effectiveN }: Figure,
): void {
  if (outcome === 'unanimous-answers') columns.outcome[place] = UNANIMOUS;
  columns.value[place] = value;
  columns.low[place] = low;
  columns.high[place] = high;
  if (columns.effectiveN.length > 0) columns.effectiveN[place] = effectiveN;
}
