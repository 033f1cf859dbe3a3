import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relativeError } from '../../../test/support/relativeError.ts';
import { welchTest } from './welchTest.ts';

const group = fc.record({
  n: fc.integer({ min: 2, max: 5000 }),
  mean: fc.double({ min: -10, max: 10, noNaN: true }),
  variance: fc.double({ min: 1e-6, max: 100, noNaN: true }),
});

describe('welchTest', () => {
  it('turns round when before and after change places', () => {
    fc.assert(
      fc.property(group, group, (one, other) => {
        const there = welchTest(one, other);
        const back = welchTest(other, one);
        expect(back.difference + there.difference).toBe(0);
        expect(back.statistic + there.statistic).toBe(0);
        expect(back.interval.low + there.interval.high).toBe(0);
        expect(relativeError(back.pValue, there.pValue)).toBeLessThan(1e-12);
      }),
    );
  });

  it('is the same in any unit: minutes prove no more than seconds', () => {
    fc.assert(
      fc.property(group, group, fc.constantFrom(60, 1024, 0.001), (one, other, unit) => {
        const scaled = [one, other].map(({ n, mean, variance }) => {
          return { n, mean: unit * mean, variance: unit * unit * variance };
        }) as [typeof one, typeof other];
        const plain = welchTest(one, other);
        const inUnit = welchTest(...scaled);
        expect(inUnit.degreesOfFreedom).toBeCloseTo(plain.degreesOfFreedom, 6);
        expect(Math.abs(inUnit.pValue - plain.pValue)).toBeLessThan(1e-9);
        expect(inUnit.difference).toBeCloseTo(unit * plain.difference, 9);
      }),
    );
  });

  it('has degrees of freedom between those of the smaller group and those of both', () => {
    fc.assert(
      fc.property(group, group, (one, other) => {
        const { degreesOfFreedom, pValue } = welchTest(one, other);
        const least = Math.min(one.n, other.n) - 1;
        expect(degreesOfFreedom).toBeGreaterThan(least * (1 - 1e-12));
        expect(degreesOfFreedom).toBeLessThan((one.n + other.n - 2) * (1 + 1e-12));
        expect(pValue).toBeGreaterThanOrEqual(0);
        expect(pValue).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('accepts a spread next to none beside a large one', () => {
    fc.assert(
      fc.property(group, fc.double({ min: 0, max: 1e-300, noNaN: true }), (one, variance) => {
        const { degreesOfFreedom } = welchTest(one, { n: 2, mean: 0, variance });
        expect(degreesOfFreedom).toBeCloseTo(one.n - 1, 6);
      }),
    );
  });
});
