import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXACT } from '../../../test/support/tolerances.ts';
import { newcombeDifference, type ShareCounts } from './newcombeDifference.ts';

const level = fc.double({ min: 0.01, max: 0.9999, noNaN: true });
const counts = fc
  .tuple(fc.integer({ min: 1, max: 10_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([n, share]) => ({ n, successes: Math.round(share * n) }));

describe('newcombeDifference', () => {
  it('contains the observed difference and stays within -1 and 1', () => {
    fc.assert(
      fc.property(counts, counts, level, (first, second, level) => {
        const { difference, interval } = newcombeDifference(first, second, { level });
        expect(difference).toBe(first.successes / first.n - second.successes / second.n);
        expect(interval.low).toBeGreaterThanOrEqual(-1);
        expect(interval.low).toBeLessThanOrEqual(difference);
        expect(interval.high).toBeGreaterThanOrEqual(difference);
        expect(interval.high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is antisymmetric: second less first is first less second with the sign changed', () => {
    fc.assert(
      fc.property(counts, counts, level, (first, second, level) => {
        const there = newcombeDifference(first, second, { level });
        const back = newcombeDifference(second, first, { level });
        expect(back.difference + there.difference).toBe(0);
        expect(back.interval.low + there.interval.high).toBe(0);
        expect(back.interval.high + there.interval.low).toBe(0);
      }),
    );
  });

  it('asks the others the same: the shares not satisfied differ by as much the other way', () => {
    const others = ({ n, successes }: ShareCounts): ShareCounts => ({
      n,
      successes: n - successes,
    });
    fc.assert(
      fc.property(counts, counts, level, (first, second, level) => {
        const these = newcombeDifference(first, second, { level }).interval;
        const those = newcombeDifference(others(second), others(first), { level }).interval;
        expect(Math.abs(those.low - these.low)).toBeLessThan(EXACT);
        expect(Math.abs(those.high - these.high)).toBeLessThan(EXACT);
      }),
    );
  });

  it('widens on both sides with the level', () => {
    fc.assert(
      fc.property(counts, counts, level, (first, second, level) => {
        const narrow = newcombeDifference(first, second, { level }).interval;
        const wide = newcombeDifference(first, second, { level: (1 + level) / 2 }).interval;
        expect(wide.low).toBeLessThanOrEqual(narrow.low);
        expect(wide.high).toBeGreaterThanOrEqual(narrow.high);
      }),
    );
  });
});
