import { describe, expect, it } from 'vitest';
import { pooledShareTest } from './pooledShareTest.ts';

describe('pooledShareTest', () => {
  it.each([0, 10])('finds nothing where all shares are %d of 10', (successes) => {
    expect(pooledShareTest({ successes, n: 10 }, { successes: 2 * successes, n: 20 })).toEqual({
      statistic: 0,
      pValue: 1,
      smallestExpected: 0,
    });
  });

  it('says how few are expected: 4 of 60 in both, a third of them in the first', () => {
    const { smallestExpected } = pooledShareTest({ successes: 1, n: 20 }, { successes: 3, n: 40 });
    expect(smallestExpected).toBeCloseTo(4 / 3, 12);
  });
});
