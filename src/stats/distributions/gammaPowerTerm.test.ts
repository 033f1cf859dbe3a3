import { describe, expect, it } from 'vitest';
import { relativeError } from '../../../test/support/relativeError.ts';
import { EXACT } from '../../../test/support/tolerances.ts';
import { gammaPowerTerm } from './gammaPowerTerm.ts';

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
