import type { WeightBounds } from './types.ts';

/**
 * Cuts the weights of rows off at bounds and scales the others, so that their mean stays 1.
 *
 *     w ← min(high, max(low, s · w)),   with the one s that gives Σ w = number of rows
 *
 * The sum rises with s and is straight between the points where a weight meets a bound, so that
 * Newton's rule within a bracket finds s.
 *
 * @param weights - the sum of weights of each cell, all of its rows alike; cut off in place
 * @param rows - how many rows each cell has
 * @param bounds - the smallest and the largest weight of a row, below and above 1
 */
export function trimWeights(
  weights: Float64Array,
  rows: Float64Array,
  { low, high }: WeightBounds,
): void {
  const cut = (cell: number, s: number): number => {
    const count = rows[cell] as number;
    return Math.min(high * count, Math.max(low * count, s * (weights[cell] as number)));
  };
  const n = rows.reduce((sum, count) => sum + count, 0);
  let s = 1;
  let below = 0;
  let above = Infinity;
  for (let round = 0; round < 100; round += 1) {
    let sum = 0;
    let free = 0;
    for (let cell = 0; cell < weights.length; cell += 1) {
      const kept = cut(cell, s);
      sum += kept;
      if (kept === s * (weights[cell] as number)) free += kept / s;
    }
    if (Math.abs(sum - n) <= 1e-14 * n) break;
    if (sum < n) below = s;
    else above = s;
    const newton = s + (n - sum) / free;
    const middle = above === Infinity ? 2 * s : (below + above) / 2;
    s = newton > below && newton < above ? newton : middle;
  }
  for (let cell = 0; cell < weights.length; cell += 1) weights[cell] = cut(cell, s);
}
