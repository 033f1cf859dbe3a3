import { checkAtLeast, checkList, checkObject, refuse } from '../../shared/refuse.ts';

/**
 * Sums of products of columns: all that least squares and shares of variance are computed from. A
 * plain JSON value that adds up with others of the same columns.
 *
 * The sums have to be right to the last digits, since spreads are what is left of them after
 * subtraction: exact, as those of whole numbers below 2^53 are, or as `crossProducts` makes them. Where
 * values lie a million spreads or more from zero, subtract a common origin from them first.
 */
export interface CrossProducts {
  /** Tells cross-products from other values. */
  readonly kind: 'cross-products';
  /** How many rows were summed, a whole number; rows of weight 0 do not count. */
  readonly n: number;
  /** How many columns there are beside the constant and the outcome. */
  readonly columns: number;
  /**
   * The sum over rows of weight · zᵢ · zⱼ for j <= i, row by row of the triangle, where z is 1, then
   * the columns, then the outcome. The first is the sum of the weights: the number of rows where none
   * are given.
   */
  readonly sums: readonly number[];
}

/** Data to sum, column by column. */
export interface Columns {
  /** The columns that the outcome may depend on, all as long as the outcome, numbers of at most 1e75 in size. */
  readonly columns: readonly ArrayLike<number>[];
  /** What is to be explained, one number for each row, at most 1e75 in size. */
  readonly outcome: ArrayLike<number>;
  /** How much each row counts, 0 to 1e75; 1 each when absent. */
  readonly weights?: ArrayLike<number>;
}

/**
 * Sums the products of columns with each other, with an outcome and with a constant.
 *
 * Every sum is carried with what rounding took away from it, so that a million rows are as exact as one.
 *
 * @param data - the columns, the outcome and the weights
 * @throws `invalid-argument` where lengths differ, a value is larger than 1e75 or a weight below 0
 * @example
 * crossProducts({ columns: [[1, 2, 4]], outcome: [3, 5, 6] }).sums // => [3, 7, 21, 14, 37, 70]
 * @see Neumaier (1974), Zeitschrift für angewandte Mathematik und Mechanik 54, 39-51: the sums
 */
export function crossProducts(data: Columns): CrossProducts {
  checkObject('data', data);
  const { columns, outcome, weights } = data;
  const n = lengthOf('outcome', outcome);
  checkColumn('outcome', outcome, n);
  checkList('columns', columns);
  for (const [place, column] of columns.entries()) checkColumn(`columns[${place}]`, column, n);
  const ones = new Float64Array(n).fill(1);
  if (weights !== undefined) checkColumn('weights', weights, n);
  const each = Array.from(weights ?? ones);
  for (const weight of each) checkAtLeast('a weight', weight, 0);
  const all = [ones, ...columns, outcome];
  const sums = all.flatMap((one, i) => {
    const weighted = weights === undefined ? one : multiply(one, weights);
    return all.slice(0, i + 1).map((other) => sumOfProducts(weighted, other));
  });
  return {
    kind: 'cross-products',
    n: each.filter((weight) => weight > 0).length,
    columns: columns.length,
    sums,
  };
}

function multiply(values: ArrayLike<number>, weights: ArrayLike<number>): Float64Array {
  return Float64Array.from(values, (value, row) => value * (weights[row] ?? 0));
}

function sumOfProducts(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let sum = 0;
  let lost = 0;
  for (let row = 0; row < one.length; row += 1) {
    const product = (one[row] ?? 0) * (other[row] ?? 0);
    const next = sum + product;
    lost += Math.abs(sum) >= Math.abs(product) ? sum - next + product : product - next + sum;
    sum = next;
  }
  return sum + lost;
}

/** The largest value whose square, weighted, and sums of such squares, are still numbers. */
const LARGEST = 1e75;

function checkColumn(name: string, values: ArrayLike<number>, n: number): void {
  if (lengthOf(name, values) !== n)
    refuse(`length of ${name}`, values.length, `${n} as of outcome`);
  for (let row = 0; row < n; row += 1) {
    const value: unknown = values[row];
    if (typeof value === 'number' && Math.abs(value) <= LARGEST) continue;
    refuse(`${name}[${row}]`, value, 'a number of at most 1e75 in size');
  }
}

function lengthOf(name: string, values: unknown): number {
  const length: unknown =
    typeof values === 'object' && values !== null && Reflect.get(values, 'length');
  if (typeof length === 'number' && Number.isSafeInteger(length) && length >= 0) return length;
  return refuse(name, values, 'a list of numbers');
}
