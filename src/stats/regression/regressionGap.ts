import type { Correlations } from './toCorrelations.ts';

/**
 * Why there is no regression.
 *
 * - `no-data`: there is no row
 * - `too-few`: there are not more rows than coefficients
 * - `zero-variance`: the outcome is the same in every row
 * - `no-predictors`: there is no column, or all are constant
 */
export type RegressionGap = 'no-data' | 'too-few' | 'zero-variance' | 'no-predictors';

/**
 * Why data allow no regression; nothing where they do.
 *
 * @param correlations - from `toCorrelations`
 * @param rank - how many columns are no sum of others
 */
export function regressionGap(
  { n, varying, outcomeSpread }: Correlations,
  rank: number,
): RegressionGap | undefined {
  if (n === 0) return 'no-data';
  if (n < 2) return 'too-few';
  if (outcomeSpread === 0) return 'zero-variance';
  if (varying.length === 0) return 'no-predictors';
  return n > rank + 1 ? undefined : 'too-few';
}
