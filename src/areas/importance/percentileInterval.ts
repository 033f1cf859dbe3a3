/**
 * The limits between which the middle of the draws lies: the smallest draw that at least (1 - level)/2
 * of them do not exceed, and the same from above.
 *
 * @param draws - at least one number
 * @param level - the share of draws between the limits, above 0 and below 1
 * @example
 * percentileInterval([3, 1, 2, 5, 4, 6, 10, 8, 7, 9], 0.8) // => { low: 1, high: 10 }
 */
export function percentileInterval(
  draws: readonly number[],
  level: number,
): { readonly low: number; readonly high: number } {
  const sorted = Float64Array.from(draws).sort();
  // Guarded, since 0.1 · 10 may come out a little above 1.
  const below = Math.ceil(((1 - level) / 2) * sorted.length - 1e-9);
  const place = Math.max(1, below) - 1;
  return { low: sorted[place] ?? 0, high: sorted[sorted.length - 1 - place] ?? 0 };
}
