import { answerCount } from '../../model/scaleAnswers.ts';
import { studentTQuantile } from '../../stats/distributions/studentT.ts';
import type { ScoreDefinition } from '../types.ts';
import type { Answers, Figure, FigureOutcome, Metric } from './metric.ts';

/**
 * The mean answer with its t interval, cut at the ends of the scale.
 *
 *     value    = Σ w·y / Σ w
 *     interval = value ± t(n - 1) · sqrt(n/(n - 1) · Σ w²·(y - value)²) / Σ w
 *
 * Where every weight is 1 it is the plain mean and its plain t interval.
 */
export function meanMetric<Definition extends ScoreDefinition>(
  definition: Definition,
): Metric<Definition> {
  const { min, max, step = 1 } = definition.scale;
  return {
    definition,
    unit: 'scale',
    method: 'student-t',
    formula: (level) => ({
      constants: {
        min,
        max,
        step,
        places: Array.from({ length: answerCount(definition.scale) }, (_, place) => place),
        level,
        quantiles: { near: new Float64Array(NEAR), far: new Map() },
      },
      compute: meanFigure,
    }),
  };
}

interface MeanConstants {
  /** The lowest answer. */
  readonly min: number;
  /** The highest answer. */
  readonly max: number;
  /** The distance of neighbouring answers. */
  readonly step: number;
  /** The place of each answer, from 0. */
  readonly places: readonly number[];
  /** The confidence level. */
  readonly level: number;
  /** Those of Student's t. */
  readonly quantiles: KnownQuantiles;
}

/** Quantiles of Student's t by their degrees of freedom, each worked out once. */
interface KnownQuantiles {
  /** Those of fewer than {@link NEAR} degrees; 0 where not known. */
  readonly near: Float64Array;
  /** The others. */
  readonly far: Map<number, number>;
}

/** Most groups have fewer answers: a list is read sooner than a map. */
const NEAR = 256;

function meanFigure(
  constants: MeanConstants,
  { n, weight, sums, squares, first, sizes }: Answers,
  figure: Figure,
): FigureOutcome {
  const { min, max, step, places, level, quantiles } = constants;
  if (weight === 0) return 'no-answers';
  if (n === 1) return 'one-answer';
  let total = 0;
  for (let place = 0; place < places.length; place += 1) {
    total += place * (sums[first + place] as number);
  }
  const meanPlace = total / weight;
  figure.effectiveN = sizes?.effectiveN(places) ?? n;
  if (sums[first + Math.round(meanPlace)] === weight && areAlike(sums, first, places.length)) {
    return unanimousFigure(constants, meanPlace, figure);
  }
  let spread = 0;
  for (let place = 0; place < places.length; place += 1) {
    spread += (squares[first + place] as number) * (place - meanPlace) ** 2;
  }
  const value = min + step * meanPlace;
  const variance = (step * step * spread * (n / weight) ** 2) / (n - 1);
  const half = quantileOf(quantiles, level, n - 1) * Math.sqrt(variance / n);
  figure.value = value;
  figure.low = Math.max(min, value - half);
  figure.high = Math.min(max, value + half);
  return 'estimate';
}

/** Whether only one answer was given; the weights of others can be too small to show in the sum. */
function areAlike(sums: ArrayLike<number>, first: number, count: number): boolean {
  let given = 0;
  for (let at = first; at < first + count; at += 1) if ((sums[at] as number) > 0) given += 1;
  return given === 1;
}

function unanimousFigure(
  { min, max, step, level }: MeanConstants,
  meanPlace: number,
  figure: Figure,
): FigureOutcome {
  const value = min + step * Math.round(meanPlace);
  const others = shareOfOthers(figure.effectiveN, level);
  figure.value = value;
  figure.low = value - others * (value - min);
  figure.high = value + others * (max - value);
  return 'unanimous-answers';
}

function quantileOf(
  { near, far }: KnownQuantiles,
  level: number,
  degreesOfFreedom: number,
): number {
  const known = degreesOfFreedom < NEAR ? near[degreesOfFreedom] : far.get(degreesOfFreedom);
  if (known) return known;
  const t = -studentTQuantile((1 - level) / 2, degreesOfFreedom);
  if (degreesOfFreedom < NEAR) near[degreesOfFreedom] = t;
  else far.set(degreesOfFreedom, t);
  return t;
}

/**
 * Clopper and Pearson's upper limit of the share of other answers, 1 - (1 - level)^(1/n), where all gave the
 * same. A t interval would have no width and claim false certainty; all of these placed at the one end of
 * the scale or the other are what is possible instead.
 */
function shareOfOthers(n: number, level: number): number {
  return -Math.expm1(Math.log1p(-level) / n);
}
