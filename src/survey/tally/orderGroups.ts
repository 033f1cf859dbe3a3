import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import type { GroupingKey } from '../types.ts';

/** Groups in the order of their codes. */
export interface OrderedGroups {
  /** The keys, each with the values met, sorted. */
  readonly by: readonly GroupingKey[];
  /** The codes, ascending. */
  readonly groups: readonly number[];
  /** Where each code came from: its slot among the walks. */
  readonly slots: readonly number[];
}

/**
 * Gives groups their canonical form, so that the same responses give the same tally in whatever order
 * they come: values sorted, each group coded by the places of its values in mixed radix, codes
 * ascending.
 *
 * @param names - the keys
 * @param values - the values of each key, in the order met
 * @param walks - for each group the places of its values, one after another
 */
export function orderGroups(
  names: readonly string[],
  values: readonly (readonly (string | null)[])[],
  walks: ArrayLike<number>,
): OrderedGroups {
  const depth = names.length;
  if (depth === 0) return { by: [], groups: [0], slots: [0] };
  const sorted = values.map((list) => list.toSorted(byValue));
  checkCombinations(sorted.map(({ length }) => length));
  const ranks = values.map((list, level) => {
    const rankOf = new Map(sorted[level]?.map((value, rank) => [value, rank]));
    return list.map((value) => rankOf.get(value) ?? 0);
  });
  const count = walks.length / depth;
  const codes = new Float64Array(count);
  for (let slot = 0; slot < count; slot += 1) {
    let code = 0;
    for (let level = 0; level < depth; level += 1) {
      const place = walks[slot * depth + level] ?? 0;
      code = code * (sorted[level]?.length ?? 1) + (ranks[level]?.[place] ?? 0);
    }
    codes[slot] = code;
  }
  const slots = Array.from(codes, (_, slot) => slot).sort(
    (a, b) => (codes[a] ?? 0) - (codes[b] ?? 0),
  );
  return {
    by: names.map((name, level) => ({ name, values: sorted[level] ?? [] })),
    groups: slots.map((slot) => codes[slot] ?? 0),
    slots,
  };
}

/** How many combinations of values there can be; refused when numbers cannot tell them apart. */
export function checkCombinations(sizes: readonly number[]): number {
  const combinations = sizes.reduce((product, size) => product * size, 1);
  if (combinations <= Number.MAX_SAFE_INTEGER) return combinations;
  throw new ServiceCycleError(
    'invalid-argument',
    `by has ${String(combinations)} combinations of values; expected at most 2^53 - 1`,
  );
}

/** The order of values: without a value first, then by code unit. */
export function byValue(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  return a < b ? -1 : 1;
}
