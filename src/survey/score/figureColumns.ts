import { computeFigure, type Formula, newFigure } from './metric.ts';
import { type AnswerCells, answersSlot, readAnswers } from './questionScores.ts';
import type { ScoreOutcome } from './surveyScores.ts';

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

/** The figures of a metric, group by group, as they are filled. */
export interface FigureColumns {
  /** What became of each. */
  readonly outcome: number[];
  /** The figures; 0 where there is none, and so the other three. */
  readonly value: Float64Array;
  /** Their lower limits. */
  readonly low: Float64Array;
  /** Their upper limits. */
  readonly high: Float64Array;
  /** The effective number of answers; empty where nothing is weighted. */
  readonly effectiveN: Float64Array;
  /** How many groups have no figure. */
  gaps: number;
}

/** Room for the figures of so many groups. */
export function figureColumns(length: number, isWeighted: boolean): FigureColumns {
  return {
    outcome: new Array<number>(length),
    value: new Float64Array(length),
    low: new Float64Array(length),
    high: new Float64Array(length),
    effectiveN: new Float64Array(isWeighted ? length : 0),
    gaps: 0,
  };
}

/**
 * Writes the figures of each group, by every formula.
 *
 * @param question - where the answers stand
 * @param groups - the position of each group in the tally
 * @param suppressed - what becomes of each group; absent where everything is shown
 * @param formulas - the formulas
 * @param columns - what the figures of each formula are written to
 * @returns how many answered in each group; `null` where that is not shown
 */
export function fillColumns(
  question: AnswerCells,
  groups: readonly number[],
  suppressed: readonly number[] | undefined,
  formulas: readonly Formula[],
  columns: readonly FigureColumns[],
): readonly (number | null)[] {
  const n = new Array<number | null>(groups.length);
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
      const column = columns[at] as FigureColumns;
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
  return n;
}

function leaveOut(column: FigureColumns, place: number, outcome: number): void {
  column.outcome[place] = outcome;
  column.gaps += 1;
}

/** Figures as a plain list, `null` where there is none. */
export function listFigures(
  figures: Float64Array,
  { outcome, gaps }: FigureColumns,
): readonly (number | null)[] {
  return gaps === 0 ? wholeList(figures) : listWithGaps(figures, outcome);
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
