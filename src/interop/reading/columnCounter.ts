import { quote } from '../../shared/quote.ts';
import { looksMisread } from './cellText.ts';
import type { ImportLog } from './importLog.ts';
import type { ColumnReport, ImportIssueCode } from './importTypes.ts';

/** What a cell was read as. */
export interface Cell {
  /** What became of it. */
  readonly state: 'answered' | 'notApplicable' | 'blank' | 'unread';
  /** What goes into the result. */
  readonly value: unknown;
  /** The fault of what was not understood; `unread-value` when absent. */
  readonly code?: ImportIssueCode;
}

/** A column that is read and counted. */
export interface CountedColumn {
  /** Reads a cell; nothing is counted before `count`. */
  readonly read: (cell: unknown) => Cell;
  /** Counts a cell that was read, of the row at a position. */
  readonly count: (cell: Cell, raw: unknown, row: number) => void;
  /** What became of all cells so far. */
  readonly report: () => ColumnReport;
}

/** What makes a column. */
export interface ColumnReading {
  /** The header. */
  readonly header: string;
  /** What it is read as. */
  readonly as: string;
  /** What is understood, for a message. */
  readonly expected: string;
  /** Reads a cell. */
  readonly read: (cell: unknown) => Cell;
}

/** How many cells a column remembers, so that each value is read once. */
const REMEMBERED = 1000;

/** How many values that were not understood are listed. */
const LISTED_VALUES = 20;

/** How many positions are listed for each. */
const LISTED_ROWS = 5;

/** Makes a column that reads each value once, and tells what it did not understand. */
export function countedColumn(
  { header, as, expected, read }: ColumnReading,
  log: ImportLog,
): CountedColumn {
  const remembered = new Map<unknown, Cell>();
  const counts = { answered: 0, notApplicable: 0, blank: 0, unread: 0 };
  const unread = new Map<string, { count: number; readonly rows: number[] }>();
  const noteUnread = (cell: Cell, raw: unknown, row: number): void => {
    const value = raw instanceof Date ? 'a Date' : quote(raw);
    let known = unread.get(value);
    if (known === undefined && unread.size < LISTED_VALUES) {
      unread.set(value, (known = { count: 0, rows: [] }));
    }
    if (known !== undefined) {
      known.count += 1;
      if (known.rows.length < LISTED_ROWS) known.rows.push(row);
    }
    log.note({
      code: cell.code ?? 'unread-value',
      path: ['rows', header],
      found: raw,
      expected,
      row,
    });
  };
  return {
    read: (raw) => {
      const known = remembered.get(raw);
      if (known !== undefined) return known;
      const cell = read(raw);
      if (typeof raw !== 'object' && remembered.size < REMEMBERED) remembered.set(raw, cell);
      return cell;
    },
    count: (cell, raw, row) => {
      counts[cell.state] += 1;
      if (cell.state === 'unread') noteUnread(cell, raw, row);
      // A text that is kept as it is may well hold "é»"; of a sign that was replaced there is no doubt.
      const isMisread =
        typeof raw === 'string' &&
        (cell.state === 'unread'
          ? looksMisread(raw)
          : typeof cell.value === 'string' && /[\0\ufffd]/.test(raw));
      if (isMisread) {
        const encoding = 'text in the encoding in which the file was written, such as UTF-8';
        log.note({ code: 'encoding', path: ['rows', header], found: raw, expected: encoding, row });
      }
    },
    report: () => ({
      header,
      as,
      ...counts,
      unreadValues: [...unread].map(([value, { count, rows }]) => ({ value, count, rows })),
    }),
  };
}
