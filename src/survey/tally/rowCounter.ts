import { quote } from '../../shared/quote.ts';
import { type AnswerPlacer, answerPlacer, cellOf } from '../answers/answerPlacer.ts';
import { isInherited, ownAnswerReader } from '../answers/ownAnswer.ts';
import type { InvalidAnswer } from '../types.ts';
import { countResponses } from './countResponses.ts';
import { longer } from './fixedPointCells.ts';
import { groupIndex } from './groupIndex.ts';
import { LISTED_INVALID_ANSWERS } from './invalidList.ts';
import { type NarrowCells, raise, wideCells } from './narrowCells.ts';
import { countQuickRows, QUICK_QUESTIONS, usualCellOf } from './quickRows.ts';
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

/** So many responses are counted at once. */
const BATCH = 256;

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
  layout: TallyLayout<QuestionId>,
  by: readonly string[],
  weightKey: string | undefined,
): RowCounter<QuestionId> {
  const { questions, width } = layout;
  const placers = questions.map(answerPlacer);
  const answersOf = placers.map(({ id }) => ownAnswerReader(id));
  const quick = placers.filter(({ id }) => !isInherited(id)).slice(0, QUICK_QUESTIONS);
  const others = placers
    .filter((placer) => !quick.includes(placer))
    .map((placer) => ({ placer, answerOf: ownAnswerReader(placer.id) }));
  const rare: number[] = [];
  const index = groupIndex(by);
  const weights = weightKey === undefined ? undefined : weightAdder(width);
  const firstInvalid: InvalidAnswer<QuestionId>[] = [];
  const slots = new Int32Array(BATCH);
  const grouped = by.length > 0 ? slots : undefined;
  let invalidWeights = 0;
  let zeroWeights = 0;
  const counts: NarrowCells = { cells: new Uint16Array(64 * width), carried: [] };
  let position = 0;

  function addAll(responses: Iterable<unknown>): void {
    if (Array.isArray(responses)) {
      for (let from = 0; from < responses.length; from += BATCH) {
        addBatch(responses, from, Math.min(responses.length, from + BATCH));
      }
      return;
    }
    let batch: unknown[] = [];
    for (const response of responses) {
      if (batch.push(response) < BATCH) continue;
      addBatch(batch, 0, batch.length);
      batch = [];
    }
    addBatch(batch, 0, batch.length);
  }

  function addBatch(responses: readonly unknown[], from: number, to: number): void {
    if (weights === undefined && quick.length > 0) {
      if (by.length > 0) index.writeSlots(responses, from, to, slots);
      counts.cells = longer(counts.cells, index.slots() * width);
      if (rare.length > 0) rare.length = 0;
      countQuickRows(counts, width, quick, responses, from, to, grouped, rare);
      if (others.length > 0) addOthers(responses, from, to);
      else for (const left of rare) addRare(responses, left, from);
    } else {
      for (let at = from; at < to; at += 1) addSlowly(responses[at], position + at - from);
    }
    position += to - from;
  }

  /** Counts what was not quick, response by response, so that invalid answers are listed in order. */
  function addOthers(responses: readonly unknown[], from: number, to: number): void {
    let next = 0;
    for (let at = from; at < to; at += 1) {
      const end = (at - from + 1) * quick.length;
      for (; next < rare.length && (rare[next] as number) < end; next += 1) {
        addRare(responses, rare[next] as number, from);
      }
      const row = responses[at];
      if (typeof row !== 'object' || row === null) continue;
      const start = (slots[at - from] as number) * width;
      for (const { placer, answerOf } of others) {
        raise(
          counts.cells,
          counts.carried,
          start + rareCellOf(placer, answerOf(row), position + at - from),
        );
      }
    }
  }

  /** Counts an answer that was left, or a response that is no object. */
  function addRare(responses: readonly unknown[], left: number, from: number): void {
    const placer = quick[left % quick.length] as AnswerPlacer<QuestionId>;
    const offset = Math.floor(left / quick.length);
    const row = responses[from + offset];
    if (typeof row !== 'object' || row === null) {
      addSlowly(row, position + offset);
      return;
    }
    const cell = rareCellOf(placer, (row as Row)[placer.id], position + offset);
    raise(counts.cells, counts.carried, (slots[offset] as number) * width + cell);
  }

  /** The cell of an answer, which is listed when it is invalid. */
  function rareCellOf(placer: AnswerPlacer<QuestionId>, answer: unknown, at: number): number {
    const usualCell = usualCellOf(placer, answer);
    if (usualCell >= 0) return usualCell;
    const cell = cellOf(placer, answer);
    const hasRoom =
      firstInvalid.length < LISTED_INVALID_ANSWERS || firstInvalid.at(-1)?.position === at;
    if (cell === placer.invalidCell && hasRoom) {
      firstInvalid.push({ question: placer.id, position: at, found: quote(answer) });
    }
    return cell;
  }

  /** Counts a weighted response, or one that is no object and so has no valid answer. */
  function addSlowly(response: unknown, at: number): void {
    if (response === PASSED_OVER) return;
    const isRow = typeof response === 'object' && response !== null;
    const row = (isRow ? response : {}) as Row;
    const weight = weightKey === undefined ? 1 : row[weightKey];
    if (!isWeight(weight)) {
      invalidWeights += 1;
      return;
    }
    if (weight === 0) {
      zeroWeights += 1;
      return;
    }
    const start = by.length > 0 ? index.slotOf(row) * width : 0;
    counts.cells = longer(counts.cells, start + width);
    const answers = placers.map((placer, question) =>
      rareCellOf(placer, isRow ? answersOf[question]?.(row) : { response }, at),
    );
    for (const cell of [0, ...answers]) {
      raise(counts.cells, counts.carried, start + cell);
      weights?.add(start + cell, weight);
    }
  }

  function counted(): CountedSlots<QuestionId> {
    const cells = wideCells(counts);
    countResponses(cells, layout);
    return {
      ordered: index.ordered(),
      cells,
      weights,
      invalidWeights,
      zeroWeights,
      firstInvalid,
    };
  }

  return { addAll, counted };
}

/** The largest weight: many larger ones squared would soon go beyond the whole numbers that are exact. */
export const LARGEST_WEIGHT = 1e7;

/** The smallest weight above 0: smaller ones squared would lose their digits. */
export const SMALLEST_WEIGHT = 1e-12;

/** A weight is 0, or a number from {@link SMALLEST_WEIGHT} to {@link LARGEST_WEIGHT}. */
export function isWeight(weight: unknown): weight is number {
  return (
    typeof weight === 'number' &&
    (weight === 0 || (weight >= SMALLEST_WEIGHT && weight <= LARGEST_WEIGHT))
  );
}
