import { describe, expect, it } from 'vitest';
import { relativeError } from '../../../test/support/relativeError.ts';
import { EXACT } from '../../../test/support/tolerances.ts';
import { normalCdf } from './normalCdf.ts';
import { studentTCdf } from './studentTCdf.ts';

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
