import type { ItemBlock } from './itemBlock.ts';
import { HIGH, type PackedPair } from './packedItem.ts';

/**
 * What is known of the block at hand: stretches of {@link BLOCK_WORDS} words, in one array, since engines look
 * anew at every array that they read from. First the totals of the first and third response of each word,
 * then those of the second and fourth, then the points, item by item.
 */
export type PackedBlock = Int32Array;

/** How many words of four responses make a block: a quarter of its length. */
export const BLOCK_WORDS = 128;

/** Where the points start. */
export const POINTS = 256;

/** Every second byte of a word: room for two numbers below 2^16. */
const EVEN = 0x00ff00ff;

/**
 * Reads a block of two items: their points one by one, and what they add to the totals. What `lift` and
 * `outsideBits` do is written out, since engines look at every call anew, however short: that is a quarter
 * of the time.
 *
 * @returns bits the highest of which are set where any answer is not on its scale
 */
export function readPair(
  [a, b]: PackedPair,
  from: number,
  first: number,
  block: PackedBlock,
): number {
  const { words: wordsA, flip: flipA, lowest: lowestA, headroom: headroomA, mask: maskA } = a;
  const { words: wordsB, flip: flipB, lowest: lowestB, headroom: headroomB, mask: maskB } = b;
  const count = BLOCK_WORDS;
  const second = first + count;
  const even = EVEN;
  const high = HIGH;
  let outside = 0;
  let inside = -1;
  for (let at = 0; at < count; at += 1) {
    const codesA = (wordsA[from + at] as number) ^ flipA;
    const codesB = (wordsB[from + at] as number) ^ flipB;
    const liftedA = ((codesA | high) - lowestA) | 0;
    const liftedB = ((codesB | high) - lowestB) | 0;
    const pointsA = liftedA & maskA;
    const pointsB = liftedB & maskB;
    inside &= liftedA & liftedB;
    outside |= codesA | codesB | (pointsA + headroomA) | (pointsB + headroomB);
    block[first + at] = pointsA;
    block[second + at] = pointsB;
    const both = (pointsA + pointsB) | 0;
    block[at] = ((block[at] as number) + (both & even)) | 0;
    block[count + at] = ((block[count + at] as number) + ((both >>> 8) & even)) | 0;
  }
  return outside | ~inside;
}

/**
 * Adds a block of two items to the sums. By now the halves of each word of totals are exchanged, so that the
 * upper half of a product has both products of an answer and its total; squares exchange their own:
 *
 *     (a + b·2^16)(d + c·2^16) = a·d + (a·c + b·d)·2^16 + ..., of which 32 bits are kept
 */
export function sumPair(into: ItemBlock, place: number, block: PackedBlock): void {
  const count = BLOCK_WORDS;
  const first = POINTS + place * count;
  const second = first + count;
  const even = EVEN;
  let sumA = 0;
  let sumB = 0;
  let squareA = 0;
  let squareB = 0;
  let productA = 0;
  let productB = 0;
  for (let at = 0; at < count; at += 1) {
    const pointsA = block[first + at] as number;
    const pointsB = block[second + at] as number;
    const evenTotal = block[at] as number;
    const oddTotal = block[count + at] as number;
    const evenA = pointsA & even;
    const evenB = pointsB & even;
    const oddA = (pointsA >>> 8) & even;
    const oddB = (pointsB >>> 8) & even;
    sumA = (sumA + evenA + oddA) | 0;
    sumB = (sumB + evenB + oddB) | 0;
    squareA += Math.imul(evenA, (evenA << 16) | (evenA >>> 16)) >>> 16;
    squareA += Math.imul(oddA, (oddA << 16) | (oddA >>> 16)) >>> 16;
    squareB += Math.imul(evenB, (evenB << 16) | (evenB >>> 16)) >>> 16;
    squareB += Math.imul(oddB, (oddB << 16) | (oddB >>> 16)) >>> 16;
    productA += Math.imul(evenA, evenTotal) >>> 16;
    productA += Math.imul(oddA, oddTotal) >>> 16;
    productB += Math.imul(evenB, evenTotal) >>> 16;
    productB += Math.imul(oddB, oddTotal) >>> 16;
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

/** Exchanges the halves of the totals. */
export function swapTotals(block: PackedBlock): void {
  for (let at = 0; at < POINTS; at += 1) {
    const word = block[at] as number;
    block[at] = (word << 16) | (word >>> 16);
  }
}
