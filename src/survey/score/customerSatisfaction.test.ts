import { describe, expect, it } from 'vitest';
import { estimated } from '../../../test/support/estimated.ts';
import type { AnswerCounts, SatisfactionBox } from '../types.ts';
import { customerSatisfaction, DEFAULT_BOX } from './customerSatisfaction.ts';
import { netPromoterScore } from './netPromoterScore.ts';

const counts = { scale: { min: 1, max: 5 }, perAnswer: [2, 3, 10, 25, 20] } as const;

describe('customerSatisfaction', () => {
  it('is the share of the best two answers where no box is asked for, and says so', () => {
    const score = customerSatisfaction(counts);
    expect(score).toMatchObject({ value: 0.75, unit: 'share', n: 60 });
    expect(score.definition).toEqual({
      metric: 'customer-satisfaction',
      scale: counts.scale,
      box: DEFAULT_BOX,
      satisfied: [4, 5],
    });
  });

  it('is another figure from the same answers when only the best one counts', () => {
    const score = customerSatisfaction(counts, { box: 'top' });
    expect(estimated(score).value).toBeCloseTo(1 / 3, 12);
    expect(score.definition).toMatchObject({ box: 'top', satisfied: [5] });
  });

  it('takes the lowest answers as the best on a reversed scale', () => {
    const reversed = { ...counts, scale: { min: 1, max: 5, reversed: true } };
    const score = customerSatisfaction(reversed);
    expect(estimated(score).value).toBeCloseTo(5 / 60, 12);
    expect(score.definition.satisfied).toEqual([1, 2]);
  });

  it('names the satisfied answers as they stand on the scale, steps and all', () => {
    const quarters = { scale: { min: 0, max: 1, step: 0.25 }, perAnswer: [1, 1, 1, 1, 4] };
    const score = customerSatisfaction(quarters);
    expect(score).toMatchObject({ value: 0.625, definition: { satisfied: [0.75, 1] } });
  });

  it('names the best answer as the scale does, without the dust of adding up steps', () => {
    const tenths = { scale: { min: 0, max: 0.3, step: 0.1 }, perAnswer: [0, 0, 0, 1] };
    expect(customerSatisfaction(tenths, { box: 'top' }).definition.satisfied).toEqual([0.3]);
  });

  it('has the Wilson interval: from 0 when nobody is satisfied, to 1 when everybody is', () => {
    const { interval } = estimated(customerSatisfaction(counts));
    expect(interval).toMatchObject({ level: 0.95, method: 'wilson' });
    expect(interval.low).toBeCloseTo(0.627679, 6);
    const nobody = estimated(customerSatisfaction({ ...counts, perAnswer: [20, 0, 0, 0, 0] }));
    expect(nobody.interval.low).toBe(0);
    expect(nobody.interval.high).toBeCloseTo(0.161125, 6);
    const everybody = estimated(customerSatisfaction({ ...counts, perAnswer: [0, 0, 0, 0, 20] }));
    expect(everybody.interval.high).toBe(1);
    expect(everybody.interval.low).toBeCloseTo(0.838875, 6);
  });

  it('says that nobody answered when everybody skipped', () => {
    const blank = { scale: counts.scale, perAnswer: [0, 0, 0, 0, 0], skipped: 9 };
    expect(customerSatisfaction(blank)).toMatchObject({
      kind: 'not-estimable',
      reason: 'no-answers',
      counts: { answered: 0, skipped: 9 },
    });
  });

  it('is, net, the share of the best two answers less that of the worst two, and names them', () => {
    const score = customerSatisfaction(counts, { box: 'net' });
    expect(score).toMatchObject({ unit: 'net-share', n: 60 });
    expect(estimated(score).value).toBeCloseTo(45 / 60 - 5 / 60, 12);
    expect(score.definition).toEqual({
      metric: 'customer-satisfaction',
      scale: counts.scale,
      box: 'net',
      satisfied: [4, 5],
      dissatisfied: [1, 2],
    });
  });

  it('has, net, the interval of a net promoter score of the same classes, in shares', () => {
    const { interval } = estimated(customerSatisfaction(counts, { box: 'net', level: 0.9 }));
    const perAnswer = [0, 0, 0, 0, 0, 0, 5, 10, 0, 45, 0];
    const promoters = { scale: { min: 0, max: 10 }, perAnswer };
    const points = estimated(netPromoterScore(promoters, { level: 0.9 })).interval;
    expect(interval.low).toBeCloseTo(points.low / 100, 12);
    expect(interval.high).toBeCloseTo(points.high / 100, 12);
    expect(interval).toMatchObject({ level: 0.9, method: 'adjusted-wald' });
  });

  it('is, net, from -1 to 1, and sure of neither because five customers agree', () => {
    const five = (perAnswer: readonly number[]) =>
      estimated(customerSatisfaction({ scale: counts.scale, perAnswer }, { box: 'net' }));
    const best = five([0, 0, 0, 0, 5]);
    expect(best.value).toBe(1);
    expect(best.interval.high).toBe(1);
    expect(best.interval.low).toBeLessThan(0.2);
    const worst = five([5, 0, 0, 0, 0]);
    expect(worst.value).toBe(-1);
    expect(worst.interval.low).toBe(-1);
    const middling = five([0, 0, 5, 0, 0]);
    expect(middling.value).toBe(0);
    expect(middling.interval.high).toBeGreaterThan(0.2);
  });

  it('takes the lowest answers as the best, and the highest as the worst, on a reversed scale', () => {
    const reversed = { ...counts, scale: { min: 1, max: 5, reversed: true } };
    const score = customerSatisfaction(reversed, { box: 'net' });
    expect(estimated(score).value).toBeCloseTo(-40 / 60, 12);
    expect(score.definition).toMatchObject({ satisfied: [1, 2], dissatisfied: [4, 5] });
  });

  it('says of a net share, too, that nobody answered', () => {
    const blank = { scale: counts.scale, perAnswer: [0, 0, 0, 0, 0], skipped: 9 };
    expect(customerSatisfaction(blank, { box: 'net' })).toMatchObject({
      kind: 'not-estimable',
      reason: 'no-answers',
      definition: { box: 'net' },
      counts: { answered: 0, skipped: 9 },
    });
  });

  it('counts the best three of seven or ten', () => {
    const seven = { scale: { min: 1, max: 7 }, perAnswer: [1, 1, 1, 1, 1, 1, 4] };
    expect(customerSatisfaction(seven, { box: 'top-three' })).toMatchObject({
      value: 0.6,
      unit: 'share',
      definition: { box: 'top-three', satisfied: [5, 6, 7] },
    });
  });

  it.each<[SatisfactionBox | undefined, number]>([
    ['top', 2],
    [undefined, 4],
    ['top-two', 4],
    ['net', 4],
    ['top-three', 6],
  ])('refuses the box %s on fewer than %i answers: it would reach the middle', (box, needed) => {
    const ones = (answers: number): AnswerCounts => {
      return { scale: { min: 1, max: answers }, perAnswer: new Array<number>(answers).fill(1) };
    };
    const options = box === undefined ? {} : { box };
    const { satisfied } = customerSatisfaction(ones(needed), options).definition;
    expect(satisfied[0]).toBe(needed / 2 + 1);
    if (needed === 2) return;
    expect(() => customerSatisfaction(ones(needed - 1), options)).toThrow(
      expect.objectContaining({
        name: 'ServiceCycleError',
        code: 'wrong-scale',
        message: `a ${box ?? DEFAULT_BOX} box needs a scale of ${needed} answers or more: found ${needed - 1}`,
      }),
    );
  });
});
