import { checkList, refuse } from '../../shared/refuse.ts';
import { checkCrossProducts } from './checkCrossProducts.ts';
import type { CrossProducts } from './crossProducts.ts';

/**
 * Adds up the cross-products of rows that were summed apart: of every branch, or of every month.
 *
 * @param parts - cross-products of the same columns, at least one
 * @throws `invalid-argument` where there is none, the numbers of columns differ, or sums are not those
 * of so many columns or not finite
 * @example
 * import { crossProducts } from './crossProducts.ts';
 * import { mergeCrossProducts } from './mergeCrossProducts.ts';
 * const first = crossProducts({ columns: [[1, 2]], outcome: [3, 5] });
 * const second = crossProducts({ columns: [[4]], outcome: [6] });
 * mergeCrossProducts([first, second]).sums // => [3, 7, 21, 14, 37, 70]
 */
export function mergeCrossProducts(parts: readonly CrossProducts[]): CrossProducts {
  checkList('parts', parts);
  const [first, ...others] = parts;
  if (first === undefined) return refuse('parts', parts, 'at least one of them');
  checkCrossProducts(first);
  return others.reduce(
    (sum, part) => {
      checkCrossProducts(part);
      const { n, columns, sums } = part;
      if (columns !== sum.columns) {
        refuse('columns of a part', columns, `${sum.columns} as of the first`);
      }
      return addUp(sum, n, sums);
    },
    addUp(first, 0, []),
  );
}

function addUp(
  { kind, n, columns, sums }: CrossProducts,
  moreRows: number,
  more: readonly number[],
): CrossProducts {
  return { kind, n: n + moreRows, columns, sums: sums.map((sum, at) => sum + (more[at] ?? 0)) };
}
