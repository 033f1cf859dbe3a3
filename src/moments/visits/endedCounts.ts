import type { EndedCounts } from './countTypes.ts';

/** How a visit ended, as the place of its cell: dissatisfied, satisfied or unknown. */
export type Ended = 0 | 1 | 2;

/** How many cells visits are counted in by how they ended. */
export const ENDED_CELLS: number = 3;

/** The three cells that start at a place. */
export function endedCounts(cells: ArrayLike<number>, start = 0): EndedCounts {
  return {
    dissatisfied: cells[start] ?? 0,
    satisfied: cells[start + 1] ?? 0,
    unknown: cells[start + 2] ?? 0,
  };
}

/** As many rows of three cells each as are asked for. */
export function endedRows(
  cells: ArrayLike<number>,
  start: number,
  rows: number,
): readonly EndedCounts[] {
  return Array.from({ length: rows }, (_, row) => endedCounts(cells, start + row * ENDED_CELLS));
}
