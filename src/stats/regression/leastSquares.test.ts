import { describe, expect, it } from 'vitest';
import { relativeError } from '../../../test/support/relativeError.ts';
import { EXACT } from '../../../test/support/tolerances.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { type Columns, crossProducts } from './crossProducts.ts';
import { type LeastSquares, leastSquares } from './leastSquares.ts';

function fitted(data: Columns): LeastSquares {
  const fit = leastSquares(crossProducts(data));
  if (fit.kind !== 'estimate') throw new Error(`not estimable: ${fit.reason}`);
  return fit;
}

describe('leastSquares', () => {
  it('gives the line drawn by hand through four points', () => {
    // Means 2.5 and 4, sums around them 5, 10 and 7: slope 7/5, rest 10 - 7²/5 = 0.2.
    const fit = fitted({ columns: [[1, 2, 3, 4]], outcome: [2, 3, 5, 6] });
    expect(fit.degreesOfFreedom).toBe(2);
    expect(fit.constant.coefficient).toBeCloseTo(0.5, 12);
    expect(fit.constant.standardError).toBeCloseTo(Math.sqrt(0.1 * (1 / 4 + 6.25 / 5)), 12);
    expect(fit.residualVariance).toBeCloseTo(0.1, 12);
    expect(fit.rSquared).toBeCloseTo(0.98, 12);
    expect(fit.adjustedRSquared).toBeCloseTo(0.97, 12);
    const [slope] = fit.columns;
    if (slope?.kind !== 'coefficient') throw new Error('no slope');
    expect(slope.coefficient).toBeCloseTo(1.4, 12);
    expect(slope.standardError).toBeCloseTo(Math.sqrt(0.1 / 5), 12);
    expect(slope.standardized).toBeCloseTo(Math.sqrt(0.98), 12);
    expect(slope.varianceInflation).toBe(1);
    expect(fit.covariance[0]![1]).toBeCloseTo((-0.1 * 2.5) / 5, 12);
    expect(fit.covariance[slope.place]![0]).toBe(fit.covariance[0]![slope.place]);
    expect(fit.covariance[slope.place]![slope.place]).toBeCloseTo(0.02, 12);
  });

  it('gives the difference of two means for a column of yes and no', () => {
    const fit = fitted({ columns: [[0, 0, 1, 1, 1]], outcome: [4, 2, 7, 9, 8] });
    const [effect] = fit.columns;
    expect(fit.constant.coefficient).toBeCloseTo(3, 12);
    expect(effect?.kind === 'coefficient' && effect.coefficient).toBeCloseTo(5, 12);
    expect(fit.residualVariance).toBeCloseTo((2 + 2) / 3, 12);
  });

  it('drops a constant, the later of two that are the same, and the sum of two before it', () => {
    const one = [1, 2, 3, 4, 5, 6, 7];
    const two = [2, 1, 4, 3, 7, 5, 1];
    const outcome = [3, 1, 4, 1, 5, 9, 2];
    const fit = fitted({
      columns: [
        [8, 8, 8, 8, 8, 8, 8],
        one,
        one.map((x) => 10 - 2 * x),
        two,
        one.map((x, i) => x + two[i]!),
      ],
      outcome,
    });
    expect(fit.columns.map((each) => each.kind === 'dropped' && each.reason)).toEqual([
      'zero-variance',
      false,
      'collinear',
      false,
      'collinear',
    ]);
    const alone = fitted({ columns: [one, two], outcome });
    expect(fit.columns[1]).toEqual(alone.columns[0]);
    expect(fit.columns[3]).toEqual(alone.columns[1]);
    expect(fit.covariance).toEqual(alone.covariance);
    expect(fit.rSquared).toBe(alone.rSquared);
  });

  it('takes 0.1, 0.1, 0.1 for a constant and 0.1, 0.1, 0.1001 for none', () => {
    const outcome = [1, 2, 3, 5];
    const fit = (last: number): unknown =>
      leastSquares(crossProducts({ columns: [[0.1, 0.1, 0.1, last]], outcome }));
    expect(fit(0.1)).toEqual({ kind: 'not-estimable', reason: 'no-predictors', n: 4 });
    expect(fit(0.1001)).toMatchObject({ kind: 'estimate' });
  });

  it('keeps a column whose variance is inflated a hundred million times, and says so', () => {
    const one = Array.from({ length: 40 }, (_, i) => (i * 17) % 40);
    const other = one.map((x, i) => x + ((i % 3) - 1) / 2000);
    const fit = fitted({ columns: [one, other], outcome: one.map((x, i) => x + (i % 5)) });
    for (const effect of fit.columns) {
      expect(effect.kind === 'coefficient' && effect.varianceInflation).toBeGreaterThan(1e8);
    }
  });

  it('loses nothing where numbers lie far from zero', () => {
    const near = [3, 1, 4, 1, 5, 9, 2, 6];
    const outcome = [2, 7, 1, 8, 2, 8, 1, 8];
    const far = fitted({ columns: [near.map((x) => x + 20_000_000)], outcome });
    const [effect] = far.columns;
    const [expected] = fitted({ columns: [near], outcome }).columns;
    if (effect?.kind !== 'coefficient' || expected?.kind !== 'coefficient') throw new Error();
    expect(relativeError(effect.coefficient, expected.coefficient)).toBeLessThan(EXACT);
    expect(relativeError(effect.standardError, expected.standardError)).toBeLessThan(EXACT);
  });

  it('does without error where the points lie on a plane', () => {
    const fit = fitted({
      columns: [
        [0, 1, 0, 1, 2],
        [0, 0, 1, 1, 5],
      ],
      outcome: [1, 3, 4, 6, 20],
    });
    expect(fit.rSquared).toBeCloseTo(1, 14);
    expect(fit.residualVariance).toBeGreaterThanOrEqual(0);
    expect(fit.residualVariance).toBeLessThan(1e-12);
    expect(fit.constant.coefficient).toBeCloseTo(1, 12);
  });

  it.each([
    ['no-data', { columns: [[]], outcome: [] }],
    ['too-few', { columns: [[1]], outcome: [2] }],
    ['too-few', { columns: [[1, 2]], outcome: [2, 3] }],
    [
      'too-few',
      {
        columns: [
          [1, 2, 4],
          [2, 1, 1],
        ],
        outcome: [2, 3, 7],
      },
    ],
    [
      'too-few',
      {
        columns: [
          [1, 2, 4],
          [2, 1, 1],
          [0, 3, 5],
        ],
        outcome: [2, 3, 7],
      },
    ],
    ['zero-variance', { columns: [[1, 2, 4]], outcome: [0.7, 0.7, 0.7] }],
    ['no-predictors', { columns: [], outcome: [1, 2, 3] }],
    ['no-predictors', { columns: [[2, 2, 2]], outcome: [1, 2, 3] }],
  ] as const)('cannot be estimated: %s', (reason, data) => {
    expect(leastSquares(crossProducts(data))).toEqual({
      kind: 'not-estimable',
      reason,
      n: data.outcome.length,
    });
  });

  it.each([
    [{ n: 3, columns: 1, sums: [1, 2] }, 'sums is a list of 2; expected a list of 6 for 1 columns'],
    [{ n: 0.5, columns: 0, sums: [1, 2, 3] }, 'n is 0.5; expected a whole number, 0 or more'],
    [
      { n: 3, columns: 0, sums: [3, NaN, 3] },
      'sums[1] is NaN; expected a number from -1e+150 to 1e+150',
    ],
    [
      { n: 3, columns: 0, sums: [0, 0, 0] },
      'sums[0], the weight of all rows, is 0; expected a finite number above 0',
    ],
  ])('refuses %j', (given, message) => {
    expect(() => leastSquares({ kind: 'cross-products', ...given })).toThrow(
      new ServiceCycleError('invalid-argument', message),
    );
  });
});
