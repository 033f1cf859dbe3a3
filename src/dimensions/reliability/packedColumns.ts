import { BLOCK_LENGTH, type ItemBlock } from './itemBlock.ts';
import { INVALID, type ItemReader, readPoints } from './itemReader.ts';
import {
  HIGH,
  inPairs,
  lift,
  outsideBits,
  type PackedItem,
  type PackedPair,
  packColumn,
} from './packedItem.ts';
import {
  BLOCK_WORDS,
  type PackedBlock,
  POINTS,
  readPair,
  sumPair,
  swapTotals,
} from './packedSums.ts';

/** Columns of bytes, added up four answers at a time. */
export interface PackedColumns {
  /** Adds the block of {@link BLOCK_LENGTH} responses that starts at a position. */
  readonly addBlock: (into: ItemBlock, from: number) => void;
}

/**
 * A fast way through columns of bytes, such as typed arrays of answers from 0 to 10: no step of the
 * loops looks at a single answer, all work on the four in a 32-bit word.
 *
 * @returns the columns, or nothing where one cannot be packed or totals get so large that a product of
 * two answers and their totals leaves its half of a word
 */
export function packColumns(
  readers: readonly ItemReader[],
  columns: readonly ArrayLike<unknown>[],
): PackedColumns | undefined {
  const items: PackedItem[] = [];
  for (const [place, reader] of readers.entries()) {
    const item = packColumn(reader, columns[place]);
    if (item === undefined) return undefined;
    items.push(item);
  }
  const tops = readers.map(({ placer }) => placer.top);
  const highestTotal = tops.reduce((sum, top) => sum + top, 0);
  // Until they are dropped, totals hold answers outside their scale too, which read as 127 at most.
  const largest = Math.max(2 * Math.max(...tops) * highestTotal, 127 * items.length);
  if (largest >= 2 ** 16) return undefined;

  const pairs = inPairs(items);
  const block = new Int32Array(POINTS + 2 * pairs.length * BLOCK_WORDS);
  return {
    addBlock: (into, from) => {
      block.fill(0, 0, POINTS);
      let outside = 0;
      for (let pair = 0; pair < pairs.length; pair += 1) {
        const first = POINTS + 2 * pair * BLOCK_WORDS;
        outside |= readPair(pairs[pair] as PackedPair, from >> 2, first, block);
      }
      into.complete += BLOCK_LENGTH;
      if ((outside & HIGH) !== 0) dropIncomplete(into, items, from, block);
      swapTotals(block);
      for (let pair = 0; pair < pairs.length; pair += 1) sumPair(into, 2 * pair, block);
    },
  };
}

/** Counts the responses that lack an answer, and sets them to 0, where they add nothing to any sum. */
function dropIncomplete(
  into: ItemBlock,
  items: readonly PackedItem[],
  from: number,
  block: PackedBlock,
): void {
  const outside = new Int32Array(BLOCK_WORDS);
  for (const item of items) markOutside(item, from >> 2, outside);
  for (let at = 0; at < BLOCK_WORDS; at += 1) {
    const wrong = (outside[at] as number) & HIGH;
    if (wrong === 0) continue;
    const row = from + 4 * at;
    for (let next = row; next < row + 4; next += 1) countIfIncomplete(into, items, next);
    const kept = Math.imul((~wrong & HIGH) >>> 7, 255);
    for (let word = POINTS + at; word < block.length; word += BLOCK_WORDS) {
      block[word] = (block[word] as number) & kept;
    }
    const [even, odd] = [at, BLOCK_WORDS + at];
    block[even] = (block[even] as number) & Math.imul(kept & 0x00010001, 0xffff);
    block[odd] = (block[odd] as number) & Math.imul((kept >>> 8) & 0x00010001, 0xffff);
  }
}

function markOutside(
  { words, flip, lowest, headroom }: PackedItem,
  from: number,
  outside: Int32Array,
): void {
  const count = BLOCK_WORDS;
  for (let at = 0; at < count; at += 1) {
    const codes = (words[from + at] as number) ^ flip;
    outside[at] = (outside[at] as number) | outsideBits(codes, lift(codes, lowest), headroom);
  }
}

function countIfIncomplete(into: ItemBlock, items: readonly PackedItem[], row: number): void {
  let fate = 0;
  for (let place = 0; place < items.length; place += 1) {
    const code = items[place]?.codes[row];
    fate = Math.min(fate, readPoints(into.readers[place] as ItemReader, code));
  }
  if (fate === 0) return;
  into.complete -= 1;
  into.incomplete += 1;
  if (fate === INVALID) into.invalid += 1;
}
