/** With the terms up to this divisor the series is complete for |x| up to 2. */
const LAST_DIVISOR = 51;

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
  let sum = 1;
  for (let odd = LAST_DIVISOR; odd > 1; odd -= 2) sum = 1 + sum * ((x * x) / odd);
  return x * sum;
}
