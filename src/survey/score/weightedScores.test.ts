import { describe, expect, it } from 'vitest';
import { estimated } from '../../../test/support/estimated.ts';
import { seededRandom } from '../../../test/support/seededRandom.ts';
import { SIMULATION } from '../../../test/support/tolerances.ts';
import {
  weightedMean,
  weightedNetPromoterScore,
  weightedShare,
} from '../../../test/support/weightedScores.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { linearizedError } from './linearizedError.ts';
import type { WeightedAnswers, WeightedEstimated } from './weightedTypes.ts';

const five = { min: 1, max: 5 };
const ten = { min: 0, max: 10 };

/** Answers with their weights, summed. */
function weigh(
  scale: WeightedAnswers['scale'],
  responses: readonly (readonly [answer: number, weight: number])[],
): WeightedAnswers {
  const weights = new Array<number>(scale.max - scale.min + 1).fill(0);
  const squaredWeights = [...weights];
  for (const [answer, weight] of responses) {
    weights[answer - scale.min]! += weight;
    squaredWeights[answer - scale.min]! += weight ** 2;
  }
  return { scale, n: responses.length, weights, squaredWeights };
}

const topTwo = (answers: WeightedAnswers): WeightedEstimated =>
  weightedShare(answers, { from: 3, to: 5 });

describe('a weighted score', () => {
  it('has limits at the last level below 1, whose upper half rounds to 1', () => {
    const responses = Array.from({ length: 400 }, (_, at) => [1 + (at % 5), 1 + (at % 3)] as const);
    const share = weightedShare(
      weigh(five, responses),
      { from: 3, to: 5 },
      { level: 1 - 2 ** -53 },
    );
    const { low, high } = estimated(share).interval;
    expect(low).toBeGreaterThan(0.1);
    expect(high).toBeLessThan(0.8);
  });

  it('says how many answers it rests on, and how many of equal weight would tell as much', () => {
    const answers = weigh(five, [
      [5, 1],
      [4, 3],
      [2, 1],
      [1, 2],
    ]);
    // Σw · Σw·d² / Σw²·d², d being 3/7 for those inside and 4/7 for the others.
    expect(estimated(topTwo(answers)).effectiveN).toBeCloseTo((7 * 84) / (10 * 9 + 5 * 16), 12);
    for (const score of [weightedMean(answers), topTwo(answers)]) {
      expect(score).toMatchObject({ kind: 'estimate', basis: 'measured', n: 4 });
      expect(estimated(score).designEffect).toBeCloseTo(60 / 49, 12);
    }
  });

  it('counts who answered with twice the weight twice', () => {
    const answers = weigh(five, [
      [5, 2],
      [1, 1],
    ]);
    expect(topTwo(answers)).toMatchObject({ value: 2 / 3, unit: 'share' });
    expect(estimated(weightedMean(answers)).value).toBeCloseTo(11 / 3, 12);
  });

  it('rests on no more answers than there are, though three tenths are more than 0.3 in a computer', () => {
    const answers = weigh(five, [
      [5, 0.1],
      [5, 0.1],
      [5, 0.1],
    ]);
    expect(topTwo(answers)).toMatchObject({ n: 3, effectiveN: 3, designEffect: 1 });
  });

  it('has no error of exactly nothing where all are satisfied', () => {
    const { value, interval } = estimated(
      topTwo(
        weigh(five, [
          [5, 0.1],
          [4, 0.2],
          [5, 0.3],
        ]),
      ),
    );
    expect(value).toBe(1);
    expect(interval).toMatchObject({ high: 1, level: 0.95, method: 'wilson' });
    expect(interval.low).toBeLessThan(0.6);
  });

  it('stays on the scale', () => {
    const answers = weigh(five, [
      [5, 1],
      [5, 1],
      [4, 1],
    ]);
    expect(estimated(weightedMean(answers)).interval).toMatchObject({
      high: 5,
      method: 'student-t',
    });
  });

  it('is worth asking about in points from -100 to 100', () => {
    const { value, unit, interval } = estimated(
      weightedNetPromoterScore(
        weigh(ten, [
          [10, 1],
          [9, 1],
          [10, 3],
        ]),
      ),
    );
    expect({ value, unit }).toEqual({ value: 100, unit: 'points' });
    expect(interval).toMatchObject({ high: 100, method: 'adjusted-wald' });
    expect(interval.low).toBeLessThan(50);
  });

  it.each([
    ['nobody answers', weigh(ten, []), 'no-answers', 0],
    [
      'nobody who answers has a weight',
      weigh(ten, [
        [4, 0],
        [5, 0],
      ]),
      'no-answers',
      2,
    ],
  ] as const)('is not estimable when %s', (_, answers, reason, n) => {
    const expected = { kind: 'not-estimable', reason, n };
    expect(weightedMean(answers)).toMatchObject(expected);
    expect(weightedNetPromoterScore(answers)).toMatchObject(expected);
    expect(weightedShare(answers, { from: 9, to: 11 })).toMatchObject(expected);
  });

  it('is no mean when there is one answer', () => {
    expect(weightedMean(weigh(five, [[4, 2]]))).toMatchObject({ reason: 'one-answer', n: 1 });
  });

  it('is the answer that all who have a weight gave, as sure as so many are', () => {
    // Kish's size of the weights 2 and 1 is 9 / 5.
    const others = 1 - 0.05 ** (5 / 9);
    const { value, interval } = estimated(
      weightedMean(
        weigh(five, [
          [4, 2],
          [4, 1],
          [1, 0],
        ]),
      ),
    );
    expect(value).toBe(4);
    expect(interval.low).toBeCloseTo(4 - 3 * others, 12);
    expect(interval.high).toBeCloseTo(4 + others, 12);
  });

  it('refuses a net promoter score on any other scale', () => {
    expect(() => weightedNetPromoterScore(weigh(five, [[4, 2]]))).toThrow(
      new ServiceCycleError('wrong-scale', 'scale is 1 to 5; expected 0 to 10 unreversed'),
    );
  });

  const two: WeightedAnswers = {
    scale: { min: 0, max: 1 },
    n: 2,
    weights: [1, 1],
    squaredWeights: [1, 1],
  };
  it.each<readonly [string, Partial<WeightedAnswers>]>([
    ['a weight below 0', { weights: [-1, 1] }],
    ['a weight that is no number', { weights: [NaN, 1] }],
    ['an infinite weight', { weights: [Infinity, 1] }],
    ['a square that is no number', { squaredWeights: [NaN, 1] }],
    ['an infinite square', { squaredWeights: [Infinity, 1] }],
    ['weights without squares', { squaredWeights: [0, 1] }],
    ['squares without weights', { weights: [0, 1] }],
    ['weights for another scale', { weights: [1, 1, 1] }],
    ['squares for another scale', { squaredWeights: [1] }],
    ['fewer answers than there are weights', { n: 1 }],
    ['half an answer', { n: 2.5 }],
    ['a number of answers that is none', { n: NaN }],
  ])('refuses %s', (_, fault) => {
    const refused = { code: 'invalid-argument' };
    const answers = { ...two, ...fault };
    for (const score of [
      () => weightedMean(answers),
      () => weightedShare(answers, { from: 0, to: 1 }),
      () => linearizedError(answers, [0, 1]),
    ]) {
      expect(score).toThrow(expect.objectContaining(refused));
    }
  });

  it.each<readonly [string, WeightedAnswers, readonly number[]]>([
    ['one answer', { ...two, n: 1, weights: [1, 0], squaredWeights: [1, 0] }, [0, 1]],
    ['no weight', { ...two, weights: [0, 0], squaredWeights: [0, 0] }, [0, 1]],
    ['too few values', two, [1]],
  ])('has no linearized error with %s', (_, answers, values) => {
    expect(() => linearizedError(answers, values)).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
  });
});

