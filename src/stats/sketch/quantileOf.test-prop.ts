import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addToSketch } from './addToSketch.ts';
import { emptySketch } from './emptySketch.ts';
import { nearestRank } from './nearestRank.ts';
import { quantileOf } from './quantileOf.ts';

const accuracy = fc.constantFrom(0.001, 0.01, 0.05, 0.5);
const duration = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 600 }),
  fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
  fc.double({ min: 1e-300, max: 1e300, noNaN: true }),
);
const durations = fc.array(duration, { minLength: 1, maxLength: 60 });
const share = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.constantFrom(0.05, 0.5, 0.95, 0.99),
);

describe('quantileOf', () => {
  it('is off from the duration at the nearest rank by no more than the accuracy', () => {
    fc.assert(
      fc.property(durations, accuracy, share, (all, accuracy, share) => {
        const found = quantileOf(addToSketch(emptySketch({ accuracy }), all), share);
        const sorted = all.toSorted((one, other) => one - other);
        const exact = sorted[nearestRank(share, all.length) - 1]!;
        const value = found.kind === 'estimate' ? found.value : NaN;
        expect(Math.abs(value - exact)).toBeLessThanOrEqual(accuracy * exact * (1 + 1e-9));
      }),
      { numRuns: 1000 },
    );
  });

  it('never falls as the share rises', () => {
    fc.assert(
      fc.property(durations, share, share, (all, share1, share2) => {
        const sketch = addToSketch(emptySketch(), all);
        const valueAt = (share: number): number => {
          const found = quantileOf(sketch, share);
          return found.kind === 'estimate' ? found.value : NaN;
        };
        const [low, high] = [Math.min(share1, share2), Math.max(share1, share2)];
        expect(valueAt(low)).toBeLessThanOrEqual(valueAt(high));
      }),
    );
  });
});

describe('nearestRank', () => {
  it('is the smallest rank that so many of n values come up to', () => {
    const n = fc.integer({ min: 1, max: 10_000 });
    fc.assert(
      fc.property(fc.nat(10_000), n, (parts, n) => {
        // In whole numbers: the first rank with rank · 10,000 >= parts · n.
        const exact = Math.max(1, Math.floor((parts * n + 9_999) / 10_000));
        expect(nearestRank(parts / 10_000, n)).toBe(exact);
      }),
      { numRuns: 2000 },
    );
  });
});
