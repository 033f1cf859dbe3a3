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
  const named = typeof other === 'object' && !isList(other) ? other : {};
  return Object.fromEntries(
    Object.entries(one).map(([name, count]) => [name, add(count, named[name])]),
  );
}

function isList(counts: Counts | undefined): counts is readonly Counts[] {
  return Array.isArray(counts);
}