describe('over 4,000 samples of 60 with weights from 1 to 4 that have nothing to do with the answers', () => {
  const random = seededRandom(20250302);
  const trials = 4000;
  const shares = [0.1, 0.1, 0.2, 0.35, 0.25];
  const sampleOf = (size: number): [number, number][] =>
    Array.from({ length: size }, () => {
      let rest = random();
      const place = shares.findIndex((share) => (rest -= share) < 0);
      return [1 + (place < 0 ? 4 : place), 1 + 3 * random()];
    });
  const samples = Array.from({ length: trials }, () => weigh(five, sampleOf(60)));
  const coverage = (
    score: (answers: WeightedAnswers) => WeightedEstimated,
    truth: number,
  ): number =>
    samples.filter((answers) => {
      const { low, high } = estimated(score(answers)).interval;
      return low <= truth && truth <= high;
    }).length / trials;

  it('the interval of the mean covers the true one in 95 of 100', () => {
    expect(Math.abs(coverage(weightedMean, 3.55) - 0.95)).toBeLessThan(SIMULATION);
  });

  it('the interval of the share covers the true one in 95 of 100', () => {
    expect(Math.abs(coverage(topTwo, 0.6) - 0.95)).toBeLessThan(SIMULATION);
  });

  it('the interval of the net promoter score covers the true one in 95 of 100', () => {
    const stretch = ({ n, weights: w, squaredWeights: s }: WeightedAnswers): WeightedAnswers => {
      // 1 and 2 become detractors, 3 and 4 passives, 5 promoters.
      const spread = (x: readonly number[]): number[] => [
        0,
        x[0]!,
        0,
        x[1]!,
        0,
        0,
        0,
        x[2]!,
        x[3]!,
        0,
        x[4]!,
      ];
      return { scale: ten, n, weights: spread(w), squaredWeights: spread(s) };
    };
    const score = (answers: WeightedAnswers): WeightedEstimated =>
      weightedNetPromoterScore(stretch(answers));
    expect(Math.abs(coverage(score, 5) - 0.95)).toBeLessThan(SIMULATION);
  });
});
