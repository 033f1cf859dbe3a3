import { areUsual, type ByteRun, byteRun } from './byteRun.ts';
import { CARRIED, carry, type NarrowCells, raise, raiseUnseen } from './narrowCells.ts';

/** Answers that are bytes, and the cell of each. */
export interface ByteColumn {
  /** The answers. */
  readonly bytes: Uint8Array;
  /** The cell of every byte. */
  readonly cellOfByte: Int32Array;
  /** The first of the bytes whose cells follow one another as the bytes do. */
  readonly low: number;
  /** How many these are. */
  readonly run: number;
  /** The cell of the first of them. */
  readonly lowCell: number;
  /** These as the usual answers; absent where they are not to be told four at a time. */
  readonly usual: ByteRun | undefined;
}

/**
 * The column of bytes that have these cells. Nearly all answers are numbers of the scale, whose cells
 * follow one another; to add is quicker than to look up.
 *
 * @param bytes - the answers
 * @param cellOfByte - the cell of every byte
 * @param firstCell - the cell of the lowest answer
 */
export function byteColumn(
  bytes: Uint8Array,
  cellOfByte: Int32Array,
  firstCell: number,
): ByteColumn {
  const low = Math.max(0, cellOfByte.indexOf(firstCell));
  const lowCell = cellOfByte[low] as number;
  let run = 1;
  while (cellOfByte[low + run] === lowCell + run) run += 1;
  return { bytes, cellOfByte, low, run, lowCell, usual: byteRun(bytes, low, low + run - 1) };
}

/**
 * Counts the answers of several questions over a stretch of responses, three questions at a time, so
 * that the cells of a group are met while they are at hand.
 *
 * @param counts - the counts so far
 * @param columns - the answers to each question
 * @param starts - where the cells of each response's group start
 * @param from - the first response
 * @param to - the one behind the last
 */
export function countByteColumns(
  counts: NarrowCells,
  columns: readonly ByteColumn[],
  starts: Int32Array,
  from: number,
  to: number,
): void {
  const { cells, carried } = counts;
  let at = 0;
  for (; at + 3 <= columns.length; at += 3) {
    const [a, b, c] = [columns[at], columns[at + 1], columns[at + 2]] as [
      ByteColumn,
      ByteColumn,
      ByteColumn,
    ];
    if (
      areUsualAnswers(a, from, to) &&
      areUsualAnswers(b, from, to) &&
      areUsualAnswers(c, from, to)
    ) {
      countUsual(counts, a, b, c, starts, from, to);
    } else {
      countThree(cells, carried, a, b, c, starts, from, to);
    }
  }
  for (; at < columns.length; at += 1) {
    countOne(cells, carried, columns[at] as ByteColumn, starts, from, to);
  }
}

/** A column whose answers over a stretch are all usual ones. */
type UsualColumn = ByteColumn & { readonly usual: ByteRun };

function areUsualAnswers(column: ByteColumn, from: number, to: number): column is UsualColumn {
  return column.usual !== undefined && areUsual(column.usual, from, to);
}

/**
 * Counts three questions where every answer is a usual one. No count is looked at before the end of the
 * stretch, which is too short to fill what {@link CARRIED} leaves of a cell.
 */
function countUsual(
  { cells, carried }: NarrowCells,
  { bytes: a, usual: runA, lowCell: cellA, low: lowA }: UsualColumn,
  { bytes: b, usual: runB, lowCell: cellB, low: lowB }: UsualColumn,
  { bytes: c, usual: runC, lowCell: cellC, low: lowC }: UsualColumn,
  starts: Int32Array,
  from: number,
  to: number,
): void {
  const { words: wordsA } = runA;
  const { words: wordsB } = runB;
  const { words: wordsC } = runC;
  const fromA = cellA - lowA;
  const fromB = cellB - lowB;
  const fromC = cellC - lowC;
  let counts = 0;
  for (let first = from; first < to; first += 4) {
    const x = wordsA[first >>> 2] as number;
    const y = wordsB[first >>> 2] as number;
    const z = wordsC[first >>> 2] as number;
    const one = starts[first - from] as number;
    const two = starts[first - from + 1] as number;
    const three = starts[first - from + 2] as number;
    const four = starts[first - from + 3] as number;
    counts |=
      raiseUnseen(cells, one + fromA + (x & 0xff)) |
      raiseUnseen(cells, one + fromB + (y & 0xff)) |
      raiseUnseen(cells, one + fromC + (z & 0xff)) |
      raiseUnseen(cells, two + fromA + ((x >>> 8) & 0xff)) |
      raiseUnseen(cells, two + fromB + ((y >>> 8) & 0xff)) |
      raiseUnseen(cells, two + fromC + ((z >>> 8) & 0xff)) |
      raiseUnseen(cells, three + fromA + ((x >>> 16) & 0xff)) |
      raiseUnseen(cells, three + fromB + ((y >>> 16) & 0xff)) |
      raiseUnseen(cells, three + fromC + ((z >>> 16) & 0xff)) |
      raiseUnseen(cells, four + fromA + (x >>> 24)) |
      raiseUnseen(cells, four + fromB + (y >>> 24)) |
      raiseUnseen(cells, four + fromC + (z >>> 24));
  }
  if (counts < CARRIED) return;
  for (let position = from; position < to; position += 1) {
    const start = starts[position - from] as number;
    carry(cells, carried, start + fromA + (a[position] as number));
    carry(cells, carried, start + fromB + (b[position] as number));
    carry(cells, carried, start + fromC + (c[position] as number));
  }
}

function countThree(
  cells: Uint16Array,
  carried: number[],
  { bytes: a, cellOfByte: cellOfA, low: lowA, run: runA, lowCell: firstA }: ByteColumn,
  { bytes: b, cellOfByte: cellOfB, low: lowB, run: runB, lowCell: firstB }: ByteColumn,
  { bytes: c, cellOfByte: cellOfC, low: lowC, run: runC, lowCell: firstC }: ByteColumn,
  starts: Int32Array,
  from: number,
  to: number,
): void {
  for (let position = from; position < to; position += 1) {
    const start = starts[position - from] as number;
    const x = a[position] as number;
    const y = b[position] as number;
    const z = c[position] as number;
    // As an unsigned number, what lies below the run lies far above it.
    const inA = (x - lowA) >>> 0;
    const inB = (y - lowB) >>> 0;
    const inC = (z - lowC) >>> 0;
    raise(cells, carried, start + (inA < runA ? firstA + inA : (cellOfA[x] as number)));
    raise(cells, carried, start + (inB < runB ? firstB + inB : (cellOfB[y] as number)));
    raise(cells, carried, start + (inC < runC ? firstC + inC : (cellOfC[z] as number)));
  }
}

function countOne(
  cells: Uint16Array,
  carried: number[],
  { bytes, cellOfByte, low, run, lowCell }: ByteColumn,
  starts: Int32Array,
  from: number,
  to: number,
): void {
  for (let position = from; position < to; position += 1) {
    const byte = bytes[position] as number;
    const within = (byte - low) >>> 0;
    const cell = within < run ? lowCell + within : (cellOfByte[byte] as number);
    raise(cells, carried, (starts[position - from] as number) + cell);
  }
}
