import { checkCount, checkList, checkObject, checkOneOf, refuse } from '../../shared/refuse.ts';
import { betaPowerTerm } from '../distributions/beta.ts';

/**
 * What is held against there being no connection.
 *
 * - `two-sided`: there is one, either way
 * - `greater`: the odds of the first row are higher than those of the second
 * - `less`: they are lower
 */
export type FisherAlternative = 'two-sided' | 'greater' | 'less';

/** What may be chosen about Fisher's exact test. */
export interface FisherOptions {
  /** What is held against there being no connection; `two-sided` when absent. */
  readonly alternative?: FisherAlternative;
}

/** A table of two rows and two columns, whole numbers from 0 to 2^53 - 1. */
export type TwoByTwo = readonly [readonly [a: number, b: number], readonly [c: number, d: number]];

/** Fisher's exact test of a table of two rows and two columns. */
export interface FisherExactTest {
  /** What was held against there being no connection. */
  readonly alternative: FisherAlternative;
  /**
   * How often rows without any connection to the columns would give such a table or one that is less
   * likely, or, one-sided, one that lies further to that side; 0 to 1, and 0 only below 1e-307.
   */
  readonly pValue: number;
  /** The odds ratio of the sample, a·d/(b·c), 0 or more; absent where b or c is 0. */
  readonly oddsRatio?: number;
}

/** Tables as likely as the one met, but for rounding, count as R counts them: up to so many times as likely. */
const AS_LIKELY = 1.0000001;

/**
 * Fisher's exact test: whether two rows differ in how they spread over two columns, however few there
 * are in a cell.
 *
 *     P(a) = C(a + b, a)·C(c + d, c) / C(a + b + c + d, a + c), hypergeometric given the sums of rows and columns
 *     two-sided: p = Σ P(x) over all x with P(x) <= P(a)·(1 + 1e-7)
 *     greater:   p = Σ P(x) over x >= a;    less: over x <= a
 *
 * The two-sided p value is defined as in R: other programs double the smaller of the one-sided ones. The
 * odds ratio is that of the sample, where R estimates it by conditional maximum likelihood.
 *
 * P(a) is computed in Loader's way, without the factorials, and the ends of the sum are found by halving.
 * From there it is summed outwards until further tables no longer count, so that the work grows with the
 * standard deviation of `a`: with a million in each cell it takes a ten-thousandth of a second.
 *
 * @param table - two rows of two counts
 * @param options - what is held against there being no connection
 * @throws `invalid-argument` where the table is not of two rows of two whole numbers, 0 to 2^53 - 1, or
 * there is no such alternative
 * @example
 * // The lady who tells 3 of 4 cups of tea
 * fisherExactTest([[3, 1], [1, 3]]).pValue // ~> 0.485714
 * fisherExactTest([[3, 1], [1, 3]], { alternative: 'greater' }).pValue // ~> 0.242857
 * fisherExactTest([[3, 1], [1, 3]]).oddsRatio // => 9
 * @see Fisher (1935), The Design of Experiments, chapter 2
 * @see Loader (2000), Fast and accurate computation of binomial probabilities
 */
export function fisherExactTest(table: TwoByTwo, options: FisherOptions = {}): FisherExactTest {
  checkObject('options', options);
  const { alternative = 'two-sided' } = options;
  checkOneOf('alternative', alternative, ['two-sided', 'greater', 'less']);
  checkTable(table);
  const [[a, b], [c, d]] = table;
  return {
    alternative,
    pValue: Math.min(1, pValueOf(alternative, table)),
    ...(b === 0 || c === 0 ? {} : { oddsRatio: (a / b) * (d / c) }),
  };
}

function checkTable(table: readonly (readonly unknown[])[]): void {
  checkList('table', table);
  if (table.length !== 2) refuse('table', table, 'a list of 2 rows');
  for (const [i, row] of table.entries()) {
    checkList(`table[${i}]`, row);
    if (row.length !== 2) refuse(`table[${i}]`, row, 'a list of 2 counts');
    for (const [j, count] of row.entries()) checkCount(`table[${i}][${j}]`, count);
  }
}

/** In what follows a table is named by how many more there are in its first cell than in the one met. */
function pValueOf(alternative: FisherAlternative, table: TwoByTwo): number {
  const [[a, b], [c, d]] = table;
  const fewest = -Math.min(a, d);
  const most = Math.min(b, c);
  if (fewest === most) return 1;
  const n = a + b + c + d;
  const likeliest = Math.floor(((a + b + 1) / (n + 2)) * (a + c + 1)) - a;
  const mode = Math.min(most, Math.max(fewest, likeliest));
  const upFrom = (from: number): number => (from > most ? 0 : sumUp(table, from));
  const downFrom = (from: number): number => (from < fewest ? 0 : sumUp(turned(table), -from));
  switch (alternative) {
    // The smaller tail is summed and the other taken from 1.
    case 'greater':
      return mode < 0 ? upFrom(0) : 1 - downFrom(-1);
    case 'less':
      return mode > 0 ? downFrom(0) : 1 - upFrom(1);
    case 'two-sided': {
      const limit = chanceOf(table, 0) * AS_LIKELY;
      if (chanceOf(table, mode) <= limit) return 1;
      const isUnlikely = (more: number): boolean => chanceOf(table, more) <= limit;
      return (
        upFrom(firstFrom(mode, most, isUnlikely)) +
        downFrom(-firstFrom(-mode, -fewest, (fewer) => isUnlikely(-fewer)))
      );
    }
  }
}

/** The same table with its columns exchanged: what was up is down. */
function turned([[a, b], [c, d]]: TwoByTwo): TwoByTwo {
  return [
    [b, a],
    [d, c],
  ];
}

/** The first whole number after `low`, up to `high`, from which on something holds; high + 1 if none. */
function firstFrom(low: number, high: number, holds: (value: number) => boolean): number {
  let failing = low;
  let holding = high + 1;
  while (holding - failing > 1) {
    const middle = failing + Math.floor((holding - failing) / 2);
    if (holds(middle)) holding = middle;
    else failing = middle;
  }
  return holding;
}

/** The chance of a table: that of its rows in binomial draws, over that of its columns. */
function chanceOf([[a, b], [c, d]]: TwoByTwo, more: number): number {
  const left = a + c;
  const right = b + d;
  const p = left / (left + right);
  const q = right / (left + right);
  // Each is p^k·q^m·C(k + m, k) but for the factor p·q, which is left out below and above.
  const chance = (k: number, m: number): number => betaPowerTerm(p, q, k + 1, m + 1) / (k + m + 1);
  return (
    (chance(a + more, b - more) / (p * q)) * (chance(c - more, d + more) / chance(left, right))
  );
}

/** The chance of a table, and of all with more in the first cell. */
function sumUp([[a, b], [c, d]]: TwoByTwo, from: number): number {
  let sum = 0;
  let chance = 1;
  for (let more = from; chance > sum * 1e-17; more += 1) {
    sum += chance;
    chance *= ((b - more) / (a + more + 1)) * ((c - more) / (d + more + 1));
  }
  return (
    sum *
    chanceOf(
      [
        [a, b],
        [c, d],
      ],
      from,
    )
  );
}
