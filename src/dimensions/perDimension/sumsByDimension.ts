import type { JointCell, JointSums } from '../joint/jointSums.ts';

/**
 * The joint sums of each dimension alone, so that its figure does not go through the sums of all pairs.
 *
 * @param sums - the sums of one quantity of each dimension after another, or of two likewise
 * @param dimensions - how many dimensions there are
 */
export function sumsByDimension({ cells }: JointSums, dimensions: number): readonly JointSums[] {
  const own = Array.from({ length: dimensions }, (): JointCell[] => []);
  for (const cell of cells) {
    const dimension = cell.first % dimensions;
    if (cell.second % dimensions === dimension) own[dimension]?.push(cell);
  }
  return own.map((each) => ({ cells: each }));
}
