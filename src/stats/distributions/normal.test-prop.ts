import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relativeError } from '../../../test/support/relativeError.ts';
import { EXACT } from '../../../test/support/tolerances.ts';
import { normalCdf, normalQuantile } from './normal.ts';

const anyValue = fc.double({ noNaN: true });
const lowerHalf = fc.double({ min: -37, max: 0, noNaN: true });

describe('normalCdf', () => {
  it('is a share, whatever the value', () => {
    fc.assert(
      fc.property(anyValue, (x) => {
        const share = normalCdf(x);
        expect(share >= 0 && share <= 1).toBe(true);
      }),
    );
  });

  it('never falls: a higher value has at least as much below it', () => {
    fc.assert(
      fc.property(lowerHalf, lowerHalf, (a, b) => {
        expect(normalCdf(Math.min(a, b))).toBeLessThanOrEqual(
          normalCdf(Math.max(a, b)) * (1 + EXACT),
        );
      }),
    );
  });

  it('is symmetric: the shares below x and below -x add up to 1', () => {
    fc.assert(
      fc.property(anyValue, (x) => {
        expect(Math.abs(normalCdf(x) + normalCdf(-x) - 1)).toBeLessThan(EXACT);
      }),
    );
  });

  it('grows as fast as the density says', () => {
    fc.assert(
      fc.property(fc.double({ min: -37, max: 2, noNaN: true }), (x) => {
        const step = 1e-4 / Math.max(1, Math.abs(x));
        const slope = (normalCdf(x + step) - normalCdf(x - step)) / (2 * step);
        const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
        expect(relativeError(slope, density)).toBeLessThan(1e-6);
      }),
    );
  });
});

const share = fc.double({ min: 0, max: 1, minExcluded: true, maxExcluded: true, noNaN: true });
const tinyShare = fc.double({ min: 1e-300, max: 0.5, noNaN: true });

describe('normalQuantile', () => {
  it('undoes normalCdf: quantile(cdf(x)) equals x', () => {
    fc.assert(
      fc.property(fc.double({ min: -37, max: 4, noNaN: true }), (x) => {
        // Near 1 the share itself cannot say more exactly which x it came from.
        expect(Math.abs(normalQuantile(normalCdf(x)) - x)).toBeLessThan(
          EXACT * Math.max(1, Math.abs(x)),
        );
      }),
    );
  });

  it('is undone by normalCdf: cdf(quantile(p)) equals p, relative to p', () => {
    fc.assert(
      fc.property(tinyShare, (p) => {
        expect(relativeError(normalCdf(normalQuantile(p)), p)).toBeLessThan(EXACT);
      }),
    );
  });

  it('is symmetric: quantile(1 - p) equals -quantile(p)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 30 }), (numerator) => {
        const p = numerator / 2 ** 31;
        expect(normalQuantile(1 - p) + normalQuantile(p)).toBe(0);
      }),
    );
  });

  it('never falls: a larger share reaches at least as high', () => {
    fc.assert(
      fc.property(share, share, (a, b) => {
        expect(normalQuantile(Math.min(a, b))).toBeLessThanOrEqual(
          normalQuantile(Math.max(a, b)) + EXACT,
        );
      }),
    );
  });
});
