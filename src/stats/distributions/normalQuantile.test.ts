import { describe, expect, it } from 'vitest';
import { relativeError } from '../../../test/support/relativeError.ts';
import { EXACT } from '../../../test/support/tolerances.ts';
import { normalQuantile } from './normalQuantile.ts';

describe('normalQuantile', () => {
  it.each([
    // computed with 60 digits by mpmath 1.3.0
    [0.501, 0.002506630899571766],
    [0.500000000000001, 2.50462478220459e-15],
    [0.4, -0.2533471031357997],
    [0.25, -0.6744897501960817],
    [0.1, -1.2815515655446004],
    [0.025, -1.9599639845400543],
    [0.023, -1.9953933101678247],
    [0.005, -2.575829303548901],
    [0.0005, -3.290526731491895],
    [1e-10, -6.361340902404057],
    [1e-20, -9.262340089798407],
    [1e-100, -21.273453560965326],
    [1e-300, -37.0470962993612],
    [5e-324, -38.467405617144344],
  ])('a share of %d lies below %d', (p, expected) => {
    expect(relativeError(normalQuantile(p), expected)).toBeLessThan(EXACT);
  });

  it('is exactly 0 at one half', () => {
    expect(normalQuantile(0.5)).toBe(0);
  });
});
