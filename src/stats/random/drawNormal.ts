import { checkRandom, type Random } from './createRandom.ts';

/**
 * Draws from the standard normal distribution, mean 0 and variance 1.
 *
 *     (u, v) evenly from the region 0 < u <= exp(-(v/u)²/4);  then v/u is normal
 *
 * The region is drawn from its box of width 1.7156. Two ellipses, one within and one around it, decide
 * all but one in a hundred points, so that hardly any logarithm is taken; and none enters the number
 * drawn, which is a quotient and the same on every machine.
 *
 * @param random - a stream of evenly spread numbers, from `createRandom`
 * @example
 * import { createRandom } from './createRandom.ts';
 * import { drawNormal } from './drawNormal.ts';
 * const random = createRandom(1);
 * drawNormal(random) // ~> -0.998336
 * @see Kinderman & Monahan (1977), ACM Transactions on Mathematical Software 3, 257-260
 * @see Leva (1992), ACM Transactions on Mathematical Software 18, 449-453: the ellipses
 */
export function drawNormal(random: Random): number {
  checkRandom(random);
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const u = 1 - random();
    const v = 1.7156 * (random() - 0.5);
    const x = u - 0.449871;
    const y = Math.abs(v) + 0.386595;
    const ellipse = x * x + y * (0.196 * y - 0.25472 * x);
    if (ellipse < 0.27597) return v / u;
    if (ellipse <= 0.27846 && v * v <= -4 * u * u * Math.log(u)) return v / u;
  }
  return 0;
}

/** Three tries in four are taken; only a stream that does not vary comes this far. */
const MOST_TRIES = 1000;
