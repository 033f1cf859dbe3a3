import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../stats/distributions/normal.ts';
import type { PromoterCounts } from '../types.ts';
import { netPromoterTango } from './netPromoterTango.ts';

const some = fc.oneof(fc.nat({ max: 4 }), fc.nat({ max: 500 }));
const classes: fc.Arbitrary<PromoterCounts> = fc
  .tuple(some, some, some)
  .filter((all) => all.some((count) => count > 0))
  .map(([promoters, detractors, passives]) => {
    return { promoters, detractors, n: promoters + detractors + passives };
  });
const level = fc.constantFrom(0.5, 0.8, 0.9, 0.95, 0.99);

/** The share of detractors that makes the answers likeliest where the score is given, by its slope. */
function likeliest({ promoters, detractors, n }: PromoterCounts, score: number): number {
  let low = Math.max(0, -score);
  let high = (1 - score) / 2;
  for (let round = 0; round < 200; round += 1) {
    const q = (low + high) / 2;
    const slope =
      (promoters > 0 ? promoters / (q + score) : 0) +
      (detractors > 0 ? detractors / q : 0) -
      (n - promoters - detractors > 0
        ? (2 * (n - promoters - detractors)) / (1 - 2 * q - score)
        : 0);
    if (slope > 0) low = q;
    else high = q;
  }
  return (low + high) / 2;
}

/** How many standard errors, those of the score supposed, the score found lies above it. */
function testStatistic(counts: PromoterCounts, points: number): number {
  const { promoters, detractors, n } = counts;
  const score = points / 100;
  const variance = 2 * likeliest(counts, score) + score - score * score;
  return ((promoters - detractors) / n - score) / Math.sqrt(variance / n);
}

describe('netPromoterTango', () => {
  it('ends where its own test refutes: each limit lies as many standard errors off as the level says', () => {
    fc.assert(
      fc.property(classes, level, (counts, asked) => {
        const { low, high } = netPromoterTango(counts, { level: asked });
        const z = -normalQuantile((1 - asked) / 2);
        if (counts.detractors < counts.n) expect(testStatistic(counts, low)).toBeCloseTo(z, 6);
        else expect(low).toBe(-100);
        if (counts.promoters < counts.n) expect(testStatistic(counts, high)).toBeCloseTo(-z, 6);
        else expect(high).toBe(100);
      }),
    );
  });

  it('holds the score, has a width, and stays from -100 to 100', () => {
    fc.assert(
      fc.property(classes, level, (counts, asked) => {
        const { low, high } = netPromoterTango(counts, { level: asked });
        const score = (100 * (counts.promoters - counts.detractors)) / counts.n;
        expect(low).toBeGreaterThanOrEqual(-100);
        expect(low).toBeLessThanOrEqual(score);
        expect(high).toBeGreaterThanOrEqual(score);
        expect(high).toBeLessThanOrEqual(100);
        expect(high).toBeGreaterThan(low);
      }),
    );
  });

  it('turns round, to the last digit, when promoters and detractors change places', () => {
    fc.assert(
      fc.property(classes, ({ promoters, detractors, n }) => {
        const one = netPromoterTango({ promoters, detractors, n });
        const other = netPromoterTango({ promoters: detractors, detractors: promoters, n });
        expect(other.low + one.high).toBe(0);
        expect(other.high + one.low).toBe(0);
      }),
    );
  });

  it('is narrower of four times as many answers, and wider the surer one wants to be', () => {
    fc.assert(
      fc.property(classes, ({ promoters, detractors, n }) => {
        const once = { promoters, detractors, n };
        const fourfold = { promoters: 4 * promoters, detractors: 4 * detractors, n: 4 * n };
        const widthOf = (counts: PromoterCounts, asked: number): number => {
          const { low, high } = netPromoterTango(counts, { level: asked });
          return high - low;
        };
        expect(widthOf(fourfold, 0.95)).toBeLessThan(widthOf(once, 0.95));
        expect(widthOf(once, 0.99)).toBeGreaterThan(widthOf(once, 0.95));
      }),
    );
  });

  it('never falls because a passive becomes a promoter or a detractor a passive', () => {
    fc.assert(
      fc.property(classes, fc.boolean(), ({ promoters, detractors, n }, wonOver) => {
        fc.pre(wonOver ? promoters + detractors < n : detractors > 0);
        const before = netPromoterTango({ promoters, detractors, n });
        const after = netPromoterTango(
          wonOver
            ? { promoters: promoters + 1, detractors, n }
            : { promoters, detractors: detractors - 1, n },
        );
        expect(after.low).toBeGreaterThanOrEqual(before.low);
        expect(after.high).toBeGreaterThanOrEqual(before.high);
      }),
    );
  });
});
