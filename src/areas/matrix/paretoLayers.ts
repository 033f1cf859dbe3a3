import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { checkShape } from '../../shared/shape.ts';

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
 * are in the same layer. The work grows like n·log n with one or two figures, and with the square of the
 * largest layer where there are more.
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
  checkShape('items', items, [{ id: 'text', figures: ['any'] }]);
  const size = items[0]?.figures.length ?? 0;
  for (const { id, figures } of items) {
    if (
      figures.length === size &&
      figures.every((figure) => typeof figure === 'number' && !Number.isNaN(figure))
    )
      continue;
    throw new ServiceCycleError(
      'invalid-argument',
      `${quote(id)} has the figures ${figures.slice(0, 20).map(quote).join(' ')}; expected ${size} numbers`,
    );
  }
  // From the highest figures down, so that what outdoes an item stands before it.
  const ordered = items.toSorted((a, b) => descending(a, b) || (a.id < b.id ? -1 : 1));
  const layers: ParetoItem[][] = [];
  for (const item of ordered) {
    // An item that one of a layer outdoes is outdone in every layer before, so halving finds the first.
    let first = 0;
    let last = layers.length;
    while (first < last) {
      const middle = (first + last) >> 1;
      if (isOutdoneIn(layers[middle] ?? [], item)) first = middle + 1;
      else last = middle;
    }
    const layer = layers[first];
    if (layer) layer.push(item);
    else layers.push([item]);
  }
  return layers.map((layer) => layer.map(({ id }) => id).sort());
}

/** The item with the higher figures first, by the first figure in which they differ. */
function descending({ figures: one }: ParetoItem, { figures: other }: ParetoItem): number {
  for (const [place, figure] of one.entries()) {
    const difference = (other[place] ?? 0) - figure;
    // Infinities of one sign differ by no number.
    if (difference < 0 || difference > 0) return difference;
  }
  return 0;
}

/** The last of a layer are nearest to an item that comes after them; of two figures the last tells all. */
function isOutdoneIn(layer: readonly ParetoItem[], item: ParetoItem): boolean {
  if (item.figures.length <= 2) {
    const last = layer.at(-1);
    return last !== undefined && outdoes(last, item);
  }
  return layer.findLast((other) => outdoes(other, item)) !== undefined;
}

function outdoes({ figures: one }: ParetoItem, { figures: other }: ParetoItem): boolean {
  return (
    one.every((figure, place) => figure >= (other[place] ?? 0)) &&
    one.some((figure, place) => figure > (other[place] ?? 0))
  );
}
