import { walksOf } from '../tally/walkOf.ts';
import { isFew, sizeIn } from './exposure.ts';
import type { CountedGroups, CountLayout } from './lattice.ts';

/**
 * The questions, by number from 1, of which the groups by single keys alone tell what was said in a small
 * group by several keys, even if nobody shows which of these there are.
 *
 * Where k sums of one number N of answers are known, a count that is in all of them is at least their sum
 * less (k - 1)N and at most the smallest (Fréchet). These meet, above 0, only where all sums but one are N:
 * where all who gave the answer have one value of a key, the groups by any other key tell them apart.
 */
export function toldAcross(
  { by, groups, cells }: CountedGroups,
  layout: CountLayout,
  minimum: number,
): readonly number[] {
  const depth = by.length;
  const walks = walksOf(
    groups,
    by.map(({ values }) => values.length),
  );
  const placeAt = (group: number, key: number): number => walks[group * depth + key] as number;
  const isTold = (holders: readonly number[], family: number): boolean => {
    for (let key = 0; key < depth; key += 1) {
      const place = placeAt(holders[0] ?? 0, key);
      if (!holders.every((group) => placeAt(group, key) === place)) continue;
      for (let other = 0; other < depth; other += 1) {
        if (other === key) continue;
        const sizes = new Map<number, number>();
        for (let group = 0; group < groups.length; group += 1) {
          if (placeAt(group, key) !== place) continue;
          const own = placeAt(group, other);
          const size = sizeIn(cells, group * layout.width, layout, family);
          sizes.set(own, (sizes.get(own) ?? 0) + size);
        }
        if (holders.some((group) => isFew(sizes.get(placeAt(group, other)) ?? 0, minimum)))
          return true;
      }
    }
    return false;
  };
  const holdersOf = (countAt: (start: number) => number): readonly number[] =>
    [...groups.keys()].filter((group) => countAt(group * layout.width) > 0);
  return layout.questions.flatMap(({ firstCell, answers }, at) => {
    const lists = [holdersOf((start) => sizeIn(cells, start, layout, at + 1))];
    for (let answer = 0; answer < answers; answer += 1) {
      lists.push(holdersOf((start) => cells[start + firstCell + answer] as number));
    }
    const told = lists.some((holders) => holders.length > 0 && isTold(holders, at + 1));
    return told ? [at + 1] : [];
  });
}
