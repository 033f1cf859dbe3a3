import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import type { InvalidAnswer } from '../types.ts';
import { type AnswerPlacer, answerPlacer, cellOf } from './answerPlacer.ts';
import { codedIndex, STRETCH } from './codedIndex.ts';
import type { ResponseColumns } from './columns.ts';
import { longer } from './fixedPointCells.ts';
import { histogram } from './histogram.ts';
import { LISTED_INVALID_ANSWERS } from './invalidList.ts';
import { isWeight } from './rowCounter.ts';
import type { CountedSlots, TallyLayout } from './types.ts';
import { type WeightAdder, weightAdder } from './weightAdder.ts';

/** The answers to one question, and how they are placed. */
interface Column<QuestionId extends string = string> {
  readonly placer: AnswerPlacer<QuestionId>;
  readonly answers: ArrayLike<unknown>;
  readonly blank: number | undefined;
  /** The cell of every byte, where the answers are bytes. */
  readonly cellOfByte: Int32Array | undefined;
  /** The first answers that are not on the scale. */
  readonly invalid: InvalidAnswer<QuestionId>[];
}

/** A stretch of responses, and where the cells of each one's group start; -1 where it does not count. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly starts: Int32Array;
}

/**
 * Counts columns, question by question.
 *
 * @param layout - where the cells of a group are
 * @param responses - the responses
 * @param by - the keys to group by
 * @param counts - whether the response at a position counts; all do when absent
 * @throws ServiceCycleError `invalid-argument` when a column is missing or too short
 */
export function countColumns<QuestionId extends string, Key extends string>(
  { questions, width }: TallyLayout<QuestionId>,
  responses: ResponseColumns<QuestionId, Key>,
  by: readonly Key[],
  counts?: (position: number) => boolean,
): CountedSlots<QuestionId> {
  const { length, blank, weights: weightColumn } = responses;
  const index = codedIndex(by, responses.groups ?? {}, length);
  const columns = questions.map((question): Column<QuestionId> => {
    const placer = answerPlacer(question);
    const answers = responses.answers[question.id] ?? new Array<undefined>(length);
    checkLength(answers, length, question.id);
    const isBytes = answers instanceof Uint8Array;
    const cellOfByte = isBytes ? cellsOfBytes(placer, blank) : undefined;
    return { placer, answers, blank, cellOfByte, invalid: [] };
  });
  if (weightColumn !== undefined) checkLength(weightColumn, length, 'weights');
  const weights = weightColumn && weightAdder(width);
  let cells = new Uint32Array(width);
  let invalidWeights = 0;

  const isPlain = by.length === 0 && counts === undefined && weights === undefined;
  if (isPlain && columns.every(({ cellOfByte }) => cellOfByte !== undefined)) {
    cells[0] = length;
    for (const column of columns) countBytes(cells, column, length);
    const ordered = index.ordered();
    return { ordered, cells, invalidWeights, firstInvalid: firstInvalidOf(columns) };
  }

  const bytes = columns.filter(({ cellOfByte }) => cellOfByte !== undefined).slice(0, TOGETHER);
  const others = columns.filter((column) => !bytes.includes(column));
  const starts = new Int32Array(Math.min(STRETCH, length));
  for (let from = 0; from < length; from += STRETCH) {
    const stretch = { from, to: Math.min(length, from + STRETCH), starts };
    index.writeSlots(from, stretch.to, starts);
    cells = longer(cells, index.slots() * width);
    toCells(stretch, width);
    if (counts !== undefined) passOver(stretch, (position) => !counts(position));
    if (weightColumn !== undefined) {
      invalidWeights += passOver(stretch, (position) => !isWeight(weightColumn[position]));
    }
    countBytesTogether(cells, stretch, bytes);
    if (weights !== undefined) weigh(weights, weightColumn, stretch, () => 0);
    for (const column of others) countStretch(cells, column, stretch);
    if (weights === undefined) continue;
    for (const column of columns) {
      weigh(weights, weightColumn, stretch, (position) => cellAt(column, position));
    }
  }
  const ordered = index.ordered();
  return { ordered, cells, weights, invalidWeights, firstInvalid: firstInvalidOf(columns) };
}

/** Turns slots into the cells where their groups start. */
function toCells({ from, to, starts }: Stretch, width: number): void {
  for (let at = 0; at < to - from; at += 1) starts[at] = (starts[at] as number) * width;
}

/** Takes out the responses that do not count, and says how many they are. */
function passOver({ from, to, starts }: Stretch, test: (position: number) => boolean): number {
  let passed = 0;
  for (let position = from; position < to; position += 1) {
    if ((starts[position - from] as number) < 0 || !test(position)) continue;
    starts[position - from] = -1;
    passed += 1;
  }
  return passed;
}

/** So many columns of bytes are counted in one pass. */
const TOGETHER = 4;

/**
 * Counts responses, and the answers of up to {@link TOGETHER} columns of bytes, in one pass: the cells
 * of a group lie side by side, and fetching them from memory takes longer than adding to them.
 */
