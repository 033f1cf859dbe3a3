import type { ItemReader } from './itemReader.ts';

/** One column, four answers to a word, and what turns a word of codes into a word of points. */
export interface PackedItem {
  /** The codes one by one. */
  readonly codes: Uint8Array;
  /** The codes four by four. */
  readonly words: Int32Array;
  /** All bits but the highest of a byte where the scale is reversed: then code turns into 127 - code. */
  readonly flip: number;
  /** The code of 0 points, four times. */
  readonly lowest: number;
  /** What lifts the highest answer to 127, four times. */
  readonly headroom: number;
  /** All bits but the highest of a byte; none where the item is only there to make an even number. */
  readonly mask: number;
}

/** Items are taken by twos, since both share what is read and written of the totals. */
export type PackedPair = readonly [PackedItem, PackedItem];

/** The highest bit of each byte: 0x80808080 as a whole number of 32 bits. */
export const HIGH = -0x7f7f7f80;

/** All bits but the highest of each byte. */
const LOW = 0x7f7f7f7f;

/**
 * Packs a column of bytes.
 *
 *     points   p = ((code | 128) - lowest) mod 128, which borrows nothing from its neighbour
 *     outside  code > 127, or no 128 left after the subtraction, or p + headroom > 127
 *
 * @returns nothing where the column holds no bytes, or its scale is not whole numbers within 0 to 127 in
 * steps of 1
 */
export function packColumn(
  { placer, perStep, blank = -1 }: ItemReader,
  codes: ArrayLike<unknown> | undefined,
): PackedItem | undefined {
  const { min, top, step } = placer;
  const isOfBytes = Number.isInteger(min) && min >= 0 && min + top <= 127 && step === 1;
  const isPlain = Math.abs(perStep) === 1 && !(blank >= min && blank <= min + top);
  if (!(codes instanceof Uint8Array && isOfBytes && isPlain)) return undefined;
  return {
    codes,
    words: wordsOf(codes),
    flip: perStep < 0 ? LOW : 0,
    lowest: fourTimes(perStep < 0 ? 127 - min - top : min),
    headroom: fourTimes(127 - top),
    mask: LOW,
  };
}

/** The items by twos, the last one with itself where their number is odd. */
export function inPairs(items: readonly PackedItem[]): readonly PackedPair[] {
  const pairs: PackedPair[] = [];
  for (let place = 0; place < items.length; place += 2) {
    const first = items[place] as PackedItem;
    pairs.push([first, items[place + 1] ?? { ...first, mask: 0 }]);
  }
  return pairs;
}

/** Codes less the lowest, each lifted by 128 so that it has something to borrow from. */
export function lift(codes: number, lowest: number): number {
  return ((codes | HIGH) - lowest) | 0;
}

/** The highest bit of a byte is set where its code is not on the scale; the others mean nothing. */
export function outsideBits(codes: number, lifted: number, headroom: number): number {
  return codes | ~lifted | ((lifted & LOW) + headroom);
}

function fourTimes(byte: number): number {
  return Math.imul(byte, 0x01010101);
}

/** The bytes four by four; words can only stand where a multiple of four bytes precedes them. */
function wordsOf(codes: Uint8Array): Int32Array {
  const aligned = codes.byteOffset % 4 === 0 ? codes : codes.slice();
  return new Int32Array(aligned.buffer, aligned.byteOffset, Math.floor(aligned.length / 4));
}
