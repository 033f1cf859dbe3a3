import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { average } from '../../../test/support/everySample.ts';
import { EXACT } from '../../../test/support/tolerances.ts';
import { exactRankSumPValue } from './exactRankSumPValue.ts';
import { mannWhitney } from './mannWhitney.ts';
import { superiorityInterval } from './superiorityInterval.ts';

/** Two groups over the same categories, neither of them empty. */
function groups(most: number): fc.Arbitrary<readonly [number[], number[]]> {
  return fc.integer({ min: 1, max: 6 }).chain((categories) => {
    const group = fc
      .array(fc.oneof(fc.constant(0), fc.nat({ max: most })), {
        minLength: categories,
        maxLength: categories,
      })
      .filter((counts) => counts.some((count) => count > 0));
    return fc.tuple(group, group);
  });
}

function unfold(counts: readonly number[]): number[] {
  return counts.flatMap((count, value) => new Array<number>(count).fill(value));
}

/** The mean rank of each value among all. */
function midRanks(all: readonly number[]): number[] {
  return all.map((value) => {
    const below = all.filter((other) => other < value).length;
    const same = all.filter((other) => other === value).length;
    return below + (same + 1) / 2;
  });
}

/** Every way to choose so many of a list. */
function everyChoice(list: readonly number[], size: number): number[][] {
  if (size === 0) return [[]];
  return list.flatMap((one, at) =>
    everyChoice(list.slice(at + 1), size - 1).map((rest) => [one, ...rest]),
  );
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

describe('mannWhitney', () => {
  it('gives by counts what ranking the values one by one gives', () => {
    fc.assert(
      fc.property(groups(8), ([one, other]) => {
        const first = unfold(one);
        const second = unfold(other);
        const all = [...first, ...second];
        const ranks = midRanks(all);
        const [m, n] = [first.length, second.length];
        const u = sum(ranks.slice(0, m)) - (m * (m + 1)) / 2;
        const test = mannWhitney(one, other, { exactUpTo: 0 });
        expect(test.u).toBeCloseTo(u, 9);
        expect(test.superiority).toBeCloseTo(u / (m * n), 12);
        // The variance of a sum of m ranks drawn without replacement.
        const mean = average(ranks);
        const spread = sum(ranks.map((rank) => (rank - mean) ** 2)) / Math.max(1, m + n - 1);
        const variance = ((m * n) / (m + n)) * spread;
        expect(test.standardDeviation ** 2).toBeCloseTo(variance, 6);
      }),
    );
  });

  it('turns round when before and after change places, exact or not', () => {
    fc.assert(
      fc.property(groups(8), fc.constantFrom(0, 50), ([one, other], exactUpTo) => {
        const there = mannWhitney(one, other, { exactUpTo });
        const back = mannWhitney(other, one, { exactUpTo });
        expect(back.superiority + there.superiority).toBeCloseTo(1, 12);
        expect(back.statistic + there.statistic).toBe(0);
        expect(Math.abs(back.pValue - there.pValue)).toBeLessThan(EXACT);
        expect(there.pValue).toBeGreaterThan(0);
        expect(there.pValue).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('turns round when the scale does, and takes no note of categories nobody chose', () => {
    fc.assert(
      fc.property(groups(8), ([one, other]) => {
        const plain = mannWhitney(one, other);
        const turned = mannWhitney(one.toReversed(), other.toReversed());
        expect(turned.superiority).toBeCloseTo(1 - plain.superiority, 12);
        expect(Math.abs(turned.pValue - plain.pValue)).toBeLessThan(EXACT);
        const spread = (counts: number[]): number[] => counts.flatMap((count) => [0, count, 0]);
        expect(mannWhitney(spread(one), spread(other))).toEqual(plain);
      }),
    );
  });

  it('finds nothing between a group and itself', () => {
    fc.assert(
      fc.property(groups(200), ([one]) => {
        expect(mannWhitney(one, one)).toMatchObject({ superiority: 0.5, statistic: 0, pValue: 1 });
      }),
    );
  });
});

describe('exactRankSumPValue', () => {
  it('is what walking every way to deal the values out gives, ties or not', () => {
    fc.assert(
      fc.property(groups(3), ([one, other]) => {
        const all = [...unfold(one), ...unfold(other)];
        const size = sum(one);
        fc.pre(all.length <= 11);
        const ranks = midRanks(all);
        const found = sum(ranks.slice(0, size));
        const sums = everyChoice(ranks, size).map(sum);
        const low = sums.filter((each) => each <= found).length / sums.length;
        const high = sums.filter((each) => each >= found).length / sums.length;
        expect(exactRankSumPValue(one, other)).toBeCloseTo(
          Math.min(1, 2 * Math.min(low, high)),
          12,
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('superiorityInterval', () => {
  it('contains the superiority found and stays within 0 and 1', () => {
    fc.assert(
      fc.property(groups(30), ([one, other]) => {
        const { superiority } = mannWhitney(one, other, { exactUpTo: 0 });
        const interval = superiorityInterval(one, other);
        fc.pre(interval !== undefined);
        expect(interval.low).toBeGreaterThanOrEqual(0);
        expect(interval.low).toBeLessThanOrEqual(superiority + EXACT);
        expect(interval.high).toBeGreaterThanOrEqual(superiority - EXACT);
        expect(interval.high).toBeLessThanOrEqual(1);
        expect(interval.high).toBeGreaterThan(interval.low);
      }),
    );
  });

  it('turns round when before and after change places', () => {
    fc.assert(
      fc.property(groups(30), ([one, other]) => {
        const there = superiorityInterval(one, other);
        const back = superiorityInterval(other, one);
        fc.pre(there !== undefined);
        expect(back!.low).toBeCloseTo(1 - there.high, 12);
        expect(back!.high).toBeCloseTo(1 - there.low, 12);
        expect(back!.standardError).toBeCloseTo(there.standardError, 12);
      }),
    );
  });
});
