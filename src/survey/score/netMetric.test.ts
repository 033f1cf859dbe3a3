import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countsOn } from '../../../test/support/arbitraryCounts.ts';
import { estimated } from '../../../test/support/estimated.ts';
import { customerSatisfaction } from './customerSatisfaction.ts';
import { weightedScore } from './weightedScore.ts';
import type { WeightedAnswers, WeightedEstimated } from './weightedTypes.ts';

const FIVE = { min: 1, max: 5 };

const netOf = (answers: WeightedAnswers): WeightedEstimated =>
  weightedScore(answers, { metric: 'customer-satisfaction', box: 'net' });

describe('weighted net satisfaction', () => {
  it('counts each answer as often as its weight says', () => {
    const net = netOf({
      scale: FIVE,
      n: 4,
      weights: [1, 0, 2, 0, 5],
      squaredWeights: [1, 0, 4, 0, 13],
    });
    expect(net).toMatchObject({ value: 0.5, unit: 'net-share', n: 4 });
    expect(net).toMatchObject({ interval: { method: 'adjusted-wald', level: 0.95 } });
    // n / Kish's size, (1 + 2 + 5)² / (1 + 4 + 13)
    expect(net.kind === 'estimate' && net.designEffect).toBeCloseTo(4 / (64 / 18), 12);
    // 8 · (1·1.5² + 2·0.5² + 5·0.5²) / (1·1.5² + 4·0.5² + 13·0.5²) is above 4, so it is 4
    expect(net.kind === 'estimate' && net.effectiveN).toBe(4);
  });

  it('is, with all weights equal, the plain net share with its interval', () => {
    fc.assert(
      fc.property(countsOn(FIVE), fc.constantFrom(0.1, 1, 7), (counts, weight) => {
        const plain = estimated(customerSatisfaction(counts, { box: 'net' }));
        const net = netOf({
          scale: FIVE,
          n: plain.n,
          weights: counts.perAnswer.map((count) => count * weight),
          squaredWeights: counts.perAnswer.map((count) => count * weight * weight),
        });
        const { value, interval } = estimated(net);
        expect(value).toBeCloseTo(plain.value, 9);
        expect(interval.low).toBeCloseTo(plain.interval.low, 9);
        expect(interval.high).toBeCloseTo(plain.interval.high, 9);
      }),
    );
  });

  it('stays in its interval and from -1 to 1, whatever the weights', () => {
    const weight = fc.double({ min: 0.001, max: 1000, noNaN: true });
    fc.assert(
      fc.property(fc.array(weight, { minLength: 5, maxLength: 5 }), (weights) => {
        const squaredWeights = weights.map((one) => one * one);
        const answers = { scale: FIVE, n: 5, weights, squaredWeights };
        const { value, interval } = estimated(netOf(answers));
        expect(interval.low).toBeGreaterThanOrEqual(-1);
        expect(interval.low).toBeLessThanOrEqual(value);
        expect(interval.high).toBeGreaterThanOrEqual(value);
        expect(interval.high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is not estimable where nobody who answered has any weight', () => {
    const none = { scale: FIVE, n: 0, weights: [0, 0, 0, 0, 0], squaredWeights: [0, 0, 0, 0, 0] };
    expect(netOf(none)).toMatchObject({
      kind: 'not-estimable',
      reason: 'no-answers',
      n: 0,
    });
  });

  it('is on a reversed scale the share of its lowest answers less that of its highest', () => {
    const answers = {
      scale: { min: 1, max: 4, reversed: true },
      n: 2,
      weights: [3, 0, 0, 1],
      squaredWeights: [9, 0, 0, 1],
    };
    expect(netOf(answers)).toMatchObject({
      kind: 'estimate',
      value: 0.5,
      unit: 'net-share',
      n: 2,
      definition: { box: 'net', satisfied: [1, 2], dissatisfied: [3, 4] },
    });
  });
});
