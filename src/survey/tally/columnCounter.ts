import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { type AnswerPlacer, answerPlacer, cellOf } from '../answers/answerPlacer.ts';
import { ownAnswerReader } from '../answers/ownAnswer.ts';
import type { InvalidAnswer } from '../types.ts';
import { type ByteColumn, byteColumn, countByteColumns } from './byteColumns.ts';
import { codedIndex, orderedSlots, slotsOf, writeStarts } from './codedIndex.ts';
import type { ResponseColumns } from './columns.ts';
import { countResponses } from './countResponses.ts';
import { longer } from './fixedPointCells.ts';
import { histogram } from './histogram.ts';
import { LISTED_INVALID_ANSWERS } from './invalidList.ts';
import { type NarrowCells, raise, wholeCells } from './narrowCells.ts';
import { isWeight } from './rowCounter.ts';
import type { CountedSlots, TallyLayout } from './types.ts';
import { type WeightAdder, weightAdder } from './weightAdder.ts';

/** The answers to one question, and how they are placed. */
interface Column<QuestionId extends string = string> {
  readonly placer: AnswerPlacer<QuestionId>;
  readonly answers: ArrayLike<unknown>;
  readonly blank: number | undefined;
}

/** A stretch of responses, and where the cells of each one's group start; 0 where it does not count. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly starts: Int32Array;
}

/** Responses are counted in stretches of so many, so that their groups stay in the fastest cache. */
const STRETCH = 1024;

/**
 * Counts columns, question by question over a stretch of responses.
 *
 * The first cells belong to no group: what does not count is counted there, so that no loop has to ask.
 *
 * @param layout - where the cells of a group are
 * @param responses - the responses
 * @param by - the keys to group by
 * @param counts - whether the response at a position counts; all do when absent
 * @throws ServiceCycleError `invalid-argument` when a column is missing or too short
 */
export function countColumns<QuestionId extends string, Key extends string>(
  layout: TallyLayout<QuestionId>,
  responses: ResponseColumns<QuestionId, Key>,
  by: readonly Key[],
  counts?: (position: number) => boolean,
): CountedSlots<QuestionId> {
  const { questions, width } = layout;
  const { length, weights: weightColumn } = responses;
  const index = codedIndex(by, responses.groups ?? {}, length, width);
  const columns = questions.map((question) => columnOf(answerPlacer(question), responses));
  if (weightColumn !== undefined) checkLength(weightColumn, length, 'weights');
  const weights = weightColumn && weightAdder(width);
  let counted: Uint16Array | Uint32Array | Float64Array;
  let invalidWeights = 0;
  let zeroWeights = 0;

  const isPlain = by.length === 0 && counts === undefined && weights === undefined;
  if (isPlain && columns.every((column) => isOfBytes(column))) {
    const plain = new Uint32Array(width);
    for (const column of columns) countBytes(plain, column, length);
    if (columns.length === 0) plain[0] = length;
    counted = plain;
  } else {
    const byteColumns = columns.filter((column) => isOfBytes(column)).map(asByteColumn);
    const otherColumns = columns.filter((column) => !isOfBytes(column));
    const counting: NarrowCells = { cells: new Uint16Array(2 * width), carried: [] };
    const starts = new Int32Array(Math.min(STRETCH, length));
    for (let from = 0; from < length; from += STRETCH) {
      const stretch = { from, to: Math.min(length, from + STRETCH), starts };
      writeStarts(index, from, stretch.to, starts);
      counting.cells = longer(counting.cells, (slotsOf(index) + 1) * width);
      if (counts !== undefined) passOver(stretch, counts);
      if (weightColumn !== undefined) {
        invalidWeights += passOver(stretch, (position) => isWeight(weightColumn[position]));
        zeroWeights += passOver(stretch, (position) => weightColumn[position] !== 0);
      }
      if (columns.length === 0) countStarts(counting, stretch);
      countByteColumns(counting, byteColumns, starts, from, stretch.to);
      for (const column of otherColumns) countStretch(counting, column, stretch);
      if (weights === undefined) continue;
      weigh(weights, weightColumn, stretch, () => -width);
      for (const column of columns) {
        weigh(weights, weightColumn, stretch, (position) => cellAt(column, position) - width);
      }
    }
    counted = wholeCells(counting, width);
  }

  const inSlots = countResponses(counted, layout);
  const isCounted = (position: number): boolean =>
    counts?.(position) !== false &&
    (weightColumn === undefined ||
      (isWeight(weightColumn[position]) && weightColumn[position] !== 0));
  const firstInvalid = columns.flatMap((column) =>
    invalidAnswers(column, length, isCounted, totalOf(counted, column.placer.invalidCell, width)),
  );
  const ordered = orderedSlots(index, inSlots);
  return {
    ordered,
    cells: counted,
    responses: inSlots,
    weights,
    invalidWeights,
    zeroWeights,
    firstInvalid,
  };
}

