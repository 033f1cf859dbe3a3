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
  const sums: { [Field in keyof Counts]: number } = { ...one };
  for (const field of Object.keys(one) as (keyof Counts)[]) sums[field] = one[field] + other[field];
  return sums as Counts;
}
