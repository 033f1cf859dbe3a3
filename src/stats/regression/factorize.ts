import { solveForward } from './solveForward.ts';

/** A table of correlations as the product of a triangle with itself. */
export interface Factor {
  /** Which rows of the table are kept, in their order; the others are sums of those before them. */
  readonly kept: readonly number[];
  /** The triangle L of the rows kept, L·Lᵀ; row i has i + 1 numbers. */
  readonly triangle: readonly (readonly number[])[];
}

/**
 * Cholesky's factor of a table of correlations, without the columns that are sums of those before.
 *
 *     left = 1 - Σ lₖ²: the share of a column's variance that the columns before it do not explain
 *
 * A column of which no more than `tolerance` is left is passed over: of two that are the same, the
 * later one.
 *
 * @param between - correlations, 1 on the diagonal
 * @param tolerance - the share of a column's variance below which it is passed over
 * @example
 * factorize([[1, 1, 0.6], [1, 1, 0.6], [0.6, 0.6, 1]], 1e-10) // => { kept: [0, 2], triangle: [[1], [0.6, 0.8]] }
 * @see Golub & Van Loan (2013), Matrix Computations, 4th edition, section 4.2
 */
export function factorize(between: readonly (readonly number[])[], tolerance: number): Factor {
  const kept: number[] = [];
  const triangle: number[][] = [];
  for (const [place, row] of between.entries()) {
    const solved = solveForward(
      triangle,
      kept.map((other) => row[other] ?? 0),
    );
    const left = solved.reduce((rest, each) => rest - each * each, 1);
    if (left > tolerance) {
      kept.push(place);
      triangle.push([...solved, Math.sqrt(left)]);
    }
  }
  return { kept, triangle };
}
