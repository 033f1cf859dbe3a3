/**
 * Paired answers by class: how many pairs were in each earlier class (row) and later class (column).
 *
 * @param perPair - how many pairs gave each earlier answer (row) and later answer (column)
 * @param classOf - the class of the answer at a place of the scale, from 0
 * @param classes - how many classes there are
 * @example
 * collapsePairs([[4, 1, 0], [2, 3, 1], [0, 0, 5]], (place) => (place === 2 ? 1 : 0), 2)
 * // => [[10, 1], [0, 5]]
 */
export function collapsePairs(
  perPair: readonly (readonly number[])[],
  classOf: (place: number) => number,
  classes: number,
): readonly (readonly number[])[] {
  const table = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  for (const [earlier, counts] of perPair.entries()) {
    const row = table[classOf(earlier)] ?? [];
    for (const [later, count] of counts.entries()) {
      const column = classOf(later);
      row[column] = (row[column] ?? 0) + count;
    }
  }
  return table;
}
