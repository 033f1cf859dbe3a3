import { describe, expect, it } from 'vitest';
import { estimated } from '../../../test/support/estimated.ts';
import { wilsonInterval } from '../../stats/intervals/wilsonInterval.ts';
import { responseRate } from './responseRate.ts';

describe('responseRate', () => {
  it('is the share of those invited who responded, with its Wilson interval', () => {
    const rate = responseRate({ invited: 263, responded: 81 });
    expect(rate).toMatchObject({ value: 81 / 263, unit: 'share', n: 263 });
    // Newcombe (1998), table I, method 3.
    expect(estimated(rate).interval.low).toBeCloseTo(0.2553, 4);
    expect(estimated(rate).interval.high).toBeCloseTo(0.3662, 4);
    expect(rate.counts).toEqual({ invited: 263, responded: 81 });
  });

  it('is 0 where nobody responded and 1 where all did, and still has an interval', () => {
    expect(estimated(responseRate({ invited: 20, responded: 0 })).interval.high).toBeGreaterThan(0);
    expect(estimated(responseRate({ invited: 20, responded: 20 })).value).toBe(1);
    const strict = responseRate({ invited: 20, responded: 5 }, { level: 0.99 });
    expect(estimated(strict).interval).toEqual(wilsonInterval(5, 20, { level: 0.99 }));
  });

  it('says no-answers where nobody was invited', () => {
    expect(responseRate({ invited: 0, responded: 0 })).toMatchObject({
      kind: 'not-estimable',
      reason: 'no-answers',
      n: 0,
    });
  });

  it.each([
    [10, 11],
    [10, -1],
    [10.5, 3],
    [Number.NaN, 0],
    [Number.POSITIVE_INFINITY, 3],
  ])('refuses %d invited with %d responses', (invited, responded) => {
    expect(() => responseRate({ invited, responded })).toThrow(
      expect.objectContaining({ name: 'ServiceCycleError', code: 'invalid-argument' }),
    );
  });
});
