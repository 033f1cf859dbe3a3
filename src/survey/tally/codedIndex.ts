import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import type { CodedGroups } from './columns.ts';
import { checkCombinations, type OrderedGroups, orderGroups } from './orderGroups.ts';
import { slotTable } from './slotTable.ts';

/** Finds the groups of responses by the codes of their columns. */
export interface CodedIndex {
  /** Writes the slots of the responses from one position up to another. */
  readonly writeSlots: (from: number, to: number, slots: Int32Array) => void;
  /** How many groups have been met. */
  readonly slots: () => number;
  /** The groups met, in the order of their codes. */
  readonly ordered: () => OrderedGroups;
}

/** Responses are counted in stretches of so many, so that their groups stay in the processor's cache. */
export const STRETCH = 16_384;

/** One key, its codes led to places, so that two codes for one value are one place. */
interface CodedKey {
  readonly codes: ArrayLike<number>;
  readonly placeOfCode: Int32Array;
  readonly values: readonly (string | null)[];
  /** The place of those without a value. */
  readonly none: number;
}

/**
 * Numbers the groups of coded columns as they are met, key by key over a stretch of responses.
 *
 * @param names - the keys
 * @param columns - the codes of each key
 * @param length - how many responses there are
 * @throws ServiceCycleError `invalid-argument` for a key that has no column, or one that is too short
 */
export function codedIndex(
  names: readonly string[],
  columns: { readonly [name: string]: CodedGroups | undefined },
  length: number,
): CodedIndex {
  const keys = names.map((name) => codedKey(name, columns[name], length));
  const { flat, sparse } = slotTable(checkCombinations(keys.map(({ values }) => values.length)));
  const codes = new Float64Array(Math.min(length, STRETCH));
  const walks: number[] = [];
  let met = 0;

  function writeSlots(from: number, to: number, slots: Int32Array): void {
    codes.fill(0);
    for (const key of keys) addPlaces(key, from, to, codes);
    for (let at = 0; at < to - from; at += 1) {
      const code = codes[at] as number;
      const slot = flat === undefined ? (sparse.get(code) ?? -1) : (flat[code] as number);
      slots[at] = slot === -1 ? addSlot(code) : slot;
    }
  }

  function addSlot(code: number): number {
    let rest = code;
    const walk = keys.map(() => 0);
    for (let level = keys.length - 1; level >= 0; level -= 1) {
      const size = keys[level]?.values.length ?? 1;
      walk[level] = rest % size;
      rest = Math.floor(rest / size);
    }
    walks.push(...walk);
    if (flat === undefined) sparse.set(code, met);
    else flat[code] = met;
    met += 1;
    return met - 1;
  }

  return { writeSlots, slots: () => met, ordered: () => orderUsed(names, keys, walks) };
}

/** Goes on from the codes of the keys before. */
function addPlaces(
  { codes, placeOfCode, values, none }: CodedKey,
  from: number,
  to: number,
  sums: Float64Array,
): void {
  const size = values.length;
  const known = placeOfCode.length;
  for (let position = from; position < to; position += 1) {
    const code = codes[position] as number;
    const place = code >= 0 && code < known ? (placeOfCode[code] ?? none) : none;
    sums[position - from] = (sums[position - from] as number) * size + place;
  }
}

function codedKey(name: string, column: CodedGroups | undefined, length: number): CodedKey {
  if (column === undefined || column.codes.length < length) {
    const found = column === undefined ? 'no column' : `${String(column.codes.length)} codes`;
    throw new ServiceCycleError(
      'invalid-argument',
      `by names ${quote(name)}, which has ${found}; expected ${String(length)} codes`,
    );
  }
  const places = new Map<string | null, number>();
  const placeOfCode = Int32Array.from(column.values, (value) => {
    const place = places.get(value) ?? places.size;
    places.set(value, place);
    return place;
  });
  const none = places.get(null) ?? places.size;
  places.set(null, none);
  return { codes: column.codes, placeOfCode, values: [...places.keys()], none };
}

/** The groups in order; values that nobody has are left out, so that rows and columns tally alike. */
function orderUsed(
  names: readonly string[],
  keys: readonly CodedKey[],
  walks: readonly number[],
): OrderedGroups {
  const depth = keys.length;
  const used = keys.map(() => new Map<number, number>());
  const renumbered = walks.map((place, step) => {
    const own = used[step % depth];
    const known = own?.get(place) ?? own?.size ?? 0;
    own?.set(place, known);
    return known;
  });
  const values = used.map((own, level) =>
    [...own.keys()].map((place) => keys[level]?.values[place] ?? null),
  );
  return orderGroups(names, values, renumbered);
}
