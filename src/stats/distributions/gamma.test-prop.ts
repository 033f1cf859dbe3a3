import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relativeError } from '../../../test/support/relativeError.ts';
import { EXACT } from '../../../test/support/tolerances.ts';
import { logGamma, regularizedGamma } from './gamma.ts';

const cut = fc.double({ min: 1e-6, max: 2000, noNaN: true });
const parameter = fc.double({ min: 0.5, max: 1000, noNaN: true });

describe('regularizedGamma', () => {
  it('gives two shares of one whole, of which the lower never falls with x', () => {
    fc.assert(
      fc.property(cut, cut, parameter, (x1, x2, a) => {
        const near = regularizedGamma(Math.min(x1, x2), a);
        const far = regularizedGamma(Math.max(x1, x2), a);
        expect(near.lower).toBeGreaterThanOrEqual(0);
        expect(near.lower).toBeLessThanOrEqual(far.lower + EXACT);
        expect(far.lower).toBeLessThanOrEqual(1);
        expect(Math.abs(near.lower + near.upper - 1)).toBeLessThan(EXACT);
      }),
    );
  });

  it('is an exponential where a is 1', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 700, noNaN: true }), (x) => {
        const { lower, upper } = regularizedGamma(x, 1);
        expect(relativeError(upper, Math.exp(-x))).toBeLessThan(EXACT);
        expect(relativeError(lower, -Math.expm1(-x))).toBeLessThan(EXACT);
      }),
    );
  });

  it('above x is the chance of fewer than a events where x are expected', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 40, noNaN: true }), fc.nat({ max: 40 }), (x, k) => {
        let chance = 0;
        let term = Math.exp(-x);
        for (let event = 0; event <= k; event += 1) {
          chance += term;
          term *= x / (event + 1);
        }
        expect(Math.abs(regularizedGamma(x, k + 1).upper - chance)).toBeLessThan(EXACT);
      }),
    );
  });
});

describe('logGamma', () => {
  it('grows by the logarithm: lnΓ(x + 1) equals lnΓ(x) + ln x', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (x) => {
        const limit = EXACT * Math.max(1, Math.abs(logGamma(x + 1)));
        expect(Math.abs(logGamma(x + 1) - logGamma(x) - Math.log(x))).toBeLessThan(limit);
      }),
    );
  });

  it('mirrors at one half: Γ(x)·Γ(1 - x) equals π / sin(πx)', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 0.999, noNaN: true }), (x) => {
        const mirrored = Math.log(Math.PI / Math.sin(Math.PI * x));
        expect(Math.abs(logGamma(x) + logGamma(1 - x) - mirrored)).toBeLessThan(EXACT);
      }),
    );
  });
});
