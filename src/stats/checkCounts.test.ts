import { describe, expect, it } from 'vitest';
import { cohensKappa } from './agreement/cohensKappa.ts';
import { checkCounts } from './checkCounts.ts';
import { newcombePairedDifference } from './intervals/newcombePairedDifference.ts';
import { mannWhitney } from './tests/mannWhitney.ts';
import { superiorityInterval } from './tests/superiorityInterval.ts';
import { wilcoxonSignedRank } from './tests/wilcoxonSignedRank.ts';

const LARGEST = Number.MAX_SAFE_INTEGER;
const SMALLEST = 1e-15;

describe('checkCounts', () => {
  it.each([-1, NaN, Infinity, 1e300, 2 ** 53, 5e-324])('refuses %d', (count) => {
    expect(() => {
      checkCounts('a row', [1, count]);
    }).toThrow(`a count of a row is ${count}; expected 0 or a number from 1e-15 to 2^53 - 1`);
  });

  it('lets through only what no figure made of it overflows with', () => {
    for (const counts of [
      [LARGEST, 2, LARGEST],
      [SMALLEST, 2, 1],
      [LARGEST, SMALLEST, 0],
      [SMALLEST, LARGEST, SMALLEST],
    ] as const) {
      const [both, onlyFirst, onlySecond] = counts;
      const { u, superiority, statistic } = mannWhitney(counts, [3, 2, 1]);
      const { rankBiserial } = wilcoxonSignedRank(counts);
      const { interval } = newcombePairedDifference({ both, onlyFirst, onlySecond, neither: 1 });
      const { low = 0, high = 1 } = superiorityInterval(counts, [3, 2, 1]) ?? {};
      const kappa = cohensKappa([[...counts], [1, 2, 3], [...counts]]);
      const { value } = kappa.kind === 'estimate' ? kappa : { value: 0 };
      const figures = [u, superiority, statistic, rankBiserial, interval.low, interval.high];
      expect([...figures, low, high, value].filter((figure) => Number.isNaN(figure))).toEqual([]);
    }
  });
});
