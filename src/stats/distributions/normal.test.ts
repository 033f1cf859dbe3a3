import { describe, expect, it } from 'vitest';
import { expectFigures, referenceCase } from '../../../test/support/reference.ts';
import { relativeError } from '../../../test/support/relativeError.ts';
import { EXACT } from '../../../test/support/tolerances.ts';
import {
  millsRatio,
  normalCdf,
  normalCentreRatio,
  normalPValue,
  normalQuantile,
} from './normal.ts';

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

describe('normalQuantile', () => {
  it.each([
    // computed with 60 digits by mpmath 1.3.0
    [0.501, 0.002506630899571766],
    [0.500000000000001, 2.50462478220459e-15],
    [0.4, -0.2533471031357997],
    [0.25, -0.6744897501960817],
    [0.1, -1.2815515655446004],
    [0.025, -1.9599639845400543],
    [0.023, -1.9953933101678247],
    [0.005, -2.575829303548901],
    [0.0005, -3.290526731491895],
    [1e-10, -6.361340902404057],
    [1e-20, -9.262340089798407],
    [1e-100, -21.273453560965326],
    [1e-300, -37.0470962993612],
    [5e-324, -38.467405617144344],
  ])('a share of %d lies below %d', (p, expected) => {
    expect(relativeError(normalQuantile(p), expected)).toBeLessThan(EXACT);
  });

  it('is exactly 0 at one half', () => {
    expect(normalQuantile(0.5)).toBe(0);
  });
});

describe('normalPValue', () => {
  it('is 1 where nothing differs, and the same on either side', () => {
    expect(normalPValue(0)).toBe(1);
    expect(normalPValue(-0)).toBe(1);
    expect(normalPValue(-1.3)).toBe(normalPValue(1.3));
  });

  it('is what the level leaves at the limits of an interval', () => {
    for (const level of [0.5, 0.9, 0.95, 0.999]) {
      expect(normalPValue(normalQuantile((1 + level) / 2))).toBeCloseTo(1 - level, 12);
    }
  });
});

describe('normalCentreRatio', () => {
  it('is x itself where the curve is still flat', () => {
    expect(normalCentreRatio(1e-9)).toBe(1e-9);
    expect(normalCentreRatio(0)).toBe(0);
  });

  it('adds up with the tail to half the area under the curve, where both are in range', () => {
    const halfOverDensity = Math.sqrt(Math.PI / 2) * Math.exp(2);
    expect(relativeError(normalCentreRatio(2) + millsRatio(2), halfOverDensity)).toBeLessThan(
      EXACT,
    );
  });

  it('has a value of the same size and the other sign on the other side', () => {
    expect(normalCentreRatio(-1.3)).toBe(-normalCentreRatio(1.3));
  });
});

describe('millsRatio', () => {
  it.each([
    // computed with 60 digits by mpmath 1.3.0
    [2, 0.4213692292880545],
    [3, 0.3045902987101033],
    [5, 0.19280810471531576],
    [10, 0.09902859647173193],
    [37, 0.027007327965128336],
  ])('at %d is %d', (x, expected) => {
    expect(relativeError(millsRatio(x), expected)).toBeLessThan(EXACT);
  });

  it('comes down to 1/x and then to 0', () => {
    expect(millsRatio(1e9)).toBe(1e-9);
    expect(millsRatio(Infinity)).toBe(0);
  });
});
