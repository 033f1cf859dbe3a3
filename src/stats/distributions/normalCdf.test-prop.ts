import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relativeError } from '../../../test/support/relativeError.ts';
import { EXACT } from '../../../test/support/tolerances.ts';
import { normalCdf } from './normalCdf.ts';

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
