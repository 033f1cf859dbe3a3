/**
 * The area under the standard normal curve above `x`, over the height of the curve at `x`: Mills'
 * ratio.
 *
 *     (1 - Φ(x)) / φ(x) = 1/(x + 1/(x + 2/(x + 3/(x + …))))
 *
 * The fraction is cut where the rest no longer matters and the rest roughly guessed.
 *
 * @param x - about 2 or more
 * @example
 * normalTailRatio(2) // ~> 0.421369
 * normalTailRatio(1000) // ~> 0.001
 * @see Abramowitz & Stegun (1964), Handbook of Mathematical Functions, 26.2.14
 */
export function normalTailRatio(x: number): number {
  let k = Math.ceil(12 + 270 / x / x);
  let fraction = x / 2 + Math.sqrt(k);
  for (; k > 0; k--) fraction = x + k / fraction;
  return 1 / fraction;
}
