import { describe, expect, it } from 'vitest';
import { estimated } from '../../../test/support/estimated.ts';
import type { Scale } from '../../model/survey.ts';
import type { AnswerCounts } from '../types.ts';
import { netPromoterScore } from './netPromoterScore.ts';
import { netPromoterTango } from './netPromoterTango.ts';
import { netPromoterWald } from './netPromoterWald.ts';

const scale = { min: 0, max: 10 } as const;

/** Counts with all detractors at 6, all passives at 7 and all promoters at 9. */
function classes(detractors: number, passives: number, promoters: number): AnswerCounts {
  return { scale, perAnswer: [0, 0, 0, 0, 0, 0, detractors, passives, 0, promoters, 0] };
}

describe('netPromoterScore', () => {
  it('is the share of promoters less the share of detractors, in points', () => {
    expect(netPromoterScore(classes(5, 8, 12))).toMatchObject({ value: 28, unit: 'points', n: 25 });
  });

  it.each([
    [0, -100],
    [5, -100],
    [6, -100],
    [7, 0],
    [8, 0],
    [9, 100],
    [10, 100],
  ])('gives a lone answer of %i the score %i', (answer, score) => {
    const perAnswer = Array.from({ length: 11 }, (_, place) => Number(place === answer));
    expect(estimated(netPromoterScore({ scale, perAnswer })).value).toBe(score);
  });

  it('lets passives dilute the score though they are in neither class', () => {
    expect(estimated(netPromoterScore(classes(0, 0, 10))).value).toBe(100);
    expect(estimated(netPromoterScore(classes(0, 30, 10))).value).toBe(25);
  });

  it('says that nobody answered, rather than 0, which would look neutral', () => {
    const nobody = { ...classes(0, 0, 0), notApplicable: 3, skipped: 2, invalid: 1 };
    const score = netPromoterScore(nobody);
    expect(score).toMatchObject({ kind: 'not-estimable', reason: 'no-answers', n: 0 });
    expect(score).not.toHaveProperty('value');
  });

  it('keeps those who did not answer out of the denominator, and counts them', () => {
    const score = netPromoterScore({ ...classes(5, 0, 5), notApplicable: 30, skipped: 20 });
    expect(score).toMatchObject({ value: 0, n: 10 });
    expect(score.counts).toMatchObject({
      answered: 10,
      notApplicable: 30,
      skipped: 20,
      invalid: 0,
    });
  });

  it('knows little from one promoter: the interval reaches from -48 to the score itself', () => {
    const { interval } = estimated(netPromoterScore(classes(0, 0, 1)));
    expect(interval.low).toBeCloseTo(-48.4986, 4);
    expect(interval.high).toBe(100);
  });

  it('keeps an interval with a width when every answer is the same', () => {
    const { interval } = estimated(netPromoterScore(classes(0, 40, 0)));
    expect(interval.low).toBeLessThan(0);
    expect(interval.high).toBeGreaterThan(0);
  });

  it('names its definition and the method and level of its interval', () => {
    const score = netPromoterScore(classes(1, 1, 1), { level: 0.9 });
    expect(score.definition).toEqual({
      metric: 'net-promoter-score',
      scale,
      promoters: [9, 10],
      detractors: [0, 1, 2, 3, 4, 5, 6],
    });
    expect(estimated(score).interval).toMatchObject({ level: 0.9, method: 'adjusted-wald' });
  });

  it('is 95 % confident where no level is asked for', () => {
    const score = estimated(netPromoterScore(classes(10, 20, 30)));
    expect(score).toEqual(netPromoterScore(classes(10, 20, 30), { level: 0.95 }));
  });

  it('takes another interval where one is asked for, and changes nothing else', () => {
    const score = estimated(netPromoterScore(classes(5, 8, 12)));
    const counts = { promoters: 12, detractors: 5, n: 25 };
    for (const compute of [netPromoterWald, netPromoterTango]) {
      const interval = compute(counts, { level: 0.9 });
      const options = { interval: compute, level: 0.9 };
      expect(netPromoterScore(classes(5, 8, 12), options)).toEqual({ ...score, interval });
      expect(netPromoterScore(classes(5, 8, 12), { interval: compute })).toMatchObject({
        interval: { level: 0.95, method: interval.method },
      });
    }
  });

  it('is not estimable without answers by any interval', () => {
    for (const interval of [netPromoterWald, netPromoterTango]) {
      expect(netPromoterScore(classes(0, 0, 0), { interval })).toMatchObject({
        kind: 'not-estimable',
        reason: 'no-answers',
      });
    }
  });

  it.each<[string, Scale]>([
    ['1 to 10', { min: 1, max: 10 }],
    ['1 to 5', { min: 1, max: 5 }],
    ['0 to 9', { min: 0, max: 9 }],
    ['0 to 10 in halves', { min: 0, max: 10, step: 0.5 }],
    ['10 to 0, low is good', { min: 0, max: 10, reversed: true }],
  ])('refuses answers on %s: that is no net promoter question', (_, other) => {
    const answers = Math.round((other.max - other.min) / (other.step ?? 1)) + 1;
    const counts = { scale: other, perAnswer: new Array<number>(answers).fill(1) };
    expect(() => netPromoterScore(counts)).toThrow(
      expect.objectContaining({ name: 'ServiceCycleError', code: 'wrong-scale' }),
    );
  });

  it.each([95, 1, 0, -0.5, Number.NaN])('refuses %d as a confidence level', (level) => {
    for (const options of [
      { level },
      { level, interval: netPromoterWald },
      { level, interval: netPromoterTango },
    ]) {
      expect(() => netPromoterScore(classes(1, 1, 1), options)).toThrow(
        expect.objectContaining({ code: 'invalid-argument' }),
      );
    }
  });
});
