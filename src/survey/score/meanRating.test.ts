import { describe, expect, it } from 'vitest';
import { estimated } from '../../../test/support/estimated.ts';
import { meanRating } from './meanRating.ts';

const five = { min: 1, max: 5 } as const;

describe('meanRating', () => {
  it('is the mean answer with its t interval, and names scale and direction', () => {
    const score = meanRating({ scale: five, perAnswer: [0, 1, 2, 4, 3] });
    expect(estimated(score).value).toBe(3.9);
    expect(estimated(score).interval.low).toBeCloseTo(3.188628, 6);
    expect(estimated(score).interval.high).toBeCloseTo(4.611372, 6);
    expect(score.definition).toEqual({
      metric: 'mean-rating',
      scale: five,
      direction: 'higher-is-better',
    });
  });

  it('takes answers for what they are on scales that start below 0 or go in steps', () => {
    const around0 = { scale: { min: -2, max: 2 }, perAnswer: [1, 0, 0, 0, 3] };
    expect(estimated(meanRating(around0)).value).toBe(1);
    const quarters = { scale: { min: 0, max: 1, step: 0.25 }, perAnswer: [1, 0, 0, 3, 0] };
    expect(estimated(meanRating(quarters)).value).toBe(0.5625);
  });

  it('does not turn a reversed scale round, and says that lower is better', () => {
    const score = meanRating({ scale: { ...five, reversed: true }, perAnswer: [3, 0, 0, 0, 1] });
    expect(score).toMatchObject({ value: 2, definition: { direction: 'lower-is-better' } });
  });

  it('never reaches beyond the scale, however few answers there are', () => {
    const { interval } = estimated(meanRating({ scale: five, perAnswer: [1, 0, 0, 0, 1] }));
    expect(interval).toMatchObject({ low: 1, high: 5 });
  });

  it.each([
    ['no-answers', 0, [0, 0, 0, 0, 0]],
    ['one-answer', 1, [0, 0, 0, 0, 1]],
  ])('says %s from %i answers without a spread', (reason, n, perAnswer) => {
    expect(meanRating({ scale: five, perAnswer })).toMatchObject({
      kind: 'not-estimable',
      reason,
      n,
      counts: { answered: n },
    });
  });

  it('is the answer that all gave, with what the exact limit of other answers leaves possible', () => {
    // 1 - 0.05^(1/200), all of it at the other end of the scale.
    expect(meanRating({ scale: five, perAnswer: [0, 0, 0, 0, 200] })).toMatchObject({
      value: 5,
      interval: { low: expect.closeTo(5 - 4 * (1 - 0.05 ** (1 / 200)), 12), high: 5 },
      n: 200,
    });
  });

  it('refuses few counts on a scale of many answers at once, without making room for these', () => {
    const scale = { min: 1, max: 2 ** 31 };
    expect(() => meanRating({ scale, perAnswer: [1, 1, 1] })).toThrow(
      expect.objectContaining({ code: 'wrong-scale' }),
    );
  });

  it.each([95, 1, 0, Number.NaN])('refuses %d as a confidence level', (level) => {
    expect(() => meanRating({ scale: five, perAnswer: [1, 0, 0, 0, 1] }, { level })).toThrow(
      expect.objectContaining({ name: 'ServiceCycleError', code: 'invalid-argument' }),
    );
  });
});
