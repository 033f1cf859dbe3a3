import { checkAtLeast, checkCount, checkList, checkPositive } from '../../shared/refuse.ts';
import { checkRandom, type Random } from './createRandom.ts';
import { draw } from './drawBinomial.ts';

/**
 * Draws `n` with replacement from a table of counts, and gives the counts of what was drawn.
 *
 *     of the n left, binomial with p = the cell's count / the counts from this cell on, cell by cell
 *
 * With `n` the sum of the counts this is a bootstrap sample of everybody counted: it costs as much as
 * there are cells, whether they hold a hundred people or a billion.
 *
 * @param random - a stream of evenly spread numbers, from `createRandom`
 * @param n - how many to draw, a whole number, 0 to 2^53 - 1
 * @param counts - finite numbers, 0 or more; not necessarily whole where they are weighted
 * @returns whole numbers that add up to `n`, one for each cell; 0 where the count is 0
 * @throws `invalid-argument` where `n` or a count is outside its range, or there is nothing to draw from
 * @example
 * import { createRandom } from './createRandom.ts';
 * import { drawMultinomial } from './drawMultinomial.ts';
 * const random = createRandom(1);
 * drawMultinomial(random, 10, [40, 0, 60]) // => [4, 0, 6]
 * @see Efron (1979), Annals of Statistics 7, 1-26: the bootstrap
 * @see Davis (1993), Computational Statistics & Data Analysis 16, 205-217: one binomial after another
 */
export function drawMultinomial(random: Random, n: number, counts: readonly number[]): number[] {
  checkRandom(random);
  checkCount('n', n);
  checkList('counts', counts);
  for (const [cell, count] of counts.entries()) checkAtLeast(() => `counts[${cell}]`, count, 0);
  const fromHere = new Float64Array(counts.length + 1);
  for (let cell = counts.length - 1; cell >= 0; cell -= 1) {
    fromHere[cell] = (fromHere[cell + 1] ?? 0) + (counts[cell] ?? 0);
  }
  const total = fromHere[0] ?? 0;
  if (n !== 0) checkPositive('the sum of counts', total);
  let left = n;
  return counts.map((count, cell) => {
    const here = fromHere[cell] ?? 0;
    if (here === 0) return 0;
    const drawn = draw(random, left, count / here, (fromHere[cell + 1] ?? 0) / here);
    left -= drawn;
    return drawn;
  });
}
