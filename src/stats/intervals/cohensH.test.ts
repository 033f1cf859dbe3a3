import { describe, expect, it } from 'vitest';
import { cohensH } from './cohensH.ts';

describe('cohensH', () => {
  it('is pi where everybody in one group and nobody in the other counts', () => {
    expect(cohensH({ successes: 5, n: 5 }, { successes: 0, n: 9 })).toBe(Math.PI);
  });

  it('is 0 between equal shares, whatever they are of', () => {
    expect(cohensH({ successes: 2, n: 5 }, { successes: 40, n: 100 })).toBe(0);
  });

  it('counts a step near the end for more than one in the middle', () => {
    const step = (from: number): number =>
      cohensH({ successes: from + 5, n: 100 }, { successes: from, n: 100 });
    expect(step(95)).toBeGreaterThan(3 * step(50));
  });
});
