import { describe, expect, it } from 'vitest';
import { EXACT } from '../../../test/support/tolerances.ts';
import { stirlingError } from './stirlingError.ts';

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
