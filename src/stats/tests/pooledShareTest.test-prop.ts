import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cohensH } from '../intervals/cohensH.ts';
import { chiSquareTest } from './chiSquareTest.ts';
import { pooledShareTest } from './pooledShareTest.ts';

const share = fc
  .tuple(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([n, part]) => ({ n, successes: Math.round(part * n) }));

describe('pooledShareTest', () => {
  it('is the chi-square test of the 2 by 2 table', () => {
    fc.assert(
      fc.property(share, share, (one, other) => {
        const table = [one, other].map(({ n, successes }) => [successes, n - successes]);
        const { statistic, pValue, smallestExpected } = pooledShareTest(one, other);
        const chiSquare = chiSquareTest(table);
        expect(statistic ** 2).toBeCloseTo(chiSquare.statistic, 6);
        expect(pValue).toBeCloseTo(chiSquare.pValue, 9);
        if (chiSquare.degreesOfFreedom === 1) {
          expect(smallestExpected).toBeCloseTo(chiSquare.smallestExpected, 9);
        }
      }),
    );
  });

  it('turns round when before and after change places, as does its effect size', () => {
    fc.assert(
      fc.property(share, share, (one, other) => {
        const there = pooledShareTest(one, other);
        const back = pooledShareTest(other, one);
        expect(back.statistic).toBeCloseTo(-there.statistic, 12);
        expect(back.pValue).toBeCloseTo(there.pValue, 12);
        expect(cohensH(one, other) + cohensH(other, one)).toBe(0);
      }),
    );
  });
});
