import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXACT } from '../../../test/support/tolerances.ts';
import { wilsonInterval } from './wilsonInterval.ts';

const level = fc.double({ min: 0.01, max: 0.9999, noNaN: true });
const counts = fc
  .tuple(fc.integer({ min: 1, max: 1_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([n, share]) => ({ n, successes: Math.round(share * n) }));

describe('wilsonInterval', () => {
  it('contains the observed share and stays within 0 and 1', () => {
    fc.assert(
      fc.property(counts, level, ({ successes, n }, level) => {
        const { low, high } = wilsonInterval(successes, n, { level });
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(successes / n);
        expect(high).toBeGreaterThanOrEqual(successes / n);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('mirrors: the share of the others lies between 1 - high and 1 - low', () => {
    fc.assert(
      fc.property(counts, level, ({ successes, n }, level) => {
        const these = wilsonInterval(successes, n, { level });
        const others = wilsonInterval(n - successes, n, { level });
        expect(Math.abs(others.low - (1 - these.high))).toBeLessThan(EXACT);
        expect(Math.abs(others.high - (1 - these.low))).toBeLessThan(EXACT);
      }),
    );
  });

  it('narrows when the same share comes from more people', () => {
    fc.assert(
      fc.property(counts, level, fc.integer({ min: 2, max: 9 }), ({ successes, n }, level, k) => {
        const few = wilsonInterval(successes, n, { level });
        const many = wilsonInterval(k * successes, k * n, { level });
        expect(many.high - many.low).toBeLessThan(few.high - few.low);
      }),
    );
  });

  it('widens on both sides with the level', () => {
    fc.assert(
      fc.property(counts, level, level, ({ successes, n }, level1, level2) => {
        const narrow = wilsonInterval(successes, n, { level: Math.min(level1, level2) });
        const wide = wilsonInterval(successes, n, { level: Math.max(level1, level2) });
        expect(wide.low).toBeLessThanOrEqual(narrow.low + EXACT);
        expect(wide.high).toBeGreaterThanOrEqual(narrow.high - EXACT);
      }),
    );
  });

  it('never falls when one more is satisfied', () => {
    fc.assert(
      fc.property(counts, level, ({ successes, n }, level) => {
        fc.pre(successes < n);
        const before = wilsonInterval(successes, n, { level });
        const after = wilsonInterval(successes + 1, n, { level });
        expect(after.low).toBeGreaterThan(before.low);
        expect(after.high).toBeGreaterThan(before.high);
      }),
    );
  });
});
