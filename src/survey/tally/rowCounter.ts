import { quote } from '../../shared/quote.ts';
import type { InvalidAnswer } from '../types.ts';
import { type AnswerPlacer, answerPlacer, cellOf, quickCellOf } from './answerPlacer.ts';
import { longer } from './fixedPointCells.ts';
import { groupIndex } from './groupIndex.ts';
import { LISTED_INVALID_ANSWERS } from './invalidList.ts';
import type { CountedSlots, TallyLayout } from './types.ts';
import { weightAdder } from './weightAdder.ts';

/** Counts responses, one batch after another. */
export interface RowCounter<QuestionId extends string> {
  /** Counts responses; one that is {@link PASSED_OVER} takes up its position only. */
  readonly addAll: (responses: Iterable<unknown>) => void;
  /** What was counted. */
  readonly counted: () => CountedSlots<QuestionId>;
}

/** Stands for a response that does not count, such as the second of two with one id. */
export const PASSED_OVER: unique symbol = Symbol('passed over');

/** After so many responses a cell of 32 bits could overflow: then the counts move to wider cells. */
const CELL_LIMIT = 0xff_ff_ff_ff;

type Row = Readonly<Record<string, unknown>>;

/**
 * Counts row objects.
 *
 * The first four questions are read each at a place of its own in the code: an engine makes `row[id]`
 * as fast as `row.id` where the id is always the same, and several times slower where it changes.
 *
 * @param layout - where the cells of a group are
 * @param by - the keys to group by
 * @param weightKey - the key of the weights, where responses are weighted
 */
export function rowCounter<QuestionId extends string>(
  { questions, width }: TallyLayout<QuestionId>,
  by: readonly string[],
  weightKey: string | undefined,
): RowCounter<QuestionId> {
  const placers = questions.map(answerPlacer);
  const index = groupIndex(by);
  const weights = weightKey === undefined ? undefined : weightAdder(width);
  const firstInvalid: InvalidAnswer<QuestionId>[] = [];
  let invalidWeights = 0;
  let cells = new Uint32Array(64 * width);
  let wide = new Float64Array(0);
  let room = CELL_LIMIT;
  let position = 0;

  function addAll(responses: Iterable<unknown>): void {
    const [first, second, third, fourth, ...others] = placers;
    const { slotOf } = index;
    const isGrouped = by.length > 0;
    const isQuick = weights === undefined;
    for (const response of responses) {
      if (isQuick && typeof response === 'object' && response !== null) {
        const row = response as Row;
        const start = isGrouped ? slotOf(row) * width : 0;
        if (start >= cells.length) cells = longer(cells, start + width);
        if (room === 0) widen();
        room -= 1;
        cells[start] = (cells[start] as number) + 1;
        if (first !== undefined) count(cells, start, first, row[first.id]);
        if (second !== undefined) count(cells, start, second, row[second.id]);
        if (third !== undefined) count(cells, start, third, row[third.id]);
        if (fourth !== undefined) count(cells, start, fourth, row[fourth.id]);
        for (const other of others) count(cells, start, other, row[other.id]);
      } else if (response !== PASSED_OVER) {
        addSlowly(response);
      }
      position += 1;
    }
  }

  function count(
    into: Uint32Array,
    start: number,
    placer: AnswerPlacer<QuestionId>,
    answer: unknown,
  ): void {
    const quick = quickCellOf(placer, answer);
    const cell = start + (quick < 0 ? rareCellOf(placer, answer) : quick);
    into[cell] = (into[cell] as number) + 1;
  }

  /** The cell of an answer, which is listed when it is invalid. */
  function rareCellOf(placer: AnswerPlacer<QuestionId>, answer: unknown): number {
    const cell = cellOf(placer, answer);
    const hasRoom =
      firstInvalid.length < LISTED_INVALID_ANSWERS || firstInvalid.at(-1)?.position === position;
    if (cell === placer.invalidCell && hasRoom) {
      firstInvalid.push({ question: placer.id, position, found: quote(answer) });
    }
    return cell;
  }

  /** Counts a weighted response, or one that is no object and so has no valid answer. */
  function addSlowly(response: unknown): void {
    const isRow = typeof response === 'object' && response !== null;
    const row = (isRow ? response : {}) as Row;
    const weight = weightKey === undefined ? 1 : row[weightKey];
    if (!isWeight(weight)) {
      invalidWeights += 1;
      return;
    }
    const start = by.length > 0 ? index.slotOf(row) * width : 0;
    if (start >= cells.length) cells = longer(cells, start + width);
    const answers = placers.map((placer) =>
      rareCellOf(placer, isRow ? row[placer.id] : { response }),
    );
    for (const cell of [0, ...answers]) {
      cells[start + cell] = (cells[start + cell] ?? 0) + 1;
      weights?.add(start + cell, weight);
    }
  }

  function widen(): void {
    wide = longer(wide, cells.length);
    for (const [cell, value] of cells.entries()) wide[cell] = (wide[cell] ?? 0) + value;
    cells.fill(0);
    room = CELL_LIMIT;
  }

  function counted(): CountedSlots<QuestionId> {
    if (wide.length > 0) widen();
    const all = wide.length > 0 ? wide : cells;
    return { ordered: index.ordered(), cells: all, weights, invalidWeights, firstInvalid };
  }

  return { addAll, counted };
}

/** A weight is a finite number, 0 or more. */
export function isWeight(weight: unknown): weight is number {
  return typeof weight === 'number' && weight >= 0 && weight < Infinity;
}
