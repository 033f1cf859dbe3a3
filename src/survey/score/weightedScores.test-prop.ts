import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arbitraryCounts,
  countsOn,
  PROMOTER_SCALE,
} from '../../../test/support/arbitraryCounts.ts';
import { EXACT, REFERENCE } from '../../../test/support/tolerances.ts';
import {
  weightedMean,
  weightedNetPromoterScore,
  weightedShare,
} from '../../../test/support/weightedScores.ts';
import { answerCount } from '../../model/scaleAnswers.ts';
import type { Estimated } from '../../shared/estimate.ts';
import { wilsonInterval } from '../../stats/intervals/wilsonInterval.ts';
import type { AnswerCounts } from '../types.ts';
import { kishEffectiveSize } from '../weighting/kishEffectiveSize.ts';
import { meanRating } from './meanRating.ts';
import { netPromoterScore } from './netPromoterScore.ts';
import type { WeightedAnswers, WeightedEstimated } from './weightedTypes.ts';

const weight = fc.double({ min: 0.01, max: 100, noNaN: true });

/** The counts, everybody with the same weight. */
function allOf(weight: number, { scale, perAnswer }: AnswerCounts): WeightedAnswers {
  return {
    scale,
    n: sum(perAnswer),
    weights: perAnswer.map((count) => count * weight),
    squaredWeights: perAnswer.map((count) => count * weight * weight),
  };
}

/** Answers on 0 to 10 with weights of any kind, 0 among them. */
const weighted: fc.Arbitrary<WeightedAnswers> = fc
  .array(fc.tuple(fc.nat({ max: 10 }), fc.oneof(weight, fc.constantFrom(0, 1))), {
    minLength: 1,
    maxLength: 40,
  })
  .map((responses) => {
    const sumOf = (of: (weight: number) => number): number[] =>
      Array.from({ length: 11 }, (_, answer) =>
        sum(responses.map(([given, weight]) => (given === answer ? of(weight) : 0))),
      );
    return {
      scale: PROMOTER_SCALE,
      n: responses.length,
      weights: sumOf((weight) => weight),
      squaredWeights: sumOf((weight) => weight ** 2),
    };
  });

function expectAlike(got: WeightedEstimated, expected: Estimated): void {
  if (got.kind !== 'estimate' || expected.kind !== 'estimate') {
    expect(got).toMatchObject({ kind: expected.kind, n: expected.n });
    return;
  }
  const limit = 1000 * EXACT;
  expect(Math.abs(got.value - expected.value)).toBeLessThan(limit);
  expect(Math.abs(got.interval.low - expected.interval.low)).toBeLessThan(limit);
  expect(Math.abs(got.interval.high - expected.interval.high)).toBeLessThan(limit);
  expect(got.interval.method).toBe(expected.interval.method);
  expect(Math.abs(got.effectiveN / expected.n - 1)).toBeLessThan(EXACT);
}

describe('weights that are all the same', () => {
  it('leave the mean and its interval as they are', () => {
    fc.assert(
      fc.property(arbitraryCounts(), weight, (counts, weight) => {
        expectAlike(weightedMean(allOf(weight, counts)), meanRating(counts));
      }),
    );
  });

  it('leave a share and its interval as they are', () => {
    fc.assert(
      fc.property(arbitraryCounts(), weight, fc.nat(), (counts, weight, cut) => {
        const to = answerCount(counts.scale);
        const from = cut % to;
        const share = weightedShare(allOf(weight, counts), { from, to });
        const inside = sum(counts.perAnswer.slice(from));
        const n = sum(counts.perAnswer);
        expectAlike(share, {
          kind: 'estimate',
          value: inside / n,
          unit: 'share',
          interval: wilsonInterval(inside, n),
          n,
          basis: 'measured',
        });
      }),
    );
  });

  it('leave the net promoter score and its interval as they are', () => {
    fc.assert(
      fc.property(countsOn(PROMOTER_SCALE), weight, (counts, weight) => {
        expectAlike(weightedNetPromoterScore(allOf(weight, counts)), netPromoterScore(counts));
      }),
    );
  });
});

describe('a weighted score', () => {
  const scores: readonly ((answers: WeightedAnswers) => WeightedEstimated)[] = [
    weightedMean,
    weightedNetPromoterScore,
    (answers) => weightedShare(answers, { from: 9, to: 11 }),
  ];

  it('does not change when all weights are multiplied alike', () => {
    fc.assert(
      fc.property(weighted, fc.constantFrom(0.001, 3, 1e6), (answers, factor) => {
        const multiplied = {
          ...answers,
          weights: answers.weights.map((weight) => weight * factor),
          squaredWeights: answers.squaredWeights.map((square) => square * factor ** 2),
        };
        for (const score of scores) {
          const [before, after] = [score(answers), score(multiplied)];
          expect(after.kind).toBe(before.kind);
          if (before.kind !== 'estimate' || after.kind !== 'estimate') continue;
          expect(Math.abs(after.value - before.value)).toBeLessThan(REFERENCE);
          expect(Math.abs(after.interval.low - before.interval.low)).toBeLessThan(REFERENCE);
        }
      }),
    );
  });

  it('lies in its interval, on its scale, and rests on 1 to n answers', () => {
    fc.assert(
      fc.property(weighted, (answers) => {
        for (const score of scores.map((each) => each(answers))) {
          if (score.kind !== 'estimate') continue;
          const { value, interval, effectiveN, designEffect, n } = score;
          expect(interval.low).toBeLessThanOrEqual(value + EXACT * 100);
          expect(interval.high).toBeGreaterThanOrEqual(value - EXACT * 100);
          expect(effectiveN).toBeGreaterThanOrEqual(1);
          expect(effectiveN).toBeLessThanOrEqual(n);
          expect(designEffect).toBeGreaterThanOrEqual(1);
        }
      }),
    );
  });
});

describe('kishEffectiveSize', () => {
  it('lies between 1 and the number of answers', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(weight, fc.constant(0)), { minLength: 1 }), (weights) => {
        const size = kishEffectiveSize(weights);
        if (size.kind !== 'effective-size') {
          expect(sum(weights)).toBe(0);
          return;
        }
        expect(size.effectiveN).toBeGreaterThanOrEqual(1);
        expect(size.effectiveN).toBeLessThanOrEqual(weights.length);
      }),
    );
  });

  it('never grows when a heavier answer gets still heavier', () => {
    fc.assert(
      fc.property(fc.array(weight, { minLength: 2 }), weight, (weights, more) => {
        const heaviest = weights.indexOf(Math.max(...weights));
        const grown = weights.map((each, place) => (place === heaviest ? each + more : each));
        const [before, after] = [kishEffectiveSize(weights), kishEffectiveSize(grown)];
        if (before.kind !== 'effective-size' || after.kind !== 'effective-size') return;
        expect(after.effectiveN).toBeLessThanOrEqual(before.effectiveN * (1 + EXACT));
      }),
    );
  });
});

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
