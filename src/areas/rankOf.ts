import type { AreaRank } from './types.ts';

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
export function rankOf(place: number, places: ArrayLike<number>): AreaRank {
  // Sums of thousands of equal parts: their last digits tell nothing.
  const shares = Array.from(places, (share) => Math.round(share * 1e9) / 1e9);
  const reaching = (wanted: number): number => {
    let sum = 0;
    for (const [at, share] of shares.entries()) {
      sum += share;
      if (sum >= wanted - NEARLY) return at + 1;
    }
    return shares.length;
  };
  return {
    place,
    median: reaching(0.5),
    low: reaching(0.05),
    high: reaching(0.95),
    first: shares[0] ?? 0,
    topThree: Math.min(
      1,
      shares.slice(0, 3).reduce((sum, share) => sum + share, 0),
    ),
    shares,
  };
}
