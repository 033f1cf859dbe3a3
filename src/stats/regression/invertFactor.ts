import { solveForward } from './solveForward.ts';

/**
 * The inverse of L·Lᵀ.
 *
 * @param triangle - the rows of L, each ending on the diagonal
 * @example
 * invertFactor([[2], [1, 4]]) // => [[0.265625, -0.03125], [-0.03125, 0.0625]]
 */
export function invertFactor(triangle: readonly (readonly number[])[]): readonly number[][] {
  const size = triangle.length;
  // Column j of the inverse of L solves L·x = the j-th unit vector.
  const columns = triangle.map((_, j) =>
    solveForward(
      triangle,
      Array.from({ length: size }, (_, i) => (i === j ? 1 : 0)),
    ),
  );
  return columns.map((one) =>
    columns.map((other) => one.reduce((sum, each, k) => sum + each * (other[k] ?? 0), 0)),
  );
}
