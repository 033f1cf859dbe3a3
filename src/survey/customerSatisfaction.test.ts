import { describe, expect, it } from 'vitest';
import { estimated } from '../../test/support/estimated.ts';
import { customerSatisfaction, DEFAULT_BOX } from './customerSatisfaction.ts';

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

  it('refuses a box that would hold every answer of the scale', () => {
    const yesOrNo = { scale: { min: 0, max: 1 }, perAnswer: [1, 3] };
    expect(() => customerSatisfaction(yesOrNo)).toThrow(
      expect.objectContaining({ name: 'ServiceCycleError', code: 'wrong-scale' }),
    );
    expect(estimated(customerSatisfaction(yesOrNo, { box: 'top' })).value).toBe(0.75);
  });
});
