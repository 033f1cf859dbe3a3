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
import {
  computeFigure,
  type Figure,
  type FigureOutcome,
  type Formula,
  newFigure,
} from './formula.ts';

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
