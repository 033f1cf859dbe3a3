import { describe, expect, it } from 'vitest';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { wilsonInterval } from '../intervals/wilsonInterval.ts';
import { perreaultLeigh } from './perreaultLeigh.ts';

describe('perreaultLeigh', () => {
  it('gives the index by hand', () => {
    // 90 of 100 with five categories: (0.9 - 0.2)·5/4 = 0.875.
    const found = perreaultLeigh(90, 100, 5);
    expect(found).toMatchObject({ kind: 'estimate', n: 100 });
    expect(found.kind === 'estimate' && found.value).toBeCloseTo(Math.sqrt(0.875), 12);
  });

  it('recovers the share of judgments that are more than guesses', () => {
    // Two coders who each know 80 of 100 cases and guess the rest among four agree on 0.64 + 0.36/4.
    const found = perreaultLeigh(73, 100, 4);
    expect(found.kind === 'estimate' && found.value).toBeCloseTo(0.8, 12);
  });

  it('is 0 where they agree no more often than guesses would, and 1 where they always do', () => {
    for (const agreements of [0, 10, 25]) {
      expect(perreaultLeigh(agreements, 50, 2)).toMatchObject({ value: 0 });
    }
    expect(perreaultLeigh(50, 50, 2)).toMatchObject({ value: 1, interval: { high: 1 } });
  });

  it('has the limits of the share of agreements', () => {
    const found = perreaultLeigh(60, 80, 3, { level: 0.9 });
    const { low, high } = wilsonInterval(60, 80, { level: 0.9 });
    if (found.kind !== 'estimate') throw new Error(found.reason);
    expect(found.interval).toMatchObject({ level: 0.9, method: 'wilson' });
    expect(found.interval.low ** 2).toBeCloseTo(((low - 1 / 3) * 3) / 2, 12);
    expect(found.interval.high ** 2).toBeCloseTo(((high - 1 / 3) * 3) / 2, 12);
  });

  it('cannot be estimated without a judgment, or without a choice', () => {
    expect(perreaultLeigh(0, 0, 3)).toEqual({ kind: 'not-estimable', reason: 'no-data', n: 0 });
    expect(perreaultLeigh(9, 9, 1)).toEqual({
      kind: 'not-estimable',
      reason: 'one-category',
      n: 9,
    });
  });

  it.each([
    [11, 10],
    [-1, 10],
    [NaN, 10],
  ])('refuses %d agreements among %d', (agreements, judgements) => {
    expect(() => perreaultLeigh(agreements, judgements, 2)).toThrow(
      new ServiceCycleError(
        'invalid-argument',
        `agreements is ${agreements}; expected a number from 0 to ${judgements}`,
      ),
    );
  });

  it.each([-1, NaN, Infinity])('refuses %d judgements', (judgements) => {
    expect(() => perreaultLeigh(0, judgements, 2)).toThrow(
      new ServiceCycleError(
        'invalid-argument',
        `judgements is ${judgements}; expected a finite number, 0 or more`,
      ),
    );
  });

  it.each([0, 2.5, NaN])('refuses %d categories', (categories) => {
    expect(() => perreaultLeigh(1, 2, categories)).toThrow(
      new ServiceCycleError(
        'invalid-argument',
        `categories is ${categories}; expected a whole number, 1 or more`,
      ),
    );
  });
});
