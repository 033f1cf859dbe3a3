import type { Scale } from '../../model/survey.ts';
import type { NoScoreReason, TallyWeights } from '../types.ts';

/** Answers to one question with their weights; where every weight is 1, these are counts. */
export interface Answers {
  /** How many answered. */
  readonly n: number;
  /** The sum of their weights. */
  readonly weight: number;
  /** The sums of weights, answer by answer. */
  readonly sums: ArrayLike<number>;
  /** The sums of squared weights, likewise; the same list where every weight is 1. */
  readonly squares: ArrayLike<number>;
  /** Where the lowest answer stands in both. */
  readonly first: number;
  /** How much the weights leave of the answers; absent where every weight is 1. */
  readonly sizes?: EffectiveSizes;
}

/** How much weights leave of answers. */
interface EffectiveSizes {
  /** How many answers of equal weight tell as much about a figure that gives each answer a value. */
  readonly effectiveN: (values: readonly number[]) => number;
  /** How many the interval of a share is taken with. */
  readonly intervalSize: (effectiveN: number, level: number) => number;
}

/**
 * A figure with its confidence limits, in the unit of its metric. Formulas write to one that they are
 * given, since those of a million groups would leave as many objects behind.
 */
export interface Figure {
  /** The figure. */
  value: number;
  /** The lower limit. */
  low: number;
  /** The upper limit. */
  high: number;
  /** How many answers of equal weight tell as much; all where every weight is 1. */
  effectiveN: number;
}

/** What comes of a formula: a figure, or one of answers that are all the same. */
export type Computed = 'estimate' | 'unanimous-answers';

/** What comes of answers: a figure, or why there is none. */
export type FigureOutcome = Computed | NoScoreReason;

/**
 * How a metric is made of answers at one confidence level. The functions are none that close over the
 * constants, since engines forget what they made of such ones as soon as they are out of use.
 */
export interface Formula {
  /** What does not depend on the answers, worked out once. */
  readonly constants: unknown;
  /** The fewest answers that it takes. */
  readonly least: 1 | 2;
  /** Writes the figure of answers, and says what came of it. */
  compute(constants: unknown, answers: Answers, figure: Figure): Computed;
  /** Writes the figures of groups: a loop of its own, since an engine builds only what it knows into a loop. */
  computeGroups(constants: unknown, grouped: GroupedAnswers, columns: FigureColumns): void;
}

/** Writes the figure of answers by a formula, and says what came of it. */
export function computeFigure(formula: Formula, answers: Answers, figure: Figure): FigureOutcome {
  if (answers.weight === 0) return 'no-answers';
  if (answers.n < formula.least) return 'one-answer';
  return formula.compute(formula.constants, answers, figure);
}

/** A figure to write to. */
export function newFigure(): Figure {
  return { value: Number.NaN, low: Number.NaN, high: Number.NaN, effectiveN: Number.NaN };
}

/**
 * Where the answers to one question stand in a tally. It is made anew, with all of its fields, for the sake
 * of speed: tallies come from many hands, and what an engine has made for one kind of them is lost with it.
 */
export interface AnswerCells {
  /** The counts of all groups. */
  readonly cells: readonly number[];
  /** Their weights; nothing where answers are not weighted. */
  readonly weights: TallyWeights | undefined;
  /** How many cells a group has. */
  readonly width: number;
  /** The cell of the lowest answer. */
  readonly firstCell: number;
  /** How many answers the scale has. */
  readonly count: number;
  /** The scale. */
  readonly scale: Scale;
}

/** The answers to one question in the groups that are listed. */
export interface GroupedAnswers {
  /** Where they stand in the tally. */
  readonly question: AnswerCells;
  /** The position of each listed group in the tally. */
  readonly groups: readonly number[];
  /** How many answered in each; `null` where that is not shown. */
  readonly n: readonly (number | null)[];
  /** The fewest of them; 0 where that of any is not shown. */
  readonly fewest: number;
}

/** The figures of a metric, group by group. They hold those of one metric after the other. */
export interface FigureColumns {
  /** What became of each; where there is no figure, nothing else is said of it. */
  outcome: number[];
  /** The figures. */
  readonly value: Float64Array;
  /** Their lower limits. */
  readonly low: Float64Array;
  /** Their upper limits. */
  readonly high: Float64Array;
  /** The effective number of answers; empty where nothing is weighted. */
  readonly effectiveN: Float64Array;
}
