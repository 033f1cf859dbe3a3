import type { Cycle } from '../../model/cycle.ts';
import type { Measurement } from '../../model/observations.ts';
import type { OpeningHours } from '../../model/openingHours.ts';
import type { ClockRule } from '../reading/clock.ts';
import type { Code } from '../reading/importTypes.ts';
import type { KeyColumn } from '../reading/keyColumns.ts';

/** A column of words, and what they stand for. */
export interface WordColumn {
  /** The header of the column. */
  readonly from: string;
  /** What a word stands for where the two differ; `null` for blank. */
  readonly recode?: { readonly [code: string]: string | null };
}

/**
 * Which columns hold what was measured. A plain JSON value; one of `value` and `between` is needed.
 *
 * @typeParam StandardId - the ids of the cycle's standards
 * @typeParam Key - the names of the keys to group by
 */
export interface MeasurementMapping<
  StandardId extends string = string,
  Key extends string = string,
> {
  /** The id of the cycle it was made for. */
  readonly cycle?: string;
  /** Where the data come from. */
  readonly source?: string;
  /** The standard of all rows, or the column that names it. */
  readonly standard: StandardId | WordColumn;
  /** The column of the measured values. */
  readonly value?: string;
  /** The columns of begin and end: the value is the time between, in seconds. */
  readonly between?: {
    /** The column of the begin. */
    readonly from: string;
    /** The column of the end. */
    readonly to: string;
  };
  /** The unit of the values; the standard's when absent. */
  readonly unit?: string;
  /** How decimals are written; `dot` when absent. */
  readonly number?: 'dot' | 'comma';
  /** The column that says how a case stands: `completed`, `abandoned` or `still-waiting`. */
  readonly ended?: WordColumn;
  /** How times are written, and their zone. */
  readonly clock?: ClockRule;
  /** Counts only the time in these hours, on the clock of `clock`. */
  readonly openHours?: OpeningHours;
  /** The moment of looking, written as the times are: what has no end by then is `still-waiting`. */
  readonly asOf?: string | number;
  /** What to group by. */
  readonly keys?: { readonly [Name in Key]: string | KeyColumn };
  /** The column that tells rows apart; it is not kept. */
  readonly id?: string;
  /** Which of several rows of one id counts; `first` when absent. */
  readonly duplicates?: 'first' | 'last' | 'refuse';
  /** The rows that count: by header the codes that it has to hold, all of them. */
  readonly keep?: { readonly [header: string]: readonly Code[] };
}

/**
 * A measurement as it was read, with the keys to group by.
 *
 * @typeParam StandardId - the ids of the standards
 * @typeParam Key - the names of the keys
 */
export type ReadMeasurement<
  StandardId extends string = string,
  Key extends string = never,
> = Measurement<StandardId> & { readonly [Name in Key]: string | null };

/** A cycle by what is read of it: its id and its standards. */
export type MeasuredCycle<StandardId extends string = string> = Pick<Cycle, 'id'> & {
  /** The requirements, with the standards to be measured. */
  readonly requirements?: readonly {
    /** The standards. */
    readonly standards?: readonly {
      /** The id of a standard. */
      readonly id: StandardId;
    }[];
  }[];
};
