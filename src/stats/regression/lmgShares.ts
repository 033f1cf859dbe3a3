import { refuse } from '../../shared/refuse.ts';
import type { CrossProducts } from './crossProducts.ts';
import { shapleyParts } from './shapleyParts.ts';
import {
  type VarianceShares,
  type VarianceSharesNotEstimable,
  varianceShares,
} from './varianceShares.ts';

/** Among so many columns at most R² is divided: every one more doubles the work. */
export const LMG_COLUMNS_AT_MOST: number = 20;

/**
 * The shares of Lindeman, Merenda and Gold: how much each column adds to R², averaged over all orders
 * in which the columns could be added. It is Shapley's division, computed exactly.
 *
 *     part of i = Σ over sets S without i of s!(p - s - 1)!/p! · (R²(S and i) - R²(S))
 *
 * Columns that say the same share equally. A column that is the same in every row has no share: it
 * could not show how important it is. A share tells how much of the outcome's differences goes along
 * with the column, not what would follow if it were changed, and not whether it raises or lowers the
 * outcome: see the sign of its coefficient in `leastSquares`.
 *
 * @param crossProducts - from `crossProducts`, with at most 20 columns that vary
 * @throws `invalid-argument` where there are more columns, or the sums are none
 * @example
 * import { crossProducts } from './crossProducts.ts';
 * import { lmgShares } from './lmgShares.ts';
 * const found = lmgShares(
 *   crossProducts({
 *     columns: [[1, 2, 3, 4, 5, 6], [2, 1, 3, 6, 4, 5]],
 *     outcome: [1, 3, 2, 5, 4, 6],
 *   }),
 * );
 * const [first] = found.kind === 'estimate' ? found.columns : [];
 * first?.kind === 'share' && first.explained // ~> 0.496537
 * @see Lindeman, Merenda & Gold (1980), Introduction to Bivariate and Multivariate Analysis, 119-127
 * @see Grömping (2006), Journal of Statistical Software 17(1)
 */
export function lmgShares(
  crossProducts: CrossProducts,
): VarianceShares | VarianceSharesNotEstimable {
  return varianceShares('lmg', crossProducts, ({ varying, between, withOutcome, tolerance }) => {
    if (varying.length > LMG_COLUMNS_AT_MOST) {
      refuse('the number of columns that vary', varying.length, `${LMG_COLUMNS_AT_MOST} at most`);
    }
    return shapleyParts(between, withOutcome, tolerance);
  });
}
