import type { CrossProducts } from './crossProducts.ts';
import { symmetricEigen } from './symmetricEigen.ts';
import type { Correlations } from './toCorrelations.ts';
import {
  type VarianceShares,
  type VarianceSharesNotEstimable,
  varianceShares,
} from './varianceShares.ts';

/**
 * Johnson's relative weights: the explained variance of an outcome, shared out by way of columns that
 * are not correlated and as near as can be to those given.
 *
 *     R = QΔQᵀ, the correlations of the columns,  Λ = QΔ^½Qᵀ,  β = Λ⁻¹·r, r those with the outcome
 *     part of i = Σ over k of Λᵢₖ²·βₖ²
 *
 * It costs little whatever the number of columns; of two columns it gives what `lmgShares` gives, of
 * more nearly the same. Directions in which the columns do not differ, as where one is a sum of others,
 * are left out. What a share tells, and what not, is said at `lmgShares`.
 *
 * @param crossProducts - from `crossProducts`
 * @throws `invalid-argument` where the sums are none
 * @example
 * import { crossProducts } from './crossProducts.ts';
 * import { johnsonWeights } from './johnsonWeights.ts';
 * const found = johnsonWeights(
 *   crossProducts({
 *     columns: [[1, 2, 3, 4, 5, 6], [2, 1, 3, 6, 4, 5]],
 *     outcome: [1, 3, 2, 5, 4, 6],
 *   }),
 * );
 * const [first] = found.kind === 'estimate' ? found.columns : [];
 * first?.kind === 'share' && first.explained // ~> 0.496537
 * @see Johnson (2000), Multivariate Behavioral Research 35, 1-19
 * @see Genizi (1993), Statistica Sinica 3, 407-420
 */
export function johnsonWeights(
  crossProducts: CrossProducts,
): VarianceShares | VarianceSharesNotEstimable {
  return varianceShares('johnson', crossProducts, (found) => axisFigures(found).parts);
}

/** What the axes of a table of correlations tell. */
export interface AxisFigures {
  /** Johnson's part of each column. */
  readonly parts: readonly number[];
  /** The standardized coefficient of each column; of columns that are sums of others, shared out. */
  readonly standardized: readonly number[];
  /** What all explain together. */
  readonly rSquared: number;
}

/**
 * Parts, coefficients and R² from one table of correlations: all from its axes, for those who compute
 * them of thousands of tables.
 */
export function axisFigures({
  between,
  withOutcome,
  tolerance,
}: Pick<Correlations, 'withOutcome' | 'tolerance'> & {
  readonly between: readonly ArrayLike<number>[];
}): AxisFigures {
  const { values, vectors } = symmetricEigen(between);
  const size = withOutcome.length;
  const root = Array.from({ length: size }, () => new Float64Array(size));
  const slopes = new Float64Array(size);
  const standardized = new Float64Array(size);
  let rSquared = 0;
  for (const [axis, vector] of vectors.entries()) {
    const value = values[axis] ?? 0;
    if (value <= tolerance) continue;
    const length = Math.sqrt(value);
    let common = 0;
    for (let i = 0; i < size; i += 1) common += (vector[i] ?? 0) * (withOutcome[i] ?? 0);
    const slope = common / length;
    rSquared += slope * slope;
    for (let i = 0; i < size; i += 1) {
      const own = vector[i] ?? 0;
      slopes[i] = (slopes[i] ?? 0) + own * slope;
      standardized[i] = (standardized[i] ?? 0) + (own * slope) / length;
      const row = root[i] ?? slopes;
      const stretched = own * length;
      for (let k = 0; k <= i; k += 1) row[k] = (row[k] ?? 0) + stretched * (vector[k] ?? 0);
    }
  }
  const parts = Array.from({ length: size }, (_, i) => {
    let part = 0;
    for (let k = 0; k < size; k += 1) {
      const loading = root[Math.max(i, k)]?.[Math.min(i, k)] ?? 0;
      part += (loading * (slopes[k] ?? 0)) ** 2;
    }
    return part;
  });
  return { parts, standardized: Array.from(standardized), rSquared: Math.min(1, rSquared) };
}
