import type { WeightBounds } from './types.ts';

/** Weights that are scaled together, in groups of rows that all weigh the same. */
export interface ScaledGroups {
  /** Which groups to scale: places in `free` and `rows`. */
  readonly places: Int32Array;
  /** The sum of weights that each group would have without bounds, above 0. */
  readonly free: Float64Array;
  /** How many rows each group has, at least 1. */
  readonly rows: Float64Array;
}

/** Halving what digits are left this often leaves none; Newton's rule seldom needs more than 10 rounds. */
const ROUNDS = 80;

/** Two sums that differ by less, relatively, differ by rounding only. */
const ROUNDING = 1e-14;

/** Weights beyond this, or below its inverse, lie far outside all bounds; up to here they can be computed. */
export const FARTHEST = 1e200;

/**
 * The factor that brings weights to a sum while each stays within its bounds.
 *
 *     Σ min(high · rows, max(low · rows, s · free)) = target
 *
 * The sum rises with s, and is straight between the points where a weight meets a bound, so that
 * Newton's rule within a bracket finds s. Ends after a limited number of rounds whatever it is given; a
 * target out of reach is seen at once, and gives the s at which all weights are at their bound.
 *
 * @param groups - what to scale
 * @param target - the sum, above 0
 * @param bounds - the smallest and the largest weight of a row, both finite
 */
export function boundedFactor(
  { places, free, rows }: ScaledGroups,
  target: number,
  bounds: WeightBounds,
): number {
  const { low, high } = bounds;
  let all = 0;
  let count = 0;
  let below = Infinity;
  let above = 0;
  for (const place of places) {
    const perFree = Math.min(FARTHEST, (rows[place] as number) / (free[place] as number));
    all += free[place] as number;
    count += rows[place] as number;
    below = Math.min(below, low * perFree);
    above = Math.max(above, high * perFree);
  }
  if (target >= high * count) return above;
  if (target <= low * count) return below;
  let s = Math.min(above, Math.max(below, target / all));
  for (let round = 0; round < ROUNDS; round += 1) {
    let sum = 0;
    let slope = 0;
    for (const place of places) {
      const weight = s * (free[place] as number);
      const kept = withinBounds(weight, rows[place] as number, bounds);
      sum += kept;
      if (kept === weight) slope += free[place] as number;
    }
    if (Math.abs(sum - target) <= ROUNDING * target) break;
    if (sum < target) below = s;
    else above = s;
    const newton = s + (target - sum) / slope;
    // Between ends far apart the geometric middle halves the digits, not the distance.
    const middle = below > 0 ? Math.sqrt(below) * Math.sqrt(above) : above / 2;
    s = newton > below && newton < above ? newton : middle;
  }
  return s;
}

/** The sum of weights of some rows that weigh the same, cut off at what their bounds allow. */
export function withinBounds(weight: number, rows: number, { low, high }: WeightBounds): number {
  return Math.min(high * rows, Math.max(low * rows, weight));
}
