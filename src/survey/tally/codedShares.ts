import { type ByteRun, byteRun, SIGNS } from './byteRun.ts';

/** One key, its codes led to places, so that two codes for one value are one place. */
export interface CodedKey {
  /** The code of each response. */
  readonly codes: ArrayLike<number>;
  /** The value of each place. */
  readonly values: readonly (string | null)[];
  /** The place of each code. */
  readonly placeOfCode: readonly number[];
  /** The place of those without a value. */
  readonly none: number;
}

/** What each code of a key adds to the code of the group. */
export interface CodedShares {
  /** The code of each response. */
  readonly codes: ArrayLike<number>;
  /** Codes below this one are their own places, so that to multiply is enough; 0 where there are none. */
  readonly inOrder: number;
  /** What each place adds. */
  readonly stride: number;
  /** What each code adds. */
  readonly shareOfCode: ArrayLike<number>;
  /** What a code without a value adds. */
  readonly shareOfNone: number;
  /** The codes below `inOrder` as the usual ones; absent where they are not to be told four at a time. */
  readonly usual: ByteRun | undefined;
}

/**
 * What the codes of a key add. Codes that are bytes get a share for every byte, so that each is found at once.
 *
 * @param key - the key
 * @param size - what its second place adds more than its first
 * @param isSmall - whether sums of shares are whole numbers of 32 bits
 */
export function codedShares(
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

/**
 * The shares of one or two keys as those of three, since three are read in one go: the first one stands in for the
 * others and adds nothing.
 */
export function atLeastThree(shares: readonly CodedShares[]): readonly CodedShares[] {
  const [first, second, third] = shares;
  if (first === undefined || third !== undefined) return shares;
  const none = { ...first, stride: 0, shareOfCode: new Int32Array(256), shareOfNone: 0 };
  return [first, second ?? none, none];
}

/** Writes where the cells of each response's group start, where every combination has cells of its own. */
export function writeDense(
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

/** Adds what each response's code of a key adds. */
export function addShares(
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
