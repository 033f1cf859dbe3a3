import { describe, expect, it } from 'vitest';
import { relativeError } from '../../../test/support/relativeError.ts';
import { EXACT } from '../../../test/support/tolerances.ts';
import { isStretchExact } from './isStretchExact.ts';
import { normalCdf } from './normalCdf.ts';
import { normalQuantile } from './normalQuantile.ts';
import { regularizedBeta } from './regularizedBeta.ts';
import { studentTStretch } from './studentTStretch.ts';

describe('studentTStretch', () => {
  it('agrees with the incomplete beta function wherever it is said to be exact', () => {
    let compared = 0;
    for (const df of [50, 63.5, 92, 300, 1000]) {
      for (const t of [1, 1.5, 2, 2.8, 3.7, 5, 8, 12, 16]) {
        const a = df - 0.5;
        const y = a * Math.log1p((t * t) / df);
        if (!isStretchExact(y, a)) continue;
        const byStretch = normalCdf(-Math.sqrt(y) * studentTStretch(y, a));
        const byBeta = regularizedBeta(df / (df + t * t), df / 2, 0.5) / 2;
        expect(relativeError(byStretch, byBeta)).toBeLessThan(EXACT);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(30);
  });

  it.each([1, 2, 4, 6, 9])(
    'misses by a tenth power of 1/a at y = %d, as it must if its four terms are right',
    (y) => {
      const error = (a: number): number => {
        const df = a + 0.5;
        const tail = regularizedBeta(Math.exp(-y / a), df / 2, 0.5) / 2;
        return -normalQuantile(tail) / Math.sqrt(y) / studentTStretch(y, a) - 1;
      };
      const ratio = error(10) / error(20) / 2 ** 10;
      expect(ratio).toBeGreaterThan(0.9);
      expect(ratio).toBeLessThan(1);
    },
  );

  it('is nothing at all where t and normal are the same', () => {
    expect(studentTStretch(4, Infinity)).toBe(1);
  });
});
