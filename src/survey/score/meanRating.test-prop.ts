import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCounts, times } from '../../../test/support/arbitraryCounts.ts';
import { estimated } from '../../../test/support/estimated.ts';
import { average, everySample, populationVariance } from '../../../test/support/everySample.ts';
import { studentTQuantile } from '../../stats/distributions/studentT.ts';
import { countAnswers } from '../answers/countAnswers.ts';
import type { AnswerCounts } from '../types.ts';
import { meanRating } from './meanRating.ts';

/** Counts of at least two different answers: those that have a mean with an interval. */
const counts = arbitraryCounts(2).filter(
  ({ perAnswer }) => perAnswer.filter((count) => count > 0).length > 1,
);

/** So wide that no interval of the tiny populations below is cut at its ends. */
const WIDE = { min: 0, max: 60 } as const;
const inTheMiddle = fc.integer({ min: 28, max: 32 });

/** The standard error that an interval was made from. */
function standardErrorOf(answers: readonly number[]): number {
  const score = meanRating(countAnswers(answers, WIDE), { level: 0.5 });
  if (score.kind !== 'estimate' || score.interval.method === 'clopper-pearson') {
    expect(new Set(answers).size).toBe(1);
    return 0;
  }
  const { low, high } = score.interval;
  return (high - low) / 2 / studentTQuantile(0.75, score.n - 1);
}

describe('meanRating', () => {
  it('lies in its own interval, and both lie on the scale', () => {
    fc.assert(
      fc.property(counts, fc.constantFrom(0.5, 0.95, 0.999), (some, level) => {
        const { value, interval } = estimated(meanRating(some, { level }));
        expect(interval.low).toBeGreaterThanOrEqual(some.scale.min);
        expect(interval.low).toBeLessThanOrEqual(value);
        expect(interval.high).toBeGreaterThanOrEqual(value);
        expect(interval.high).toBeLessThanOrEqual(some.scale.max);
      }),
    );
  });

  it('is known more exactly from four times as many answers', () => {
    fc.assert(
      fc.property(counts, (some) => {
        const once = estimated(meanRating(some));
        const fourfold = estimated(meanRating(times(4, some)));
        expect(fourfold.value).toBeCloseTo(once.value, 9);
        expect(fourfold.interval.high - fourfold.interval.low).toBeLessThan(
          once.interval.high - once.interval.low,
        );
      }),
    );
  });

  it('moves to the other end of the scale when the answers do', () => {
    fc.assert(
      fc.property(counts, (some) => {
        const { min, max } = some.scale;
        const one = estimated(meanRating(some));
        const other = estimated(meanRating({ ...some, perAnswer: some.perAnswer.toReversed() }));
        expect(other.value).toBeCloseTo(min + max - one.value, 9);
        expect(other.interval.low).toBeCloseTo(min + max - one.interval.high, 9);
        expect(other.interval.high).toBeCloseTo(min + max - one.interval.low, 9);
      }),
    );
  });

  it('doubles, and its interval with it, when every answer counts double', () => {
    fc.assert(
      fc.property(counts, ({ scale, ...rest }) => {
        const { min, max, step = 1 } = scale;
        const one = estimated(meanRating({ scale, ...rest }));
        const doubled = { ...scale, min: 2 * min, max: 2 * max, step: 2 * step };
        const two = estimated(meanRating({ scale: doubled, ...rest }));
        expect(two.value).toBeCloseTo(2 * one.value, 9);
        expect(two.interval.low).toBeCloseTo(2 * one.interval.low, 9);
        expect(two.interval.high).toBeCloseTo(2 * one.interval.high, 9);
      }),
    );
  });

  it('has no figure exactly when fewer than two answers were given', () => {
    fc.assert(
      fc.property(arbitraryCounts(0), (some: AnswerCounts) => {
        const answers = some.perAnswer.reduce((sum, count) => sum + count, 0);
        expect(meanRating(some).kind).toBe(answers > 1 ? 'estimate' : 'not-estimable');
      }),
    );
  });

  it('leaves a true mean out of unanimous answers only where they were less likely than 1 - level', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const two = fc.tuple(fc.constantFrom(1, 2, 3, 4, 5), fc.constantFrom(1, 5));
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 500 }), share, two, (n, others, [given, other]) => {
        const perAnswer = [1, 2, 3, 4, 5].map((answer) => (answer === given ? n : 0));
        const { value, interval } = estimated(meanRating({ scale: { min: 1, max: 5 }, perAnswer }));
        expect(value).toBe(given);
        const truth = given + others * (other - given);
        const isHeld = interval.low <= truth && truth <= interval.high;
        if (!isHeld) expect((1 - others) ** n).toBeLessThan(0.05 * (1 + 1e-9));
      }),
    );
  });

  it('is the same whatever is left blank, does not apply or is no answer', () => {
    fc.assert(
      fc.property(counts, fc.nat(), fc.nat(), fc.nat(), (some, notApplicable, skipped, invalid) => {
        const { value, interval, n } = estimated(meanRating(some));
        const blank = { ...some, notApplicable, skipped, invalid };
        expect(meanRating(blank)).toMatchObject({ value, interval, n });
      }),
    );
  });

  it('is honest about its error: the mean squared standard error is the true variance', () => {
    fc.assert(
      fc.property(
        fc.array(inTheMiddle, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 2, max: 4 }),
        (population, size) => {
          const samples = everySample(population, size);
          const truth = populationVariance(samples.map(average));
          const claimed = average(samples.map((sample) => standardErrorOf(sample) ** 2));
          expect(claimed).toBeCloseTo(truth, 9);
        },
      ),
    );
  });

  it('is right on average: over every sample of a tiny population it gives the mean of all', () => {
    fc.assert(
      fc.property(
        fc.array(inTheMiddle, { minLength: 2, maxLength: 4 }),
        fc.integer({ min: 2, max: 4 }),
        (population, size) => {
          const values = everySample(population, size).map((sample) => {
            return estimated(meanRating(countAnswers(sample, WIDE))).value;
          });
          expect(average(values)).toBeCloseTo(average(population), 9);
        },
      ),
    );
  });
});
