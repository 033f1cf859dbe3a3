import { describe, expect, it } from 'vitest';
import { referenceCase } from '../../../test/support/reference.ts';
import { normalPValue } from '../distributions/normal.ts';
import { EXACT_RANKS_UP_TO, mannWhitney } from './mannWhitney.ts';

describe('mannWhitney', () => {
  it('finds nothing where everybody says the same', () => {
    expect(mannWhitney([0, 0, 7], [0, 0, 90])).toEqual({
      method: 'mann-whitney-normal',
      u: 315,
      superiority: 0.5,
      standardDeviation: 0,
      statistic: 0,
      pValue: 1,
    });
    expect(mannWhitney([0, 0, 1], [0, 0, 1])).toMatchObject({ superiority: 0.5, pValue: 1 });
  });

  it('is exact up to 50 values in each group, and says so', () => {
    const of = (n: number): readonly number[] => [1, n - 1];
    const limit = EXACT_RANKS_UP_TO;
    expect(limit).toBe(50);
    expect(mannWhitney(of(limit), of(limit)).method).toBe('mann-whitney-exact');
    expect(mannWhitney(of(limit + 1), of(3)).method).toBe('mann-whitney-normal');
    expect(mannWhitney(of(3), of(limit + 1)).method).toBe('mann-whitney-normal');
    expect(mannWhitney(of(3), of(3), { exactUpTo: 0 }).method).toBe('mann-whitney-normal');
  });

  it('is not exact where answers are weighted', () => {
    const { method, superiority } = mannWhitney([1.5, 2.5], [2.5, 1.5]);
    expect(method).toBe('mann-whitney-normal');
    expect(superiority).toBeCloseTo(0.625, 12);
    expect(mannWhitney([1, 2.5], [2, 1]).method).toBe('mann-whitney-normal');
  });

  it('is exact among ties, too, where the normal p claims half of what is so', () => {
    // Five who all say 1, five who all say 5: 2 of the 252 ways to deal these answers are so extreme.
    const apart = [
      [5, 0, 0, 0, 0],
      [0, 0, 0, 0, 5],
    ] as const;
    expect(mannWhitney(...apart).pValue).toBeCloseTo(2 / 252, 12);
    expect(mannWhitney(...apart, { exactUpTo: 0 }).pValue).toBeLessThan(0.004);
  });

  it('comes within a hundredth of its exact p by the normal one as groups grow to 50', () => {
    const one = [5, 10, 10, 15, 10];
    const other = [10, 12, 10, 8, 10];
    const { pValue } = mannWhitney(one, other);
    // Summed over integers of any size, in Python
    expect(pValue).toBeCloseTo(0.17821066478385644, 12);
    expect(Math.abs(mannWhitney(one, other, { exactUpTo: 0 }).pValue - pValue)).toBeLessThan(0.01);
  });

  it('draws the distance in by half a step, as R does', () => {
    const { input, expected } = referenceCase('tests', 'mann-whitney separated');
    const { a, b } = input as Record<'a' | 'b', number[]>;
    const counts = (values: number[]): number[] =>
      Array.from({ length: 11 }, (_, value) => values.filter((each) => each === value).length);
    const { statistic, u, standardDeviation } = mannWhitney(counts(a), counts(b));
    expect(statistic).toBeCloseTo((u - 8 + 0.5) / standardDeviation, 12);
    expect(standardDeviation).toBeCloseTo((expected as { sigmaTies: number }).sigmaTies, 12);
  });
});

describe('a rank test asked to be exact for many', () => {
  it('does not overflow: of two answers it is the tail of a hypergeometric distribution', () => {
    const test = mannWhitney([257, 258], [240, 275], { exactUpTo: 515 });
    expect(test.method).toBe('mann-whitney-exact');
    expect(test.pValue).toBeCloseTo(0.318, 3);
    expect(mannWhitney([3, 1], [1, 3]).pValue).toBeCloseTo(34 / 70, 12);
  });

  it('goes over to the normal p value, and says so, where it would take too long', () => {
    const test = mannWhitney([200, 115, 200], [180, 135, 200], { exactUpTo: 515 });
    expect(test.method).toBe('mann-whitney-normal');
    expect(test.pValue).toBeGreaterThan(0.2);
  });

  it('tells the same whichever group comes first', () => {
    const [many, few] = [
      [700, 1, 10],
      [3, 1, 2],
    ] as const;
    const one = mannWhitney(many, few, { exactUpTo: 1000 });
    const other = mannWhitney(few, many, { exactUpTo: 1000 });
    expect(one.method).toBe('mann-whitney-exact');
    expect(other.method).toBe(one.method);
    expect(one.pValue / other.pValue).toBeCloseTo(1, 12);
  });

  it('takes no room for more ways than it could go through, be the other group one person', () => {
    const test = mannWhitney([0, 1, 0], [1e8, 1e8, 1e8], { exactUpTo: 1e9 });
    expect(test.method).toBe('mann-whitney-normal');
  });

  it('takes no time for chances too small to add, be there a hundred million of two answers', () => {
    const half = 25_000_000;
    const test = mannWhitney([half, half], [half + 1000, half - 1000], { exactUpTo: 1e8 });
    expect(test.method).toBe('mann-whitney-exact');
    // 500 of a deviation of 2,500 above the middle, less half a person
    expect(test.pValue).toBeCloseTo(normalPValue(499.5 / 2500), 6);
    expect(mannWhitney([1e12, 1e12], [1e12, 1e12], { exactUpTo: 1e13 }).method).toBe(
      'mann-whitney-normal',
    );
  });

  it.each([-1, 1.5, Number.NaN, Infinity])('refuses %d as a size', (exactUpTo) => {
    expect(() => mannWhitney([1, 2], [2, 1], { exactUpTo })).toThrow('exactUpTo');
  });
});
