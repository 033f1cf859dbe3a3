import { stirlingError } from './stirlingError.ts';

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
