import { answerCount } from '../../model/scaleAnswers.ts';
import { criticalValue } from '../../stats/distributions/normal.ts';
import type { NetPromoterDefinition, NetSatisfactionDefinition } from '../types.ts';
import { adjustedWald } from './adjustedWald.ts';
import type { Answers, Figure, FigureOutcome, Metric } from './metric.ts';
import type { AnswerRange } from './shareMetric.ts';

/** Which answers count for a net share, and which against it. */
interface NetRanges {
  /** Those that count for it. */
  readonly more: AnswerRange;
  /** Those that count against it. */
  readonly less: AnswerRange;
}

/**
 * One share of answers less another, in points or as a share, with its adjusted Wald interval.
 *
 *     value    = (Σ w of the one - Σ w of the other) / Σ w
 *     interval = the adjusted Wald interval of n* answers,
 *     n*       = effectiveN · (t(n - 1) / t(effectiveN - 1))², n where every weight is 1
 *
 * Averaged over all populations, the interval of level 0.95 holds the true one in 95 % of samples, be they
 * of 5 answers or of 40.
 *
 * @param definition - how it is made
 * @param ranges - which answers count for it and against it
 * @param unit - points from -100 to 100, or a share from -1 to 1
 */
export function netMetric<Definition extends NetPromoterDefinition | NetSatisfactionDefinition>(
  definition: Definition,
  { more, less }: NetRanges,
  unit: 'points' | 'net-share',
): Metric<Definition> {
  const whole = unit === 'points' ? 100 : 1;
  return {
    definition,
    unit,
    method: 'adjusted-wald',
    formula: (level) => ({
      constants: {
        more,
        less,
        whole,
        signs: Array.from(
          { length: answerCount(definition.scale) },
          (_, place) => whole * (Number(isIn(place, more)) - Number(isIn(place, less))),
        ),
        level,
        z: criticalValue(level),
      },
      compute: netFigure,
    }),
  };
}

interface NetConstants extends NetRanges {
  /** 100 for points, 1 for shares. */
  readonly whole: number;
  /** What each answer counts for. */
  readonly signs: readonly number[];
  /** The confidence level. */
  readonly level: number;
  /** Its normal quantile. */
  readonly z: number;
}

function netFigure(
  { more, less, whole, signs, level, z }: NetConstants,
  { n, weight, sums, first, sizes }: Answers,
  figure: Figure,
): FigureOutcome {
  if (weight === 0) return 'no-answers';
  const above = sumOver(sums, first, more);
  const below = sumOver(sums, first, less);
  const value = Math.min(whole, Math.max(-whole, (whole * (above - below)) / weight));
  figure.effectiveN = sizes?.effectiveN(signs) ?? n;
  const size = sizes?.intervalSize(figure.effectiveN, level) ?? n;
  const scaled = size / weight;
  const counts = { promoters: above * scaled, detractors: below * scaled, n: size };
  const { low, high } = adjustedWald(counts, { level, z });
  const pointsPerUnit = 100 / whole;
  // Rounding may leave the value outside by its last digit.
  figure.value = value;
  figure.low = Math.min(value, low / pointsPerUnit);
  figure.high = Math.max(value, high / pointsPerUnit);
  return 'estimate';
}

function isIn(place: number, { from, to }: AnswerRange): boolean {
  return place >= from && place < to;
}

function sumOver(sums: ArrayLike<number>, first: number, { from, to }: AnswerRange): number {
  let sum = 0;
  for (let at = first + from; at < first + to; at += 1) sum += sums[at] as number;
  return sum;
}
