import type { CrossProducts } from '../../stats/regression/crossProducts.ts';
import { johnsonWeights } from '../../stats/regression/johnsonWeights.ts';
import {
  type ColumnEffect,
  type LeastSquares,
  leastSquares,
} from '../../stats/regression/leastSquares.ts';
import { lmgShares } from '../../stats/regression/lmgShares.ts';
import type { DerivedImportanceGap, ImportanceMethod } from './types.ts';

/** What the sums of the drivers give, column by column. */
export interface ImportanceFigures {
  /** Tells figures from a case that cannot be estimated. */
  readonly kind: 'figures';
  /** The regression of the outcome on all drivers. */
  readonly fit: LeastSquares;
  /** The part of R² of each driver, where the method shares it out; else its coefficient. */
  readonly values: readonly (number | undefined)[];
}

/** Figures that the data cannot give, and why. */
export type ImportanceFiguresGap = Pick<DerivedImportanceGap, 'kind' | 'reason'>;

/** Whether a method shares out R². */
export function sharesOut(method: ImportanceMethod): method is 'johnson' | 'lmg' {
  return method === 'johnson' || method === 'lmg';
}

/** Regression, and what the method makes of it; of correlations no more than the regression. */
export function importanceFigures(
  sums: CrossProducts,
  method: ImportanceMethod,
): ImportanceFigures | ImportanceFiguresGap {
  const fit = leastSquares(sums);
  if (fit.kind === 'not-estimable') return fit;
  if (!sharesOut(method)) {
    return { kind: 'figures', fit, values: fit.columns.map(standardizedOf) };
  }
  const shares = method === 'lmg' ? lmgShares(sums) : johnsonWeights(sums);
  if (shares.kind === 'not-estimable') return shares;
  return {
    kind: 'figures',
    fit,
    values: shares.columns.map((each) => (each.kind === 'share' ? each.explained : undefined)),
  };
}

/** The coefficient in standard deviations; nothing where a column was dropped. */
export function standardizedOf(effect: ColumnEffect): number | undefined {
  return effect.kind === 'coefficient' ? effect.standardized : undefined;
}
