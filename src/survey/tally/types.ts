import type { InvalidAnswer, TalliedQuestion } from '../types.ts';
import type { OrderedGroups } from './orderGroups.ts';
import type { WeightAdder } from './weightAdder.ts';

/** Where the cells of a group are. */
export interface TallyLayout<QuestionId extends string = string> {
  /** The rated questions and their first cells. */
  readonly questions: readonly TalliedQuestion<QuestionId>[];
  /** How many cells a group has. */
  readonly width: number;
}

/** What was counted, slot by slot. */
export interface CountedSlots<QuestionId extends string = string> {
  /** The groups in order, each with its slot. */
  readonly ordered: OrderedGroups;
  /** The cells, slot by slot; the first one of each says nothing. */
  readonly cells: ArrayLike<number>;
  /** How many responses each slot has. */
  readonly responses: ArrayLike<number>;
  /** The sums of weights, in the same cells; absent where responses are not weighted. */
  readonly weights?: WeightAdder | undefined;
  /** Responses left out because their weight is not 0 and not a number from 1e-12 to 1e7. */
  readonly invalidWeights: number;
  /** Responses left out because their weight is 0. */
  readonly zeroWeights: number;
  /** The first answers that are not on their scale. */
  readonly firstInvalid: readonly InvalidAnswer<QuestionId>[];
}
