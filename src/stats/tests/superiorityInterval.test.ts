import { describe, expect, it } from 'vitest';
import { referenceCase } from '../../../test/support/reference.ts';
import { seededRandom } from '../../../test/support/seededRandom.ts';
import { mannWhitney } from './mannWhitney.ts';
import { superiorityInterval } from './superiorityInterval.ts';

describe('superiorityInterval', () => {
  it('has limits at the last level below 1, whose upper half rounds to 1', () => {
    const found = superiorityInterval([0, 1, 2, 3, 2], [1, 2, 3, 2, 0], { level: 1 - 2 ** -53 });
    expect(found?.low).toBeGreaterThanOrEqual(0);
    expect(found?.high).toBeLessThanOrEqual(1);
  });

  it('is wider than that of R where one group is wholly above the other: 4 and 4 prove little', () => {
    const { input, expected } = referenceCase('tests', 'mann-whitney separated');
    const { a, b } = input as Record<'a' | 'b', number[]>;
    const counts = (values: number[]): number[] =>
      Array.from({ length: 11 }, (_, value) => values.filter((each) => each === value).length);
    const { cliffUpper } = expected as { cliffUpper: number };
    const { low, high } = superiorityInterval(counts(a), counts(b))!;
    expect(low).toBe(0);
    expect((1 + cliffUpper) / 2).toBeCloseTo(0.18, 2);
    expect(high).toBeCloseTo(0.328, 3);
  });

  it('says that it does not know where all values are the same', () => {
    const { low, high } = superiorityInterval([0, 5], [0, 5])!;
    expect(low).toBeLessThan(0.35);
    expect(high).toBeGreaterThan(0.65);
  });

  it('is none where a group has a single value, which has no spread', () => {
    expect(superiorityInterval([1, 0], [3, 4])).toBeUndefined();
    expect(superiorityInterval([3, 4], [1, 0])).toBeUndefined();
  });

  it('widens with the level and refuses one that is no share', () => {
    const groups = [
      [1, 2, 4, 9, 8],
      [4, 6, 5, 3, 2],
    ] as const;
    const narrow = superiorityInterval(...groups, { level: 0.5 })!;
    const wide = superiorityInterval(...groups)!;
    expect(narrow).toMatchObject({ level: 0.5, method: 'cliff' });
    expect(wide.low).toBeLessThan(narrow.low);
    expect(wide.high).toBeGreaterThan(narrow.high);
    expect(narrow.standardError).toBe(wide.standardError);
    expect(() => superiorityInterval(...groups, { level: 95 })).toThrow(/^level is 95/);
  });

  it.each([
    ['the same ratings', [0.1, 0.2, 0.4, 0.2, 0.1], [0.1, 0.2, 0.4, 0.2, 0.1]],
    ['ratings a little better', [0.05, 0.05, 0.15, 0.4, 0.35], [0.08, 0.1, 0.2, 0.37, 0.25]],
    ['ratings far better', [0.02, 0.05, 0.1, 0.3, 0.53], [0.2, 0.3, 0.25, 0.15, 0.1]],
    ['nearly all at the top', [0.01, 0.01, 0.03, 0.15, 0.8], [0.02, 0.03, 0.05, 0.2, 0.7]],
    ['yes or no', [0.1, 0.9], [0.2, 0.8]],
  ])('holds the truth in at least 92 of 100 pairs of small samples: %s', (_, one, other) => {
    // The shares as counts of a thousand: what holds for all is what is looked for in samples.
    const inAll = (shares: readonly number[]): number[] => shares.map((each) => 1000 * each);
    const { superiority } = mannWhitney(inAll(one), inAll(other), { exactUpTo: 0 });
    const random = seededRandom(11);
    const sample = (shares: readonly number[], n: number): number[] => {
      const counts = shares.map(() => 0);
      for (let each = 0; each < n; each += 1) {
        let rest = random();
        let place = 0;
        while (place < shares.length - 1 && rest >= shares[place]!) rest -= shares[place++]!;
        counts[place]! += 1;
      }
      return counts;
    };
    for (const [m, n] of [
      [5, 5],
      [10, 30],
      [40, 40],
    ] as const) {
      let held = 0;
      const trials = 1000;
      for (let trial = 0; trial < trials; trial += 1) {
        const { low, high } = superiorityInterval(sample(one, m), sample(other, n))!;
        if (low <= superiority && superiority <= high) held += 1;
      }
      // Three standard errors of 0.93 among a thousand are 0.024.
      expect(held / trials).toBeGreaterThan(0.92 - 0.024);
    }
  });
});
