import type { NotEstimable } from '../../shared/estimate.ts';
import type { CrossProducts } from './crossProducts.ts';
import { factorize } from './factorize.ts';
import { type RegressionGap, regressionGap } from './regressionGap.ts';
import { solveForward } from './solveForward.ts';
import { type Correlations, toCorrelations } from './toCorrelations.ts';

/** What one column contributes to the explained variance of the outcome. */
export type VarianceShare =
  | {
      /** Tells a share from a case that cannot be estimated. */
      readonly kind: 'share';
      /** Its part of the outcome's variance, 0 to 1; the parts of all columns add up to R². */
      readonly explained: number;
      /** Its part of what is explained, 0 to 1; the shares of all columns add up to 1. */
      readonly share: number;
    }
  // The column is the same in every row: unknown is not unimportant.
  | NotEstimable<'zero-variance'>;

/** How the explained variance of an outcome is shared out among columns. */
export interface VarianceShares {
  /** Tells an estimate from a case that cannot be estimated. */
  readonly kind: 'estimate';
  /** How it is shared out. */
  readonly method: 'johnson' | 'lmg';
  /** How many rows it rests on. */
  readonly n: number;
  /** R²: the share of the outcome's variance that the columns explain together, above 0 and up to 1. */
  readonly rSquared: number;
  /** The columns, in the order given. */
  readonly columns: readonly VarianceShare[];
  /** `collinear` where a column is a sum of others: the same is then said more than once. */
  readonly warnings: readonly 'collinear'[];
}

/**
 * Shares that the data cannot give, and why.
 *
 * `nothing-explained` where no column has anything in common with the outcome.
 */
export interface VarianceSharesNotEstimable
  extends NotEstimable<RegressionGap | 'nothing-explained'> {
  /** How many rows there are. */
  readonly n: number;
}

/** An R² this small is what rounding leaves of 0. */
const NOTHING = 1e-24;

/**
 * Shares out the explained variance by a rule, and says where nothing can be shared.
 *
 * @param method - the name of the rule
 * @param crossProducts - from `crossProducts`
 * @param partsOf - the rule: parts of R² of the columns that vary
 */
export function varianceShares(
  method: VarianceShares['method'],
  crossProducts: CrossProducts,
  partsOf: (correlations: Correlations) => readonly number[],
): VarianceShares | VarianceSharesNotEstimable {
  const correlations = toCorrelations(crossProducts);
  const { n, varying, withOutcome } = correlations;
  const { kept, triangle } = factorize(correlations.between, correlations.tolerance);
  const gap = regressionGap(correlations, kept.length);
  if (gap !== undefined) return { kind: 'not-estimable', reason: gap, n };
  const right = kept.map((at) => withOutcome[at] ?? 0);
  const explained = solveForward(triangle, right).reduce((sum, each) => sum + each * each, 0);
  if (explained <= NOTHING) return { kind: 'not-estimable', reason: 'nothing-explained', n };

  const parts = partsOf(correlations);
  const total = parts.reduce((sum, part) => sum + part, 0);
  return {
    kind: 'estimate',
    method,
    n,
    rSquared: Math.min(1, explained),
    columns: Array.from({ length: crossProducts.columns }, (_, position): VarianceShare => {
      const part = parts[varying.indexOf(position)];
      if (part === undefined) return { kind: 'not-estimable', reason: 'zero-variance' };
      return { kind: 'share', explained: part, share: part / total };
    }),
    warnings: kept.length < varying.length ? ['collinear'] : [],
  };
}
