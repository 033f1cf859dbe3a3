import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countsOn } from '../../../test/support/arbitraryCounts.ts';
import { estimated } from '../../../test/support/estimated.ts';
import { customerSatisfaction } from './customerSatisfaction.ts';
import { responseCounts } from '../answers/responseCounts.ts';
import type { Tally } from '../types.ts';
import { weightedNetShare } from './weightedNetShare.ts';
import { weighScore } from './weighScore.ts';

const FIVE = { min: 1, max: 5 };
const RANGES = { more: { from: 3, to: 5 }, less: { from: 0, to: 2 } };

describe('weightedNetShare', () => {
  it('counts each answer as often as its weight says', () => {
    const net = weightedNetShare(
      { scale: FIVE, n: 4, weights: [1, 0, 2, 0, 5], squaredWeights: [1, 0, 4, 0, 13] },
      RANGES,
    );
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
        const net = weightedNetShare(
          {
            scale: FIVE,
            n: plain.n,
            weights: counts.perAnswer.map((count) => count * weight),
            squaredWeights: counts.perAnswer.map((count) => count * weight * weight),
          },
          RANGES,
        );
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
        const { value, interval } = estimated(weightedNetShare(answers, RANGES));
        expect(interval.low).toBeGreaterThanOrEqual(-1);
        expect(interval.low).toBeLessThanOrEqual(value);
        expect(interval.high).toBeGreaterThanOrEqual(value);
        expect(interval.high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is not estimable where nobody who answered has any weight', () => {
    const none = { scale: FIVE, n: 0, weights: [0, 0, 0, 0, 0], squaredWeights: [0, 0, 0, 0, 0] };
    expect(weightedNetShare(none, RANGES)).toEqual({
      kind: 'not-estimable',
      reason: 'no-answers',
      n: 0,
    });
  });

  it('refuses ranges that overlap: nobody counts for it and against it', () => {
    const answers = {
      scale: FIVE,
      n: 5,
      weights: [1, 1, 1, 1, 1],
      squaredWeights: [1, 1, 1, 1, 1],
    };
    const more = { from: 2, to: 5 };
    expect(() => weightedNetShare(answers, { more, less: { from: 0, to: 3 } })).toThrow(
      expect.objectContaining({
        code: 'invalid-argument',
        message: 'ranges are 2 to 5 and 0 to 3; expected two that do not overlap',
      }),
    );
    expect(weightedNetShare(answers, { more, less: { from: 0, to: 2 } }).kind).toBe('estimate');
  });

  it('is what a net satisfaction score becomes where its tally is weighted, on a reversed scale too', () => {
    const scale = { min: 1, max: 4, reversed: true };
    const perAnswer = [1, 0, 0, 1];
    const score = customerSatisfaction({ scale, perAnswer }, { box: 'net' });
    const cells = (lowest: number, highest: number) => {
      const whole = [0, lowest, 0, 0, highest, 0, 0, 0];
      return { whole, fraction: whole.map(() => 0), fine: whole.map(() => 0) };
    };
    const tally: Tally = {
      kind: 'tally',
      survey: 's',
      questions: [{ id: 'q', scale, firstCell: 1 }],
      by: [],
      groups: [0],
      width: 8,
      cells: [2, ...perAnswer, 0, 0, 0],
      weights: { sums: cells(3, 1), squares: cells(9, 1), invalid: 0, zero: 0 },
      firstInvalid: [],
    };
    expect(weighScore(score, tally, 0, 'q', {})).toMatchObject({
      kind: 'estimate',
      value: 0.5,
      unit: 'net-share',
      n: 2,
      definition: { box: 'net', satisfied: [1, 2], dissatisfied: [3, 4] },
      counts: responseCounts({ scale, perAnswer }),
    });
  });
});
