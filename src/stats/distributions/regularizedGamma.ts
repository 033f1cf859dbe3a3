import { gammaPowerTerm } from './gammaPowerTerm.ts';

/** A gamma distribution cut in two. */
export interface GammaShares {
  /** The share at or below the cut. */
  readonly lower: number;
  /** The share above it. */
  readonly upper: number;
}

/**
 * The regularized incomplete gamma function: the shares of a gamma distribution below and above `x`.
 *
 *     lower = x^a·e^-x/Γ(a) · (1/a + x/(a(a + 1)) + x²/(a(a + 1)(a + 2)) + …)      where x < a + 1
 *     upper = x^a·e^-x/Γ(a) / (β₀ + α₁/(β₁ + α₂/(β₂ + …)))                          from there on
 *     αₙ = n(a - n),  βₙ = x + 2n + 1 - a
 *
 * The smaller share is computed and the other taken from 1, so that a small tail keeps its relative
 * accuracy. The number of steps grows with the square root of `a`.
 *
 * @param x - 0 or more; Infinity is accepted
 * @param a - a finite number, 0.5 or more
 * @example
 * regularizedGamma(2, 3).lower // ~> 0.323324
 * regularizedGamma(2, 3).upper // ~> 0.676676
 * @see Abramowitz & Stegun (1964), Handbook of Mathematical Functions, 6.5.29 and 6.5.31
 */
export function regularizedGamma(x: number, a: number): GammaShares {
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  if (x < a + 1) {
    const lower = gammaPowerTerm(x, a) * series(x, a);
    return { lower, upper: 1 - lower };
  }
  const upper = gammaPowerTerm(x, a) / fraction(x, a);
  return { lower: 1 - upper, upper };
}

function series(x: number, a: number): number {
  let term = 1 / a;
  let sum = term;
  for (let next = a + 1; term > sum * 1e-17; next += 1) {
    term *= x / next;
    sum += term;
  }
  return sum;
}

/** By the method of Lentz. From x = a + 1 on every part is positive: no guard against zero. */
function fraction(x: number, a: number): number {
  let value = x + 1 - a;
  let numerator = value;
  let denominator = 0;
  let factor = 0;
  for (let n = 1; Math.abs(factor - 1) > 1e-15; n += 1) {
    const alpha = n * (a - n);
    const beta = x + 2 * n + 1 - a;
    numerator = beta + alpha / numerator;
    denominator = 1 / (beta + alpha * denominator);
    factor = numerator * denominator;
    value *= factor;
  }
  return value;
}
