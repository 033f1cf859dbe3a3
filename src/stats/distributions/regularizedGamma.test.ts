import { describe, expect, it } from 'vitest';
import { relativeError } from '../../../test/support/relativeError.ts';
import { EXACT } from '../../../test/support/tolerances.ts';
import { regularizedGamma } from './regularizedGamma.ts';

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
