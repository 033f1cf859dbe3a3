import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXACT } from '../../../test/support/tolerances.ts';
import { meanInterval } from './meanInterval.ts';

const level = fc.double({ min: 0.01, max: 0.9999, noNaN: true });
const sample = fc.record({
  n: fc.integer({ min: 2, max: 1_000_000 }),
  mean: fc.double({ min: -100, max: 100, noNaN: true }),
  variance: fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
});

describe('meanInterval', () => {
  it('has the mean in its middle', () => {
    fc.assert(
      fc.property(sample, level, (sample, level) => {
        const { low, high } = meanInterval(sample, { level });
        expect(low).toBeLessThan(sample.mean);
        expect(high).toBeGreaterThan(sample.mean);
        const limit = EXACT * Math.max(1, high - low, Math.abs(sample.mean));
        expect(Math.abs((low + high) / 2 - sample.mean)).toBeLessThan(limit);
      }),
    );
  });

  it('moves and stretches with the scale: of a + b·x it is a + b times that of x', () => {
    const shift = fc.double({ min: -100, max: 100, noNaN: true });
    const stretch = fc.double({ min: 0.01, max: 100, noNaN: true });
    fc.assert(
      fc.property(sample, level, shift, stretch, ({ n, mean, variance }, level, a, b) => {
        const before = meanInterval({ n, mean, variance }, { level });
        const after = meanInterval(
          { n, mean: a + b * mean, variance: b * b * variance },
          { level },
        );
        const limit = EXACT * (Math.abs(a) + b * (Math.abs(mean) + before.high - before.low));
        expect(Math.abs(after.low - (a + b * before.low))).toBeLessThan(limit);
        expect(Math.abs(after.high - (a + b * before.high))).toBeLessThan(limit);
      }),
    );
  });

  it('narrows with more answers and widens with the level', () => {
    const width = ({ low, high }: { low: number; high: number }): number => high - low;
    fc.assert(
      fc.property(sample, level, (sample, level) => {
        const here = width(meanInterval(sample, { level }));
        expect(width(meanInterval({ ...sample, n: 2 * sample.n }, { level }))).toBeLessThan(here);
        expect(width(meanInterval(sample, { level: (1 + level) / 2 }))).toBeGreaterThan(here);
      }),
    );
  });
});
