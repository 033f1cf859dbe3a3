import { itemsNeeded } from './answeredShare.ts';
import type { DimensionItems } from './types.ts';

/** The dimensions of items, in the order met; items that name none are in none. */
export function groupByDimension<Item>(
  items: readonly Item[],
  dimensionOf: (item: Item) => string | undefined,
  answeredShare: number,
): readonly DimensionItems<Item>[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const dimension = dimensionOf(item);
    if (dimension === undefined) continue;
    const group = groups.get(dimension);
    if (group === undefined) groups.set(dimension, [item]);
    else group.push(item);
  }
  return Array.from(groups, ([dimension, members]) => ({
    dimension,
    items: members,
    needed: itemsNeeded(members.length, answeredShare),
  }));
}
