import { answerCount } from '../../model/scaleAnswers.ts';
import { studentTQuantile } from '../../stats/distributions/studentT.ts';
import type { ScoreDefinition } from '../types.ts';
import type { Figure, Metric } from './metric.ts';

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
  const places = Array.from({ length: answerCount(definition.scale) }, (_, place) => place);
  return {
    definition,
    unit: 'scale',
    method: 'student-t',
    formula(level) {
      const tOf = quantiles(level);
      return ({ n, weight, sums, squares, first, sizes }) => {
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
        const effectiveN = sizes?.effectiveN(places);
        if (given === 1) {
          const place = Math.round(meanPlace);
          return withSize(
            unanimous(min + step * place, effectiveN ?? n, min, max, level),
            effectiveN,
          );
        }
        let spread = 0;
        for (let place = 0; place < places.length; place += 1) {
          spread += (squares[first + place] as number) * (place - meanPlace) ** 2;
        }
        const value = min + step * meanPlace;
        const variance = (step * step * spread * (n / weight) ** 2) / (n - 1);
        const half = tOf(n - 1) * Math.sqrt(variance / n);
        const figure = {
          value,
          low: Math.max(min, value - half),
          high: Math.min(max, value + half),
        };
        return withSize(figure, effectiveN);
      };
    },
  };
}

/**
 * The mean where all gave the same answer. A t interval would have no width and claim false certainty;
 * this one is what Clopper and Pearson's upper limit of the share of other answers, 1 - (1 - level)^(1/n),
 * leaves possible, all of them placed at the one end of the scale or the other.
 */
function unanimous(value: number, n: number, min: number, max: number, level: number): Figure {
  const others = -Math.expm1(Math.log1p(-level) / n);
  return {
    value,
    low: value - others * (value - min),
    high: value + others * (max - value),
    method: 'clopper-pearson',
  };
}

function withSize(figure: Figure, effectiveN: number | undefined): Figure {
  return effectiveN === undefined ? figure : { ...figure, effectiveN };
}

/** Student's t at a confidence level; each number of degrees of freedom is worked out once. */
function quantiles(level: number): (degreesOfFreedom: number) => number {
  const known = new Map<number, number>();
  return (degreesOfFreedom) => {
    let t = known.get(degreesOfFreedom);
    if (t === undefined) {
      t = -studentTQuantile((1 - level) / 2, degreesOfFreedom);
      known.set(degreesOfFreedom, t);
    }
    return t;
  };
}
