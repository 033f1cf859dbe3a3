import { answerCount } from '../../model/scaleAnswers.ts';
import { fixedPointValue } from '../tally/fixedPointCells.ts';
import type { FixedPointCells, TalliedQuestion, Tally } from '../types.ts';
import type { AnswerCells, Answers } from './formula.ts';
import { type WeighedAnswers, weighedAnswers } from './weighedAnswers.ts';

/** The cells of a tally: counts, and the weights where there are any. */
export type TallyCells = Pick<Tally, 'width' | 'cells' | 'weights'>;

/** Answers to read a group into; every weight is 1. */
export type AnswersSlot = { -readonly [Name in keyof Answers]: Answers[Name] };

/** Where the answers to a question stand in a tally. */
export function answerCells(
  { cells, weights, width }: TallyCells,
  { firstCell, scale }: TalliedQuestion,
): AnswerCells {
  return { cells, weights, width, firstCell, count: answerCount(scale), scale };
}

/** An empty slot for answers. */
export function answersSlot({ cells }: AnswerCells): AnswersSlot {
  return { n: 0, weight: 0, sums: cells, squares: cells, first: 0 };
}

/**
 * The answers to a question in a group.
 *
 * @param question - where they stand
 * @param group - the group's position
 * @param slot - what to read them into where nothing is weighted
 */
export function readAnswers(
  { cells, weights, width, firstCell, count, scale }: AnswerCells,
  group: number,
  slot: AnswersSlot,
): Answers | WeighedAnswers {
  const first = group * width + firstCell;
  let n = 0;
  for (let at = first; at < first + count; at += 1) n += cells[at] as number;
  if (weights === undefined) {
    slot.n = n;
    slot.weight = n;
    slot.first = first;
    return slot;
  }
  const read = (sums: FixedPointCells): readonly number[] =>
    Array.from({ length: count }, (_, place) => fixedPointValue(sums, first + place));
  const { sums, squares } = weights;
  return weighedAnswers({ scale, n, weights: read(sums), squaredWeights: read(squares) });
}
