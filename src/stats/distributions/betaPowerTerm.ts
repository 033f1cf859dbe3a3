import { stirlingError } from './stirlingError.ts';

/**
 * The leading factor of the incomplete beta function: the beta density times x(1 - x).
 *
 *     x^a · y^b / B(a, b),   y = 1 - x
 *       = exp(a·ln(x(a + b)/a) + b·ln(y(a + b)/b) + rests) · sqrt(ab / (2π(a + b)))
 *     rests = stirlingError(a + b) - stirlingError(a) - stirlingError(b)
 *
 * Written around the mode x = a/(a + b), where both logarithms are 0: with large `a` and `b` the
 * plain logarithms would be huge and nearly cancel.
 *
 * @param x - above 0 and below 1
 * @param y - 1 - x; given apart, since it may be known more exactly than the subtraction tells
 * @param a - above 0
 * @param b - above 0
 * @example
 * betaPowerTerm(0.25, 0.75, 2, 3) // ~> 0.316406
 * @see Loader (2000), Fast and accurate computation of binomial probabilities
 */
export function betaPowerTerm(x: number, y: number, a: number, b: number): number {
  const sum = a + b;
  const offset = x * b - y * a;
  const exponent =
    a * logRatio(offset / a, (x * sum) / a) +
    b * logRatio(-offset / b, (y * sum) / b) +
    stirlingError(sum) -
    stirlingError(a) -
    stirlingError(b);
  return Math.exp(exponent) * Math.sqrt(((a / sum) * b) / (2 * Math.PI));
}

/** ln(ratio), where ratio = 1 + excess: from the excess near 1, from the ratio near 0. */
function logRatio(excess: number, ratio: number): number {
  return excess > -0.5 ? Math.log1p(excess) : Math.log(ratio);
}
