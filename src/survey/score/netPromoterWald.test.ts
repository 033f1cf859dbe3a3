import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { netPromoterTango } from './netPromoterTango.ts';
import { netPromoterWald } from './netPromoterWald.ts';

describe('netPromoterWald', () => {
  it('is the score plus and minus its standard error, nothing added', () => {
    // 40 ± 100 · 1.959964 · sqrt(0.4 / 25)
    const { low, high, level, method } = netPromoterWald({ promoters: 12, detractors: 2, n: 25 });
    expect(low).toBeCloseTo(15.208199, 6);
    expect(high).toBeCloseTo(64.791801, 6);
    expect({ level, method }).toEqual({ level: 0.95, method: 'wald' });
  });

  it.each([
    ['a promoter', { promoters: 1, detractors: 0, n: 1 }, 100],
    ['a hundred passives', { promoters: 0, detractors: 0, n: 100 }, 0],
    ['five detractors', { promoters: 0, detractors: 5, n: 5 }, -100],
  ])(
    'has no width where all are in one class, and pretends to know all from %s',
    (_, all, score) => {
      expect(netPromoterWald(all)).toMatchObject({ low: score, high: score });
      const { low, high } = netPromoterTango(all);
      expect(high - low).toBeGreaterThan(5);
    },
  );

  it('is cut at the ends of the scale', () => {
    expect(netPromoterWald({ promoters: 3, detractors: 0, n: 4 }, { level: 0.99 }).high).toBe(100);
    expect(netPromoterWald({ promoters: 0, detractors: 3, n: 4 }, { level: 0.99 }).low).toBe(-100);
  });

  it('shrinks as one over the square root of the answers', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.nat({ max: 99 }), fc.nat({ max: 99 }), fc.integer({ min: 1, max: 99 })),
        ([promoters, detractors, passives]) => {
          const n = promoters + detractors + passives;
          const widthOf = (times: number): number => {
            const { low, high } = netPromoterWald(
              { promoters: times * promoters, detractors: times * detractors, n: times * n },
              { level: 0.1 },
            );
            return high - low;
          };
          expect(widthOf(4)).toBeCloseTo(widthOf(1) / 2, 9);
        },
      ),
    );
  });
});
