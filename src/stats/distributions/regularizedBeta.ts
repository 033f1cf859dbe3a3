import { betaPowerTerm } from './betaPowerTerm.ts';

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

/** By the method of Lentz. Up to its bound of x every part is positive: no guard against zero. */
function fraction(x: number, a: number, b: number): number {
  const lead = a - (a + b) * x + 1;
  let value = (a * lead) / (a + 1);
  let numerator = value;
  let denominator = 0;
  let factor = 0;
  for (let n = 1; Math.abs(factor - 1) > 1e-15; n += 1) {
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
