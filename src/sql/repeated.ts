import type { Issues } from '../shared/issue.ts';
import { isFields } from '../shared/refuse.ts';
import type { Result } from '../shared/result.ts';
import { addFault } from '../survey/tally/parseTallyFaults.ts';
import { type CountRow, rowReader } from './countedRows.ts';

/** A row that occurs several times. */
export interface RepeatedRow {
  /** The row. */
  readonly row: CountRow;
  /** How often it occurs. */
  readonly occurs: number;
}

/** Rows that a database counted, or what is wrong with them: a column is missing, or its count is none. */
export function readRepeated(
  rows: Iterable<object>,
  names: readonly string[],
): Result<readonly RepeatedRow[]> {
  const reader = rowReader();
  const read: RepeatedRow[] = [];
  let at = 0;
  for (const row of rows) {
    if (isFields(row)) {
      const counted = row as CountRow;
      const occurs = reader.count(counted, at, 'occurs');
      for (const name of names) {
        if (counted[name] === undefined) {
          addFault(reader.issues, 'missing', [at, name], undefined, 'a value or null');
        }
      }
      read.push({ row: counted, occurs });
    } else addFault(reader.issues, 'wrong-type', [at], row, 'an object by column');
    if (reader.isFull()) break;
    at += 1;
  }
  const [first, ...others] = reader.issues;
  if (first === undefined) return { ok: true, value: read };
  return { ok: false, issues: [first, ...others] satisfies Issues };
}

/**
 * The tally of rows that occur several times each, by way of tallies that add up exactly: those of the rows whose count
 * has a binary digit, from the highest digit down, what there is being doubled before each. A tally of a thousand
 * million rows takes thirty of them.
 */
export function tallyRepeated<Row, Tally>(
  rows: readonly { readonly row: Row; readonly occurs: number }[],
  tally: (rows: readonly Row[]) => Tally,
  add: (one: Tally, other: Tally) => Tally,
): Tally {
  const most = rows.reduce((highest, { occurs }) => Math.max(highest, occurs), 0);
  let sum = tally([]);
  for (let digit = 2 ** Math.floor(Math.log2(Math.max(1, most))); digit >= 1; digit /= 2) {
    const own = rows.filter(({ occurs }) => Math.floor(occurs / digit) % 2 === 1);
    sum = add(add(sum, sum), tally(own.map(({ row }) => row)));
  }
  return sum;
}
