import { answerCount } from '../../model/scaleAnswers.ts';
import { criticalValue } from '../../stats/distributions/normal.ts';
import { wilsonLimits } from '../../stats/intervals/wilsonInterval.ts';
import type { ScoreDefinition } from '../types.ts';
import type { Answers, Figure, FigureOutcome, Metric } from './metric.ts';

/** Answers that lie side by side on their scale. */
export interface AnswerRange {
  /** The place of the first one; the lowest answer has place 0. */
  readonly from: number;
  /** The place behind the last one. */
  readonly to: number;
}

/**
 * The share of answers in a range of the scale, with its Wilson interval.
 *
 *     value    = Σ w inside / Σ w
 *     interval = Wilson's, of value · n* among n* answers,
 *     n*       = effectiveN · (t(n - 1) / t(effectiveN - 1))², n where every weight is 1
 */
export function shareMetric<Definition extends ScoreDefinition>(
  definition: Definition,
  { from, to }: AnswerRange,
): Metric<Definition> {
  return {
    definition,
    unit: 'share',
    method: 'wilson',
    formula: (level) => ({
      constants: {
        from,
        to,
        isInside: Array.from({ length: answerCount(definition.scale) }, (_, place) =>
          Number(place >= from && place < to),
        ),
        level,
        z: criticalValue(level),
      },
      compute: shareFigure,
    }),
  };
}

interface ShareConstants extends AnswerRange {
  /** 1 for an answer in the range, else 0. */
  readonly isInside: readonly number[];
  /** The confidence level. */
  readonly level: number;
  /** Its normal quantile. */
  readonly z: number;
}

function shareFigure(
  { from, to, isInside, level, z }: ShareConstants,
  { n, weight, sums, first, sizes }: Answers,
  figure: Figure,
): FigureOutcome {
  if (weight === 0) return 'no-answers';
  let inside = 0;
  for (let at = first + from; at < first + to; at += 1) inside += sums[at] as number;
  figure.effectiveN = sizes?.effectiveN(isInside) ?? n;
  const size = sizes?.intervalSize(figure.effectiveN, level) ?? n;
  const limits = wilsonLimits(Math.min(size, inside * (size / weight)), size, z);
  figure.value = Math.min(1, inside / weight);
  figure.low = limits.low;
  figure.high = limits.high;
  return 'estimate';
}
