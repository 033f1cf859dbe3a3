import { describe, expect, it } from 'vitest';
import { MID_P_FROM, mcnemarTest } from './mcnemarTest.ts';

describe('mcnemarTest', () => {
  it('is the published one: 6 and 16 among 161 pairs', () => {
    // Fagerland, Lydersen & Laake, as their R package contingencytables prints it
    const { method, statistic, pValue } = mcnemarTest({ onlyFirst: 6, onlySecond: 16 });
    expect(method).toBe('mcnemar-exact');
    expect(statistic).toBeCloseTo(-2.132, 3);
    expect(pValue).toBeCloseTo(0.052479, 6);
  });

  it('turns to the mid-p, and says so, once there are enough pairs that changed', () => {
    const few = mcnemarTest({ onlyFirst: 7, onlySecond: MID_P_FROM - 8 });
    const many = mcnemarTest({ onlyFirst: 7, onlySecond: MID_P_FROM - 7 });
    expect(few.method).toBe('mcnemar-exact');
    expect(many.method).toBe('mcnemar-mid-p');
  });

  it('finds nothing where nobody changed, or as many one way as the other', () => {
    const nothing = { statistic: 0, pValue: 1 };
    expect(mcnemarTest({ onlyFirst: 0, onlySecond: 0 })).toMatchObject(nothing);
    expect(mcnemarTest({ onlyFirst: 4, onlySecond: 4 })).toMatchObject(nothing);
    const even = mcnemarTest({ onlyFirst: 4000, onlySecond: 4000 });
    expect(even.statistic).toBe(0);
    expect(even.pValue).toBeCloseTo(1, 12);
  });

  it.each([
    [0.5, 1],
    [-1, 1],
    [1, NaN],
    [1, Infinity],
  ])('refuses %d and %d pairs', (onlyFirst, onlySecond) => {
    expect(() => mcnemarTest({ onlyFirst, onlySecond })).toThrow(
      /^only(First|Second) is (0.5|-1|NaN|Infinity); expected a whole number, 0 or more/,
    );
  });
});
