import { quote } from '../../shared/quote.ts';
import { type AnswerPlacer, answerPlacer, cellOf } from '../answers/answerPlacer.ts';
import { isRow, ownAnswerReader } from '../answers/ownAnswer.ts';
import type { InvalidAnswer } from '../types.ts';
import { countResponses } from './countResponses.ts';
import { longer } from './fixedPointCells.ts';
import { type GroupIndex, PASSED_OVER } from './groupIndex.ts';
import { LISTED_INVALID_ANSWERS } from './invalidList.ts';
import { type NarrowCells, raise, wholeCells } from './narrowCells.ts';
import { countOneQuestion, countQuickRows, QUICK_QUESTIONS, usualCellOf } from './quickRows.ts';
import type { CountedSlots, TallyLayout } from './types.ts';
import { type WeightAdder, weightAdder } from './weightAdder.ts';

/** What was counted so far of row objects, and what it takes to count more. */
export interface RowCounter<QuestionId extends string = string> {
  /** Where the cells of a group are. */
  readonly layout: TallyLayout<QuestionId>;
  /** The questions, in the order of the layout. */
  readonly placers: readonly AnswerPlacer<QuestionId>[];
  /** The first of them, which are counted quickly. */
  readonly quick: readonly AnswerPlacer<QuestionId>[];
  /** What reads the answer to each question. */
  readonly answersOf: readonly ((response: unknown) => unknown)[];
  /** Finds the groups; absent where there is one only. */
  readonly index: GroupIndex | undefined;
  /** The key of the weights, where responses are weighted. */
  readonly weightKey: string | undefined;
  /** Their sums. */
  readonly weights: WeightAdder | undefined;
  /** The group of each response of a batch, where groups are found. */
  readonly slots: Int32Array;
  /** Answers of a batch that were not counted quickly. */
  readonly rare: number[];
  /** The first invalid answers, those of whole batches. */
  readonly firstInvalid: InvalidAnswer<QuestionId>[];
  /** The counts, slot by slot. */
  readonly counts: NarrowCells;
  /** How many responses have come, those passed over too. */
  position: number;
  /** How many were left out since their weight is none. */
  invalidWeights: number;
  /** How many were left out since their weight is 0. */
  zeroWeights: number;
}

/** So many responses are counted at once, where those of a group have to be found and are then counted. */
const BATCH = 256;

/** The same where all belong to one group. */
const LARGE_BATCH = 4096;

/**
 * What it takes to count row objects.
 *
 * @param layout - where the cells of a group are
 * @param index - finds the groups; absent where there is one only
 * @param weightKey - the key of the weights, where responses are weighted
 */
export function rowCounter<QuestionId extends string>(
  layout: TallyLayout<QuestionId>,
  index: GroupIndex | undefined,
  weightKey: string | undefined,
): RowCounter<QuestionId> {
  const placers = layout.questions.map(answerPlacer);
  return {
    layout,
    placers,
    quick: placers.slice(0, QUICK_QUESTIONS),
    answersOf: placers.map(({ id }) => ownAnswerReader(id)),
    index,
    weightKey,
    weights: weightKey === undefined ? undefined : weightAdder(layout.width),
    slots: new Int32Array(BATCH),
    rare: [],
    firstInvalid: [],
    counts: { cells: new Uint16Array(64 * layout.width), carried: [] },
    position: 0,
    invalidWeights: 0,
    zeroWeights: 0,
  };
}

/** Counts responses; one that is {@link PASSED_OVER} takes up its position only. */
export function countRows(counter: RowCounter, responses: Iterable<unknown>): void {
  if (Array.isArray(responses)) {
    const length = counter.index === undefined ? LARGE_BATCH : BATCH;
    for (let from = 0; from < responses.length; from += length) {
      countBatch(counter, responses, from, Math.min(responses.length, from + length));
    }
    return;
  }
  let batch: unknown[] = [];
  for (const response of responses) {
    if (batch.push(response) < BATCH) continue;
    countBatch(counter, batch, 0, BATCH);
    batch = [];
  }
  countBatch(counter, batch, 0, batch.length);
}

/**
 * Counts the usual answers to the first questions, then what is left of these, then the other questions.
 *
 * Each of the first few is read at a place of its own in the code: an engine makes `row[id]` as fast as
 * `row.id` where the id is always the same, and several times slower where it changes.
 */
