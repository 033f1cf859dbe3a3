import { describe, expect, it } from 'vitest';
import { type OpportunityScore, opportunityScore } from './opportunityScore.ts';

/** So many of 100 give one of the best two answers. */
function share(percent: number): { scale: { min: number; max: number }; perAnswer: number[] } {
  return { scale: { min: 1, max: 5 }, perAnswer: [0, 0, 100 - percent, percent, 0] };
}

function scored(importance: number, satisfaction: number): OpportunityScore & { kind: 'estimate' } {
  const score = opportunityScore({
    importance: share(importance),
    satisfaction: share(satisfaction),
  });
  if (score.kind !== 'estimate') throw new Error(score.reason);
  return score;
}

describe('opportunityScore', () => {
  it('adds what is lacking to what matters, and takes nothing off for plenty', () => {
    expect(scored(90, 30)).toMatchObject({ value: 15, importance: 9, satisfaction: 3 });
    expect(scored(40, 80)).toMatchObject({ value: 4, importance: 4, satisfaction: 8 });
  });

  it.each([
    [100, 40, 16, 'extreme'],
    [90, 30, 15, 'high'],
    [80, 30, 13, 'high'],
    [60, 0, 12, 'worthwhile'],
    [60, 20, 10, 'worthwhile'],
    [60, 30, 9, 'served'],
  ])('calls it at %i and %i, which is %i: %s', (importance, satisfaction, value, band) => {
    const score = scored(importance, satisfaction);
    expect(score.value).toBeCloseTo(value, 12);
    expect(score.band).toBe(band);
  });

  it('is sure to within an interval that holds it, and lies within 0 and 20', () => {
    for (const importance of [0, 1, 50, 99, 100]) {
      for (const satisfaction of [0, 1, 50, 99, 100]) {
        const { value, interval } = scored(importance, satisfaction);
        expect(interval.low).toBeGreaterThanOrEqual(0);
        expect(interval.low).toBeLessThanOrEqual(value);
        expect(interval.high).toBeGreaterThanOrEqual(value);
        expect(interval.high).toBeLessThanOrEqual(20);
      }
    }
  });

  it('counts the best two answers of a scale of ten, and refuses one of three', () => {
    const ten = { scale: { min: 1, max: 10 }, perAnswer: [0, 0, 0, 0, 0, 0, 0, 50, 25, 25] };
    const score = opportunityScore({ importance: ten, satisfaction: ten });
    expect(score).toMatchObject({ importance: 5, n: { importance: 100, satisfaction: 100 } });
    const three = { scale: { min: 1, max: 3 }, perAnswer: [1, 1, 1] };
    expect(() => opportunityScore({ importance: three, satisfaction: three })).toThrow(
      expect.objectContaining({ code: 'wrong-scale' }),
    );
  });

  it('says which of the two nobody answered', () => {
    const none = { scale: { min: 1, max: 5 }, perAnswer: [0, 0, 0, 0, 0] };
    expect(opportunityScore({ importance: none, satisfaction: share(50) })).toEqual({
      kind: 'not-estimable',
      reason: 'no-importance',
    });
    expect(opportunityScore({ importance: share(50), satisfaction: none })).toEqual({
      kind: 'not-estimable',
      reason: 'no-satisfaction',
    });
  });
});
