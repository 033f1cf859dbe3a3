import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXACT } from '../../../test/support/tolerances.ts';
import { exactSignedRankPValue } from './exactSignedRankPValue.ts';
import { wilcoxonSignedRank } from './wilcoxonSignedRank.ts';

/** How many pairs changed by -k to k steps. */
function changes(most: number): fc.Arbitrary<number[]> {
  return fc.integer({ min: 1, max: 4 }).chain((steps) =>
    fc.array(fc.oneof(fc.constant(0), fc.nat({ max: most })), {
      minLength: 2 * steps + 1,
      maxLength: 2 * steps + 1,
    }),
  );
}

function unfold(perDifference: readonly number[]): number[] {
  const middle = (perDifference.length - 1) / 2;
  return perDifference
    .flatMap((count, place) => new Array<number>(count).fill(place - middle))
    .filter((difference) => difference !== 0);
}

/** The mean rank of the distance of each difference from 0. */
function midRanks(differences: readonly number[]): number[] {
  const distances = differences.map(Math.abs);
  return distances.map((value) => {
    const below = distances.filter((other) => other < value).length;
    const same = distances.filter((other) => other === value).length;
    return below + (same + 1) / 2;
  });
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

describe('wilcoxonSignedRank', () => {
  it('gives by counts what ranking the differences one by one gives', () => {
    fc.assert(
      fc.property(changes(8), (perDifference) => {
        const differences = unfold(perDifference);
        const ranks = midRanks(differences);
        const rankSum = sum(ranks.filter((_, at) => differences[at]! > 0));
        const test = wilcoxonSignedRank(perDifference);
        expect(test.rankSum).toBeCloseTo(rankSum, 9);
        expect(test.rose + test.fell).toBe(differences.length);
        const all = sum(ranks);
        if (all > 0) expect(test.rankBiserial).toBeCloseTo((2 * rankSum - all) / all, 12);
      }),
    );
  });

  it('turns round when before and after change places, exact or not', () => {
    fc.assert(
      fc.property(changes(20), fc.constantFrom(0, 50), (perDifference, exactUpTo) => {
        const there = wilcoxonSignedRank(perDifference, { exactUpTo });
        const back = wilcoxonSignedRank(perDifference.toReversed(), { exactUpTo });
        expect(back.rankBiserial).toBeCloseTo(-there.rankBiserial, 12);
        expect(back.statistic).toBeCloseTo(-there.statistic, 12);
        expect(Math.abs(back.pValue - there.pValue)).toBeLessThan(EXACT);
        expect(there.pValue).toBeGreaterThan(0);
        expect(there.pValue).toBeLessThanOrEqual(1);
        expect(back.rose).toBe(there.fell);
      }),
    );
  });
});

describe('exactSignedRankPValue', () => {
  it('is what walking every way to rise or fall gives, ties or not', () => {
    fc.assert(
      fc.property(changes(3), (perDifference) => {
        const differences = unfold(perDifference);
        fc.pre(differences.length <= 10);
        const ranks = midRanks(differences);
        const found = sum(ranks.filter((_, at) => differences[at]! > 0));
        const sums = Array.from({ length: 2 ** ranks.length }, (_, way) =>
          sum(ranks.filter((__, at) => (way & (1 << at)) !== 0)),
        );
        const low = sums.filter((each) => each <= found).length / sums.length;
        const high = sums.filter((each) => each >= found).length / sums.length;
        expect(exactSignedRankPValue(perDifference)).toBeCloseTo(
          Math.min(1, 2 * Math.min(low, high)),
          12,
        );
      }),
    );
  });
});
