import { describe, expect, it } from 'vitest';
import { referenceCase } from '../../../test/support/reference.ts';
import { relativeError } from '../../../test/support/relativeError.ts';
import { EXACT, REFERENCE } from '../../../test/support/tolerances.ts';
import { regularizedBeta } from './regularizedBeta.ts';

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
