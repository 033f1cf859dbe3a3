import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relativeError } from '../../../test/support/relativeError.ts';
import { EXACT } from '../../../test/support/tolerances.ts';
import { regularizedBeta } from './beta.ts';

const share = fc.double({ min: 1e-6, max: 1, noNaN: true });
const parameter = fc.double({ min: 0.1, max: 1e3, noNaN: true });
const fraction = fc.integer({ min: 0, max: 1024 }).map((numerator) => numerator / 1024);

describe('regularizedBeta', () => {
  it('is a share that never falls with x', () => {
    fc.assert(
      fc.property(share, share, parameter, parameter, (x1, x2, a, b) => {
        const low = regularizedBeta(Math.min(x1, x2), a, b);
        const high = regularizedBeta(Math.max(x1, x2), a, b);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(high + EXACT);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('mirrors: what lies below x with (a, b) lies above 1 - x with (b, a)', () => {
    fc.assert(
      fc.property(fraction, parameter, parameter, (x, a, b) => {
        expect(Math.abs(regularizedBeta(x, a, b) + regularizedBeta(1 - x, b, a) - 1)).toBeLessThan(
          EXACT,
        );
      }),
    );
  });

  it('is x to the power of a where b is 1', () => {
    fc.assert(
      fc.property(share, parameter, (x, a) => {
        fc.pre(x ** a > 1e-290);
        expect(relativeError(regularizedBeta(x, a, 1), x ** a)).toBeLessThan(EXACT);
      }),
    );
  });

  it('is the chance of at least a successes in a + b - 1 trials', () => {
    const count = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(fraction, count, count, (x, a, b) => {
        const trials = a + b - 1;
        let chance = 0;
        let ways = 1;
        for (let k = 0; k <= trials; k += 1) {
          if (k >= a) chance += ways * x ** k * (1 - x) ** (trials - k);
          ways = (ways * (trials - k)) / (k + 1);
        }
        expect(Math.abs(regularizedBeta(x, a, b) - chance)).toBeLessThan(EXACT);
      }),
    );
  });
});
