import { stirlingError } from './stirlingError.ts';

/**
 * The leading factor of the incomplete gamma function: the gamma density times x.
 *
 *     x^a · e^-x / Γ(a) = exp(a·(ln(x/a) - (x - a)/a) - stirlingError(a)) · sqrt(a / 2π)
 *
 * Written around the mode x = a, where the bracket is 0: with large `a` the plain logarithms would be
 * huge and nearly cancel.
 *
 * @param x - above 0
 * @param a - above 0
 * @example
 * gammaPowerTerm(2, 3) // ~> 0.541341
 * @see Loader (2000), Fast and accurate computation of binomial probabilities
 */
export function gammaPowerTerm(x: number, a: number): number {
  const excess = (x - a) / a;
  const logRatio = excess > -0.5 ? Math.log1p(excess) : Math.log(x / a);
  const exponent = a * (logRatio - excess) - stirlingError(a);
  return Math.exp(exponent) * Math.sqrt(a / (2 * Math.PI));
}
