import { boundedFactor, FARTHEST, withinBounds } from './boundedFactor.ts';
import { add, type FittedCategory, fittedCategories } from './fittedCategories.ts';
import type { MarginReader } from './readMargins.ts';
import type { Cell } from './sampleCells.ts';
import type { WeightBounds } from './types.ts';

/** Where fitting stops. */
export interface FitLimits {
  /** The smallest and the largest weight of a row, as multiples of the mean; none when absent. */
  readonly bounds: WeightBounds | undefined;
  /** The relative difference to a target that is small enough. */
  readonly tolerance: number;
  /** How often all margins are gone through at most. */
  readonly maximumIterations: number;
}

/** What fitting gives. */
export interface Fit {
  /** The sum of weights in each cell; in all cells together as many as there are rows. */
  readonly weights: Float64Array;
  /** How often all margins were gone through. */
  readonly iterations: number;
  /** The largest relative difference between a share and its target. */
  readonly difference: number;
}

/**
 * Iterative proportional fitting: goes through the margins and multiplies the weights of each category
 * by what its sum lacks, w · target / current, again and again until all margins fit at once.
 *
 * With bounds, every weight is remembered as if there were none and cut off only to be summed, and each
 * factor is the one that makes the sum right with what is cut off. A weight that comes back within its
 * bounds is then what it would have been, so that one solution is arrived at whatever the order of the
 * margins: min(high, max(low, base · factors)).
 *
 * Margins that contradict each other or the bounds end in no solution but go round in circles. Then the
 * weights of the round that came nearest to what can be reached are given: more rounds lead no farther off.
 *
 * Works on cells only, so that its cost does not grow with the number of rows that are alike.
 */
export function fitMargins(
  cells: readonly Cell[],
  margins: readonly MarginReader[],
  { bounds: asked, tolerance, maximumIterations }: FitLimits,
): Fit {
  const rows = Float64Array.from(cells, (cell) => cell.rows);
  const free = Float64Array.from(cells, ({ mass }) => mass);
  const all = Int32Array.from(cells.keys());
  const n = add(all, rows);
  // No weight is larger than all together, so that a larger bound is none.
  const bounds = asked && { low: asked.low, high: Math.min(asked.high, n) };
  const categories = margins.flatMap((margin, level) =>
    fittedCategories(cells, { margin, level, n, bounds }),
  );
  const fitSum = (places: Int32Array, target: number): void => {
    if (bounds) {
      scaleWithin(places, { free, rows }, boundedFactor({ places, free, rows }, target, bounds));
    } else scale(places, free, target / add(places, free));
  };
  const look = (): Fitted => {
    const weights = free.map((weight, cell) =>
      bounds ? withinBounds(weight, rows[cell] as number, bounds) : weight,
    );
    return { weights, gap: largestDifference(categories, weights, ({ reachable }) => reachable) };
  };

  fitSum(all, n);
  let iterations = 0;
  let best = look();
  while (iterations < maximumIterations && !(best.gap < tolerance)) {
    for (const { places, reachable } of categories) fitSum(places, reachable);
    iterations += 1;
    const fitted = look();
    if (fitted.gap < best.gap) best = fitted;
  }
  const { weights } = best;
  const difference = largestDifference(categories, weights, ({ target }) => target);
  return { weights, iterations, difference };
}

/** The weights after a round. */
interface Fitted {
  readonly weights: Float64Array;
  /** The largest relative difference to what can be reached. */
  readonly gap: number;
}

function largestDifference(
  categories: readonly FittedCategory[],
  weights: Float64Array,
  aim: (category: FittedCategory) => number,
): number {
  return categories.reduce((largest, category) => {
    const target = aim(category);
    return Math.max(largest, Math.abs(add(category.places, weights) - target) / target);
  }, 0);
}

function scale(places: Int32Array, free: Float64Array, factor: number): void {
  // Margins that contradict each other can wear all weights of a category down to nothing.
  if (!(factor < Infinity)) return;
  for (const place of places) free[place] = (free[place] as number) * factor;
}

/** Bounds that contradict the margins would drive weights that are cut off to 0 or to infinity. */
function scaleWithin(
  places: Int32Array,
  { free, rows }: { readonly free: Float64Array; readonly rows: Float64Array },
  factor: number,
): void {
  for (const place of places) {
    const count = rows[place] as number;
    const scaled = (free[place] as number) * factor;
    free[place] = Math.min(FARTHEST * count, Math.max(count / FARTHEST, scaled));
  }
}
