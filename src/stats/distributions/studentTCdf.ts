import { isStretchExact } from './isStretchExact.ts';
import { normalCdf } from './normalCdf.ts';
import { NORMAL_FROM } from './normalFrom.ts';
import { regularizedBeta } from './regularizedBeta.ts';
import { studentTStretch } from './studentTStretch.ts';

/**
 * The share of Student's t distribution at or below `t`.
 *
 *     F(-t) = I_x(df/2, 1/2) / 2,   x = df / (df + t²)
 *     F(-t) = Φ(-z),                z = sqrt(y) · stretch, where df is large and t² is not
 *
 * The lower tail keeps its relative accuracy. Of the two formulas the first needs ever more steps as
 * `df` grows, and the second gets exact there.
 *
 * @param t - any number, infinite ones included
 * @param degreesOfFreedom - 1 or more, not necessarily whole; Infinity gives the normal distribution
 * @example
 * studentTCdf(2.5, 10) // ~> 0.984277
 * studentTCdf(1, 1) // ~> 0.75
 * @see Hill (1970), Algorithm 395: Student's t-distribution, Communications of the ACM 13, 617-619
 * @see Abramowitz & Stegun (1964), Handbook of Mathematical Functions, 26.7.1
 */
export function studentTCdf(t: number, degreesOfFreedom: number): number {
  if (degreesOfFreedom > NORMAL_FROM || Math.abs(t) === Infinity) return normalCdf(t);
  const tail = lowerTail(t, degreesOfFreedom);
  return t > 0 ? 1 - tail : tail;
}

function lowerTail(t: number, df: number): number {
  const squared = t * t;
  const a = df - 0.5;
  const y = a * Math.log1p(squared / df);
  if (isStretchExact(y, a)) return normalCdf(-Math.sqrt(y) * studentTStretch(y, a));
  if (squared < 1) return 0.5 - regularizedBeta(squared / (df + squared), 0.5, df / 2) / 2;
  // So far out the tail is a pure power of t, and t² is about to overflow.
  if (squared > 1e200) return lowerTail(t / 1e50, df) * 10 ** (-50 * df);
  return regularizedBeta(df / (df + squared), df / 2, 0.5) / 2;
}
