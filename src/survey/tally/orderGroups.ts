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
  const ranked = values.map((list, level) =>
    rankUsed(list, usedPlaces(walks, level, depth, list.length)),
  );
  const sizes = ranked.map(({ sorted }) => sorted.length);
  const combinations = checkCombinations(sizes);
  const codes = new Float64Array(walks.length / depth);
  for (const [level, { rankOfPlace }] of ranked.entries()) {
    addRanks(codes, walks, level, depth, sizes[level] as number, rankOfPlace);
  }
  const slots = slotsInOrder(codes, combinations);
  return {
    by: names.map((name, level) => ({ name, values: ranked[level]?.sorted ?? [] })),
    groups: slots.map((slot) => codes[slot] as number),
    slots,
  };
}

/** Appends a key to the codes of the keys before it. */
function addRanks(
  codes: Float64Array,
  walks: ArrayLike<number>,
  level: number,
  depth: number,
  size: number,
  rankOfPlace: Uint32Array,
): void {
  for (let slot = 0; slot < codes.length; slot += 1) {
    const rank = rankOfPlace[walks[slot * depth + level] as number] as number;
    codes[slot] = (codes[slot] as number) * size + rank;
  }
}

/** Which places of a key any group has; values that nobody has are left out. */
function usedPlaces(
  walks: ArrayLike<number>,
  level: number,
  depth: number,
  places: number,
): Uint8Array {
  const used = new Uint8Array(places);
  for (let step = level; step < walks.length; step += depth) used[walks[step] as number] = 1;
  return used;
}

/** The values of a key in order, and the rank of each place among them. */
function rankUsed(
  values: readonly (string | null)[],
  used: Uint8Array,
): { readonly sorted: readonly (string | null)[]; readonly rankOfPlace: Uint32Array } {
  const sorted = values.filter((_, place) => used[place] === 1).toSorted(byValue);
  const rankOf = new Map(sorted.map((value, rank) => [value, rank]));
  return { sorted, rankOfPlace: Uint32Array.from(values, (value) => rankOf.get(value) ?? 0) };
}

/** The slots in the order of their codes: read off a table of all codes where those are not many more. */
function slotsInOrder(codes: Float64Array, combinations: number): readonly number[] {
  const slots = new Array<number>(codes.length);
  let isInOrder = true;
  for (let slot = 0; slot < codes.length; slot += 1) {
    slots[slot] = slot;
    isInOrder &&= slot === 0 || (codes[slot] as number) > (codes[slot - 1] as number);
  }
  if (isInOrder) return slots;
  if (combinations > 16 * codes.length) {
    return slots.sort((a, b) => (codes[a] as number) - (codes[b] as number));
  }
  const slotOf = new Int32Array(combinations).fill(-1);
  for (let slot = 0; slot < codes.length; slot += 1) slotOf[codes[slot] as number] = slot;
  let next = 0;
  for (let code = 0; code < combinations; code += 1) {
    const slot = slotOf[code] as number;
    if (slot === -1) continue;
    slots[next] = slot;
    next += 1;
  }
  return slots;
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
