import { describe, expect, it } from 'vitest';
import type { AnswerCounts } from '../types.ts';
import { responseCounts } from './responseCounts.ts';

const good = { scale: { min: 1, max: 3 }, perAnswer: [1, 2, 3] } as const;

describe('responseCounts', () => {
  it('adds up the answers and takes an absent count as none', () => {
    expect(responseCounts(good)).toEqual({
      answered: 6,
      notApplicable: 0,
      skipped: 0,
      invalid: 0,
      perAnswer: [1, 2, 3],
    });
  });

  it('keeps every count it is given', () => {
    expect(responseCounts({ ...good, notApplicable: 4, skipped: 5, invalid: 6 })).toMatchObject({
      answered: 6,
      notApplicable: 4,
      skipped: 5,
      invalid: 6,
    });
  });

  it('gives no 0 below 0', () => {
    const counts = responseCounts({ ...good, perAnswer: [-0, 2, 3], invalid: -0 });
    expect(Object.is(counts.perAnswer[0], 0) && Object.is(counts.invalid, 0)).toBe(true);
  });

  it.each<[string, Partial<AnswerCounts>]>([
    ['a count below 0', { perAnswer: [1, -1, 3] }],
    ['a count that is not whole', { perAnswer: [1, 2.5, 3] }],
    ['a count that is no number', { perAnswer: [1, Number.NaN, 3] }],
    ['an infinite count', { perAnswer: [1, Number.POSITIVE_INFINITY, 3] }],
    ['fewer counts than answers', { perAnswer: [1, 2] }],
    ['more counts than answers', { perAnswer: [1, 2, 3, 4] }],
    ['skips below 0 that a sum would hide', { skipped: -1 }],
    ['half a case where it does not apply', { notApplicable: 0.5 }],
    ['an unknown number of invalid answers', { invalid: Number.NaN }],
  ])('refuses %s', (_, fault) => {
    expect(() => responseCounts({ ...good, ...fault })).toThrow(
      expect.objectContaining({ name: 'ServiceCycleError', code: 'invalid-argument' }),
    );
  });

  it('reads no list that says it is longer than the scale', () => {
    for (const length of [2, 2 ** 32 - 1, 1e300, '3', Symbol('3')]) {
      const perAnswer = { length } as never;
      expect(() => responseCounts({ ...good, perAnswer })).toThrow('expected 3 whole');
    }
  });

  it('refuses a hole in the counts, which is no zero', () => {
    const perAnswer = new Array<number>(3);
    expect(() => responseCounts({ ...good, perAnswer })).toThrow('expected 3 whole');
  });
});
