/** Adds two lists of records of counts, place by place. */
export function addLists<Counts extends { readonly [Field in keyof Counts]: number }>(
  one: readonly Counts[],
  other: readonly Counts[],
): readonly Counts[] {
  return one.map((counts, place) => {
    const more = other[place];
    return more === undefined ? counts : addCounts(counts, more);
  });
}

/** Adds two records of counts or sums, field by field. */
function addCounts<Counts extends { readonly [Field in keyof Counts]: number }>(
  one: Counts,
  other: Counts,
): Counts {
  const sums: Partial<Record<keyof Counts, number>> = {};
  for (const field of Object.keys(one) as (keyof Counts)[]) {
    const [mine, more]: unknown[] = [one[field], other[field]];
    // A field that no tally has may hold anything.
    if (typeof mine !== 'number' || typeof more !== 'number') continue;
    const sum = mine + more;
    if (Number.isFinite(sum)) sums[field] = sum;
  }
  return sums as Counts;
}
