import type { NotEstimable } from '../../shared/estimate.ts';
import type { CrossProducts } from './crossProducts.ts';
import { factorize } from './factorize.ts';
import { invertFactor } from './invertFactor.ts';
import { type RegressionGap, regressionGap } from './regressionGap.ts';
import { solveForward } from './solveForward.ts';
import { toCorrelations } from './toCorrelations.ts';

/** What least squares finds for one column. */
export type ColumnEffect =
  | {
      /** Tells a column that has a coefficient from one that was dropped. */
      readonly kind: 'coefficient';
      /** By how much the outcome rises with one unit of the column, the others held fixed. */
      readonly coefficient: number;
      /** The standard error of the coefficient. */
      readonly standardError: number;
      /** The coefficient in standard deviations of the outcome by standard deviations of the column. */
      readonly standardized: number;
      /**
       * How many times larger the variance of the coefficient is than it would be if the column were
       * not correlated with the others, 1 or more. Above 10 the data hardly tell them apart.
       */
      readonly varianceInflation: number;
      /** The row and column of {@link LeastSquares} `covariance` that belong to it. */
      readonly place: number;
    }
  | {
      /** Tells this case from a coefficient. */
      readonly kind: 'dropped';
      /** `zero-variance` where the column is constant, `collinear` where it is a sum of those before. */
      readonly reason: 'zero-variance' | 'collinear';
    };

/** The plane that comes closest to the outcome. */
export interface LeastSquares {
  /** Tells an estimate from a case that cannot be estimated. */
  readonly kind: 'estimate';
  /** How many rows it rests on. */
  readonly n: number;
  /** n less the number of coefficients, 1 or more: those of Student's t. */
  readonly degreesOfFreedom: number;
  /** The outcome where every column is 0. */
  readonly constant: {
    /** The constant, in the unit of the outcome. */
    readonly coefficient: number;
    /** Its standard error. */
    readonly standardError: number;
  };
  /** The columns, in the order given. */
  readonly columns: readonly ColumnEffect[];
  /**
   * The variances of the coefficients, and off the diagonal the covariances: the constant comes first,
   * then the columns that were not dropped.
   */
  readonly covariance: readonly (readonly number[])[];
  /** The variance of the outcome around the plane; of a row with weight 1 where rows are weighted. */
  readonly residualVariance: number;
  /** The share of the outcome's variance that the columns explain, 0 to 1. */
  readonly rSquared: number;
  /** The same, less what so many columns would explain by chance; it can be below 0. */
  readonly adjustedRSquared: number;
}

/** A regression that the data cannot give, and why. */
export interface RegressionNotEstimable extends NotEstimable<RegressionGap> {
  /** How many rows there are. */
  readonly n: number;
}

/**
 * Fits an outcome by a constant and a multiple of each column, with the smallest sum of squared errors.
 *
 *     R = correlations of the columns, r = their correlations with the outcome,  R·b* = r
 *     coefficient = b*·(spread of the outcome / spread of the column),  R² = r·b*
 *     residual variance = (1 - R²)·Σw(y - mean)² / (n - coefficients)
 *     covariance = residual variance · inverse of R / both spreads,  variance inflation = diagonal of it
 *
 * It works on correlations, so neither large means nor different units cost digits. Going through the
 * columns in their order, one that is constant or of whose variance the columns before leave no more
 * than 1e-10 is dropped (`toCorrelations` says when somewhat more): of two that are the same, the
 * later one. Rows with weights count by them, and once each among the degrees of freedom.
 *
 * @param crossProducts - from `crossProducts`, or summed elsewhere
 * @returns the coefficients with their errors, or why there are none
 * @throws `invalid-argument` where the sums are not of so many columns, not finite or of no weight
 * @example
 * import { crossProducts } from './crossProducts.ts';
 * import { leastSquares } from './leastSquares.ts';
 * const fit = leastSquares(
 *   crossProducts({ columns: [[1, 2, 3, 4], [2, 4, 6, 8]], outcome: [2, 3, 5, 6] }),
 * );
 * const [first, second] = fit.kind === 'estimate' ? fit.columns : [];
 * first?.kind === 'coefficient' && first.coefficient // ~> 1.4
 * first?.kind === 'coefficient' && first.standardError // ~> 0.141421
 * second // => { kind: 'dropped', reason: 'collinear' }
 * fit.kind === 'estimate' && fit.rSquared // ~> 0.98
 * @see Searle (1971), Linear Models, chapter 3
 * @see Marquardt (1970), Technometrics 12, 591-612: variance inflation
 */
export function leastSquares(crossProducts: CrossProducts): LeastSquares | RegressionNotEstimable {
  const correlations = toCorrelations(crossProducts);
  const { n, varying, outcomeSpread } = correlations;
  const { kept, triangle } = factorize(correlations.between, correlations.tolerance);
  const degreesOfFreedom = n - 1 - kept.length;
  const reason = regressionGap(correlations, kept.length);
  if (reason !== undefined) return { kind: 'not-estimable', reason, n };

  const right = kept.map((at) => correlations.withOutcome[at] ?? 0);
  const means = kept.map((at) => correlations.means[at] ?? 0);
  const spreads = kept.map((at) => correlations.spreads[at] ?? 1);
  const explained = solveForward(triangle, right).reduce((sum, each) => sum + each * each, 0);
  const rSquared = Math.min(1, explained);
  const residualVariance = ((1 - rSquared) * outcomeSpread ** 2) / degreesOfFreedom;
  const inverse = invertFactor(triangle);
  const standardized = inverse.map((row) => dot(row, right));
  const coefficients = standardized.map((each, i) => (each * outcomeSpread) / (spreads[i] ?? 1));
  const covariances = inverse.map((row, i) =>
    row.map((each, j) => (residualVariance / (spreads[i] ?? 1)) * (each / (spreads[j] ?? 1))),
  );
  const withConstant = covariances.map((row) => 0 - dot(row, means));
  const ofConstant = residualVariance / correlations.weight - dot(withConstant, means);
  return {
    kind: 'estimate',
    n,
    degreesOfFreedom,
    constant: {
      coefficient: correlations.outcomeMean - dot(coefficients, means),
      standardError: Math.sqrt(ofConstant),
    },
    columns: Array.from({ length: crossProducts.columns }, (_, position): ColumnEffect => {
      const at = varying.indexOf(position);
      const i = kept.indexOf(at);
      if (at < 0) return { kind: 'dropped', reason: 'zero-variance' };
      if (i < 0) return { kind: 'dropped', reason: 'collinear' };
      return {
        kind: 'coefficient',
        coefficient: coefficients[i] ?? 0,
        standardError: Math.sqrt(covariances[i]?.[i] ?? 0),
        standardized: standardized[i] ?? 0,
        varianceInflation: inverse[i]?.[i] ?? 1,
        place: i + 1,
      };
    }),
    covariance: [
      [ofConstant, ...withConstant],
      ...covariances.map((row, i) => [withConstant[i] ?? 0, ...row]),
    ],
    residualVariance,
    rSquared,
    adjustedRSquared: 1 - ((1 - rSquared) * (n - 1)) / degreesOfFreedom,
  };
}

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, each, i) => sum + each * (other[i] ?? 0), 0);
}
