import { type AnswerPlacer, quickCellOf } from '../answers/answerPlacer.ts';
import { type NarrowCells, raise } from './narrowCells.ts';

/** So many questions are counted quickly. */
export const QUICK_QUESTIONS = 4;

type Row = Readonly<Record<string, unknown>>;

/**
 * Counts the usual answers of rows: whole numbers of the scale, and blanks. All others are left to the
 * caller, and so is a response that is no object.
 *
 * Each question is read at a place of its own in the code, so that the engine knows which property is meant.
 *
 * @param counts - the counts so far
 * @param width - how many cells a group has
 * @param placers - those of at most {@link QUICK_QUESTIONS} questions
 * @param responses - the responses
 * @param from - the first one
 * @param to - the one behind the last
 * @param slots - the group of each; absent where all belong to one
 * @param rare - takes what is left: the place of the response from `from`, times the number of these
 * placers, plus the place of the question; the first question for a response that is no object
 */
export function countQuickRows(
  counts: NarrowCells,
  width: number,
  placers: readonly AnswerPlacer[],
  responses: readonly unknown[],
  from: number,
  to: number,
  slots: Int32Array | undefined,
  rare: number[],
): void {
  const [a, b, c, d] = placers;
  if (a === undefined) return;
  const { cells, carried } = counts;
  const count = placers.length;
  for (let at = from; at < to; at += 1) {
    const row = responses[at] as Row | null | undefined;
    if (typeof row !== 'object' || row === null) {
      rare.push((at - from) * count);
      continue;
    }
    const start = slots === undefined ? 0 : (slots[at - from] as number) * width;
    const cellA = usualCellOf(a, row[a.id]);
    if (cellA >= 0) raise(cells, carried, start + cellA);
    else rare.push((at - from) * count);
    if (b === undefined) continue;
    const cellB = usualCellOf(b, row[b.id]);
    if (cellB >= 0) raise(cells, carried, start + cellB);
    else rare.push((at - from) * count + 1);
    if (c === undefined) continue;
    const cellC = usualCellOf(c, row[c.id]);
    if (cellC >= 0) raise(cells, carried, start + cellC);
    else rare.push((at - from) * count + 2);
    if (d === undefined) continue;
    const cellD = usualCellOf(d, row[d.id]);
    if (cellD >= 0) raise(cells, carried, start + cellD);
    else rare.push((at - from) * count + 3);
  }
}

/**
 * The same for one question of one group, which is the overall score: what answers are placed by is read
 * once and not for every row.
 *
 * @param counts - the counts so far
 * @param placer - that of the question
 * @param responses - the responses
 * @param from - the first one
 * @param to - the one behind the last
 * @param rare - takes what is left: the place of the response from `from`
 */
export function countOneQuestion(
  { cells, carried }: NarrowCells,
  { id, quickMin, top, firstCell, invalidCell }: AnswerPlacer,
  responses: readonly unknown[],
  from: number,
  to: number,
  rare: number[],
): void {
  for (let at = from; at < to; at += 1) {
    const row = responses[at] as Row | null | undefined;
    if (typeof row === 'object' && row !== null) {
      const answer = row[id];
      if (typeof answer === 'number') {
        const place = answer - quickMin;
        // As a whole number of 32 bits it is itself only where it is whole and not below 0.
        if (place >>> 0 === place && place <= top) {
          raise(cells, carried, firstCell + place);
          continue;
        }
      } else if (answer === undefined || answer === null) {
        raise(cells, carried, invalidCell - 1);
        continue;
      }
    }
    rare.push(at - from);
  }
}

/** The cell of a whole number of the scale, or of a blank; -1 for any other answer. */
export function usualCellOf(placer: AnswerPlacer, answer: unknown): number {
  if (answer === undefined || answer === null) return placer.invalidCell - 1;
  return quickCellOf(placer, answer);
}
