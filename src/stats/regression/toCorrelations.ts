import { checkCrossProducts } from './checkCrossProducts.ts';
import type { CrossProducts } from './crossProducts.ts';
import { differenceOfProducts } from './differenceOfProducts.ts';

/** Cross-products around the means, in units of the columns' spreads. */
export interface Correlations {
  /** How many rows there are. */
  readonly n: number;
  /** The sum of the weights. */
  readonly weight: number;
  /** The columns that vary, by their position; the others are constant. */
  readonly varying: readonly number[];
  /** The means of the varying columns. */
  readonly means: readonly number[];
  /** The square roots of their sums of squares around the mean. */
  readonly spreads: readonly number[];
  /** The correlations of the varying columns with each other, all rows and columns of the square. */
  readonly between: readonly (readonly number[])[];
  /** Their correlations with the outcome. */
  readonly withOutcome: readonly number[];
  /** The mean of the outcome. */
  readonly outcomeMean: number;
  /** The square root of the sum of its squares around the mean; 0 where it is constant. */
  readonly outcomeSpread: number;
  /** What of a column's variance may be left by the others when it is taken for one of their sums. */
  readonly tolerance: number;
}

/** A spread below one ten-millionth of the distance from zero cannot be told from rounding. */
const CONSTANT = 1e-14;

/** Columns whose variance is inflated more than so many times over are taken for sums of others. */
const COLLINEAR = 1e-10;

/** A few units in the last digit, as a share. */
const ROUNDING = 1e-15;

/**
 * Turns cross-products into correlations.
 *
 *     around the means: (W·Σwxy - Σwx·Σwy) / W,  the difference without cancellation
 *
 * A column is constant where its sum of squares around the mean is at most 1e-14 of that around zero.
 * The tolerance for sums of other columns is a share of 1e-10 of the variance, plus 1e-15 for each
 * time that the square of a column's distance from zero exceeds its variance: so many digits are lost
 * in centring what was rounded before.
 *
 * @param crossProducts - sums of at least one row
 * @throws `invalid-argument` where the sums are not of so many columns, or not finite, or the rows no count
 * @example
 * import { crossProducts } from './crossProducts.ts';
 * import { toCorrelations } from './toCorrelations.ts';
 * const { between, withOutcome } = toCorrelations(
 *   crossProducts({ columns: [[1, 2, 3], [1, 0, 1]], outcome: [2, 4, 6] }),
 * );
 * between // => [[1, 0], [0, 1]]
 * withOutcome // => [1, 0]
 */
export function toCorrelations(crossProducts: CrossProducts): Correlations {
  checkCrossProducts(crossProducts);
  const { n, columns, sums } = crossProducts;
  const sum = (i: number, j: number): number =>
    sums[i < j ? (j * (j + 1)) / 2 + i : (i * (i + 1)) / 2 + j] ?? 0;
  const weight = sum(0, 0);
  const around = (i: number, j: number): number =>
    differenceOfProducts(weight, sum(i, j), sum(0, i), sum(0, j)) / weight;
  const squaresOf = (i: number): number => {
    const squares = around(i, i);
    return squares > CONSTANT * sum(i, i) ? squares : 0;
  };
  const outcome = columns + 1;
  const squares = Array.from({ length: columns + 2 }, (_, i) => squaresOf(i));
  // Written without the product of two spreads: exactly 1 for a column and its multiple.
  const correlation = (i: number, j: number): number => {
    const one = squares[Math.min(i, j)] ?? 0;
    const other = squares[Math.max(i, j)] ?? 0;
    if (i === j || one === 0 || other === 0) return i === j ? 1 : 0;
    return Math.min(1, Math.max(-1, (around(i, j) / one) * Math.sqrt(one / other)));
  };
  const varying = Array.from({ length: columns }, (_, position) => position).filter(
    (position) => (squares[position + 1] ?? 0) > 0,
  );
  const remoteness = varying.map(
    (position) => sum(position + 1, position + 1) / (squares[position + 1] ?? 1),
  );
  return {
    n,
    weight,
    varying,
    means: varying.map((position) => sum(0, position + 1) / weight),
    spreads: varying.map((position) => Math.sqrt(squares[position + 1] ?? 0)),
    between: varying.map((one) => varying.map((other) => correlation(one + 1, other + 1))),
    withOutcome: varying.map((position) => correlation(position + 1, outcome)),
    outcomeMean: sum(0, outcome) / weight,
    outcomeSpread: Math.sqrt(squares[outcome] ?? 0),
    tolerance: COLLINEAR + ROUNDING * Math.max(0, ...remoteness),
  };
}
