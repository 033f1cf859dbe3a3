import { describe, expect, it } from 'vitest';
import { relativeError } from '../../../test/support/relativeError.ts';
import { EXACT } from '../../../test/support/tolerances.ts';
import { gammaPowerTerm, logGamma, regularizedGamma, stirlingError } from './gamma.ts';

describe('regularizedGamma', () => {
  it.each([
    // computed with 60 digits by mpmath 1.3.0
    [0.01, 0.5, 0.11246291601828489, 0.88753708398171511],
    [1, 0.5, 0.84270079294971487, 0.15729920705028513],
    [2, 3, 0.32332358381693654, 0.67667641618306346],
    [30, 3, 0.99999999995498983, 4.501016648012124e-11],
    [5, 50, 2.1810592140784888e-32, 1],
    [50, 50, 0.51880831547204328, 0.48119168452795672],
    [120, 50, 0.99999999999983992, 1.6008226793344829e-13],
    [1000, 1000.5, 0.49789715014197671, 0.50210284985802329],
    [1200, 1000, 0.99999999871183939, 1.2881606086281433e-9],
    [999000, 1e6, 0.15865521357430365, 0.84134478642569635],
    [1003000, 1e6, 0.99863825935378241, 0.0013617406462175915],
    [700, 0.5, 1, 2.1010145162642175e-306],
  ])('at %d with a = %d is %d below and %d above', (x, a, below, above) => {
    const { lower, upper } = regularizedGamma(x, a);
    expect(relativeError(lower, below)).toBeLessThan(EXACT);
    expect(relativeError(upper, above)).toBeLessThan(EXACT);
  });

  it('is exactly 0 and 1 at the ends', () => {
    expect(regularizedGamma(0, 2)).toEqual({ lower: 0, upper: 1 });
    expect(regularizedGamma(Infinity, 2)).toEqual({ lower: 1, upper: 0 });
  });
});

describe('gammaPowerTerm', () => {
  it.each([
    // computed with 60 digits by mpmath 1.3.0
    [0.01, 0.5, 0.055857580339446847],
    [1, 0.5, 0.20755374871029735],
    [2, 3, 0.54134113294645077],
    [30, 3, 1.2632791007934236e-9],
    [5, 50, 9.8383651913938939e-31],
    [120, 50, 1.1471484056437228e-11],
    [1000, 1000.5, 12.616188273630138],
    [1003000, 1e6, 4.4718243659627163],
    [700, 0.5, 1.4717591732500223e-303],
  ])('at %d with a = %d is %d', (x, a, expected) => {
    expect(relativeError(gammaPowerTerm(x, a), expected)).toBeLessThan(EXACT);
  });
});

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

describe('stirlingError', () => {
  it('is (1 - ln 2)/2 at one half, where the gamma function is the square root of π', () => {
    expect(Math.abs(stirlingError(0.5) - (1 - Math.LN2) / 2)).toBeLessThan(EXACT);
  });

  it('is 1 - ln(2π)/2 at 1, where the gamma function is 1', () => {
    expect(Math.abs(stirlingError(1) - (1 - Math.log(2 * Math.PI) / 2))).toBeLessThan(EXACT);
  });

  it('goes on without a step where the series takes over at 10', () => {
    expect(Math.abs(stirlingError(10 - 1e-13) - stirlingError(10))).toBeLessThan(EXACT);
  });

  it('comes down to 1/12z and then to 0', () => {
    expect(stirlingError(1e10)).toBe(1 / 12e10);
    expect(stirlingError(Infinity)).toBe(0);
  });
});
