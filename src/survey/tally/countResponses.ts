import type { TallyLayout } from './types.ts';

/**
 * Writes how many responses each group has. Each response has one answer to every question, be it
 * skipped or invalid, so the cells of any one question add up to it.
 */
export function countResponses(
  cells: Float64Array | Uint32Array,
  { questions, width }: TallyLayout,
): void {
  const [first, second] = questions;
  if (first === undefined) return;
  const end = second?.firstCell ?? width;
  for (let start = 0; start + width <= cells.length; start += width) {
    let responses = 0;
    for (let cell = start + first.firstCell; cell < start + end; cell += 1) {
      responses += cells[cell] as number;
    }
    cells[start] = responses;
  }
}