function countBatch(
  counter: RowCounter,
  responses: readonly unknown[],
  from: number,
  to: number,
): void {
  const { layout, placers, quick, index, weights, slots, rare, firstInvalid, counts } = counter;
  const { width } = layout;
  const position = counter.position - from;
  counter.position += to - from;
  const isListing = firstInvalid.length < LISTED_INVALID_ANSWERS;
  if (weights !== undefined || quick.length === 0) {
    for (let at = from; at < to; at += 1) {
      countSlowly(counter, responses[at], position + at, isListing);
    }
    return;
  }
  index?.writeSlots(responses, from, to, slots);
  counts.cells = longer(counts.cells, (index?.slots() ?? 1) * width);
  const { cells, carried } = counts;
  const startOf = (at: number): number =>
    index === undefined ? 0 : (slots[at - from] as number) * width;
  const count = (question: number, at: number): void => {
    const row = responses[at];
    if (row === PASSED_OVER) return;
    const cell = cellFor(counter, question, row, position + at, isListing);
    raise(cells, carried, startOf(at) + cell);
  };
  if (rare.length > 0) rare.length = 0;
  const [only, second] = quick;
  // An engine makes less of this loop where it is part of the one for several questions.
  if (index === undefined && only !== undefined && second === undefined) {
    countOneQuestion(counts, only, responses, from, to, rare);
  } else {
    countQuickRows(counts, width, quick, responses, from, to, index && slots, rare);
  }
  for (const left of rare) {
    const at = from + Math.floor(left / quick.length);
    const first = left % quick.length;
    // What is no object is left as a whole.
    const end = isRow(responses[at]) ? first + 1 : quick.length;
    for (let question = first; question < end; question += 1) count(question, at);
  }
  for (let at = from; at < to && quick.length < placers.length; at += 1) {
    const row = responses[at];
    const start = startOf(at);
    for (let question = quick.length; question < placers.length; question += 1) {
      const placer = placers[question] as AnswerPlacer;
      const cell = isRow(row) ? usualCellOf(placer, row[placer.id]) : -1;
      if (cell < 0) count(question, at);
      else raise(cells, carried, start + cell);
    }
  }
}

/** Counts a response with its weight, or where nothing is asked. */
function countSlowly(
  counter: RowCounter,
  row: unknown,
  position: number,
  isListing: boolean,
): void {
  if (row === PASSED_OVER) return;
  const { layout, placers, index, weightKey, weights, counts } = counter;
  const weight = weightKey === undefined ? 1 : isRow(row) ? row[weightKey] : undefined;
  if (!isWeight(weight)) {
    counter.invalidWeights += 1;
    return;
  }
  if (weight === 0) {
    counter.zeroWeights += 1;
    return;
  }
  // Only now: whoever has no weight makes no group.
  const start = (index?.slotOf(isRow(row) ? row : {}) ?? 0) * layout.width;
  counts.cells = longer(counts.cells, start + layout.width);
  for (let question = -1; question < placers.length; question += 1) {
    const cell = question < 0 ? 0 : cellFor(counter, question, row, position, isListing);
    raise(counts.cells, counts.carried, start + cell);
    weights?.add(start + cell, weight);
  }
}

/** The cell of an answer that is not counted quickly; one that is invalid is listed where there is room. */
function cellFor(
  { placers, answersOf, firstInvalid }: RowCounter,
  question: number,
  row: unknown,
  position: number,
  isListing: boolean,
): number {
  const placer = placers[question] as AnswerPlacer;
  // What is no object holds an invalid answer to every question.
  const answer = isRow(row) ? answersOf[question]?.(row) : { response: row };
  const cell = cellOf(placer, answer);
  if (cell === placer.invalidCell && isListing) {
    firstInvalid.push({ question: placer.id, position, found: quote(answer) });
  }
  return cell;
}

/** What was counted. */
export function countedRows<QuestionId extends string>(
  counter: RowCounter<QuestionId>,
): CountedSlots<QuestionId> {
  const { layout, index, weights, invalidWeights, zeroWeights, firstInvalid, counts } = counter;
  const cells = wholeCells(counts);
  const responses = countResponses(cells, layout);
  const ordered = index?.ordered() ?? { by: [], groups: [0], slots: [0] };
  return { ordered, cells, responses, weights, invalidWeights, zeroWeights, firstInvalid };
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
