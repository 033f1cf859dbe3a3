/**
 * Whether {@link studentTStretch} is exact to 15 digits: at 50 degrees of freedom or more, and not so
 * far out that t² exceeds 28 % of them.
 *
 * Its first missing term is about 10/a¹⁰ in the middle and 1e-9·(y/a)¹⁰ in the tails. Where it is
 * not exact, the incomplete beta function takes few steps.
 *
 * @param y - a·ln(1 + t²/df), 0 or more
 * @param a - degrees of freedom less 1/2
 * @example
 * isStretchExact(4, 99.5) // => true
 * isStretchExact(4, 9.5) // => false
 */
export function isStretchExact(y: number, a: number): boolean {
  return a >= 49.5 && y <= a / 4;
}
