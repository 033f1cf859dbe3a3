import { describe, expect, it } from 'vitest';
import { relativeError } from '../../../test/support/relativeError.ts';
import { EXACT } from '../../../test/support/tolerances.ts';
import { regularizedBeta } from './beta.ts';
import { normalCdf, normalQuantile } from './normal.ts';
import {
  isStretchExact,
  studentTCdf,
  studentTPValue,
  studentTQuantile,
  studentTStretch,
} from './studentT.ts';

describe('studentTCdf', () => {
  it.each([
    // computed with 60 digits by mpmath 1.3.0
    [-1, 3, 0.19550110947788532],
    [-2.5, 3.7, 0.03591101145591338],
    [-40, 5, 9.205981085886477e-8],
    [-1e6, 2.5, 7.193397190814239e-16],
    [-12, 20, 6.79777851294034e-11],
    [-3, 49.9, 0.0021025273214844895],
    [-3, 50, 0.0021008515935341237],
    [-6, 50, 1.0944697425399964e-7],
    [-10, 50, 8.038667344167719e-14],
    [-2, 120, 0.02387926367016419],
    [-30, 120, 6.637195159444927e-58],
    [-2, 1e4, 0.02276363033071772],
    [-20, 1e4, 1.3823262932703867e-87],
    [-2, 1e9, 0.022750132083156623],
    [-30, 1e6, 6.010047116831719e-198],
  ])('below %d with %d degrees of freedom lies a share of %d', (t, df, expected) => {
    expect(relativeError(studentTCdf(t, df), expected)).toBeLessThan(EXACT);
  });

  it('gives the small p value that R gives, to all its digits', () => {
    // t.test of 39 degrees of freedom in test/reference/means.json: t ces7
    expect(
      relativeError(2 * studentTCdf(-18.7073919639534, 39), 4.44493784238881e-21),
    ).toBeLessThan(EXACT);
  });

  it('keeps a heavy tail where t² would overflow', () => {
    expect(relativeError(studentTCdf(-1e300, 1), 1e-300 / Math.PI)).toBeLessThan(EXACT);
  });

  it('has half of everything on either side of 0, and everything below infinity', () => {
    expect(studentTCdf(0, 4.2)).toBe(0.5);
    expect(studentTCdf(0, 420)).toBe(0.5);
    expect(studentTCdf(Infinity, 3)).toBe(1);
    expect(studentTCdf(-Infinity, 3)).toBe(0);
  });

  it('is the normal distribution with infinitely many degrees of freedom', () => {
    expect(studentTCdf(-1.7, Infinity)).toBe(normalCdf(-1.7));
  });
});

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

describe('studentTPValue', () => {
  it('is 1 where nothing differs, and the same on either side', () => {
    expect(studentTPValue(0, 3)).toBe(1);
    expect(studentTPValue(-0, 3)).toBe(1);
    expect(studentTPValue(-1.3, 3)).toBe(studentTPValue(1.3, 3));
  });

  it('is what the level leaves at the limits of an interval', () => {
    for (const df of [1, 2.7, 30, 1e6]) {
      expect(studentTPValue(studentTQuantile(0.975, df), df)).toBeCloseTo(0.05, 12);
    }
  });
});

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
