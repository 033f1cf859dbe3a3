import type { Scale } from '../../model/survey.ts';
import type { Interval } from '../../shared/estimate.ts';
import { checkBetween, refuse } from '../../shared/refuse.ts';
import { meanInterval } from '../../stats/intervals/meanInterval.ts';
import type { Random } from '../../stats/random/createRandom.ts';
import { drawMultinomial } from '../../stats/random/drawMultinomial.ts';
import { responseCounts } from '../../survey/answers/responseCounts.ts';
import type { AnswerCounts } from '../../survey/types.ts';
import type { ItemFigure, ItemRating } from './types.ts';

/** The figure of a rating, and how it might have come out; nothing where nobody answered. */
export interface ReadRating {
  /** The figure. */
  readonly figure: ItemFigure;
  /** The scale of the answers; absent for a given number. */
  readonly scale?: Scale;
  /** The answers; absent for a given number. */
  readonly counts?: AnswerCounts;
  /** The figure of a resample of the answers. */
  readonly redraw: (random: Random) => number;
}

/** Reads a rating: the mean answer, turned round where the scale is reversed, or the number given. */
export function readRating(
  name: string,
  rating: ItemRating,
  level: number,
): ReadRating | undefined {
  if (typeof rating === 'number') {
    checkBetween(name, rating, -1e150, 1e150);
    return { figure: { value: rating + 0, basis: 'judged' }, redraw: () => rating };
  }
  if (Reflect.get(rating, 'weights') !== undefined) {
    refuse(name, rating, 'a number, such as a weighted mean, or answers without weights');
  }
  const { answered: n } = responseCounts(rating);
  if (n === 0) return undefined;
  const { scale } = rating;
  const { mean, variance } = momentsOf(rating, n);
  const interval = n > 1 && variance > 0 ? intervalOf(scale, mean, variance, n, level) : undefined;
  return {
    figure: { value: mean, basis: 'measured', ...(interval && { interval }), n },
    scale,
    counts: rating,
    redraw: (random) =>
      momentsOf({ scale, perAnswer: drawMultinomial(random, n, rating.perAnswer) }, n).mean,
  };
}

/** The t interval, cut at the ends of the scale. */
function intervalOf(
  { min, max }: Scale,
  mean: number,
  variance: number,
  n: number,
  level: number,
): Interval {
  const { low, high, ...rest } = meanInterval({ n, mean, variance }, { level });
  return { low: Math.max(min, low), high: Math.min(max, high), ...rest };
}

function momentsOf(
  { scale, perAnswer }: AnswerCounts,
  n: number,
): { readonly mean: number; readonly variance: number } {
  let sum = 0;
  let squares = 0;
  for (const [place, count] of perAnswer.entries()) {
    const from = scale.reversed === true ? perAnswer.length - 1 - place : place;
    sum += count * from;
    squares += count * from * from;
  }
  const step = scale.step ?? 1;
  const variance = n > 1 ? (n * squares - sum * sum) / (n * (n - 1)) : 0;
  return { mean: scale.min + (step * sum) / n, variance: step * step * variance };
}
