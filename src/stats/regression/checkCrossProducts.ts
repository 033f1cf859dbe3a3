import {
  checkBetween,
  checkCount,
  checkList,
  checkObject,
  checkOneOf,
  checkPositive,
  refuse,
} from '../../shared/refuse.ts';
import type { CrossProducts } from './crossProducts.ts';

/** Refuses cross-products whose sums are not as many as their columns make, or out of range. */
export function checkCrossProducts(crossProducts: CrossProducts): void {
  checkObject('crossProducts', crossProducts);
  const { kind, n, columns, sums } = crossProducts;
  checkOneOf('kind', kind, ['cross-products']);
  checkCount('n', n);
  checkCount('columns', columns);
  checkList('sums', sums);
  const expected = ((columns + 2) * (columns + 3)) / 2;
  if (sums.length !== expected)
    refuse('sums', sums, `a list of ${expected} for ${columns} columns`);
  for (const [place, sum] of sums.entries()) checkBetween(`sums[${place}]`, sum, -1e150, 1e150);
  if (n > 0) checkPositive('sums[0], the weight of all rows,', sums[0]);
}
