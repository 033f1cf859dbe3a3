import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { referenceCase } from '../../../test/support/reference.ts';
import { relativeError } from '../../../test/support/relativeError.ts';
import { EXACT, REFERENCE } from '../../../test/support/tolerances.ts';
import { betaPowerTerm, regularizedBeta } from './beta.ts';

describe('regularizedBeta', () => {
  it.each([
    // computed with 60 digits by mpmath 1.3.0
    [0.5, 0.5, 0.5, 0.5],
    [0.1, 2.5, 3.5, 0.028575668042355413],
    [0.9, 20, 3, 0.6200409384119036],
    [0.01, 10, 0.5, 1.7700349655285743e-21],
    [0.3, 100, 200, 0.10884306564490975],
    [0.4, 1e4, 1.4e4, 7.279499353055167e-8],
    [0.00001, 0.1, 0.2, 0.21660384226709248],
    [0.999, 5, 0.01, 0.047204119992922754],
    [0.2, 50, 300, 0.9975767903119616],
    [0.7, 3, 0.5, 0.15993052742645145],
  ])('of %d with a = %d and b = %d is %d', (x, a, b, expected) => {
    expect(relativeError(regularizedBeta(x, a, b), expected)).toBeLessThan(EXACT);
  });

  it('leads from the beta quantiles of R back to the shares they were asked for', () => {
    const reference = referenceCase('tests', 'beta quantile');
    const { a, b, p } = reference.input as Record<'a' | 'b' | 'p', number[]>;
    const { q } = reference.expected as Record<'q', number[]>;
    for (const [i, share] of p.entries()) {
      expect(relativeError(regularizedBeta(q[i]!, a[i]!, b[i]!), share)).toBeLessThan(REFERENCE);
    }
  });

  it('stands in the middle of a symmetric distribution, however narrow', () => {
    for (const a of [0.3, 1, 7, 1e3, 1e6]) {
      expect(relativeError(regularizedBeta(0.5, a, a), 0.5)).toBeLessThan(EXACT);
    }
  });

  it('is exactly 0 and 1 at the ends', () => {
    expect(regularizedBeta(0, 2, 3)).toBe(0);
    expect(regularizedBeta(1, 2, 3)).toBe(1);
  });
});

describe('betaPowerTerm', () => {
  it('is the power over the beta function, which for whole numbers is a ratio of factorials', () => {
    // B(2, 3) = 1! · 2! / 4! = 1/12
    expect(relativeError(betaPowerTerm(0.25, 0.75, 2, 3), 12 * 0.25 ** 2 * 0.75 ** 3)).toBeLessThan(
      EXACT,
    );
  });

  it('keeps its digits where both powers would underflow', () => {
    // At the mode, Stirling: sqrt(ab / (2π(a + b))) · (1 - 1/(12a) - 1/(12b) + 1/(12(a + b)) + …)
    const n = 1e12;
    expect(
      relativeError(
        betaPowerTerm(0.5, 0.5, n, n),
        Math.sqrt(n / (4 * Math.PI)) * (1 - 1 / (8 * n)),
      ),
    ).toBeLessThan(EXACT);
  });

  it('is symmetric: x to the a and y to the b may change places', () => {
    const parameter = fc.double({ min: 0.1, max: 1e4, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1023 }), parameter, parameter, (numerator, a, b) => {
        const x = numerator / 1024;
        const there = betaPowerTerm(x, 1 - x, a, b);
        const back = betaPowerTerm(1 - x, x, b, a);
        expect(relativeError(there, back)).toBeLessThan(EXACT);
      }),
    );
  });
});