function countBytesTogether(
  cells: Uint32Array,
  stretch: Stretch,
  columns: readonly Column[],
): void {
  const { from, to, starts } = stretch;
  const [a, b, c, d] = columns.map(({ answers }) => answers as Uint8Array);
  const [cellA, cellB, cellC, cellD] = columns.map(
    ({ cellOfByte = new Int32Array() }) => cellOfByte,
  );
  for (let position = from; position < to; position += 1) {
    const start = starts[position - from] as number;
    if (start < 0) continue;
    cells[start] = (cells[start] as number) + 1;
    if (a !== undefined && cellA !== undefined)
      raise(cells, start + (cellA[a[position] as number] as number));
    if (b !== undefined && cellB !== undefined)
      raise(cells, start + (cellB[b[position] as number] as number));
    if (c !== undefined && cellC !== undefined)
      raise(cells, start + (cellC[c[position] as number] as number));
    if (d !== undefined && cellD !== undefined)
      raise(cells, start + (cellD[d[position] as number] as number));
  }
  for (const column of columns) listInvalidBytes(column, stretch);
}

function raise(cells: Uint32Array, cell: number): void {
  cells[cell] = (cells[cell] as number) + 1;
}

/** Lists the invalid bytes of a stretch, where any byte is invalid and the list has room. */
function listInvalidBytes(column: Column, { from, to, starts }: Stretch): void {
  const { placer, cellOfByte = new Int32Array(), invalid } = column;
  if (invalid.length >= LISTED_INVALID_ANSWERS) return;
  const answers = column.answers as Uint8Array;
  for (let position = from; position < to; position += 1) {
    if (cellOfByte[answers[position] as number] !== placer.invalidCell) continue;
    if ((starts[position - from] as number) < 0) continue;
    if (!listInvalid(column, position)) return;
  }
}

function cellAt({ placer, answers, blank }: Column, position: number): number {
  const answer = answers[position];
  return cellOf(placer, answer === blank ? undefined : answer);
}

function cellsOfBytes(placer: AnswerPlacer, blank: number | undefined): Int32Array {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const column = { placer, answers: bytes, blank, cellOfByte: undefined, invalid: [] };
  return Int32Array.from(bytes, (byte) => cellAt(column, byte));
}

/** Counts bytes that all belong to one group. */
function countBytes(cells: Uint32Array, column: Column, length: number): void {
  const { placer, cellOfByte = new Int32Array() } = column;
  const answers = (column.answers as Uint8Array).subarray(0, length);
  for (const [byte, count] of histogram(answers).entries()) {
    const cell = cellOfByte[byte] ?? 0;
    cells[cell] = (cells[cell] ?? 0) + count;
  }
  if (cells[placer.invalidCell] === 0) return;
  for (const [position, byte] of answers.entries()) {
    if (cellOfByte[byte] === placer.invalidCell && !listInvalid(column, position)) return;
  }
}

function countStretch(cells: Uint32Array, column: Column, stretch: Stretch): void {
  const { from, to, starts } = stretch;
  const { placer, cellOfByte } = column;
  if (cellOfByte !== undefined) {
    countByteStretch(cells, column, stretch, cellOfByte);
    return;
  }
  for (let position = from; position < to; position += 1) {
    const start = starts[position - from] as number;
    if (start < 0) continue;
    const cell = cellAt(column, position);
    cells[start + cell] = (cells[start + cell] as number) + 1;
    if (cell === placer.invalidCell) listInvalid(column, position);
  }
}

function countByteStretch(
  cells: Uint32Array,
  column: Column,
  { from, to, starts }: Stretch,
  cellOfByte: Int32Array,
): void {
  const { invalidCell } = column.placer;
  const answers = column.answers as Uint8Array;
  for (let position = from; position < to; position += 1) {
    const start = starts[position - from] as number;
    if (start < 0) continue;
    const cell = cellOfByte[answers[position] as number] as number;
    cells[start + cell] = (cells[start + cell] as number) + 1;
    if (cell === invalidCell) listInvalid(column, position);
  }
}

function weigh(
  weights: WeightAdder,
  column: ArrayLike<number> = [],
  { from, to, starts }: Stretch,
  cellOfPosition: (position: number) => number,
): void {
  for (let position = from; position < to; position += 1) {
    const start = starts[position - from] as number;
    if (start >= 0) weights.add(start + cellOfPosition(position), column[position] ?? 0);
  }
}

/** Lists an invalid answer, and says whether there is room for more. */
function listInvalid({ placer, answers, invalid }: Column, position: number): boolean {
  if (invalid.length < LISTED_INVALID_ANSWERS) {
    invalid.push({ question: placer.id, position, found: quote(answers[position]) });
  }
  return invalid.length < LISTED_INVALID_ANSWERS;
}

function firstInvalidOf<QuestionId extends string>(
  columns: readonly Column<QuestionId>[],
): readonly InvalidAnswer<QuestionId>[] {
  return columns.flatMap(({ invalid }) => invalid);
}

function checkLength(column: ArrayLike<unknown>, length: number, name: string): void {
  if (column.length >= length) return;
  throw new ServiceCycleError(
    'invalid-argument',
    `the column "${name}" has ${String(column.length)} entries; expected ${String(length)}`,
  );
}
