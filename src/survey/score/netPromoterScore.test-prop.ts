import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countsOn, moveOne, PROMOTER_SCALE, times } from '../../../test/support/arbitraryCounts.ts';
import { estimated } from '../../../test/support/estimated.ts';
import { average, everySample } from '../../../test/support/everySample.ts';
import type { Interval } from '../../shared/estimate.ts';
import { countAnswers } from '../answers/countAnswers.ts';
import type { AnswerCounts } from '../types.ts';
import { type NetPromoterOptions, netPromoterScore } from './netPromoterScore.ts';
import { netPromoterTango } from './netPromoterTango.ts';
import { netPromoterWald } from './netPromoterWald.ts';

const counts = countsOn(PROMOTER_SCALE);
const answer = fc.integer({ min: 0, max: 10 });
const size = fc.nat({ max: 500 });
const method = fc.constantFrom<NetPromoterOptions>(
  {},
  { interval: netPromoterWald },
  { interval: netPromoterTango },
);
const level = fc.constantFrom(0.5, 0.8, 0.9, 0.95, 0.99, 0.999);

function valueOf(from: AnswerCounts): number {
  return estimated(netPromoterScore(from)).value;
}

function widthOf({ low, high }: Interval): number {
  return high - low;
}

describe('netPromoterScore', () => {
  it('never falls because an answer gets better', () => {
    fc.assert(
      fc.property(counts, answer, answer, (before, from, to) => {
        fc.pre(from < to && (before.perAnswer[from] ?? 0) > 0);
        expect(valueOf(moveOne(before, from, to))).toBeGreaterThanOrEqual(valueOf(before));
      }),
    );
  });

  it('rises with every passive won over and with every detractor calmed', () => {
    fc.assert(
      fc.property(
        counts,
        fc.oneof(
          fc.tuple(fc.constantFrom(7, 8), fc.constantFrom(9, 10)),
          fc.tuple(fc.integer({ min: 0, max: 6 }), fc.constantFrom(7, 8)),
        ),
        (before, [from, to]) => {
          fc.pre((before.perAnswer[from] ?? 0) > 0);
          expect(valueOf(moveOne(before, from, to))).toBeGreaterThan(valueOf(before));
        },
      ),
    );
  });

  it('lies in its own interval, and both lie from -100 to 100, by any method', () => {
    fc.assert(
      fc.property(counts, level, method, (some, asked, how) => {
        const { value, interval } = estimated(netPromoterScore(some, { ...how, level: asked }));
        expect(interval.low).toBeGreaterThanOrEqual(-100);
        expect(interval.low).toBeLessThanOrEqual(value);
        expect(interval.high).toBeGreaterThanOrEqual(value);
        expect(interval.high).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('is known more exactly from four times as many answers', () => {
    fc.assert(
      fc.property(counts, (some) => {
        const once = estimated(netPromoterScore(some));
        const fourfold = estimated(netPromoterScore(times(4, some)));
        expect(fourfold.value).toBeCloseTo(once.value, 9);
        expect(widthOf(fourfold.interval)).toBeLessThan(widthOf(once.interval));
      }),
    );
  });

  it('is known less exactly the surer one wants to be', () => {
    fc.assert(
      fc.property(counts, level, level, method, (some, a, b, how) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map((one) =>
          widthOf(estimated(netPromoterScore(some, { ...how, level: one })).interval),
        );
        expect(more).toBeGreaterThanOrEqual(less ?? Number.NaN);
      }),
    );
  });

  it('turns its sign, and its interval round, when promoters and detractors change places', () => {
    fc.assert(
      fc.property(size, size, size, method, (d, x, p, how) => {
        fc.pre(d + x + p > 0);
        const perAnswer = (low: number, high: number): number[] => [
          low,
          ...[0, 0, 0, 0, 0, 0],
          x,
          ...[0, 0],
          high,
        ];
        const one = estimated(
          netPromoterScore({ scale: PROMOTER_SCALE, perAnswer: perAnswer(d, p) }, how),
        );
        const other = estimated(
          netPromoterScore({ scale: PROMOTER_SCALE, perAnswer: perAnswer(p, d) }, how),
        );
        expect(other.value).toBeCloseTo(-one.value, 9);
        expect(other.interval.low).toBeCloseTo(-one.interval.high, 9);
        expect(other.interval.high).toBeCloseTo(-one.interval.low, 9);
      }),
    );
  });

  it('is the same whatever is left blank, does not apply or is no answer', () => {
    fc.assert(
      fc.property(counts, fc.nat(), fc.nat(), fc.nat(), (some, notApplicable, skipped, invalid) => {
        const { value, interval, n } = estimated(netPromoterScore(some));
        const blank = { ...some, notApplicable, skipped, invalid };
        expect(netPromoterScore(blank)).toMatchObject({ value, interval, n });
      }),
    );
  });

  it('is right on average: over every sample of a tiny population it gives the score of all', () => {
    fc.assert(
      fc.property(
        fc.array(answer, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 4 }),
        (population, size) => {
          const scores = everySample(population, size).map((sample) =>
            valueOf(countAnswers(sample, PROMOTER_SCALE)),
          );
          const truth = valueOf(countAnswers(population, PROMOTER_SCALE));
          expect(average(scores)).toBeCloseTo(truth, 9);
        },
      ),
    );
  });
});
