import { quote } from '../../shared/quote.ts';
import { isList } from '../../shared/refuse.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { type ByteRun, byteRun, SIGNS } from './byteRun.ts';
import { isObject } from './checkColumns.ts';
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

/** One key, its codes led to places, so that two codes for one value are one place. */
interface CodedKey {
  readonly codes: ArrayLike<number>;
  readonly values: readonly (string | null)[];
  readonly placeOfCode: readonly number[];
  /** The place of those without a value. */
  readonly none: number;
}

/** What each code of a key adds to the code of the group. */
interface CodedShares {
  readonly codes: ArrayLike<number>;
  /** Codes below this one are their own places, so that to multiply is enough; 0 where there are none. */
  readonly inOrder: number;
  /** What each place adds. */
  readonly stride: number;
  readonly shareOfCode: ArrayLike<number>;
  readonly shareOfNone: number;
  /** The codes below `inOrder` as the usual ones; absent where they are not to be told four at a time. */
  readonly usual: ByteRun | undefined;
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
  // Where one or two keys are all, the first one stands in for the others and adds nothing: three are read in one go.
  const [first] = shares;
  while (isDense && first !== undefined && shares.length < 3)
    shares.push({ ...first, stride: 0, shareOfCode: new Int32Array(256), shareOfNone: 0 });
  return { names, values, sizes, width, shares, combinations, table, met: [] };
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

/** Writes where the cells of each response's group start, where every combination has cells of its own. */
function writeDense(
  shares: readonly CodedShares[],
  base: number,
  from: number,
  to: number,
  starts: Int32Array,
): void {
  const [a, b, c] = shares;
  if (a === undefined || b === undefined || c === undefined) {
    starts.fill(base, 0, to - from);
    for (const share of shares) addShares(share, from, to, starts);
    return;
  }
  const isWritten =
    to % 4 === 0 &&
    isUsual(a) &&
    isUsual(b) &&
    isUsual(c) &&
    writeUsual(a, b, c, base, from, to, starts);
  if (!isWritten) writeThree(a, b, c, base, from, to, starts);
  for (let at = 3; at < shares.length; at += 1) {
    addShares(shares[at] as CodedShares, from, to, starts);
  }
}

/** A key whose codes can be told four at a time. */
type UsualShares = CodedShares & { readonly usual: ByteRun };

function isUsual(shares: CodedShares): shares is UsualShares {
  return shares.usual !== undefined;
}

/**
 * Three keys in one go, every code taken for its own place; codes are read four at a time.
 *
 * @returns whether they were
 */
function writeUsual(
  { usual: runA, stride: strideA }: UsualShares,
  { usual: runB, stride: strideB }: UsualShares,
  { usual: runC, stride: strideC }: UsualShares,
  base: number,
  from: number,
  to: number,
  starts: Int32Array,
): boolean {
  const { words: wordsA, above: aboveA } = runA;
  const { words: wordsB, above: aboveB } = runB;
  const { words: wordsC, above: aboveC } = runC;
  let signs = 0;
  for (let first = from; first < to; first += 4) {
    const x = wordsA[first >>> 2] as number;
    const y = wordsB[first >>> 2] as number;
    const z = wordsC[first >>> 2] as number;
    signs |= x | (x + aboveA) | y | (y + aboveB) | z | (z + aboveC);
    const at = first - from;
    starts[at] =
      base +
      Math.imul(x & 0xff, strideA) +
      Math.imul(y & 0xff, strideB) +
      Math.imul(z & 0xff, strideC);
    starts[at + 1] =
      base +
      Math.imul((x >>> 8) & 0xff, strideA) +
      Math.imul((y >>> 8) & 0xff, strideB) +
      Math.imul((z >>> 8) & 0xff, strideC);
    starts[at + 2] =
      base +
      Math.imul((x >>> 16) & 0xff, strideA) +
      Math.imul((y >>> 16) & 0xff, strideB) +
      Math.imul((z >>> 16) & 0xff, strideC);
    starts[at + 3] =
      base +
      Math.imul(x >>> 24, strideA) +
      Math.imul(y >>> 24, strideB) +
      Math.imul(z >>> 24, strideC);
  }
  return (signs & SIGNS) === 0;
}

/** Three keys in one go; whole numbers of 32 bits hold all there is. */
function writeThree(
  { codes: a, inOrder: inA, stride: strideA, shareOfCode: shareOfA, shareOfNone: noA }: CodedShares,
  { codes: b, inOrder: inB, stride: strideB, shareOfCode: shareOfB, shareOfNone: noB }: CodedShares,
  { codes: c, inOrder: inC, stride: strideC, shareOfCode: shareOfC, shareOfNone: noC }: CodedShares,
  base: number,
  from: number,
  to: number,
  starts: Int32Array,
): void {
  for (let position = from; position < to; position += 1) {
    const x = a[position] as number;
    const y = b[position] as number;
    const z = c[position] as number;
    starts[position - from] =
      base +
      (x < inA ? Math.imul(x, strideA) : (shareOfA[x] ?? noA)) +
      (y < inB ? Math.imul(y, strideB) : (shareOfB[y] ?? noB)) +
      (z < inC ? Math.imul(z, strideC) : (shareOfC[z] ?? noC));
  }
}

function addShares(
  { codes, inOrder, stride, shareOfCode, shareOfNone }: CodedShares,
  from: number,
  to: number,
  sums: Float64Array | Int32Array,
): void {
  for (let position = from; position < to; position += 1) {
    const code = codes[position] as number;
    const share = code < inOrder ? code * stride : (shareOfCode[code] ?? shareOfNone);
    sums[position - from] = (sums[position - from] as number) + share;
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

/** Codes that are bytes get a share for every byte, so that each is found at once. */
function codedShares(
  { codes, placeOfCode, none }: CodedKey,
  size: number,
  isSmall: boolean,
): CodedShares {
  const length = codes instanceof Uint8Array ? 256 : placeOfCode.length;
  const table = isSmall ? new Int32Array(length) : new Float64Array(length);
  for (const code of table.keys()) table[code] = (placeOfCode[code] ?? none) * size;
  const firstOther = placeOfCode.findIndex((place, code) => place !== code);
  const areWhole = codes instanceof Uint8Array || codes instanceof Uint16Array;
  const inOrder = areWhole ? (firstOther === -1 ? placeOfCode.length : firstOther) : 0;
  const usual = codes instanceof Uint8Array ? byteRun(codes, 0, inOrder - 1) : undefined;
  return { codes, inOrder, stride: size, shareOfCode: table, shareOfNone: none * size, usual };
}
