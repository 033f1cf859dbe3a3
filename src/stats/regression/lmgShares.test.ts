import { describe, expect, it } from 'vitest';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { createRandom } from '../random/createRandom.ts';
import { type Columns, crossProducts } from './crossProducts.ts';
import { johnsonWeights } from './johnsonWeights.ts';
import { leastSquares } from './leastSquares.ts';
import { LMG_COLUMNS_AT_MOST, lmgShares } from './lmgShares.ts';
import type { VarianceShares } from './varianceShares.ts';

const RULES = [
  ['lmg', lmgShares],
  ['johnson', johnsonWeights],
] as const;

function found(rule: typeof lmgShares, data: Columns): VarianceShares {
  const shares = rule(crossProducts(data));
  if (shares.kind !== 'estimate') throw new Error(shares.reason);
  return shares;
}

function partsOf({ columns }: VarianceShares): number[] {
  return columns.map((each) => (each.kind === 'share' ? each.explained : NaN));
}

describe.each(RULES)('shares of variance by %s', (method, rule) => {
  it('are the squared correlations where columns are not correlated', () => {
    const columns = [
      [-1, -1, 1, 1],
      [-1, 1, -1, 1],
    ];
    const shares = found(rule, { columns, outcome: [0, 3, 4, 5] });
    // Sums of squares: of the outcome 14, of products with the columns 6 and 4.
    const [first, second] = partsOf(shares);
    expect(first).toBeCloseTo(36 / (4 * 14), 12);
    expect(second).toBeCloseTo(16 / (4 * 14), 12);
    expect(shares).toMatchObject({ method, n: 4, warnings: [] });
    expect(shares.rSquared).toBeCloseTo(52 / 56, 12);
  });

  it('leave a column open that is the same in every row', () => {
    const shares = found(rule, {
      columns: [
        [5, 5, 5, 5, 5],
        [1, 2, 3, 4, 5],
      ],
      outcome: [1, 3, 2, 5, 4],
    });
    expect(shares.columns[0]).toEqual({ kind: 'not-estimable', reason: 'zero-variance' });
    expect(shares.columns[1]).toMatchObject({ share: 1 });
  });

  it('are the same for columns that say the same, and together those of one of them', () => {
    const one = [1, 2, 3, 4, 5, 6, 7];
    const other = [2, 7, 1, 8, 2, 8, 1];
    const outcome = [1, 4, 2, 6, 5, 9, 3];
    const shares = found(rule, { columns: [one, other, one.map((x) => 20 - 3 * x)], outcome });
    const [first, , third] = partsOf(shares);
    expect(shares.warnings).toEqual(['collinear']);
    expect(first).toBeCloseTo(third!, 10);
    const fit = leastSquares(crossProducts({ columns: [one, other], outcome }));
    expect(shares.rSquared).toBeCloseTo(fit.kind === 'estimate' ? fit.rSquared : NaN, 12);
    expect(partsOf(shares).reduce((sum, each) => sum + each, 0)).toBeCloseTo(shares.rSquared, 9);
  });

  it.each([
    ['no-data', { columns: [[]], outcome: [] }],
    ['too-few', { columns: [[1, 2]], outcome: [2, 3] }],
    ['zero-variance', { columns: [[1, 2, 4]], outcome: [3, 3, 3] }],
    ['no-predictors', { columns: [[1, 1, 1]], outcome: [1, 2, 3] }],
    ['nothing-explained', { columns: [[1, 2, 3, 2]], outcome: [1, 2, 1, 0] }],
  ] as const)('cannot be estimated: %s', (reason, data) => {
    expect(rule(crossProducts(data))).toEqual({
      kind: 'not-estimable',
      reason,
      n: data.outcome.length,
    });
  });
});

describe('lmgShares', () => {
  function data(p: number): Columns {
    const random = createRandom(p);
    const common = Array.from({ length: 60 }, random);
    const columns = Array.from({ length: p }, () =>
      common.map((x) => Math.round(9 * x + 6 * random())),
    );
    return { columns, outcome: common.map((x) => Math.round(10 * x + 5 * random())) };
  }

  it('divides R² among as many columns as it takes', () => {
    const shares = found(lmgShares, data(LMG_COLUMNS_AT_MOST));
    const sum = partsOf(shares).reduce((total, each) => total + each, 0);
    expect(sum).toBeCloseTo(shares.rSquared, 12);
    expect(Math.min(...partsOf(shares))).toBeGreaterThanOrEqual(0);
  });

  it('refuses one more, unless that one does not vary', () => {
    const { columns, outcome } = data(LMG_COLUMNS_AT_MOST + 1);
    expect(() => lmgShares(crossProducts({ columns, outcome }))).toThrow(
      new ServiceCycleError(
        'invalid-argument',
        'the number of columns that vary is 21; expected 20 at most',
      ),
    );
  });
});
