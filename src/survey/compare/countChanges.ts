/**
 * How many pairs changed by each number of steps: the deepest fall first, no change in the very
 * middle, the highest rise last.
 *
 * @param perPair - how many pairs were at each earlier place (row) and later place (column)
 * @example
 * countChanges([[4, 1], [2, 3]]) // => [2, 7, 1]
 */
export function countChanges(perPair: readonly (readonly number[])[]): readonly number[] {
  const changes = new Array<number>(2 * perPair.length - 1).fill(0);
  for (const [earlier, row] of perPair.entries()) {
    for (const [later, count] of row.entries()) {
      const at = later - earlier + perPair.length - 1;
      changes[at] = (changes[at] ?? 0) + count;
    }
  }
  return changes;
}
