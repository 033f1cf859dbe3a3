/**
 * How far the root of `y`, which measures a t value, stretches to the normal value of the same share.
 *
 *     a = df - 1/2,  b = 48a²,  y = a·ln(1 + t²/df),  z = sqrt(y) · stretch
 *     stretch = 1 + (y + 3)/b - (0.4y³ + 3.3y² + 24y + 85.5)/b² + third/b³ - fourth/b⁴
 *
 * The first two terms are Hill's. The others follow from the same differential equation,
 * z²/2 - ln(dz/dw) = w²/2 + ln(sinh(r/2)/(r/2))/2 + constant with w = sqrt(y) and r = y/a, which holds
 * even powers of 1/a only. Exact where {@link isStretchExact} says so.
 *
 * @param y - 0 or more
 * @param a - degrees of freedom less 1/2
 * @example
 * studentTStretch(4, 9.5) // ~> 1.001602
 * @see Hill (1970), Algorithm 395: Student's t-distribution, Communications of the ACM 13, 617-619
 */
export function studentTStretch(y: number, a: number): number {
  const i = 1 / (48 * a * a);
  const second = 85.5 + y * (24 + y * (3.3 + y * 0.4));
  const third =
    8518.5 + y * (2587.5 + y * (427.5 + y * (3267 / 70 + y * (394 / 105 + y * (32 / 105)))));
  const fourth =
    1764959.625 +
    y *
      (559494 +
        y *
          (101024.55 +
            y *
              (12387.6 +
                y * (313239 / 280 + y * (13729 / 175 + y * (2362 / 525 + y * (48 / 175)))))));
  return 1 + i * (y + 3 - i * (second - i * (third - i * fourth)));
}
