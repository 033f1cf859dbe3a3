import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relativeError } from '../../../test/support/relativeError.ts';
import { EXACT } from '../../../test/support/tolerances.ts';
import { betaPowerTerm } from './betaPowerTerm.ts';

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
