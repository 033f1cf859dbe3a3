import type { Answer, Incident, Problem } from '../../model/observations.ts';

/** What is known of one moment, by column; what is absent was told of no visit. */
export interface MomentColumns {
  /** The ratings, higher is better. */
  readonly rating?: ArrayLike<Answer>;
  /** Whether something went wrong, or what; in columns of numbers 1 and 0. */
  readonly incident?: ArrayLike<boolean | Incident | number | null | undefined>;
  /** Whether something delighted the customer; in columns of numbers 1 and 0. */
  readonly delight?: ArrayLike<boolean | number | null | undefined>;
  /** How long customers waited, in seconds. */
  readonly waitSeconds?: ArrayLike<number | null | undefined>;
}

/** Visits by column instead of by row: for large numbers of them, and for typed arrays. */
export interface VisitColumns<MomentId extends string = string> {
  /** Tells columns from rows. */
  readonly kind: 'columns';
  /** How many visits there are. */
  readonly length: number;
  /**
   * What happened, by moment; a moment without columns was passed by nobody. A visit passed a moment if any of its columns
   * holds something.
   */
  readonly moments: { readonly [Id in MomentId]?: MomentColumns };
  /** Whether anything went wrong in the visit, or what became of it; in columns of numbers 1 and 0. */
  readonly problem?: ArrayLike<boolean | Problem | number | null | undefined>;
  /** How satisfied customers were with the whole visit, higher is better. */
  readonly overall?: ArrayLike<Answer>;
  /** Whether customers would come back; in columns of numbers 1 and 0. */
  readonly wouldReturn?: ArrayLike<boolean | number | null | undefined>;
  /** The number that means "nothing told" in all columns, beside `null` and `undefined`, such as 255 in bytes. */
  readonly blank?: number;
  /** What visits are called where they come from; it only serves to name them in lists of faults. */
  readonly ids?: ArrayLike<unknown>;
}
