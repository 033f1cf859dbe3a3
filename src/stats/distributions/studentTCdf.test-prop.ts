import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relativeError } from '../../../test/support/relativeError.ts';
import { EXACT } from '../../../test/support/tolerances.ts';
import { normalCdf } from './normalCdf.ts';
import { studentTCdf } from './studentTCdf.ts';

const anyDegrees = fc.oneof(
  fc.double({ min: 1, max: 100, noNaN: true }),
  fc.double({ min: 1, max: 1e9, noNaN: true }),
);
const anyT = fc.oneof(
  fc.double({ min: -10, max: 10, noNaN: true }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

describe('studentTCdf', () => {
  it('is a share that never falls with t', () => {
    fc.assert(
      fc.property(anyT, anyT, anyDegrees, (t1, t2, df) => {
        const low = studentTCdf(Math.min(t1, t2), df);
        const high = studentTCdf(Math.max(t1, t2), df);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(high + EXACT);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is symmetric: the shares below t and below -t add up to 1', () => {
    fc.assert(
      fc.property(anyT, anyDegrees, (t, df) => {
        expect(Math.abs(studentTCdf(t, df) + studentTCdf(-t, df) - 1)).toBeLessThan(EXACT);
      }),
    );
  });

  it('is the arc tangent with one degree of freedom', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e15, max: -1e-15, noNaN: true }), (t) => {
        expect(relativeError(studentTCdf(t, 1), Math.atan(-1 / t) / Math.PI)).toBeLessThan(EXACT);
      }),
    );
  });

  it('is a square root with two', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e15, max: 0, noNaN: true }), (t) => {
        const root = Math.sqrt(2 + t * t);
        expect(relativeError(studentTCdf(t, 2), 1 / (root * (root - t)))).toBeLessThan(EXACT);
      }),
    );
  });

  it('has more in its tails than the normal distribution, and less the more degrees it has', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -30, max: -0.01, noNaN: true }),
        fc.double({ min: 1, max: 1e4, noNaN: true }),
        (t, df) => {
          expect(studentTCdf(t, df)).toBeGreaterThan(studentTCdf(t, 1.01 * df));
          expect(studentTCdf(t, df)).toBeGreaterThan(normalCdf(t));
        },
      ),
    );
  });
});
