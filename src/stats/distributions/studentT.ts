import { betaPowerTerm, regularizedBeta } from './beta.ts';
import { logGamma } from './gamma.ts';
import { normalCdf, normalQuantile } from './normal.ts';

/** Above this many degrees of freedom the t and the normal distribution agree in every digit. */
const NORMAL_FROM = 1e17;

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
  let step = 1;
  for (let steps = 0; steps < MOST_STEPS && Math.abs(step) > 1e-5; steps += 1) {
    const sum = df + t * t;
    const tail = studentTCdf(-t, df);
    const slope = betaPowerTerm(df / sum, (t * t) / sum, df / 2, 0.5) / tail;
    const newton = Math.log(tail / p) / slope;
    step = newton / (1 + (newton * (1 + slope - ((df + 1) * t * t) / sum)) / 2);
    t *= Math.exp(step);
  }
  return t;
}

/** It takes less than ten. */
const MOST_STEPS = 100;

/**
 * The two-sided p value of a t statistic: the share of Student's distribution that lies at least as
 * far from 0.
 *
 *     p = 2 · F(-|t|)
 *
 * @param t - any number
 * @param degreesOfFreedom - 1 or more, not necessarily whole
 * @example
 * studentTPValue(2.5, 10) // ~> 0.031447
 */
export function studentTPValue(t: number, degreesOfFreedom: number): number {
  return 2 * studentTCdf(-Math.abs(t), degreesOfFreedom);
}

/**
 * How far the root of `y`, which measures a t value, stretches to the normal value of the same share.
 *
 *     a = df - 1/2,  b = 48a²,  y = a·ln(1 + t²/df),  z = sqrt(y) · stretch
 *     stretch = 1 + (y + 3)/b - (0.4y³ + 3.3y² + 24y + 85.5)/b² + third/b³ - fourth/b⁴
 *
 * The first two terms are Hill's. The others follow from the same differential equation,
 * z²/2 - ln(dz/dw) = w²/2 + ln(sinh(r/2)/(r/2))/2 + constant with w = sqrt(y) and r = y/a, which holds
 * even powers of 1/a only. Exact where {@link isStretchExact} says so.
 *
 * @param y - 0 or more
 * @param a - degrees of freedom less 1/2
 * @example
 * studentTStretch(4, 9.5) // ~> 1.001602
 * @see Hill (1970), Algorithm 395: Student's t-distribution, Communications of the ACM 13, 617-619
 */
export function studentTStretch(y: number, a: number): number {
  const i = 1 / (48 * a * a);
  const second = 85.5 + y * (24 + y * (3.3 + y * 0.4));
  const third =
    8518.5 + y * (2587.5 + y * (427.5 + y * (3267 / 70 + y * (394 / 105 + y * (32 / 105)))));
  const fourth =
    1764959.625 +
    y *
      (559494 +
        y *
          (101024.55 +
            y *
              (12387.6 +
                y * (313239 / 280 + y * (13729 / 175 + y * (2362 / 525 + y * (48 / 175)))))));
  return 1 + i * (y + 3 - i * (second - i * (third - i * fourth)));
}

/**
 * Whether {@link studentTStretch} is exact to 15 digits: at 50 degrees of freedom or more, and not so
 * far out that t² exceeds 28 % of them.
 *
 * Its first missing term is about 10/a¹⁰ in the middle and 1e-9·(y/a)¹⁰ in the tails. Where it is
 * not exact, the incomplete beta function takes few steps.
 *
 * @param y - a·ln(1 + t²/df), 0 or more
 * @param a - degrees of freedom less 1/2
 * @example
 * isStretchExact(4, 99.5) // => true
 * isStretchExact(4, 9.5) // => false
 */
export function isStretchExact(y: number, a: number): boolean {
  return a >= 49.5 && y <= a / 4;
}
