import type { MarginReader } from './readMargins.ts';
import type { Cell } from './sampleCells.ts';
import { trimWeights } from './trimWeights.ts';
import type { WeightBounds } from './types.ts';

/** Where fitting stops. */
export interface FitLimits {
  /** Where the weight of a row is cut off, as a multiple of the mean; nowhere when absent. */
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
 * by what its sum lacks, w · target / current, again and again until all margins fit at once. Where
 * there are bounds, weights are cut off at them after each round.
 *
 * Works on cells only, so that its cost does not grow with the number of rows.
 */
export function fitMargins(
  cells: readonly Cell[],
  margins: readonly MarginReader[],
  { bounds, tolerance, maximumIterations }: FitLimits,
): Fit {
  const rows = Float64Array.from(cells, (cell) => cell.rows);
  const n = add(rows);
  const weights = Float64Array.from(cells, ({ mass }) => mass);
  scale(weights, n / add(weights));
  const fitted = margins.map(
    ({ shares }, level): FittedMargin => ({
      targets: shares.map((share) => share * n),
      places: Int32Array.from(cells, ({ places }) => places[level] ?? 0),
      sums: new Float64Array(shares.length),
    }),
  );

  let iterations = 0;
  let difference = largestDifference(fitted, weights);
  const isDone = (): boolean =>
    difference < tolerance && (iterations > 0 || !isOutside(weights, rows, bounds));
  while (iterations < maximumIterations && !isDone()) {
    for (const margin of fitted) fitMargin(margin, weights);
    if (bounds) trimWeights(weights, rows, bounds);
    iterations += 1;
    difference = largestDifference(fitted, weights);
  }
  return { weights, iterations, difference };
}

interface FittedMargin {
  readonly targets: readonly number[];
  readonly places: Int32Array;
  readonly sums: Float64Array;
}

function fitMargin({ targets, places, sums }: FittedMargin, weights: Float64Array): void {
  sumCategories(sums, places, weights);
  for (const [place, target] of targets.entries()) {
    const sum = sums[place] as number;
    sums[place] = sum > 0 ? target / sum : 0;
  }
  for (let cell = 0; cell < weights.length; cell += 1) {
    weights[cell] = (weights[cell] as number) * (sums[places[cell] as number] as number);
  }
}

function largestDifference(margins: readonly FittedMargin[], weights: Float64Array): number {
  let largest = 0;
  for (const { targets, places, sums } of margins) {
    sumCategories(sums, places, weights);
    for (const [place, target] of targets.entries()) {
      if (target === 0) continue;
      largest = Math.max(largest, Math.abs((sums[place] as number) - target) / target);
    }
  }
  return largest;
}

function sumCategories(sums: Float64Array, places: Int32Array, weights: Float64Array): void {
  sums.fill(0);
  for (let cell = 0; cell < weights.length; cell += 1) {
    const place = places[cell] as number;
    sums[place] = (sums[place] as number) + (weights[cell] as number);
  }
}

function isOutside(
  weights: Float64Array,
  rows: Float64Array,
  bounds: WeightBounds | undefined,
): boolean {
  if (bounds === undefined) return false;
  return weights.some((weight, cell) => {
    const each = weight / (rows[cell] as number);
    return each < bounds.low || each > bounds.high;
  });
}

function scale(weights: Float64Array, factor: number): void {
  for (let cell = 0; cell < weights.length; cell += 1) {
    weights[cell] = (weights[cell] as number) * factor;
  }
}

function add(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
