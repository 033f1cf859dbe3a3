import type { Random } from '../../stats/random/createRandom.ts';
import { drawNormal } from '../../stats/random/drawNormal.ts';

/**
 * Draws from the chi-square distribution, exactly and at the same cost for any degrees of freedom.
 *
 *     d = a - 1/3,  a = df/2,  v = (1 + x/sqrt(9d))³,  x normal,  u even on 0 to 1
 *     2dv is taken when ln u < x²/2 + d - dv + d·ln v;  below 2 degrees of freedom a is raised by 1
 *     and the draw multiplied by u^(1/a)
 *
 * @param random - a stream of evenly spread numbers, from `createRandom`
 * @param degreesOfFreedom - finite and above 0, not necessarily whole
 * @example
 * import { createRandom } from '../../stats/random/createRandom.ts';
 * import { drawChiSquare } from './drawChiSquare.ts';
 * drawChiSquare(createRandom(1), 10) // ~> 5.650361
 * @see Marsaglia & Tsang (2000), ACM Transactions on Mathematical Software 26, 363-372
 */
export function drawChiSquare(random: Random, degreesOfFreedom: number): number {
  const shape = degreesOfFreedom / 2;
  if (shape < 1) {
    return drawChiSquare(random, degreesOfFreedom + 2) * (1 - random()) ** (1 / shape);
  }
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  // One in twenty is turned down at most: it ends long before.
  for (let attempt = 0; attempt < 1000; attempt += 1) {
    const x = drawNormal(random);
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    const u = 1 - random();
    if (Math.log(u) < 0.5 * x * x + d - d * v + d * Math.log(v)) return 2 * d * v;
  }
  return degreesOfFreedom;
}
