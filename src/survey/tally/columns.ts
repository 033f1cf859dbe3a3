import type { Answer } from '../../model/observations.ts';

/** One grouping key in columns: a code per response, and what each code stands for. */
export interface CodedGroups {
  /** For each response the position of its value in `values`; any other number means no value. */
  readonly codes: ArrayLike<number>;
  /** The values, as text; `null` stands for no value. */
  readonly values: readonly (string | null)[];
}

/** Responses by column instead of by row: for large numbers of them, and for typed arrays. */
export interface ResponseColumns<QuestionId extends string = string, Key extends string = string> {
  /** Tells columns from rows. */
  readonly kind: 'columns';
  /** How many responses there are. */
  readonly length: number;
  /** The answers to each question; a question without a column was skipped by everybody. */
  readonly answers: { readonly [Id in QuestionId]?: ArrayLike<Answer> };
  /** The code that means "left blank" in the columns of answers, beside `null` and `undefined`. */
  readonly blank?: number;
  /** The keys to group by. */
  readonly groups?: { readonly [Name in Key]: CodedGroups };
  /** The weight of each response; absent where responses are not weighted. */
  readonly weights?: ArrayLike<number>;
  /** What tells responses apart; needed only to find duplicates. */
  readonly ids?: ArrayLike<unknown>;
}
