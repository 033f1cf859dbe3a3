import type { ItemBlock } from './itemBlock.ts';
import { lift, outsideBits, type PackedPair } from './packedItem.ts';

/** What is known of the block at hand. */
export interface PackedBlock {
  /** The points, item by item. */
  readonly points: Int32Array;
  /** The totals of the first and third response of each word. */
  readonly evenTotals: Int32Array;
  /** The totals of the second and fourth. */
  readonly oddTotals: Int32Array;
  /** The highest bit of a byte is set where a response lacks an answer. */
  readonly outside: Int32Array;
}

/** How many words of four responses make a block: a quarter of its length. */
export const BLOCK_WORDS = 128;

/** Every second byte of a word: room for two numbers below 2^16. */
const EVEN = 0x00ff00ff;

/**
 * Reads a block of two items: their points one by one, and what they add to the totals.
 *
 * @returns bits that are set where an answer is not on its scale, see {@link outsideBits}
 */
export function readPair(
  [a, b]: PackedPair,
  from: number,
  first: number,
  { points, evenTotals, oddTotals }: PackedBlock,
): number {
  const { words: wordsA, flip: flipA, lowest: lowestA, headroom: headroomA, mask: maskA } = a;
  const { words: wordsB, flip: flipB, lowest: lowestB, headroom: headroomB, mask: maskB } = b;
  const count = BLOCK_WORDS;
  const second = first + count;
  const even = EVEN;
  let outside = 0;
  for (let at = 0; at < count; at += 1) {
    const codesA = (wordsA[from + at] as number) ^ flipA;
    const codesB = (wordsB[from + at] as number) ^ flipB;
    const liftedA = lift(codesA, lowestA);
    const liftedB = lift(codesB, lowestB);
    const pointsA = liftedA & maskA;
    const pointsB = liftedB & maskB;
    outside |= outsideBits(codesA, liftedA, headroomA) | outsideBits(codesB, liftedB, headroomB);
    points[first + at] = pointsA;
    points[second + at] = pointsB;
    const both = (pointsA + pointsB) | 0;
    evenTotals[at] = ((evenTotals[at] as number) + (both & even)) | 0;
    oddTotals[at] = ((oddTotals[at] as number) + ((both >>> 8) & even)) | 0;
  }
  return outside;
}

/**
 * Adds a block of two items to the sums. By now the halves of each word of totals are exchanged:
 *
 *     (a + b·2^16)(d + c·2^16) = a·d + (a·c + b·d)·2^16 + ...: the upper half of 32 bits
 */
export function sumPair(
  into: ItemBlock,
  place: number,
  { points, evenTotals, oddTotals }: PackedBlock,
): void {
  const count = BLOCK_WORDS;
  const first = place * count;
  const second = first + count;
  const even = EVEN;
  let sumA = 0;
  let sumB = 0;
  let squareA = 0;
  let squareB = 0;
  let productA = 0;
  let productB = 0;
  for (let at = 0; at < count; at += 1) {
    const evenA = (points[first + at] as number) & even;
    const evenB = (points[second + at] as number) & even;
    const oddA = ((points[first + at] as number) >>> 8) & even;
    const oddB = ((points[second + at] as number) >>> 8) & even;
    const evenTotal = evenTotals[at] as number;
    const oddTotal = oddTotals[at] as number;
    sumA = (sumA + evenA + oddA) | 0;
    sumB = (sumB + evenB + oddB) | 0;
    squareA = (squareA + upperProduct(evenA, swap(evenA)) + upperProduct(oddA, swap(oddA))) | 0;
    squareB = (squareB + upperProduct(evenB, swap(evenB)) + upperProduct(oddB, swap(oddB))) | 0;
    productA = (productA + upperProduct(evenA, evenTotal) + upperProduct(oddA, oddTotal)) | 0;
    productB = (productB + upperProduct(evenB, evenTotal) + upperProduct(oddB, oddTotal)) | 0;
  }
  addSums(into, place, sumA, squareA, productA);
  if (place + 1 < into.sums.length) addSums(into, place + 1, sumB, squareB, productB);
}

function addSums(
  { sums, squares, withTotal }: ItemBlock,
  place: number,
  sum: number,
  square: number,
  product: number,
): void {
  sums[place] = (sums[place] as number) + (sum & 0xffff) + (sum >>> 16);
  squares[place] = (squares[place] as number) + square;
  withTotal[place] = (withTotal[place] as number) + product;
}

/** Of words with two numbers each, a + b·2^16 and d + c·2^16: a·c + b·d. */
function upperProduct(word: number, swapped: number): number {
  return Math.imul(word, swapped) >>> 16;
}

/** The halves of a word exchanged. */
function swap(word: number): number {
  return (word << 16) | (word >>> 16);
}

/** Exchanges the halves of every word. */
export function swapAll(words: Int32Array): void {
  for (let at = 0; at < words.length; at += 1) words[at] = swap(words[at] as number);
}
