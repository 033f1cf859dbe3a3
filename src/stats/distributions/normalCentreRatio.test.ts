import { describe, expect, it } from 'vitest';
import { relativeError } from '../../../test/support/relativeError.ts';
import { EXACT } from '../../../test/support/tolerances.ts';
import { normalCentreRatio } from './normalCentreRatio.ts';
import { normalTailRatio } from './normalTailRatio.ts';

describe('normalCentreRatio', () => {
  it('is x itself where the curve is still flat', () => {
    expect(normalCentreRatio(1e-9)).toBe(1e-9);
    expect(normalCentreRatio(0)).toBe(0);
  });

  it('adds up with the tail to half the area under the curve, where both are in range', () => {
    const halfOverDensity = Math.sqrt(Math.PI / 2) * Math.exp(2);
    expect(relativeError(normalCentreRatio(2) + normalTailRatio(2), halfOverDensity)).toBeLessThan(
      EXACT,
    );
  });

  it('has a value of the same size and the other sign on the other side', () => {
    expect(normalCentreRatio(-1.3)).toBe(-normalCentreRatio(1.3));
  });
});
