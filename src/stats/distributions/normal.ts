/** sqrt(2π), written out so that bundlers can leave it out where it is not needed. */
const SQRT_TAU = 2.5066282746310002;

/** From here on out one half less the area from 0 would lose digits to the subtraction. */
const TAIL_FROM = 2;

/**
 * The share of a standard normal distribution at or below `x`.
 *
 *     Φ(x) = 1/2 + φ(x) · centre ratio of x        where |x| < 2
 *     Φ(-x) = φ(x) · Mills' ratio of x             where x >= 2;  Φ(x) = 1 - Φ(-x)
 *
 * The lower tail is a product and not a difference, so it keeps its relative accuracy down to the
 * smallest numbers: Φ(-37) is 5.7e-300 and not 0.
 *
 * @param x - any number, infinite ones included
 * @example
 * normalCdf(1.96) // ~> 0.975002
 * normalCdf(-10) / 7.619853024160527e-24 // ~> 1
 * @see Abramowitz & Stegun (1964), Handbook of Mathematical Functions, 26.2.11 and 26.2.14
 */
export function normalCdf(x: number): number {
  const distance = Math.abs(x);
  const density = Math.exp((-x * x) / 2) / SQRT_TAU;
  if (distance < TAIL_FROM) return 0.5 + density * normalCentreRatio(x);
  const tail = density * millsRatio(distance);
  return x < 0 ? tail : 1 - tail;
}

/**
 * The value that a share `p` of a standard normal distribution lies at or below.
 *
 *     start:       Hastings' shorter ratio of polynomials, off by at most 3e-3
 *     correction:  h = (p - Φ(x)) / φ(x)
 *                  x + h + x·h²/2 + (2x² + 1)·h³/6 + (6x³ + 7x)·h⁴/24
 *
 * The correction is Taylor's series of the inverse, and two rounds of it give all digits, in the far
 * tail too. That takes less than half the bytes of the usual table of 48 coefficients, and these bytes
 * are part of the smallest interval a page can import.
 *
 * @param p - a share, above 0 and below 1
 * @example
 * normalQuantile(0.975) // ~> 1.959964
 * normalQuantile(0.5) // => 0
 * @see Abramowitz & Stegun (1964), Handbook of Mathematical Functions, 26.2.22: Hastings' start
 */
export function normalQuantile(p: number): number {
  if (p > 0.5) return -normalQuantile(1 - p);
  const log = Math.log(p);
  const t = Math.sqrt(-2 * log);
  const u = SQRT_TAU * (p - 0.5);
  let x = (2.30753 + t * 0.27061) / (1 + t * (0.99229 + t * 0.04481)) - t;
  // Two rounds give all digits of any share.
  for (let round = 0; round < 2; round += 1) {
    const square = x * x;
    const h =
      p > 0.023
        ? u * Math.exp(square / 2) - normalCentreRatio(x)
        : SQRT_TAU * Math.exp(square / 2 + log) - millsRatio(-x);
    x += h * (1 + (h * (12 * x + h * (8 * square + 4 + h * x * (6 * square + 7)))) / 24);
  }
  return x;
}

/** How many standard errors a two-sided interval of a confidence level reaches: told by its tail, which is exact where 1 - level is. */
export function criticalValue(level: number): number {
  return -normalQuantile((1 - level) / 2);
}

/**
 * The two-sided p value of a standard normal statistic: the share of the distribution that lies at
 * least as far from 0.
 *
 *     p = 2 · Φ(-|z|)
 *
 * @param z - any number
 * @example
 * normalPValue(1.96) // ~> 0.049996
 * normalPValue(0) // => 1
 */
export function normalPValue(z: number): number {
  return 2 * normalCdf(-Math.abs(z));
}

/**
 * The area under the standard normal curve from 0 to `x`, over the height of the curve at `x`.
 *
 *     (Φ(x) - 1/2) / φ(x) = x + x³/3 + x⁵/(3·5) + x⁷/(3·5·7) + …
 *
 * All terms have one sign, so nothing cancels and the ratio of a tiny `x` is as accurate, relative to
 * itself, as that of a large one. The terms are added from the smallest up.
 *
 * @param x - -2 to 2
 * @example
 * normalCentreRatio(1) // ~> 1.410686
 * normalCentreRatio(-1) // ~> -1.410686
 * @see Marsaglia (2004), Evaluating the normal distribution, Journal of Statistical Software 11(4)
 * @see Abramowitz & Stegun (1964), Handbook of Mathematical Functions, 26.2.11
 */
export function normalCentreRatio(x: number): number {
  let sum = x;
  // With the terms up to this divisor the series is complete for |x| up to 2.
  for (let odd = 51; odd > 1; odd -= 2) sum = x + sum * ((x * x) / odd);
  return sum;
}

/**
 * Mills' ratio: the area under the standard normal curve above `x`, over the height of the curve at `x`.
 *
 *     (1 - Φ(x)) / φ(x) = 1/(x + 1/(x + 2/(x + 3/(x + …))))
 *
 * @param x - about 2 or more
 * @example
 * millsRatio(2) // ~> 0.421369
 * millsRatio(1000) // ~> 0.001
 * @see Abramowitz & Stegun (1964), Handbook of Mathematical Functions, 26.2.14
 */
export function millsRatio(x: number): number {
  // From 2 on what comes behind 80 steps does not matter where it is roughly guessed.
  let fraction = x / 2 + 9;
  for (let k = 80; k > 0; k--) fraction = x + k / fraction;
  return 1 / fraction;
}
