import { answerCount } from '../../model/scaleAnswers.ts';
import { byValue, checkCombinations } from '../tally/orderGroups.ts';
import { walkOf } from '../tally/walkOf.ts';
import type { GroupingKey, Tally } from '../types.ts';

/** A tally, its groups coded by the values that several tallies have together. */
export interface AlignedTally {
  /** The tally. */
  readonly tally: Tally;
  /** The groups, by position, as numbers. */
  readonly groups: readonly number[];
  /** The position of each group, by its number. */
  readonly positions: ReadonlyMap<number, number>;
  /** How many responses each group has; then, question by question, how many answers. */
  readonly sizes: readonly (readonly number[])[];
}

/** A tally and others with the same keys, and the values that they have together. */
export interface AlignedTallies {
  /** The keys, each with the values of all. */
  readonly by: readonly GroupingKey[];
  /** The tally. */
  readonly own: AlignedTally;
  /** The others, in their order. */
  readonly others: readonly AlignedTally[];
  /** For each key the places of the tally's values among those of all. */
  readonly places: readonly (readonly number[])[];
}

/** Brings tallies with the same questions and keys to the same codes. */
export function alignTallies(tally: Tally, others: readonly Tally[]): AlignedTallies {
  const by = tally.by.map(({ name, values: own }, level) => {
    const values = new Set([...own, ...others.flatMap((other) => other.by[level]?.values ?? [])]);
    return { name, values: [...values].toSorted(byValue) };
  });
  checkCombinations(by.map(({ values }) => values.length));
  return {
    by,
    own: align(tally, by),
    others: others.map((other) => align(other, by)),
    places: placesOf(tally, by),
  };
}

function align(tally: Tally, by: readonly GroupingKey[]): AlignedTally {
  const places = placesOf(tally, by);
  const walk = new Array<number>(by.length).fill(0);
  const groups = tally.groups.map((code) => {
    walkOf(tally.by, code, walk);
    let aligned = 0;
    for (const [level, place] of walk.entries()) {
      aligned = aligned * (by[level]?.values.length ?? 1) + (places[level]?.[place] ?? 0);
    }
    return aligned;
  });
  const positions = new Map(groups.map((group, position) => [group, position]));
  return { tally, groups, positions, sizes: sizesOf(tally) };
}

/** The places of a tally's values among those of all, key by key. */
function placesOf(tally: Tally, by: readonly GroupingKey[]): readonly (readonly number[])[] {
  return tally.by.map(({ values }, level) => {
    const placeOf = new Map(by[level]?.values.map((value, place) => [value, place]));
    return values.map((value) => placeOf.get(value) ?? 0);
  });
}

/** How many responses each group has; then, question by question, how many answers. */
export function sizesOf({
  groups,
  questions,
  width,
  cells,
}: Tally): readonly (readonly number[])[] {
  const sizeOf = (group: number, firstCell: number, count: number): number => {
    let size = 0;
    const from = group * width + firstCell;
    for (let at = from; at < from + count; at += 1) size += cells[at] ?? 0;
    return size;
  };
  return [
    groups.map((_, group) => sizeOf(group, 0, 1)),
    ...questions.map(({ firstCell, scale }) => {
      const count = answerCount(scale);
      return groups.map((_, group) => sizeOf(group, firstCell, count));
    }),
  ];
}
