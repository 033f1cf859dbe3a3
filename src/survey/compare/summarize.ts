import type { MeanSummary } from '../../stats/intervals/meanInterval.ts';
import type { Sample } from './sampleOf.ts';

/**
 * The mean of counted values that lie in equal steps, and their sample variance.
 *
 *     value = min + step · place
 *     mean  = sum of count · value / n,  variance = sum of count · (value - mean)² / (n - 1)
 *
 * A single value has no variance; it is given as 0. It is exactly 0, too, where all are the same.
 *
 * @param sample - how many there are at each place, the lowest first
 * @param steps - the value at the first place, and the distance to the next; 1 when absent
 * @example
 * summarize({ n: 10, perAnswer: [0, 1, 2, 4, 3] }, { min: 1 })
 * // => { n: 10, mean: 3.9, variance: 0.9888888888888889 }
 */
export function summarize(
  { n, perAnswer }: Pick<Sample, 'n' | 'perAnswer'>,
  { min, step = 1 }: { readonly min: number; readonly step?: number },
): MeanSummary {
  let places = 0;
  for (const [place, count] of perAnswer.entries()) places += count * place;
  const meanPlace = places / n;
  let squares = 0;
  for (const [place, count] of perAnswer.entries()) squares += count * (place - meanPlace) ** 2;
  const isSpread = n > 1 && perAnswer.filter((count) => count > 0).length > 1;
  return {
    n,
    mean: (n * min + step * places) / n,
    variance: isSpread ? (step * step * squares) / (n - 1) : 0,
  };
}
