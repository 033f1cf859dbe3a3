import { stirlingError } from './gamma.ts';

/**
 * The regularized incomplete beta function: the share of a beta distribution at or below `x`.
 *
 *     I_x(a, b) = x^a·(1 - x)^b / B(a, b) / (β₀ + α₁/(β₁ + α₂/(β₂ + …)))
 *     αₙ = (a + n - 1)(a + b + n - 1)·n·(b - n)·x² / (a + 2n - 1)²
 *     βₙ = n + n(b - n)x/(a + 2n - 1) + (a + n)(a - (a + b)x + 1 + n(2 - x))/(a + 2n + 1)
 *
 * Beyond (a + 1)/(a + b + 2) the fraction would converge slowly, so the other side is computed and
 * taken from 1. The number of steps grows with the square root of the larger of `a` and `b`.
 *
 * @param x - 0 to 1
 * @param a - a finite number above 0
 * @param b - a finite number above 0
 * @example
 * regularizedBeta(0.25, 2, 3) // ~> 0.261719
 * @see DiDonato & Morris (1992), Algorithm 708, ACM Transactions on Mathematical Software 18, 360-373
 */
export function regularizedBeta(x: number, a: number, b: number): number {
  if (x === 0 || x === 1) return x;
  const y = 1 - x;
  return x > (a + 1) / (a + b + 2)
    ? 1 - betaPowerTerm(y, x, b, a) / fraction(y, b, a)
    : betaPowerTerm(x, y, a, b) / fraction(x, a, b);
}

/** It takes some root of the larger parameter, and no more than this: enough for 10^10 and beyond. */
const MOST_PARTS = 200_000;

/** By the method of Lentz. Up to its bound of x every part is positive: no guard against zero. */
function fraction(x: number, a: number, b: number): number {
  const lead = a - (a + b) * x + 1;
  let value = (a * lead) / (a + 1);
  let numerator = value;
  let denominator = 0;
  let factor = 0;
  for (let n = 1; n <= MOST_PARTS && Math.abs(factor - 1) > 1e-15; n += 1) {
    const odd = a + 2 * n - 1;
    const alpha = ((a + n - 1) / odd) * ((a + b + n - 1) / odd) * n * (b - n) * x * x;
    const beta = n + (n * (b - n) * x) / odd + ((a + n) * (lead + n * (2 - x))) / (odd + 2);
    numerator = beta + alpha / numerator;
    denominator = 1 / (beta + alpha * denominator);
    factor = numerator * denominator;
    value *= factor;
  }
  return value;
}

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
