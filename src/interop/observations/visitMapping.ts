import type { Cycle } from '../../model/cycle.ts';
import type { Visit } from '../../model/observations.ts';
import type { Scale } from '../../model/survey.ts';
import type { Code } from '../reading/importTypes.ts';
import type { KeyColumn } from '../reading/keyColumns.ts';

/**
 * What a column says of a moment, or of the whole visit: `overall`, `would-return`, `problem`, and without a
 * moment `complained`, `times`, `answered-after` and `recovered`, which are then about the problem.
 */
export type VisitField =
  | 'rating'
  | 'incident'
  | 'cause'
  | 'severity'
  | 'complained'
  | 'times'
  | 'answered-after'
  | 'recovered'
  | 'wait'
  | 'problem'
  | 'overall'
  | 'would-return';

/** A column that tells of visits. */
export interface VisitColumn<MomentId extends string = string> {
  /** What it says. */
  readonly as: VisitField;
  /** The moment it says it of; absent for what is of the whole visit, and in the long layout. */
  readonly moment?: MomentId;
  /** What a code stands for: a number, true or false, `null` for blank, `not-applicable`. */
  readonly recode?: { readonly [code: string]: number | string | boolean | null };
  /** Codes that mean "does not apply". */
  readonly notApplicable?: readonly Code[];
  /** Codes that mean "left blank"; an empty cell always does. */
  readonly blank?: readonly Code[];
  /** How decimals are written; `dot` when absent. */
  readonly number?: 'dot' | 'comma';
  /** The unit of `wait`, `seconds` when absent, and of `answered-after`, `hours` when absent. */
  readonly unit?: 'seconds' | 'minutes' | 'hours' | 'days';
}

/**
 * Which columns tell what of visits. A plain JSON value.
 *
 * @typeParam MomentId - the ids of the cycle's moments
 * @typeParam Key - the names of the keys to group by
 */
export interface VisitMapping<MomentId extends string = string, Key extends string = string> {
  /** The id of the cycle it was made for. */
  readonly cycle?: string;
  /** Where the data come from. */
  readonly source?: string;
  /** The columns by header. */
  readonly columns: { readonly [header: string]: VisitColumn<MomentId> };
  /** The scale of ratings; whole numbers from 1 to 5 when absent, as in `tallyVisits`. */
  readonly ratingScale?: Scale;
  /** The scale of the overall answer; that of ratings when absent. */
  readonly overallScale?: Scale;
  /** What to group by. */
  readonly keys?: { readonly [Name in Key]: string | KeyColumn };
  /** The column that tells visits apart. */
  readonly id?: string;
  /** Which of several rows of one id counts; `first` when absent. */
  readonly duplicates?: 'first' | 'last' | 'refuse';
  /** The rows that count: by header the codes that it has to hold, all of them. */
  readonly keep?: { readonly [header: string]: readonly Code[] };
  /** `wide` (when absent): a row is a visit; `long`: a row is one moment of a visit, and `id` and `item` are needed. */
  readonly layout?: 'wide' | 'long';
  /** In the long layout: the column that names the moment by its id. */
  readonly item?: string;
}

/**
 * A visit as it was read, with the keys to group by.
 *
 * @typeParam MomentId - the ids of the moments
 * @typeParam Key - the names of the keys
 */
export type ReadVisit<
  MomentId extends string = string,
  Key extends string = never,
> = Visit<MomentId> & { readonly [Name in Key]: string | null };

/** A cycle by what is read of it: its id and its moments. */
export type VisitedCycle<MomentId extends string = string> = Pick<Cycle, 'id'> & {
  /** The moments. */
  readonly moments: readonly {
    /** The id of a moment. */
    readonly id: MomentId;
  }[];
};
