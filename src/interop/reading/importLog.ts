import { pathText, quote } from '../../shared/quote.ts';
import type {
  DropReason,
  Import,
  ImportIssue,
  ImportIssueCode,
  ImportReport,
} from './importTypes.ts';

/** What is told of one fault. */
interface Fault {
  /** The kind of fault. */
  readonly code: ImportIssueCode;
  /** Where it is. */
  readonly path: readonly (string | number)[];
  /** What was found. */
  readonly found: unknown;
  /** What would have been accepted. */
  readonly expected: string;
  /** The position of its row. */
  readonly row?: number;
}

/** Collects faults, those of one kind and place as one issue. */
export interface ImportLog {
  /** Notes a fault. */
  readonly note: (fault: Fault) => void;
  /** Notes a fault that leaves no value. */
  readonly refuse: (fault: Fault) => void;
  /** Whether there is a fault that leaves no value. */
  readonly isRefused: () => boolean;
  /** Counts a row that is left out. */
  readonly drop: (reason: DropReason) => void;
  /** How many rows were left out so far, by reason. */
  readonly dropped: () => ImportReport['dropped'];
  /** The result, with the value where there is one. */
  readonly finish: <Value>(value: () => Value, rows: RowsRead) => Import<Value>;
  /** The result where no rows are read. */
  readonly close: <Value, Report>(value: () => Value, report: Report) => Import<Value, Report>;
}

/** What is known of the rows at the end. */
type RowsRead = Omit<ImportReport, 'kept' | 'dropped'>;

/** How many positions an issue lists. */
const LISTED_ROWS = 10;

/** How many issues are listed. */
const LISTED_ISSUES = 1000;

interface Noted extends Fault {
  count: number;
  readonly rows: number[];
}

/** Makes a log without faults. */
export function importLog(): ImportLog {
  const noted = new Map<string, Noted>();
  const dropped = new Map<DropReason, number>();
  let refused = false;
  const note = (fault: Fault): void => {
    const key = JSON.stringify([fault.code, ...fault.path]);
    let known = noted.get(key);
    if (known === undefined) {
      if (noted.size >= LISTED_ISSUES) return;
      noted.set(key, (known = { ...fault, found: quote(fault.found), count: 0, rows: [] }));
    }
    known.count += 1;
    if (fault.row === undefined || known.rows.length >= LISTED_ROWS) return;
    if (known.rows.at(-1) !== fault.row) known.rows.push(fault.row);
  };
  const close = <Value, Report>(value: () => Value, report: Report): Import<Value, Report> => {
    const [first, ...others] = [...noted.values()].map(issueOf);
    if (refused && first !== undefined) return { ok: false, issues: [first, ...others], report };
    const issues = first === undefined ? [] : [first, ...others];
    return { ok: true, value: value(), issues, report };
  };
  return {
    note,
    refuse: (fault) => {
      refused = true;
      note(fault);
    },
    isRefused: () => refused,
    drop: (reason) => {
      dropped.set(reason, (dropped.get(reason) ?? 0) + 1);
    },
    dropped: () => Object.fromEntries(dropped),
    close,
    finish: (value, { read, unmapped, columns, positions }) =>
      close(value, {
        read,
        kept: refused ? 0 : read - [...dropped.values()].reduce((sum, count) => sum + count, 0),
        dropped: Object.fromEntries(dropped),
        columns,
        unmapped,
        positions: refused ? [] : positions,
      }),
  };
}

function issueOf({ code, path, found, expected, count, rows }: Noted): ImportIssue {
  const more = count === 1 ? '' : ` and ${count - 1} more`;
  const place = rows.length === 0 ? '' : ` in row ${String(rows[0])}`;
  const message = `${pathText(path)}: found ${String(found)}${place}${more}, expected ${expected}`;
  return { code, path, message, found: String(found), expected, count, rows };
}
