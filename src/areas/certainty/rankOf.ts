import type { AreaRank } from '../types.ts';

/** Up to the last digits of sums of shares. */
const NEARLY = 1e-9;

/**
 * The rank of an area from the share of resamples at each place.
 *
 * @param place - its place in the order, 1 for the first
 * @param places - the shares, the first place first; they add up to 1
 * @example
 * const { median, low, high, topThree } = rankOf(1, [0.6, 0.3, 0.06, 0.04]);
 * [median, low, high]; // => [1, 1, 3]
 * topThree; // ~> 0.96
 */
export function rankOf(place: number, places: ArrayLike<number>): Omit<AreaRank, 'shares'> {
  let sum = 0;
  const reached = { low: 0, median: 0, high: 0 };
  for (let at = 0; at < places.length && reached.high === 0; at += 1) {
    sum += places[at] ?? 0;
    if (reached.low === 0 && sum >= 0.05 - NEARLY) reached.low = at + 1;
    if (reached.median === 0 && sum >= 0.5 - NEARLY) reached.median = at + 1;
    if (sum >= 0.95 - NEARLY) reached.high = at + 1;
  }
  const [first, second, third] = [rounded(places[0]), rounded(places[1]), rounded(places[2])];
  return { place, ...reached, first, topThree: Math.min(1, rounded(first + second + third)) };
}

/** Sums of thousands of equal parts: their last digits tell nothing. */
export function rounded(share = 0): number {
  return Math.round(share * 1e9) / 1e9;
}
