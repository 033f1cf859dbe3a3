import { describe, expect, it } from 'vitest';
import { relativeError } from '../../../test/support/relativeError.ts';
import { EXACT } from '../../../test/support/tolerances.ts';
import { normalTailRatio } from './normalTailRatio.ts';

describe('normalTailRatio', () => {
  it.each([
    // computed with 60 digits by mpmath 1.3.0
    [2, 0.4213692292880545],
    [3, 0.3045902987101033],
    [5, 0.19280810471531576],
    [10, 0.09902859647173193],
    [37, 0.027007327965128336],
  ])('at %d is %d', (x, expected) => {
    expect(relativeError(normalTailRatio(x), expected)).toBeLessThan(EXACT);
  });

  it('comes down to 1/x and then to 0', () => {
    expect(normalTailRatio(1e9)).toBe(1e-9);
    expect(normalTailRatio(Infinity)).toBe(0);
  });
});
