import { describe, expect, it } from 'vitest';
import { expectFigures, referenceCase } from '../../../test/support/reference.ts';
import { relativeError } from '../../../test/support/relativeError.ts';
import { EXACT } from '../../../test/support/tolerances.ts';
import { normalCdf } from './normalCdf.ts';

describe('normalCdf', () => {
  it.each([
    // computed with 60 digits by mpmath 1.3.0
    [3, 0.9986501019683699],
    [0.5, 0.6914624612740131],
    [-1, 0.15865525393145705],
    [-1.999, 0.022804176932658883],
    [-2.001, 0.022696194945641558],
    [-5, 2.866515718791939e-7],
    [-10, 7.619853024160525e-24],
    [-20, 2.7536241186062337e-89],
    [-30, 4.906713927148187e-198],
    [-37, 5.725571222524577e-300],
  ])('below %d lies a share of %d, with 12 digits however small', (x, expected) => {
    expect(relativeError(normalCdf(x), expected)).toBeLessThan(EXACT);
  });

  it('gives the upper tails of chi-square with one degree of freedom that R gives', () => {
    const reference = referenceCase('tests', 'chi-square upper tail');
    const { df, x } = reference.input as Record<'df' | 'x', number[]>;
    const { p } = reference.expected as Record<'p', number[]>;
    const one = df.flatMap((each, i) => (each === 1 ? [i] : []));
    expect(one).toHaveLength(6);
    expectFigures(
      { ...reference, expected: one.map((i) => p[i]) },
      one.map((i) => 2 * normalCdf(-Math.sqrt(x[i]!))),
    );
  });

  it('has half of everything on either side of 0, and everything below infinity', () => {
    expect(normalCdf(0)).toBe(0.5);
    expect(normalCdf(Infinity)).toBe(1);
    expect(normalCdf(-Infinity)).toBe(0);
    expect(normalCdf(-1e200)).toBe(0);
  });
});
