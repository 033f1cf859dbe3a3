import type { Issue } from '../shared/issue.ts';
import { addFault, LISTED_FAULTS } from '../survey/tally/parseTallyFaults.ts';

/** A row of counts, as the driver of a database gives it. */
export type CountRow = Readonly<Record<string, unknown>>;

/** Reads the cells of rows and collects what is wrong with them. */
export interface RowReader {
  /** A whole number of 0 or more, given as a number, a big integer or a text of digits. */
  readonly count: (row: CountRow, at: number, name: string) => number;
  /** A value to group by: a text, a number, true or false, or nothing. */
  readonly key: (row: CountRow, at: number, name: string) => unknown;
  /** A whole number, below 0 too. */
  readonly whole: (row: CountRow, at: number, name: string) => number;
  /** What is wrong so far. */
  readonly issues: Issue[];
  /** Whether so much is wrong that no more is listed. */
  readonly isFull: () => boolean;
}

/** A reader of rows of counts. */
export function rowReader(): RowReader {
  const issues: Issue[] = [];

  function whole(row: CountRow, at: number, name: string, least = -Infinity): number {
    const value = row[name];
    const number = asNumber(value);
    if (number !== undefined && number >= least) return number;
    const expected = `a whole number${least === 0 ? ', 0 or more' : ''}`;
    const isNumber = typeof value === 'number' || typeof value === 'bigint';
    const code = value === undefined ? 'missing' : isNumber ? 'out-of-range' : 'wrong-type';
    addFault(issues, code, [at, name], value, expected);
    return 0;
  }

  return {
    whole,
    count: (row, at, name) => whole(row, at, name, 0),
    key(row, at, name) {
      const value = row[name];
      if (value === undefined) addFault(issues, 'missing', [at, name], value, 'a value or null');
      else if (typeof value === 'object' && value !== null) {
        const expected = 'a text or a number to group by: cast dates and times to texts in a view';
        addFault(
          issues,
          'wrong-type',
          [at, name],
          value instanceof Date ? 'a Date' : value,
          expected,
        );
        return null;
      }
      return value;
    },
    issues,
    isFull: () => issues.length >= LISTED_FAULTS,
  };
}

/** The whole number that a driver gives: counts of 64 bits come as big integers or as texts. */
function asNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value + 0 : undefined;
  const isText = typeof value === 'string' && /^-?\d{1,16}$/u.test(value);
  if (!isText && typeof value !== 'bigint') return undefined;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number + 0 : undefined;
}
