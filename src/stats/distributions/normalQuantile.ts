import { normalCentreRatio } from './normalCentreRatio.ts';
import { normalTailRatio } from './normalTailRatio.ts';
import { SQRT_TAU } from './sqrtTau.ts';

/**
 * The value that a share `p` of a standard normal distribution lies at or below.
 *
 *     start:       x = sqrt(2π) · (p - 1/2) where that is below 0.125, off by at most 3.3e-4
 *                  else Hastings' ratio of polynomials, off by at most 4.5e-4
 *     correction:  h = (p - Φ(x)) / φ(x)
 *                  x + h + x·h²/2 + (2x² + 1)·h³/6 + (6x³ + 7x)·h⁴/24
 *
 * The correction is Taylor's series of the inverse, and one round of it gives all digits but in the
 * far tail, where a second or third follows. That takes half the bytes of the usual table of 48
 * coefficients, and these bytes are part of the smallest interval a page can import.
 *
 * @param p - a share, above 0 and below 1
 * @example
 * normalQuantile(0.975) // ~> 1.959964
 * normalQuantile(0.5) // => 0
 * @see Abramowitz & Stegun (1964), Handbook of Mathematical Functions, 26.2.23: Hastings' start
 */
export function normalQuantile(p: number): number {
  if (p > 0.5) return -normalQuantile(1 - p);
  const log = Math.log(p);
  const t = Math.sqrt(-2 * log);
  const u = SQRT_TAU * (p - 0.5);
  let x =
    p > 0.45
      ? u
      : (2.515517 + t * (0.802853 + t * 0.010328)) /
          (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) -
        t;
  for (;;) {
    const square = x * x;
    const h =
      p > 0.023
        ? u * Math.exp(square / 2) - normalCentreRatio(x)
        : SQRT_TAU * Math.exp(square / 2 + log) - normalTailRatio(-x);
    x += h * (1 + (h * (12 * x + h * (8 * square + 4 + h * x * (6 * square + 7)))) / 24);
    if (!(Math.abs(h * x) >= 1e-3)) return x;
  }
}
