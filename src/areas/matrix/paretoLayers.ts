import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';

/** Something that is compared by several figures at once. */
export interface ParetoItem {
  /** What it is called. */
  readonly id: string;
  /** Its figures, in the same order for all items; higher is more urgent. */
  readonly figures: readonly number[];
}

/**
 * Layers of items that no other of their layer or of a later one outdoes: the first cannot be told
 * apart without weighing one figure against another.
 *
 *     i is outdone by another item that is at least as high by every figure and higher by one
 *
 * The first layer is peeled off, then the first of the rest, and so on. Items with the same figures
 * are in the same layer.
 *
 * @param items - what is compared
 * @returns the layers, the most urgent first, each by id
 * @throws ServiceCycleError `invalid-argument` when items have different numbers of figures, or one is
 * not a number
 * @example
 * paretoLayers([
 *   { id: 'hall', figures: [9, 2] },
 *   { id: 'desk', figures: [5, 7] },
 *   { id: 'cafe', figures: [4, 2] },
 * ]); // => [['desk', 'hall'], ['cafe']]
 * @see Deb, Pratap, Agarwal & Meyarivan (2002), IEEE Transactions on Evolutionary Computation 6, 182-197
 */
export function paretoLayers(items: readonly ParetoItem[]): readonly (readonly string[])[] {
  const size = items[0]?.figures.length ?? 0;
  for (const { id, figures } of items) {
    if (figures.length === size && figures.every((figure) => !Number.isNaN(figure))) continue;
    throw new ServiceCycleError(
      'invalid-argument',
      `${quote(id)} has the figures ${figures.join(' ')}; expected ${size} numbers`,
    );
  }
  const layers: string[][] = [];
  let rest = items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  while (rest.length > 0) {
    const left = rest;
    const isFree = (item: ParetoItem): boolean => !left.some((other) => outdoes(other, item));
    layers.push(left.filter(isFree).map(({ id }) => id));
    rest = left.filter((item) => !isFree(item));
  }
  return layers;
}

function outdoes({ figures: one }: ParetoItem, { figures: other }: ParetoItem): boolean {
  return (
    one.every((figure, place) => figure >= (other[place] ?? 0)) &&
    one.some((figure, place) => figure > (other[place] ?? 0))
  );
}
