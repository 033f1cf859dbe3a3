import { describe, expect, it } from 'vitest';
import { placesOf } from '../../test/support/placesOf.ts';
import { clusterDesignEffect } from './clusterDesignEffect.ts';
import { intraclassCorrelation } from './intraclassCorrelation.ts';

function reasonOf(...values: readonly (readonly number[])[]): unknown {
  const found = intraclassCorrelation(placesOf(values));
  return found.kind === 'not-estimable' ? [found.reason, found.n] : found;
}

describe('intraclassCorrelation', () => {
  it('names why there is none', () => {
    expect(reasonOf()).toEqual(['no-data', 0]);
    expect(reasonOf([1, 2, 3])).toEqual(['one-place', 3]);
    expect(reasonOf([1], [2], [5])).toEqual(['one-value-each', 3]);
    expect(reasonOf([4, 4], [4, 4, 4])).toEqual(['zero-variance', 5]);
    expect(reasonOf([4, 4], [5, 5, 5])).toEqual(['constant-within-places', 5]);
  });

  it('says 0 and what it was before, where places are more alike than chance has it', () => {
    const found = intraclassCorrelation(
      placesOf([
        [1, 5],
        [2, 4],
        [3, 3.5],
      ]),
    );
    expect(found).toMatchObject({ value: 0, variance: { betweenVariance: 0 } });
    expect(found.kind === 'estimate' && found.raw).toBeLessThan(-0.5);
    expect(found.kind === 'estimate' && found.designEffect).toMatchObject({
      value: 1,
      low: 1,
      effectiveN: 6,
    });
  });

  it('is wider from ten places on where one of them stands far off', () => {
    const world = (means: readonly number[]) =>
      intraclassCorrelation(
        means.map((mean, at) => ({ place: `p${String(at)}`, n: 30, mean, variance: 1 })),
      );
    const even = world([4.2, 4.3, 4.4, 4.5, 4.6, 4.7, 4.8, 4.9, 5, 5.1]);
    const off = world([4.6, 4.65, 4.7, 4.7, 4.7, 4.7, 4.75, 4.75, 4.8, 3.65]);
    const nine = world([4.6, 4.65, 4.7, 4.7, 4.7, 4.75, 4.75, 4.8, 3.65]);
    expect(
      [even, off, nine].map((found) => found.kind === 'estimate' && found.interval.method),
    ).toEqual(['adjusted-f', 'adjusted-f', 'exact-f']);
    if (off.kind !== 'estimate' || even.kind !== 'estimate' || nine.kind !== 'estimate')
      throw new Error();
    expect(even.variance.degreesOfFreedom).toBeCloseTo(9, 12);
    expect(nine.variance.degreesOfFreedom).toBe(8);
    // In Python from the means alone: G2 is 9.283746 and G1 -3.008005, so that 9 degrees become 9/(1 + 0.45·(G2 + G1²/2)).
    expect(off.variance.degreesOfFreedom).toBeCloseTo(1.2476595570472464, 9);
    expect(off.interval.high).toBeGreaterThan(nine.interval.high);
    expect(off.interval.low).toBeLessThan(nine.interval.low);
  });

  it('takes places of one value along where others have more', () => {
    expect(intraclassCorrelation(placesOf([[1], [4, 5], [2, 1, 2]]))).toMatchObject({
      places: 3,
      n: 6,
    });
  });

  it('weighs the size of a place in the design effect as it weighs in the total', () => {
    const found = intraclassCorrelation(
      placesOf([
        [1, 2, 3, 4],
        [2, 3],
      ]),
    );
    expect(found.kind === 'estimate' && found.designEffect.perPlace).toBeCloseTo(20 / 6, 12);
  });

  it.each([
    [
      'a place that comes twice',
      [
        { place: 'a', n: 2, mean: 1, variance: 1 },
        { place: 'a', n: 2, mean: 1, variance: 1 },
      ],
    ],
    ['half a value', [{ place: 'a', n: 1.5, mean: 1, variance: 1 }]],
    ['a place without a value', [{ place: 'a', n: 0, mean: 1, variance: 1 }]],
    ['a variance below 0', [{ place: 'a', n: 2, mean: 1, variance: -1 }]],
    ['a mean that is none', [{ place: 'a', n: 2, mean: Number.NaN, variance: 1 }]],
  ])('refuses %s', (_, places) => {
    expect(() => intraclassCorrelation(places)).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
  });
});

describe('clusterDesignEffect', () => {
  it('is 1 where places tell nothing, and the size of a place where one answer tells all', () => {
    expect([
      clusterDesignEffect(0, 40),
      clusterDesignEffect(1, 40),
      clusterDesignEffect(0.5, 1),
    ]).toEqual([1, 40, 1]);
  });

  it('refuses a correlation below 0 and a place of less than one', () => {
    expect(() => clusterDesignEffect(-0.1, 4)).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
    expect(() => clusterDesignEffect(0.1, 0.5)).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
  });
});
