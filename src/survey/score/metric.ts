import {
  DEFAULT_LEVEL,
  type Estimate,
  type IntervalMethod,
  type NotEstimable,
  type Unit,
} from '../../shared/estimate.ts';
import { checkLevel } from '../../shared/refuse.ts';
import { responseCounts } from '../answers/responseCounts.ts';
import type {
  AnswerCounts,
  NoScoreReason,
  ResponseCounts,
  Score,
  ScoreDefinition,
  ScoreOptions,
} from '../types.ts';

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

/** What comes of a formula: a figure, one of answers that are all the same, or why there is none. */
export type FigureOutcome = 'estimate' | 'unanimous-answers' | NoScoreReason;

/**
 * How a metric is made of answers at one confidence level. The function is none that closes over the
 * constants, since engines forget what they made of such a one as soon as it is out of use.
 */
export interface Formula {
  /** What does not depend on the answers, worked out once. */
  readonly constants: unknown;
  /** Writes the figure of the answers, and says what came of it. */
  compute(constants: unknown, answers: Answers, figure: Figure): FigureOutcome;
}

/** Writes the figure of answers by a formula, and says what came of it. */
export function computeFigure(formula: Formula, answers: Answers, figure: Figure): FigureOutcome {
  return formula.compute(formula.constants, answers, figure);
}

/** A figure to write to. */
export function newFigure(): Figure {
  return { value: Number.NaN, low: Number.NaN, high: Number.NaN, effectiveN: Number.NaN };
}

/** What is made of the answers to a question. */
export interface Metric<Definition extends ScoreDefinition = ScoreDefinition> {
  /** How it is made. */
  readonly definition: Definition;
  /** The unit of value and limits. */
  readonly unit: Unit;
  /** How the limits are computed, as a rule. */
  readonly method: IntervalMethod;
  /** Its formula at a confidence level. */
  readonly formula: (level: number) => Formula;
}

/** Scores counted answers, each of weight 1. */
export function scoreCounts<Definition extends ScoreDefinition>(
  metric: Metric<Definition>,
  given: AnswerCounts,
  { level = DEFAULT_LEVEL }: ScoreOptions,
): Score<Definition> {
  checkLevel(level);
  const counts = responseCounts(given);
  const { answered: n, perAnswer } = counts;
  const figure = newFigure();
  const answers = { n, weight: n, sums: perAnswer, squares: perAnswer, first: 0 };
  const outcome = computeFigure(metric.formula(level), answers, figure);
  return toScore(metric, level, outcome, figure, counts);
}

/** A figure as a score. */
export function toScore<Definition extends ScoreDefinition>(
  { definition, ...metric }: Omit<Metric<Definition>, 'formula'>,
  level: number,
  outcome: FigureOutcome,
  figure: Figure,
  counts: ResponseCounts,
): Score<Definition> {
  return { ...toEstimated(metric, level, outcome, figure, counts.answered), definition, counts };
}

/** A figure as an estimate with its interval, or the reason why there is none. */
export function toEstimated(
  { unit, method }: Pick<Metric, 'unit' | 'method'>,
  level: number,
  outcome: FigureOutcome,
  { value, low, high }: Figure,
  n: number,
): Estimate | NotEstimable<NoScoreReason> {
  if (outcome === 'no-answers' || outcome === 'one-answer') {
    return { kind: 'not-estimable', reason: outcome, n };
  }
  const own = outcome === 'unanimous-answers' ? 'clopper-pearson' : method;
  return {
    kind: 'estimate',
    value,
    unit,
    interval: { low, high, level, method: own },
    n,
    basis: 'measured',
  };
}
