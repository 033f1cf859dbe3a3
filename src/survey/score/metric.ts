import { DEFAULT_LEVEL, type IntervalMethod, type Unit } from '../../shared/estimate.ts';
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

/** A figure with its confidence limits, in the unit of its metric. */
export interface Figure {
  /** The figure. */
  readonly value: number;
  /** The lower limit. */
  readonly low: number;
  /** The upper limit. */
  readonly high: number;
  /** How the limits were computed, where not by the method of the metric. */
  readonly method?: IntervalMethod;
  /** How many answers of equal weight tell as much; absent where every weight is 1. */
  readonly effectiveN?: number;
}

/** Makes a metric of answers. */
type Formula = (answers: Answers) => Figure | NoScoreReason;

/** What is made of the answers to a question. */
export interface Metric<Definition extends ScoreDefinition = ScoreDefinition> {
  /** How it is made. */
  readonly definition: Definition;
  /** The unit of value and limits. */
  readonly unit: Unit;
  /** How the limits are computed, as a rule. */
  readonly method: IntervalMethod;
  /** The formula at a confidence level; what does not depend on the answers is worked out once. */
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
  const answers = { n, weight: n, sums: perAnswer, squares: perAnswer, first: 0 };
  return toScore(metric, level, metric.formula(level)(answers), counts);
}

/** A figure as a score. */
export function toScore<Definition extends ScoreDefinition>(
  { definition, unit, method }: Omit<Metric<Definition>, 'formula'>,
  level: number,
  figure: Figure | NoScoreReason,
  counts: ResponseCounts,
): Score<Definition> {
  const n = counts.answered;
  if (typeof figure === 'string') {
    return { kind: 'not-estimable', reason: figure, n, definition, counts };
  }
  const { value, low, high, method: own = method } = figure;
  const interval = { low, high, level, method: own };
  return { kind: 'estimate', value, unit, interval, n, basis: 'measured', definition, counts };
}
