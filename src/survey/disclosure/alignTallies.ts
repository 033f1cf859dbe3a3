import { byValue, checkCombinations } from '../tally/orderGroups.ts';
import { walkOf } from '../tally/walkOf.ts';
import type { GroupingKey, Tally } from '../types.ts';
import { sizeIn } from './exposure.ts';
import type { CountedGroups, CountLayout } from './lattice.ts';

/** What of a tally is looked at here: its groups and their counts. */
export type GroupedCounts = Pick<Tally, 'by' | 'groups' | 'width' | 'cells'>;

/**
 * The groups with a value of each key, coded by the values that several tallies have together. Those
 * without a value are no group: what they said is taken for known, so that nobody is hidden behind them. Nor
 * is one of which every answer is invalid: nobody in it said anything that could be worked out.
 */
export interface AlignedTally extends CountedGroups {
  /** The position of each group, by its number. */
  readonly positions: ReadonlyMap<number, number>;
}

/** Brings tallies with the same questions and keys to the same codes, and leaves out who has no group. */
export function alignTallies(
  tallies: readonly GroupedCounts[],
  layout: CountLayout,
): readonly AlignedTally[] {
  const [first] = tallies;
  const by = (first?.by ?? []).map(({ name }, level): GroupingKey => {
    const values = new Set(tallies.flatMap((tally) => tally.by[level]?.values ?? []));
    values.delete(null);
    return { name, values: [...values].toSorted(byValue) };
  });
  checkCombinations(by.map(({ values }) => values.length));
  return tallies.map((tally) => align(tally, by, layout));
}

function align(
  tally: GroupedCounts,
  by: readonly GroupingKey[],
  layout: CountLayout,
): AlignedTally {
  const { width, cells } = tally;
  const places = tally.by.map(({ values }, level) => {
    const placeOf = new Map(by[level]?.values.map((value, place) => [value, place]));
    return values.map((value) => placeOf.get(value) ?? -1);
  });
  const walk = new Array<number>(by.length).fill(0);
  const groups: number[] = [];
  const kept: number[] = [];
  for (const [group, code] of tally.groups.entries()) {
    walkOf(tally.by, code, walk);
    let aligned = 0;
    for (let level = 0; level < walk.length; level += 1) {
      const place = places[level]?.[walk[level] as number] ?? -1;
      aligned = place < 0 || aligned < 0 ? -1 : aligned * (by[level]?.values.length ?? 1) + place;
    }
    if (aligned < 0 || sizeIn(cells, group * width, layout, 0) === 0) continue;
    groups.push(aligned);
    kept.push(group);
  }
  const own = new Float64Array(groups.length * width);
  for (const [position, group] of kept.entries()) {
    for (let cell = 0; cell < width; cell += 1) {
      own[position * width + cell] = cells[group * width + cell] as number;
    }
  }
  return {
    by,
    groups,
    cells: own,
    positions: new Map(groups.map((group, position) => [group, position])),
  };
}
