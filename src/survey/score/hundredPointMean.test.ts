import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCounts, mirrored } from '../../../test/support/arbitraryCounts.ts';
import { hundredPointMean } from './hundredPointMean.ts';
import { meanRating } from './meanRating.ts';

describe('hundredPointMean', () => {
  it('is 0 for the worst answer and 100 for the best, also where the lowest is the best', () => {
    const five = { min: 1, max: 5 };
    expect(hundredPointMean({ scale: five, perAnswer: [3, 0, 0, 0, 1] })).toMatchObject({
      value: 25,
      unit: 'hundred',
      n: 4,
      definition: { metric: 'hundred-point-mean', scale: five },
    });
    const effort = { scale: { ...five, reversed: true }, perAnswer: [3, 0, 0, 0, 1], skipped: 2 };
    const found = hundredPointMean(effort);
    expect(found).toMatchObject({ value: 75, definition: { scale: effort.scale } });
    expect(found.counts).toEqual({
      answered: 4,
      notApplicable: 0,
      skipped: 2,
      invalid: 0,
      perAnswer: [3, 0, 0, 0, 1],
    });
  });

  it.each([
    ['no-answers', 0, [0, 0, 0]],
    ['one-answer', 1, [0, 1, 0]],
  ])('says %s of %i', (reason, n, perAnswer) => {
    expect(hundredPointMean({ scale: { min: 0, max: 2 }, perAnswer })).toMatchObject({
      kind: 'not-estimable',
      reason,
      n,
    });
  });

  it('is that of the answer that all gave, with an interval', () => {
    const others = 50 * (1 - 0.05 ** (1 / 9));
    expect(hundredPointMean({ scale: { min: 0, max: 2 }, perAnswer: [0, 9, 0] })).toMatchObject({
      value: 50,
      interval: { low: expect.closeTo(50 - others, 12), high: expect.closeTo(50 + others, 12) },
    });
  });

  it('refuses counts that do not fit the scale', () => {
    const reversed = { min: 1, max: 5, reversed: true };
    expect(() => hundredPointMean({ scale: reversed, perAnswer: [1, 2] })).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
  });

  it('is the mean rating and its interval, on another ruler', () => {
    fc.assert(
      fc.property(arbitraryCounts(), (counts) => {
        const { min, max, reversed = false } = counts.scale;
        const [found, mean] = [hundredPointMean(counts), meanRating(counts)];
        expect(found.kind).toBe(mean.kind);
        if (found.kind !== 'estimate' || mean.kind !== 'estimate') return;
        const turn = (x: number): number => (100 * (reversed ? max - x : x - min)) / (max - min);
        expect(found.value).toBeCloseTo(turn(mean.value), 9);
        const ends = [mean.interval.low, mean.interval.high].map(turn).sort((a, b) => a - b);
        expect(found.interval.low).toBeCloseTo(ends[0]!, 9);
        expect(found.interval.high).toBeCloseTo(ends[1]!, 9);
        expect(found.interval.low).toBeGreaterThanOrEqual(0);
        expect(found.interval.high).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('stays the same when scale and answers are turned round together', () => {
    fc.assert(
      fc.property(arbitraryCounts(), (counts) => {
        const [one, other] = [hundredPointMean(counts), hundredPointMean(mirrored(counts))];
        expect({ ...other, definition: 0, counts: 0 }).toEqual({
          ...one,
          definition: 0,
          counts: 0,
        });
      }),
    );
  });
});
