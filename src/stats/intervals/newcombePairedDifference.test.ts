import { describe, expect, it } from 'vitest';
import { newcombeDifference } from './newcombeDifference.ts';
import { newcombePairedDifference } from './newcombePairedDifference.ts';

describe('newcombePairedDifference', () => {
  it.each([
    // Fagerland, Lydersen & Laake, The paired 2x2 table: as their R package contingencytables prints it
    [59, 6, 16, 80, -0.0621, -0.1186, -0.0046],
    [1, 1, 7, 12, -0.2857, -0.5069, -0.0256],
  ])(
    'of %d, %d, %d and %d is the published one',
    (both, onlyFirst, onlySecond, neither, d, low, high) => {
      const pairs = { both, onlyFirst, onlySecond, neither };
      const { difference, interval } = newcombePairedDifference(pairs);
      expect(difference).toBeCloseTo(d, 4);
      expect(interval.low).toBeCloseTo(low, 4);
      expect(interval.high).toBeCloseTo(high, 4);
      expect(interval).toMatchObject({ level: 0.95, method: 'newcombe' });
    },
  );

  it('is that of different people where both answers of a person have nothing in common', () => {
    const pairs = newcombePairedDifference({ both: 0, onlyFirst: 30, onlySecond: 0, neither: 70 });
    const { interval } = newcombeDifference({ successes: 30, n: 100 }, { successes: 0, n: 100 });
    expect(pairs.interval.low).toBeCloseTo(interval.low, 12);
    expect(pairs.interval.high).toBeCloseTo(interval.high, 12);
  });

  it('is narrower the more alike both answers of a person are', () => {
    const width = (both: number): number => {
      const { interval } = newcombePairedDifference({
        both,
        onlyFirst: 50 - both,
        onlySecond: 40 - both,
        neither: 10 + both,
      });
      return interval.high - interval.low;
    };
    expect(width(40)).toBeLessThan(width(30));
    expect(width(30)).toBeLessThan(width(20));
  });

  it('keeps its width where nobody changed', () => {
    const { difference, interval } = newcombePairedDifference({
      both: 5,
      onlyFirst: 0,
      onlySecond: 0,
      neither: 5,
    });
    expect(difference).toBe(0);
    expect(interval.high).toBeGreaterThan(0.05);
  });

  it('refuses no pairs, counts that are none and a level that is no share', () => {
    const pairs = { both: 5, onlyFirst: 0, onlySecond: 0, neither: 5 };
    const none = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
    expect(() => newcombePairedDifference(none)).toThrow(/^the sum of pairs is 0/);
    expect(() => newcombePairedDifference({ ...pairs, both: -1 })).toThrow(
      /^a count of pairs is -1/,
    );
    expect(() => newcombePairedDifference(pairs, { level: 1 })).toThrow(/^level is 1/);
  });
});
