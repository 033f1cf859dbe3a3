import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relativeError } from '../../../test/support/relativeError.ts';
import { EXACT } from '../../../test/support/tolerances.ts';
import { normalCdf } from './normalCdf.ts';
import { normalQuantile } from './normalQuantile.ts';

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
