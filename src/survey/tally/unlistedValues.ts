import type { Tally, UnlistedValues } from '../types.ts';
import { addCells, addWeights } from './addCells.ts';
import { LISTED_INVALID_ANSWERS } from './invalidList.ts';
import { byValue, orderGroups } from './orderGroups.ts';
import { walkOf } from './walkOf.ts';

/** The values that a key may have; a key that is not here may have any. */
export type AllowedValues = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Leaves those with a value that is not allowed without a group, and says how many they are and what
 * was found.
 */
export function foldUnlisted<QuestionId extends string, Key extends string>(
  tally: Tally<QuestionId, Key>,
  allowed: AllowedValues,
): Tally<QuestionId, Key> {
  const { by, groups, width, cells, weights } = tally;
  const isUnlisted = by.map(({ name, values }) => {
    const own = allowed.get(name);
    return values.map((value) => value !== null && own !== undefined && !own.has(value));
  });
  if (!isUnlisted.some((list) => list.includes(true))) return tally;
  const counts = by.map(({ values }) => values.map(() => 0));
  const walk = new Array<number>(by.length).fill(0);
  // Behind the values of each key there is a place for no value.
  const values = by.map((key) => [...key.values, null]);
  const walks: number[] = [];
  for (const [group, code] of groups.entries()) {
    walkOf(by, code, walk);
    for (const [level, place] of walk.entries()) {
      const list = counts[level] as number[];
      list[place] = (list[place] as number) + (cells[group * width] as number);
      const isNone = isUnlisted[level]?.[place] === true || by[level]?.values[place] === null;
      walks.push(isNone ? (values[level] as unknown[]).length - 1 : place);
    }
  }
  const slotOf = new Map<string, number>();
  const unique: number[] = [];
  const slots = groups.map((_, group) => {
    const own = walks.slice(group * by.length, (group + 1) * by.length);
    const name = own.join(' ');
    const slot = slotOf.get(name) ?? slotOf.size;
    if (!slotOf.has(name)) unique.push(...own);
    slotOf.set(name, slot);
    return slot;
  });
  const ordered = orderGroups(
    by.map(({ name }) => name),
    values,
    unique,
  );
  const startOf = new Map(ordered.slots.map((slot, place) => [slot, place * width]));
  const starts = slots.map((slot) => startOf.get(slot) as number);
  const length = ordered.groups.length;
  return {
    ...tally,
    by: ordered.by as Tally<QuestionId, Key>['by'],
    groups: ordered.groups,
    cells: addCells(tally, starts, length * width) ?? [],
    ...(weights && { weights: addWeights([weights], [starts], length, width) }),
    unlisted: addUnlisted([
      tally,
      {
        unlisted: by.map(({ name, values: met }, level): UnlistedValues<Key> => {
          const found = met.flatMap((value, place) =>
            value !== null && isUnlisted[level]?.[place] === true
              ? [{ value, responses: counts[level]?.[place] ?? 0 }]
              : [],
          );
          return {
            key: name,
            responses: found.reduce((sum, { responses }) => sum + responses, 0),
            values: found,
          };
        }),
      },
    ]),
  };
}

/** The values of several tallies that are not allowed, key by key. */
export function addUnlisted<Key extends string>(
  tallies: readonly Pick<Tally<string, Key>, 'unlisted'>[],
): readonly UnlistedValues<Key>[] {
  const all = tallies.flatMap(({ unlisted }) => unlisted ?? []);
  return [...new Set(all.map(({ key }) => key))].flatMap((key): UnlistedValues<Key>[] => {
    const own = all.filter((each) => each.key === key);
    const counts = new Map<string, number>();
    for (const { values } of own) {
      for (const { value, responses } of values)
        counts.set(value, (counts.get(value) ?? 0) + responses);
    }
    const responses = own.reduce((sum, each) => sum + each.responses, 0);
    const values = [...counts]
      .map(([value, responses]) => ({ value, responses }))
      .sort((a, b) => byValue(a.value, b.value))
      .slice(0, LISTED_INVALID_ANSWERS);
    return responses === 0 ? [] : [{ key, responses, values }];
  });
}
