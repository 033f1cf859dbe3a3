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
        quantiles: new Map(),
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
  /** Student's t by its degrees of freedom, each worked out once. */
  readonly quantiles: Map<number, number>;
}

function meanFigure(
  { min, max, step, places, level, quantiles }: MeanConstants,
  { n, weight, sums, squares, first, sizes }: Answers,
  figure: Figure,
): FigureOutcome {
  if (weight === 0) return 'no-answers';
  if (n === 1) return 'one-answer';
  let total = 0;
  let given = 0;
  for (let place = 0; place < places.length; place += 1) {
    const sum = sums[first + place] as number;
    total += place * sum;
    if (sum > 0) given += 1;
  }
  const meanPlace = total / weight;
  figure.effectiveN = sizes?.effectiveN(places) ?? n;
  if (given === 1) {
    const value = min + step * Math.round(meanPlace);
    const others = shareOfOthers(figure.effectiveN, level);
    figure.value = value;
    figure.low = value - others * (value - min);
    figure.high = value + others * (max - value);
    return 'unanimous-answers';
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

function quantileOf(known: Map<number, number>, level: number, degreesOfFreedom: number): number {
  let t = known.get(degreesOfFreedom);
  if (t === undefined) {
    t = -studentTQuantile((1 - level) / 2, degreesOfFreedom);
    known.set(degreesOfFreedom, t);
  }
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
