import { describe, expect, it } from 'vitest';
import { meanInterval } from '../intervals/meanInterval.ts';
import { pairedTTest } from './pairedTTest.ts';

describe('pairedTTest', () => {
  const differences = { n: 30, mean: 0.34, variance: 0.72 };

  it('has the interval of the mean difference', () => {
    expect(pairedTTest(differences, { level: 0.9 })).toMatchObject({
      difference: 0.34,
      degreesOfFreedom: 29,
      interval: meanInterval(differences, { level: 0.9 }),
    });
  });

  it('turns round when before and after change places', () => {
    const back = pairedTTest({ ...differences, mean: -0.34 });
    const there = pairedTTest(differences);
    expect(back.statistic).toBe(-there.statistic);
    expect(back.pValue).toBe(there.pValue);
    expect(back.interval.low).toBe(-there.interval.high);
  });

  it.each([
    { n: 1, mean: 1, variance: 1 },
    { n: 5, mean: 1, variance: 0 },
    { n: 5, mean: NaN, variance: 1 },
  ])('refuses n $n, mean $mean and variance $variance', (bad) => {
    expect(() => pairedTTest(bad)).toThrow(expect.objectContaining({ code: 'invalid-argument' }));
  });
});
