import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../../stats/intervals/wilsonInterval.ts';
import { netPromoterTango } from './netPromoterTango.ts';

describe('netPromoterTango', () => {
  it('names its level and its method', () => {
    const interval = netPromoterTango({ promoters: 1, detractors: 1, n: 3 }, { level: 0.9 });
    expect(interval).toMatchObject({ level: 0.9, method: 'tango' });
  });

  it('is, of promoters only, (n - z²) / (n + z²) up to the score itself', () => {
    const square = 1.959963984540054 ** 2;
    for (const n of [1, 5, 40, 1000]) {
      const { low, high } = netPromoterTango({ promoters: n, detractors: 0, n });
      expect(low).toBeCloseTo((100 * (n - square)) / (n + square), 10);
      expect(high).toBe(100);
    }
  });

  it('is, of passives only, as far to either side as nobody of n goes by Wilson', () => {
    for (const n of [1, 5, 40, 1000]) {
      const { low, high } = netPromoterTango({ promoters: 0, detractors: 0, n });
      expect(high).toBeCloseTo(100 * wilsonInterval(0, n).high, 10);
      expect(low).toBe(-high);
    }
  });

  it('is, without passives, the Wilson interval of promoters stretched to -100 and 100', () => {
    for (const [promoters, n] of [
      [3, 6],
      [1, 40],
      [600, 1000],
    ] as const) {
      const { low, high } = netPromoterTango({ promoters, detractors: n - promoters, n });
      const share = wilsonInterval(promoters, n);
      // Where nobody is passive the likeliest share of passives is none, whatever the score.
      expect(low).toBeCloseTo(200 * share.low - 100, 9);
      expect(high).toBeCloseTo(200 * share.high - 100, 9);
    }
  });

  it('does not lose its digits in a thousand million answers', () => {
    const n = 1e9;
    const { low, high } = netPromoterTango({ promoters: 0.5 * n, detractors: 0.2 * n, n });
    // The Wald half width, from which it differs by one in n
    const half = 195.9963984540054 * Math.sqrt((0.7 - 0.09) / n);
    expect(Math.abs(high - low - 2 * half)).toBeLessThan(1e-9);
  });

  it.each([
    { promoters: 3, detractors: 3, n: 5 },
    { promoters: -1, detractors: 3, n: 5 },
    { promoters: 0, detractors: 0, n: 0 },
    { promoters: NaN, detractors: 0, n: 2 },
  ])('refuses $promoters promoters and $detractors detractors of $n', (bad) => {
    expect(() => netPromoterTango(bad)).toThrow(
      expect.objectContaining({ name: 'ServiceCycleError', code: 'invalid-argument' }),
    );
  });

  it('refuses a level that is no share', () => {
    const good = { promoters: 1, detractors: 1, n: 3 };
    expect(() => netPromoterTango(good, { level: 95 })).toThrow(/^level is 95/);
  });
});
