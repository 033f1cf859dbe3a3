import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { netPromoterDifference } from './netPromoterDifference.ts';

const classes = fc
  .tuple(fc.nat({ max: 300 }), fc.nat({ max: 300 }), fc.nat({ max: 300 }))
  .filter(([detractors, passives, promoters]) => detractors + passives + promoters > 0)
  .map(([detractors, passives, promoters]) => {
    return { detractors, promoters, n: detractors + passives + promoters };
  });

describe('netPromoterDifference', () => {
  it('does not take five promoters and five detractors for proof beyond doubt', () => {
    const { difference, interval, pValue } = netPromoterDifference(
      { promoters: 5, detractors: 0, n: 5 },
      { promoters: 0, detractors: 5, n: 5 },
    );
    expect(difference).toBe(200);
    expect(interval.low).toBeLessThan(70);
    expect(interval.high).toBe(200);
    expect(interval).toMatchObject({ level: 0.95, method: 'adjusted-wald' });
    expect(pValue).toBeGreaterThan(1e-4);
  });

  it('turns round when before and after change places', () => {
    fc.assert(
      fc.property(classes, classes, (one, other) => {
        const there = netPromoterDifference(one, other);
        const back = netPromoterDifference(other, one);
        expect(back.difference + there.difference).toBe(0);
        expect(back.statistic + there.statistic).toBe(0);
        expect(back.pValue).toBe(there.pValue);
        expect(back.interval.low + there.interval.high).toBe(0);
      }),
    );
  });

  it('contains the difference found and stays within 200 points', () => {
    fc.assert(
      fc.property(classes, classes, (one, other) => {
        const { difference, interval } = netPromoterDifference(one, other, { level: 0.5 });
        expect(interval.low).toBeGreaterThanOrEqual(-200);
        expect(interval.low).toBeLessThanOrEqual(difference);
        expect(interval.high).toBeGreaterThanOrEqual(difference);
        expect(interval.high).toBeLessThanOrEqual(200);
      }),
    );
  });

  it.each([
    { promoters: 3, detractors: 3, n: 5 },
    { promoters: -1, detractors: 3, n: 5 },
    { promoters: 0, detractors: 0, n: 0 },
    { promoters: NaN, detractors: 0, n: 2 },
  ])('refuses $promoters promoters and $detractors detractors of $n', (bad) => {
    const good = { promoters: 1, detractors: 1, n: 3 };
    expect(() => netPromoterDifference(bad, good)).toThrow(/promoters and .* detractors of/);
    expect(() => netPromoterDifference(good, bad)).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
  });

  it('refuses a level that is no share', () => {
    const good = { promoters: 1, detractors: 1, n: 3 };
    expect(() => netPromoterDifference(good, good, { level: 95 })).toThrow(/^level is 95/);
  });
});
