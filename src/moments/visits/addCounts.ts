/** Counts, or lists and records of them. */
type Counts =
  | number
  | readonly Counts[]
  | {
      /** The counts under this name. */
      readonly [name: string]: Counts;
    };

/** Adds up counts of one shape, number by number. */
export function addCounts<Shape>(one: Shape, other: Shape): Shape {
  return add(one as Counts, other as Counts) as Shape;
}

function add(one: Counts, other: Counts | undefined): Counts {
  if (typeof one === 'number') return one + (typeof other === 'number' ? other : 0);
  if (isList(one)) return one.map((count, place) => add(count, isList(other) ? other[place] : 0));
  // A field of another make, beside those that are counts.
  if (typeof one !== 'object' || (one as Counts | null) === null) return 0;
  const named =
    typeof other === 'object' && !isList(other) ? ((other as typeof one | null) ?? {}) : {};
  return Object.fromEntries(
    Object.entries(one).map(([name, count]) => [name, add(count, named[name])]),
  );
}

function isList(counts: Counts | undefined): counts is readonly Counts[] {
  return Array.isArray(counts);
}
