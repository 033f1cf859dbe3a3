import type { Scale } from '../../model/survey.ts';
import type {
  Estimate,
  Estimated,
  NotEstimable,
  NotEstimableReason,
} from '../../shared/estimate.ts';
import type { OutcomeCounts } from '../../survey/types.ts';

/**
 * In which form an index is given.
 *
 * - `share-of-range`: 0 to 100, where 0 is everybody giving the worst answer and 100 the best
 * - `share-of-maximum`: the mean over the highest answer, in hundredths; the worst answer of 1 to 5
 *   still gives 20
 * - `scale`: on the answer scale
 */
export type IndexForm = 'share-of-range' | 'share-of-maximum' | 'scale';

/**
 * Why there is no index.
 *
 * - `zero-importance`: nothing matters to anybody, so there are no weights
 *
 * The others are those of every estimate.
 */
export type NoIndexReason = NotEstimableReason | 'zero-importance';

/** An index that the data cannot give, and why. */
export interface NoIndex extends NotEstimable<NoIndexReason> {
  /** How many answered the question that the fewest answered. */
  readonly n: number;
}

/** An index, from 0 to 100 in the unit `hundred` or on the answer scale, or the reason why there is none. */
export type IndexEstimated = Estimate<'hundred' | 'scale'> | NoIndex;

/** How an importance-weighted index is made. */
export interface ImportanceIndexDefinition {
  /** The metric. */
  readonly metric: 'importance-weighted-index';
  /** The answers that the scored questions take. */
  readonly scale: Scale;
  /** In which form it is given. */
  readonly form: IndexForm;
  /** Where the weights come from: the customers' mean importance ratings, or the caller. */
  readonly weights: 'mean-importance' | 'given';
  /** How the standard error is found. */
  readonly standardError: 'linearized';
}

/** One question of an index. */
export interface IndexPart<QuestionId extends string = string> {
  /** The question that is scored. */
  readonly question: QuestionId;
  /** Its mean, on the answer scale with the worst answer lowest. */
  readonly mean: Estimated;
  /** What became of every response. */
  readonly counts: OutcomeCounts;
  /** The question that asks how important it is; absent where the weight is given. */
  readonly importance?: QuestionId;
  /** How important it is on average, on the scale of that question. */
  readonly meanImportance?: Estimated;
  /** What became of every response to that question. */
  readonly importanceCounts?: OutcomeCounts;
  /** Its share of all weights, 0 to 1; absent where they sum to 0. */
  readonly weightShare?: number;
}

/** An importance-weighted index with what it is made of. */
export type ImportanceWeightedIndex<QuestionId extends string = string> = IndexEstimated & {
  /** How the index is made. */
  readonly definition: ImportanceIndexDefinition;
  /** The questions. */
  readonly parts: readonly IndexPart<QuestionId>[];
};

/** How an index of three questions is made. */
export interface AcsiFormDefinition {
  /** The metric: the form of the index, not the index itself. */
  readonly metric: 'acsi-form';
  /** The answers that the questions take. */
  readonly scale: Scale;
  /** The weights of the questions, in their order. */
  readonly weights: readonly [number, number, number];
}

/** An index of three questions with what it is made of. */
export type AcsiForm<QuestionId extends string = string> = IndexEstimated & {
  /** How the index is made. */
  readonly definition: AcsiFormDefinition;
  /** The questions. */
  readonly parts: readonly IndexPart<QuestionId>[];
};
