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
