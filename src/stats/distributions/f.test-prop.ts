import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relativeError } from '../../../test/support/relativeError.ts';
import { REFERENCE } from '../../../test/support/tolerances.ts';
import { regularizedBeta } from './beta.ts';
import { fQuantile } from './f.ts';

const share = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
const degrees = fc.oneof(
  fc.integer({ min: 1, max: 300 }),
  fc.double({ min: 1, max: 1e5, noNaN: true }),
);

describe('fQuantile', () => {
  it('leads back to the share it was asked for', () => {
    fc.assert(
      fc.property(share, degrees, degrees, (p, d1, d2) => {
        const odds = (d1 * fQuantile(p, [d1, d2])) / d2;
        const back = regularizedBeta(odds / (1 + odds), d1 / 2, d2 / 2);
        // Where nearly all lies below, x is so near 1 that it cannot be told to 9 digits of 1 - x.
        fc.pre(odds < 1e6);
        expect(Math.abs(back - p)).toBeLessThan(REFERENCE);
      }),
    );
  });

  it('turns into its reciprocal when the sides are exchanged', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1023 }), degrees, degrees, (numerator, d1, d2) => {
        const p = numerator / 1024;
        const product = fQuantile(p, [d1, d2]) * fQuantile(1 - p, [d2, d1]);
        expect(relativeError(product, 1)).toBeLessThan(REFERENCE);
      }),
    );
  });

  it('rises with the share', () => {
    fc.assert(
      fc.property(share, share, degrees, degrees, (p, q, d1, d2) => {
        const low = fQuantile(Math.min(p, q), [d1, d2]);
        const high = fQuantile(Math.max(p, q), [d1, d2]);
        expect(low).toBeLessThanOrEqual(high * (1 + REFERENCE));
      }),
    );
  });
});
