import { describe, expect, it } from 'vitest';
import { EXACT } from '../../../test/support/tolerances.ts';
import { logGamma } from './logGamma.ts';

describe('logGamma', () => {
  it.each([
    // computed with 60 digits by mpmath 1.3.0
    [1e-10, 23.025850929882736],
    [0.1, 2.252712651734206],
    [0.5, 0.5723649429247001],
    [1.5, -0.12078223763524522],
    [3.7, 1.428072326665388],
    [10, 12.801827480081469],
    [100.5, 361.4355404677776],
    [1e6, 12815504.569147611],
    [1e15, 3.3538776394910668e16],
  ])('at %d is %d', (x, expected) => {
    const limit = EXACT * Math.max(1, Math.abs(expected));
    expect(Math.abs(logGamma(x) - expected)).toBeLessThan(limit);
  });

  it('gives the factorials', () => {
    let factorial = 1;
    for (let n = 1; n <= 20; n += 1) {
      factorial *= n;
      expect(Math.abs(logGamma(n + 1) - Math.log(factorial))).toBeLessThan(1e2 * EXACT);
    }
  });
});
