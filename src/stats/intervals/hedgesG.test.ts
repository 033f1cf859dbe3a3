import { describe, expect, it } from 'vitest';
import { relativeError } from '../../../test/support/relativeError.ts';
import { EXACT } from '../../../test/support/tolerances.ts';
import { hedgesG } from './hedgesG.ts';

/** The difference over the pooled standard deviation is 1: what is left is the factor alone. */
function factor(n: number): number {
  return hedgesG({ n, mean: 1, variance: 1 }, { n, mean: 0, variance: 1 });
}

describe('hedgesG', () => {
  it('draws the difference in by the exact factor, however small or large the groups', () => {
    // gamma functions of whole and half numbers, in closed form
    expect(relativeError(factor(2), 1 / Math.sqrt(Math.PI))).toBeLessThan(EXACT);
    expect(relativeError(factor(3), Math.sqrt(2 / Math.PI))).toBeLessThan(EXACT);
    // 1 - 3/(4m - 1) for m = 2e9 - 2 is off by less than one part in 1e18 only there
    expect(relativeError(factor(1e9), 1 - 3 / (4 * (2e9 - 2) - 1))).toBeLessThan(EXACT);
  });

  it('is the same in any unit, and turns round with before and after', () => {
    const one = { n: 40, mean: 4.2, variance: 0.9 };
    const other = { n: 25, mean: 3.6, variance: 1.4 };
    const g = hedgesG(one, other);
    expect(hedgesG(other, one)).toBeCloseTo(-g, 14);
    expect(
      hedgesG({ ...one, mean: 42, variance: 90 }, { ...other, mean: 36, variance: 140 }),
    ).toBeCloseTo(g, 12);
  });
});
