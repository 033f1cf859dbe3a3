import type { CrossProducts } from './crossProducts.ts';
import { symmetricEigen } from './symmetricEigen.ts';
import type { Correlations } from './toCorrelations.ts';
import {
  type VarianceShares,
  varianceShares,
  type VarianceSharesNotEstimable,
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
  return varianceShares('johnson', crossProducts, partsOf);
}

function partsOf({ between, withOutcome, tolerance }: Correlations): readonly number[] {
  const { values, vectors } = symmetricEigen(between);
  const axes = vectors.flatMap((vector, k) => {
    const value = values[k] ?? 0;
    if (value <= tolerance) return [];
    const common = vector.reduce((sum, each, i) => sum + each * (withOutcome[i] ?? 0), 0);
    return [{ vector, root: Math.sqrt(value), slope: common / Math.sqrt(value) }];
  });
  const slopes = withOutcome.map((_, k) =>
    axes.reduce((sum, { vector, slope }) => sum + (vector[k] ?? 0) * slope, 0),
  );
  return withOutcome.map((_, i) =>
    slopes.reduce((part, slope, k) => {
      const loading = axes.reduce(
        (sum, { vector, root }) => sum + (vector[i] ?? 0) * root * (vector[k] ?? 0),
        0,
      );
      return part + (loading * slope) ** 2;
    }, 0),
  );
}
