import type { IssueCode } from '../../shared/issue.ts';

/**
 * What is wrong with rows that are read, with the mapping they are read by, or with a file of another tool:
 * all of {@link IssueCode}, and
 *
 * - `no-column`: the mapping names a column that no row has
 * - `two-columns`: two columns for one question or one field
 * - `mapping-of-another-cycle`: the mapping was made for another cycle or survey
 * - `no-rows`: there is nothing to read
 * - `repeated-header`: two columns of one name
 * - `second-header-row`: a further row of headers among the rows; it is left out
 * - `extra-cells`: a row of more cells than headers; it is left out, for its cells may have moved
 * - `missing-cells`: a row that ends before a column of the mapping; it is left out
 * - `encoding`: characters that tell of a file read in another encoding than it was written in
 * - `unread-value`: a cell that is no answer of the question, no number, no time
 * - `ambiguous-date`: a date that means two days, as 3/4/2024 does
 * - `ambiguous-time`: a time that a clock shows twice or never, or one without zone
 * - `unknown-key-value`: a value to group by that is none of the allowed ones; it becomes `null`
 * - `missing-id`: a row without id; it is left out where rows are told apart by it
 * - `differing-values`: rows of one id that do not agree; the first holds
 * - `unread-weight`: a weight that is no number of 0 or more; the row is left out
 * - `wrong-format`: a value that is not what this tool writes
 * - `wrong-version`: a version of a format that is not read
 * - `left-out`: a part of a file that has no place in the model
 * - `replaced`: a text that had to be changed to be written
 */
export type ImportIssueCode =
  | IssueCode
  | 'no-column'
  | 'two-columns'
  | 'mapping-of-another-cycle'
  | 'no-rows'
  | 'repeated-header'
  | 'second-header-row'
  | 'extra-cells'
  | 'missing-cells'
  | 'encoding'
  | 'unread-value'
  | 'ambiguous-date'
  | 'ambiguous-time'
  | 'unknown-key-value'
  | 'missing-id'
  | 'differing-values'
  | 'unread-weight'
  | 'wrong-format'
  | 'wrong-version'
  | 'left-out'
  | 'replaced';

/** One kind of fault at one place, with how often it occurs. */
export interface ImportIssue {
  /** The kind of fault, stable across versions. */
  readonly code: ImportIssueCode;
  /** The keys and positions that lead to it: into the mapping, into the file, or `rows` and the header of a column. */
  readonly path: readonly (string | number)[];
  /** A sentence that names the place, what was found first and what was expected. */
  readonly message: string;
  /** What was found first, as text, shortened to 60 characters. */
  readonly found: string;
  /** What would have been accepted. */
  readonly expected: string;
  /** How often it occurs, 1 or more. */
  readonly count: number;
  /** The positions of the first rows that have it, from 0; none where it is no fault of rows. */
  readonly rows: readonly number[];
}

/** Why rows are not among what was read. */
export type DropReason =
  | 'blank-row'
  | 'second-header-row'
  | 'not-kept'
  | 'duplicate-id'
  | 'missing-id'
  | 'extra-cells'
  | 'missing-cells'
  | 'unread-weight'
  | 'not-a-row'
  | 'no-value'
  | 'unread';

/** A value that was not understood. */
export interface UnreadValue {
  /** The value as text, shortened to 60 characters. */
  readonly value: string;
  /** How many cells hold it. */
  readonly count: number;
  /** The positions of the first rows that hold it, from 0. */
  readonly rows: readonly number[];
}

/** What became of the cells of one column in the rows that were kept. */
export interface ColumnReport {
  /** The header of the column; in the long layout the item. */
  readonly header: string;
  /** What it was read as: the id of a question, the name of a key or of a field. */
  readonly as: string;
  /** Cells understood. */
  readonly answered: number;
  /** Cells that say "does not apply". */
  readonly notApplicable: number;
  /** Cells left blank. */
  readonly blank: number;
  /** Cells that were not understood. */
  readonly unread: number;
  /** The first 20 values that were not understood. */
  readonly unreadValues: readonly UnreadValue[];
}

/** What became of the rows. */
export interface ImportReport {
  /** How many rows were read, without a row of headers on top. */
  readonly read: number;
  /** How many of them went into the value. */
  readonly kept: number;
  /** How many were left out, by reason; only reasons that occur. */
  readonly dropped: Readonly<Partial<Record<DropReason, number>>>;
  /** What became of the cells, column by column, in the order of the mapping. */
  readonly columns: readonly ColumnReport[];
  /** The headers that the mapping does not name, the first 1,000. */
  readonly unmapped: readonly string[];
  /** The position of the (first) row of each thing read, from 0, in the order of the value. */
  readonly positions: readonly number[];
}

/**
 * What reading rows or a file gives. Faults of the mapping, and of a file that is not what it was said to be, leave
 * no value; faults of single rows and cells are listed beside it.
 *
 * @typeParam Value - what is read
 * @typeParam Report - what is told of the reading
 */
export type Import<Value, Report = ImportReport> =
  | {
      /** True when there is a value. */
      readonly ok: true;
      /** What was read. */
      readonly value: Value;
      /** What is not as it should be, by kind and place. */
      readonly issues: readonly ImportIssue[];
      /** What became of what was read. */
      readonly report: Report;
    }
  | {
      /** False when nothing can be read before the issues are mended. */
      readonly ok: false;
      /** At least one issue. */
      readonly issues: readonly [ImportIssue, ...ImportIssue[]];
      /** What became of what was read. */
      readonly report: Report;
    };

/** One row: an object keyed by header, or a list of cells, of which the first one read holds the headers. */
export type DataRow = { readonly [header: string]: unknown } | readonly unknown[];

/** A code as it stands in a file; codes are compared as text, so that `6` and `"6"` are one. */
export type Code = string | number | boolean;
