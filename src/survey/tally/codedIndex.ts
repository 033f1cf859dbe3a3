import { quote } from '../../shared/quote.ts';
import { isList } from '../../shared/refuse.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { isObject } from './checkColumns.ts';
import {
  addShares,
  atLeastThree,
  type CodedKey,
  type CodedShares,
  codedShares,
  writeDense,
} from './codedShares.ts';
import type { CodedGroups } from './columns.ts';
import { groupValue } from './groupValue.ts';
import { checkCombinations, type OrderedGroups, orderGroups } from './orderGroups.ts';
import { type SlotTable, slotTable } from './slotTable.ts';
import { walksOf } from './walkOf.ts';

/**
 * Finds the groups of responses by the codes of their columns. It is no set of functions that close over
 * what they need: engines forget what they made of such ones as soon as they are out of use.
 */
export interface CodedIndex {
  /** The keys. */
  readonly names: readonly string[];
  /** The values of each key. */
  readonly values: readonly (readonly (string | null)[])[];
  /** How many these are. */
  readonly sizes: readonly number[];
  /** How many cells a group has. */
  readonly width: number;
  /** What the codes of each key add: to where the cells of a group start, or to its code. */
  readonly shares: readonly CodedShares[];
  /** How many combinations of values there are. */
  readonly combinations: number;
  /** The slot of each code met; absent where every combination has cells of its own. */
  readonly table: SlotTable | undefined;
  /** The codes met, slot by slot; none where every combination has cells of its own. */
  readonly met: number[];
}

/** All combinations have cells of their own where these are at most so many, 16 MB. */
const ALL_CELLS = 4_194_304;

/** So many cells are made whatever the number of responses. */
const MANY_CELLS = 65_536;

/**
 * An index of coded columns, no group met yet. The cells of the first group start at `width`, those of the
 * second at twice that, and so on.
 *
 * @param names - the keys
 * @param columns - the codes of each key
 * @param length - how many responses there are
 * @param width - how many cells a group has
 * @throws ServiceCycleError `invalid-argument` for a key that has no column, or one that is too short
 */
export function codedIndex(
  names: readonly string[],
  columns: { readonly [name: string]: CodedGroups | undefined },
  length: number,
  width: number,
): CodedIndex {
  const keys = names.map((name) => codedKey(name, columns[name], length));
  const sizes = keys.map(({ values }) => values.length);
  const combinations = checkCombinations(sizes);
  // Where every combination can have cells of its own, its code says where they are.
  const isDense = combinations * width <= Math.max(MANY_CELLS, Math.min(ALL_CELLS, 64 * length));
  const table = isDense ? undefined : slotTable(combinations);
  const isSmall = isDense || table?.flat !== undefined;
  const shares = keys.map((key, level) =>
    codedShares(key, checkCombinations(sizes.slice(level + 1)) * (isDense ? width : 1), isSmall),
  );
  const values = keys.map((key) => key.values);
  return {
    names,
    values,
    sizes,
    width,
    shares: isDense ? atLeastThree(shares) : shares,
    combinations,
    table,
    met: [],
  };
}

/** Writes where the cells of each response's group start, from one position up to another. */
export function writeStarts(index: CodedIndex, from: number, to: number, starts: Int32Array): void {
  if (index.table === undefined) writeDense(index.shares, index.width, from, to, starts);
  else writeMet(index, index.table, from, to, starts);
}

/** How many groups have cells so far. */
export function slotsOf({ table, combinations, met }: CodedIndex): number {
  return table === undefined ? combinations : met.length;
}

/** The groups that have any responses, in the order of their codes. */
export function orderedSlots(
  { names, values, sizes, table, met }: CodedIndex,
  responses: Float64Array,
): OrderedGroups {
  if (names.length === 0) return orderGroups([], [], []);
  const used = slotsInUse(responses);
  const codes = table === undefined ? used : used.map((slot) => met[slot] as number);
  const { slots, ...ordered } = orderGroups(names, values, walksOf(codes, sizes));
  return { ...ordered, slots: slots.map((at) => used[at] ?? 0) };
}

function slotsInUse(responses: Float64Array): number[] {
  const used: number[] = [];
  for (let slot = 0; slot < responses.length; slot += 1) {
    if ((responses[slot] as number) > 0) used.push(slot);
  }
  return used;
}

/** The same where groups get their cells as they are met. */
function writeMet(
  { shares, width, met }: CodedIndex,
  { flat, sparse }: SlotTable,
  from: number,
  to: number,
  starts: Int32Array,
): void {
  const codes = flat === undefined ? new Float64Array(to - from) : starts;
  codes.fill(0);
  for (const share of shares) addShares(share, from, to, codes);
  for (let at = 0; at < to - from; at += 1) {
    const code = codes[at] as number;
    let slot = flat === undefined ? (sparse.get(code) ?? -1) : (flat[code] as number);
    if (slot === -1) {
      slot = met.push(code) - 1;
      if (flat === undefined) sparse.set(code, slot);
      else flat[code] = slot;
    }
    starts[at] = slot * width + width;
  }
}

function codedKey(name: string, column: CodedGroups | undefined, length: number): CodedKey {
  const codes = isObject(column) && isObject(column.codes) ? column.codes : undefined;
  if (column === undefined || codes === undefined || !(codes.length >= length)) {
    const found = codes === undefined ? 'no column' : `${quote(codes.length)} codes`;
    throw new ServiceCycleError(
      'invalid-argument',
      `by names ${quote(name)}, which has ${found}; expected ${length} codes`,
    );
  }
  if (!isListOfValues(column.values)) {
    throw new ServiceCycleError(
      'invalid-argument',
      `by names ${quote(name)}, found ${quote(column.values)} as its values, expected a list of texts or null`,
    );
  }
  const places = new Map<string | null, number>();
  const placeOfCode = column.values.map(groupValue).map((value) => {
    const place = places.get(value) ?? places.size;
    places.set(value, place);
    return place;
  });
  const none = places.get(null) ?? places.size;
  places.set(null, none);
  return { codes, placeOfCode, values: [...places.keys()], none };
}

function isListOfValues(values: unknown): boolean {
  return isList(values) && values.every((value) => value === null || typeof value === 'string');
}
