import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relativeError } from '../../../test/support/relativeError.ts';
import { EXACT } from '../../../test/support/tolerances.ts';
import { normalCdf, normalQuantile } from './normal.ts';
import { studentTCdf, studentTQuantile } from './studentT.ts';

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

const lowerShare = fc.oneof(
  fc.double({ min: 1e-3, max: 0.5, noNaN: true }),
  fc.double({ min: 1e-300, max: 0.5, noNaN: true }),
);

describe('studentTQuantile', () => {
  it('is undone by studentTCdf: cdf(quantile(p)) equals p, relative to p', () => {
    fc.assert(
      fc.property(lowerShare, anyDegrees, (p, df) => {
        expect(relativeError(studentTCdf(studentTQuantile(p, df), df), p)).toBeLessThan(EXACT);
      }),
      { numRuns: 1000 },
    );
  });

  it('undoes studentTCdf: quantile(cdf(t)) equals t', () => {
    fc.assert(
      fc.property(fc.double({ min: -20, max: 2, noNaN: true }), anyDegrees, (t, df) => {
        expect(Math.abs(studentTQuantile(studentTCdf(t, df), df) - t)).toBeLessThan(
          EXACT * Math.max(1, Math.abs(t)),
        );
      }),
    );
  });

  it('is symmetric: quantile(1 - p) equals -quantile(p)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 30 }), anyDegrees, (numerator, df) => {
        const p = numerator / 2 ** 31;
        expect(studentTQuantile(1 - p, df) + studentTQuantile(p, df)).toBe(0);
      }),
    );
  });

  it('is a cotangent with one degree of freedom', () => {
    fc.assert(
      fc.property(lowerShare, (p) => {
        const expected = -Math.cos(Math.PI * p) / Math.sin(Math.PI * p);
        expect(Math.abs(studentTQuantile(p, 1) - expected)).toBeLessThan(
          EXACT * Math.max(1, Math.abs(expected)),
        );
      }),
    );
  });

  it('comes down to the normal quantile as the degrees grow, by (z³ + z)/4df at first', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-10, max: 0.49, noNaN: true }),
        fc.double({ min: 1e4, max: 1e9, noNaN: true }),
        (p, df) => {
          const z = normalQuantile(p);
          const first = (z ** 3 + z) / (4 * df);
          const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * df * df);
          const error = studentTQuantile(p, df) - z - first - second;
          expect(Math.abs(error)).toBeLessThan(Math.abs(z) * (EXACT + ((z * z) / df) ** 3));
        },
      ),
    );
  });
});
