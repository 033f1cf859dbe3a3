/**
 * Solves L·x = b from the first row down.
 *
 * @param triangle - the rows of L, each ending on the diagonal
 * @param right - b, one number for each row
 * @example
 * solveForward([[2], [1, 4]], [6, 11]) // => [3, 2]
 */
export function solveForward(
  triangle: readonly (readonly number[])[],
  right: readonly number[],
): readonly number[] {
  const solved: number[] = [];
  for (const [i, row] of triangle.entries()) {
    let rest = right[i] ?? 0;
    for (const [k, known] of solved.entries()) rest -= (row[k] ?? 0) * known;
    solved.push(rest / (row[i] ?? 1));
  }
  return solved;
}
