import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXACT } from '../../../test/support/tolerances.ts';
import { logGamma } from './logGamma.ts';

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
