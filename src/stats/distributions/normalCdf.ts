import { normalCentreRatio } from './normalCentreRatio.ts';
import { normalTailRatio } from './normalTailRatio.ts';
import { SQRT_TAU } from './sqrtTau.ts';

/** From here on out one half less the area from 0 would lose digits to the subtraction. */
const TAIL_FROM = 2;

/**
 * The share of a standard normal distribution at or below `x`.
 *
 *     Φ(x) = 1/2 + φ(x) · centre ratio of x        where |x| < 2
 *     Φ(-x) = φ(x) · tail ratio of x               where x >= 2;  Φ(x) = 1 - Φ(-x)
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
  const tail = density * normalTailRatio(distance);
  return x < 0 ? tail : 1 - tail;
}
