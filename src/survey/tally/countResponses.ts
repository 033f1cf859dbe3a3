import type { TallyLayout } from './types.ts';

/**
 * How many responses each group has. Each response has one answer to every question, be it skipped or
 * invalid, so the cells of any one question add up to it; where nothing is asked, the first cell says it.
 */
export function countResponses(
  cells: ArrayLike<number>,
  { questions, width }: TallyLayout,
): Float64Array {
  const [first, second] = questions;
  const from = first?.firstCell ?? 0;
  const end = first === undefined ? 1 : (second?.firstCell ?? width);
  const responses = new Float64Array(Math.floor(cells.length / width));
  for (let slot = 0; slot < responses.length; slot += 1) {
    let own = 0;
    for (let cell = slot * width + from; cell < slot * width + end; cell += 1) {
      own += cells[cell] as number;
    }
    responses[slot] = own;
  }
  return responses;
}
