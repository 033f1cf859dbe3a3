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

/** Enough for `a` up to 1e9, beyond any number of categories. */
const MOST_STEPS = 400_000;

function series(x: number, a: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n <= MOST_STEPS && term > sum * 1e-17; n += 1) {
    term *= x / (a + n);
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
  for (let n = 1; n <= MOST_STEPS && Math.abs(factor - 1) > 1e-15; n += 1) {
    const alpha = n * (a - n);
    const beta = x + 2 * n + 1 - a;
    numerator = beta + alpha / numerator;
    denominator = 1 / (beta + alpha * denominator);
    factor = numerator * denominator;
    value *= factor;
  }
  return value;
}

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

/** ln(2π)/2, written out so that bundlers can leave it out. */
const HALF_LOG_TAU = 0.9189385332046727;

/**
 * The natural logarithm of the gamma function, so that `exp(logGamma(n + 1))` is n factorial.
 *
 *     ln Γ(x) = (x - 1/2)·ln x - x + ln(2π)/2 + stirlingError(x)
 *
 * The error is below 1e-14 · max(1, |ln Γ(x)|): absolute near 1 and 2, where the logarithm is 0.
 *
 * @param x - a finite number above 0
 * @example
 * logGamma(5) // ~> 3.178054
 * logGamma(0.5) // ~> 0.572365
 * @see Abramowitz & Stegun (1964), Handbook of Mathematical Functions, 6.1.41
 */
export function logGamma(x: number): number {
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TAU + stirlingError(x);
}

/**
 * What Stirling's formula leaves of the logarithm of the gamma function.
 *
 *     ln Γ(z) = (z - 1/2)·ln z - z + ln(2π)/2 + stirlingError(z)
 *     stirlingError(z) = 1/(12z) - 1/(360z³) + 1/(1260z⁵) - …
 *
 * Products and ratios of gamma functions are computed from these small rests: the large parts of
 * the logarithms cancel on paper, before they can cancel in floating point.
 *
 * Below 10 the series is taken at z + k and brought back with Γ(z + k) = z(z + 1)…(z + k - 1)·Γ(z).
 *
 * @param z - a number above 0
 * @example
 * stirlingError(0.5) // ~> 0.153426
 * stirlingError(100) // ~> 0.000833
 * @see Loader (2000), Fast and accurate computation of binomial probabilities
 * @see Abramowitz & Stegun (1964), Handbook of Mathematical Functions, 6.1.41
 */
export function stirlingError(z: number): number {
  let up = z;
  let product = 1;
  while (up < 10) {
    product *= up;
    up += 1;
  }
  const back =
    up === z ? 0 : (up - 0.5) * Math.log(up) - up - Math.log(product) - (z - 0.5) * Math.log(z) + z;
  const i = 1 / (up * up);
  return (
    back +
    (1 / 12 -
      i *
        (1 / 360 -
          i * (1 / 1260 - i * (1 / 1680 - i * (1 / 1188 - i * (691 / 360360 - i / 156)))))) /
      up
  );
}
