import type { TalliedQuestion } from '../types.ts';

/** Whether two tallies count the same answers in the same cells; labels may differ. */
export function sameCells(
  first: readonly TalliedQuestion[],
  second: readonly TalliedQuestion[],
): boolean {
  return JSON.stringify(first.map(cellsOf)) === JSON.stringify(second.map(cellsOf));
}

function cellsOf({
  id,
  firstCell,
  scale,
}: TalliedQuestion): readonly (string | number | boolean)[] {
  const { min, max, step = 1, reversed = false } = scale;
  return [id, firstCell, min, max, step, reversed];
}
