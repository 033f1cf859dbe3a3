import { checkList, refuse } from '../../shared/refuse.ts';
import { checkCountTable } from '../checkCounts.ts';
import { chiSquareUpperTail } from '../distributions/chiSquare.ts';

/** Pearson's chi-square test of a table. */
export interface ChiSquareTest {
  /** The sum of (observed - expected)² / expected over the cells. */
  readonly statistic: number;
  /** (rows - 1)·(columns - 1), empty ones not counted. */
  readonly degreesOfFreedom: number;
  /** How often a table at least as uneven would come from groups that are the same, 0 to 1. */
  readonly pValue: number;
  /** Cramér's V: 0 where the groups are the same, 1 where the category tells the group. */
  readonly cramersV: number;
  /** The fewest expected in any cell. */
  readonly smallestExpected: number;
  /**
   * `small-expected-counts` where more than a fifth of the cells expect fewer than 5, or one of them
   * fewer than 1: the p value is rough then, and categories are better joined.
   */
  readonly warnings: readonly 'small-expected-counts'[];
}

/**
 * Pearson's chi-square test: whether groups spread over categories in the same way.
 *
 *     expected  = row total · column total / total
 *     statistic = sum of (observed - expected)² / expected,  df = (r - 1)·(c - 1)
 *     V         = sqrt(statistic / (total · min(r - 1, c - 1)))
 *
 * For categories without an order, such as channels; ratings have one, and `mannWhitney` uses it.
 * Rows and columns without any count are left out. Where only one row or column is left nothing can
 * differ: there are no degrees of freedom and p is 1.
 *
 * @param table - the counts, one row for each group, all of the same length
 * @throws `invalid-argument` where the rows differ in length, a count is not 0 or from 1e-15 to
 * 2^53 - 1, or all are 0
 * @example
 * const test = chiSquareTest([[5, 8, 20, 40, 27], [12, 15, 22, 33, 18]]);
 * test.statistic // ~> 7.579259
 * test.pValue // ~> 0.108265
 * test.warnings // => []
 * @see Pearson (1900), Philosophical Magazine 50, 157-175
 * @see Cochran (1954), Biometrics 10, 417-451: how many are to be expected in a cell
 */
export function chiSquareTest(table: readonly (readonly number[])[]): ChiSquareTest {
  const filled = withoutEmpty(table);
  const rowTotals = filled.map(sum);
  const columnTotals = (filled[0] ?? []).map((_, j) => sum(filled.map((row) => row[j] ?? 0)));
  const total = sum(rowTotals);
  let statistic = 0;
  let few = 0;
  for (const [i, row] of filled.entries()) {
    for (const [j, observed] of row.entries()) {
      const expected = (rowTotals[i] ?? 0) * ((columnTotals[j] ?? 0) / total);
      statistic += (observed - expected) ** 2 / expected;
      if (expected < 5) few += 1;
    }
  }
  const smallestExpected = least(rowTotals) * (least(columnTotals) / total);
  const rows = rowTotals.length - 1;
  const columns = columnTotals.length - 1;
  const degreesOfFreedom = rows * columns;
  if (degreesOfFreedom === 0) {
    const nothing = { statistic: 0, degreesOfFreedom, pValue: 1, cramersV: 0 };
    return { ...nothing, smallestExpected, warnings: [] };
  }
  const isRough = smallestExpected < 1 || 5 * few > rowTotals.length * columnTotals.length;
  return {
    statistic,
    degreesOfFreedom,
    pValue: chiSquareUpperTail(statistic, degreesOfFreedom),
    cramersV: Math.min(1, Math.sqrt(statistic / total / Math.min(rows, columns))),
    smallestExpected,
    warnings: isRough ? ['small-expected-counts'] : [],
  };
}

/** The table without the rows and columns that hold nothing, refused when it is none. */
function withoutEmpty(table: readonly (readonly number[])[]): readonly (readonly number[])[] {
  checkList('table', table);
  const [first] = table;
  if (first !== undefined) checkList('table[0]', first);
  checkCountTable(table, first?.length ?? 0);
  const rows = table.filter((row) => row.some((count) => count > 0));
  if (rows.length === 0) refuse('the sum of table', 0, 'a number above 0');
  return rows.map((row) => row.filter((_, j) => rows.some((each) => (each[j] ?? 0) > 0)));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

function least(totals: readonly number[]): number {
  return totals.reduce((smallest, total) => Math.min(smallest, total), Infinity);
}
