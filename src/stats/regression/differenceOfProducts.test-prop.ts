import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceOfProducts } from './differenceOfProducts.ts';

const whole = fc.maxSafeInteger();
const real = fc.double({ min: -1e100, max: 1e100, noNaN: true });

describe('differenceOfProducts', () => {
  it('is right to the last digits for whole numbers, where products have up to 106 bits', () => {
    fc.assert(
      fc.property(whole, whole, whole, whole, (a, b, c, d) => {
        const exact = Number(BigInt(a) * BigInt(b) - BigInt(c) * BigInt(d));
        const got = differenceOfProducts(a, b, c, d);
        expect(Math.abs(got - exact)).toBeLessThanOrEqual(1e-14 * Math.abs(exact));
      }),
    );
  });

  it('is so too where the products nearly cancel', () => {
    const near = fc.integer({ min: -1000, max: 1000 });
    const large = fc.integer({ min: 2 ** 40, max: 2 ** 52 });
    fc.assert(
      fc.property(large, large, near, near, (a, b, c, d) => {
        const exact = BigInt(a) * BigInt(b) - BigInt(a + c) * BigInt(b + d);
        const got = differenceOfProducts(a, b, a + c, b + d);
        const error = Math.abs(got - Number(exact));
        expect(error).toBeLessThanOrEqual(1e-14 * Math.abs(Number(exact)));
      }),
    );
  });

  it('is 0 for the same product, and turns its sign with the order', () => {
    fc.assert(
      fc.property(real, real, real, real, (a, b, c, d) => {
        expect(differenceOfProducts(a, b, b, a) || 0).toBe(0);
        expect(differenceOfProducts(a, b, c, d) || 0).toBe(-differenceOfProducts(c, d, a, b) || 0);
      }),
    );
  });
});
