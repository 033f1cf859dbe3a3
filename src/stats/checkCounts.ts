import { checkList, refuse } from '../shared/refuse.ts';

/** What a count is at least where it is not 0: formulas divide by it and square that. */
const SMALLEST = 1e-15;

/**
 * Refuses counts that are not all 0, or from 1e-15 to 2^53 - 1, so that no formula overflows. Fractions
 * are accepted: weighted answers have them.
 *
 * @param name - what the counts are called where they were given
 * @param counts - the numbers to check
 * @throws `invalid-argument` naming the counts
 */
export function checkCounts(name: string, counts: readonly unknown[]): void {
  checkList(name, counts);
  const odd = counts.findIndex((count) => !isCount(count));
  if (odd < 0) return;
  refuse(`a count of ${name}`, counts[odd], `0 or a number from ${SMALLEST} to 2^53 - 1`);
}

/**
 * Refuses a table whose rows are not all of so many counts.
 *
 * @param table - the rows
 * @param columns - how many counts each row has
 * @throws `invalid-argument` naming the row
 */
export function checkCountTable(table: readonly (readonly unknown[])[], columns: number): void {
  for (const [place, row] of table.entries()) {
    checkCounts(`table[${place}]`, row);
    if (row.length !== columns) refuse(`table[${place}]`, row, `a list of ${columns}`);
  }
}

function isCount(value: unknown): boolean {
  if (typeof value !== 'number') return false;
  return value === 0 || (value >= SMALLEST && value <= Number.MAX_SAFE_INTEGER);
}
