import { betaPowerTerm } from './betaPowerTerm.ts';
import { isStretchExact } from './isStretchExact.ts';
import { logGamma } from './logGamma.ts';
import { NORMAL_FROM } from './normalFrom.ts';
import { normalQuantile } from './normalQuantile.ts';
import { studentTCdf } from './studentTCdf.ts';
import { studentTStretch } from './studentTStretch.ts';

/** A tail that starts so many sqrt(df) out is a pure power of t in every digit. */
const POWER_FROM = 1e8;

/**
 * The value that a share `p` of Student's t distribution lies at or below.
 *
 *     df large, p not extreme:  t = sqrt(df · (exp(y/a) - 1)),  sqrt(y) · stretch = z,  Φ(z) = p
 *     else:                     Halley's rule for ln F(-t) = ln p, as a function of ln t
 *
 * Between its logarithms the tail is concave and nearly straight, so that the rule ends from any
 * start: one to three steps from the ones taken here.
 *
 * @param p - a share, above 0 and below 1
 * @param degreesOfFreedom - 1 or more, not necessarily whole; Infinity gives the normal distribution
 * @example
 * studentTQuantile(0.975, 10) // ~> 2.228139
 * studentTQuantile(0.975, Infinity) // ~> 1.959964
 * @see Hill (1970), Algorithm 396: Student's t-quantiles, Communications of the ACM 13, 619-620
 */
export function studentTQuantile(p: number, degreesOfFreedom: number): number {
  const z = normalQuantile(p);
  if (degreesOfFreedom > NORMAL_FROM || z === 0) return z;
  return p < 0.5 ? -upperValue(p, z, degreesOfFreedom) : upperValue(1 - p, z, degreesOfFreedom);
}

/** The t value with the share `p` above it, `p` below one half; `z` is the normal one but for sign. */
function upperValue(p: number, z: number, df: number): number {
  const a = df - 0.5;
  let y = z * z;
  if (isStretchExact(y, a)) {
    // Each round divides the error by 24a²/y, which is above 4000.
    for (let round = 0; round < 4; round += 1) y = (z / studentTStretch(y, a)) ** 2;
    return Math.sqrt(df * Math.expm1(y / a));
  }
  return df > 3 && y < 1.5 * a
    ? refine(Math.sqrt(df * Math.expm1(y / a / studentTStretch(y, a) ** 2)), p, df)
    : fromBelow(p, df);
}

/** Starts at the better of two lower bounds: the tail as a pure power, the middle as a straight line. */
function fromBelow(p: number, df: number): number {
  const logBeta = logGamma(df / 2) + logGamma(0.5) - logGamma((df + 1) / 2);
  const ratio = Math.exp(-(Math.log(df * p) + logBeta) / df);
  if (ratio > POWER_FROM) return Math.sqrt(df) * ratio;
  const power = ratio > 1 ? Math.sqrt(df * (ratio * ratio - 1)) : 0;
  const line = (0.5 - p) * Math.sqrt(df) * Math.exp(logBeta);
  return refine(Math.max(power, line), p, df);
}

function refine(start: number, p: number, df: number): number {
  let t = start;
  let step: number;
  do {
    const sum = df + t * t;
    const tail = studentTCdf(-t, df);
    const slope = betaPowerTerm(df / sum, (t * t) / sum, df / 2, 0.5) / tail;
    const newton = Math.log(tail / p) / slope;
    step = newton / (1 + (newton * (1 + slope - ((df + 1) * t * t) / sum)) / 2);
    t *= Math.exp(step);
  } while (Math.abs(step) > 1e-5);
  return t;
}