function columnOf<QuestionId extends string>(
  placer: AnswerPlacer<QuestionId>,
  { answers: columns, length, blank }: ResponseColumns<QuestionId>,
): Column<QuestionId> {
  const answers = (ownAnswerReader(placer.id)(columns) ??
    new Array<undefined>(length)) as ArrayLike<unknown>;
  checkLength(answers, length, placer.id);
  return { placer, answers, blank };
}

/** A column whose answers are bytes. */
type ColumnOfBytes<QuestionId extends string = string> = Column<QuestionId> & {
  readonly answers: Uint8Array;
};

function isOfBytes<QuestionId extends string>(
  column: Column<QuestionId>,
): column is ColumnOfBytes<QuestionId> {
  return column.answers instanceof Uint8Array;
}

function asByteColumn({ placer, answers, blank }: ColumnOfBytes): ByteColumn {
  const cells = new Int32Array(256);
  for (let byte = 0; byte < 256; byte += 1) {
    cells[byte] = cellOf(placer, byte === blank ? undefined : byte);
  }
  return byteColumn(answers, cells, placer.firstCell);
}

function cellAt({ placer, answers, blank }: Column, position: number): number {
  const answer = answers[position];
  return cellOf(placer, answer === blank ? undefined : answer);
}

/** Takes out the responses that do not count, and says how many they are. */
function passOver({ from, to, starts }: Stretch, counts: (position: number) => boolean): number {
  let passed = 0;
  for (let position = from; position < to; position += 1) {
    if (starts[position - from] === 0 || counts(position)) continue;
    starts[position - from] = 0;
    passed += 1;
  }
  return passed;
}

/** Counts bytes that all belong to one group; those that occur are placed once each. */
function countBytes(
  cells: Uint32Array,
  { placer, answers, blank }: ColumnOfBytes,
  length: number,
): void {
  const counts = histogram(length < answers.length ? answers.subarray(0, length) : answers);
  for (let byte = 0; byte < counts.length; byte += 1) {
    const count = counts[byte] as number;
    if (count === 0) continue;
    const cell = cellOf(placer, byte === blank ? undefined : byte);
    cells[cell] = (cells[cell] as number) + count;
  }
}

function countStretch(
  { cells, carried }: NarrowCells,
  column: Column,
  { from, to, starts }: Stretch,
): void {
  for (let position = from; position < to; position += 1) {
    raise(cells, carried, (starts[position - from] as number) + cellAt(column, position));
  }
}

function countStarts({ cells, carried }: NarrowCells, { from, to, starts }: Stretch): void {
  for (let position = from; position < to; position += 1) {
    raise(cells, carried, starts[position - from] as number);
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
    if (start > 0) weights.add(start + cellOfPosition(position), column[position] ?? 0);
  }
}

function totalOf(cells: ArrayLike<number>, cell: number, width: number): number {
  let total = 0;
  for (let at = cell; at < cells.length; at += width) total += cells[at] ?? 0;
  return total;
}

/** The first answers that are not on the scale, of so many that there are. */
function invalidAnswers<QuestionId extends string>(
  column: Column<QuestionId>,
  length: number,
  isCounted: (position: number) => boolean,
  total: number,
): readonly InvalidAnswer<QuestionId>[] {
  const { placer, answers } = column;
  const wanted = Math.min(total, LISTED_INVALID_ANSWERS);
  const invalid: InvalidAnswer<QuestionId>[] = [];
  for (let position = 0; position < length && invalid.length < wanted; position += 1) {
    if (cellAt(column, position) !== placer.invalidCell || !isCounted(position)) continue;
    invalid.push({ question: placer.id, position, found: quote(answers[position]) });
  }
  return invalid;
}

function checkLength(column: ArrayLike<unknown>, length: number, name: string): void {
  if (column.length >= length) return;
  throw new ServiceCycleError(
    'invalid-argument',
    `the column ${quote(name)} has ${quote(column.length)} entries; expected ${length}`,
  );
}
