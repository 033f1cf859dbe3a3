import { describe, expect, it } from 'vitest';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { newcombeDifference } from './newcombeDifference.ts';

describe('newcombeDifference', () => {
  it('says how it was computed', () => {
    const counts = { successes: 9, n: 10 };
    const { level, method } = newcombeDifference(counts, counts).interval;
    expect({ level, method }).toEqual({ level: 0.95, method: 'newcombe' });
    expect(newcombeDifference(counts, counts, { level: 0.8 }).interval.level).toBe(0.8);
  });

  it('ends exactly at 1 when everybody in one place and nobody in the other was satisfied', () => {
    const { difference, interval } = newcombeDifference(
      { successes: 10, n: 10 },
      { successes: 0, n: 20 },
    );
    expect(difference).toBe(1);
    expect(interval.high).toBe(1);
    expect(interval.low).toBeLessThan(0.8);
  });

  it('covers the true difference in at least 92 of 100 pairs of samples, and 95 on average', () => {
    // Every possible pair of counts of 12 and 9, weighed by its chance: no simulation.
    const [n1, n2] = [12, 9];
    const intervals = Array.from({ length: n1 + 1 }, (_, x1) =>
      Array.from(
        { length: n2 + 1 },
        (__, x2) => newcombeDifference({ successes: x1, n: n1 }, { successes: x2, n: n2 }).interval,
      ),
    );
    const coverages: number[] = [];
    for (let p1 = 0.1; p1 < 0.95; p1 += 0.1) {
      for (let p2 = 0.1; p2 < 0.95; p2 += 0.1) {
        let covered = 0;
        for (const [x1, row] of intervals.entries()) {
          for (const [x2, { low, high }] of row.entries()) {
            const inside = low <= p1 - p2 && p1 - p2 <= high;
            if (inside) covered += chanceOf(x1, n1, p1) * chanceOf(x2, n2, p2);
          }
        }
        coverages.push(covered);
      }
    }
    expect(Math.min(...coverages)).toBeGreaterThan(0.92);
    const average = coverages.reduce((sum, each) => sum + each, 0) / coverages.length;
    expect(average).toBeGreaterThan(0.95);
    expect(average).toBeLessThan(0.97);
  });

  it('refuses more successes than people', () => {
    expect(() => newcombeDifference({ successes: 1, n: 2 }, { successes: 3, n: 2 })).toThrow(
      new ServiceCycleError(
        'invalid-argument',
        'second.successes is 3; expected a number from 0 to 2',
      ),
    );
  });

  it('refuses a level that is no share', () => {
    const counts = { successes: 1, n: 2 };
    expect(() => newcombeDifference(counts, counts, { level: 95 })).toThrow(
      new ServiceCycleError(
        'invalid-argument',
        'level is 95; expected a number above 0 and below 1',
      ),
    );
  });
});

/** The binomial chance of `x` in `n`. */
function chanceOf(x: number, n: number, share: number): number {
  let chance = (1 - share) ** n;
  for (let k = 0; k < x; k += 1) chance *= ((n - k) / (k + 1)) * (share / (1 - share));
  return chance;
}
