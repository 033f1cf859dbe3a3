import { describe, expect, it } from 'vitest';
import { relativeError } from '../../../test/support/relativeError.ts';
import { EXACT } from '../../../test/support/tolerances.ts';
import { normalQuantile } from './normalQuantile.ts';
import { studentTQuantile } from './studentTQuantile.ts';

describe('studentTQuantile', () => {
  it.each([
    // computed with 45 digits by mpmath 1.3.0
    [0.025, 1, -12.706204736174705],
    [0.025, 3, -3.1824463052837095],
    [0.025, 7, -2.3646242515927853],
    [0.005, 29, -2.7563859036706053],
    [0.025, 49, -2.0095752371292397],
    [0.025, 50, -2.008559112100761],
    [0.025, 92, -1.9860863169511302],
    [0.0005, 1000, -3.300282648423913],
    [0.025, 1e9, -1.9599639869123255],
    [1e-6, 2.5, -220.17342917823686],
    [0.45, 4, -0.13383036711194332],
    [1e-10, 30, -9.377489780407144],
    [1e-20, 60, -13.904670115069706],
  ])('a share of %d with %d degrees of freedom lies below %d', (p, df, expected) => {
    expect(relativeError(studentTQuantile(p, df), expected)).toBeLessThan(EXACT);
  });

  it('is exactly 0 at one half', () => {
    expect(studentTQuantile(0.5, 2.5)).toBe(0);
    expect(studentTQuantile(0.5, 200)).toBe(0);
  });

  it('is the normal quantile with infinitely many degrees of freedom', () => {
    expect(studentTQuantile(0.975, Infinity)).toBe(normalQuantile(0.975));
  });
});
