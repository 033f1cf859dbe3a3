import { regularizedGamma } from './gamma.ts';

/**
 * The share of a chi-square distribution above `x`: the p value of a chi-square test.
 *
 *     P(X > x) = the share of a gamma distribution with a = df/2 above x/2
 *
 * It keeps its relative accuracy however small it is.
 *
 * @param x - 0 or more; Infinity is accepted
 * @param degreesOfFreedom - a finite number, 1 or more, not necessarily whole
 * @example
 * chiSquareUpperTail(5, 2) // ~> 0.082085
 * @see Abramowitz & Stegun (1964), Handbook of Mathematical Functions, 26.4.19
 */
export function chiSquareUpperTail(x: number, degreesOfFreedom: number): number {
  return regularizedGamma(x / 2, degreesOfFreedom / 2).upper;
}
