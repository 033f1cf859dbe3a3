import { INVALID, type ItemReader } from './itemReader.ts';

/** How many responses are read before they are added up: so few that their answers stay in the cache. */
export const BLOCK_LENGTH = 512;

/** Sums in the making, and a block of responses on their way into them. */
export interface ItemBlock {
  /** How to read the items. */
  readonly readers: readonly ItemReader[];
  /** The points of the block, item by item: item i has {@link BLOCK_LENGTH} places from i times that. */
  readonly points: Float64Array;
  /** The total of each response. */
  readonly totals: Float64Array;
  /** Below 0 for a response that lacks an answer. */
  readonly fates: Int8Array;
  /** Responses that answer every item. */
  complete: number;
  /** Responses that lack an answer. */
  incomplete: number;
  /** Those among them with an answer that is not on its scale. */
  invalid: number;
  /** The sum of answers, by item. */
  readonly sums: Float64Array;
  /** The sum of squared answers, by item. */
  readonly squares: Float64Array;
  /** The sum of answer times total, by item. */
  readonly withTotal: Float64Array;
}

/** Sums of nothing yet. */
export function emptyBlock(readers: readonly ItemReader[]): ItemBlock {
  const perItem = (): Float64Array => new Float64Array(readers.length);
  return {
    readers,
    points: new Float64Array(readers.length * BLOCK_LENGTH),
    totals: new Float64Array(BLOCK_LENGTH),
    fates: new Int8Array(BLOCK_LENGTH),
    complete: 0,
    incomplete: 0,
    invalid: 0,
    sums: perItem(),
    squares: perItem(),
    withTotal: perItem(),
  };
}

/** Adds the first responses of the block to the sums, and leaves the block free for the next. */
export function addBlock(block: ItemBlock, length: number): void {
  const { points, totals, sums, squares, withTotal } = block;
  totals.fill(0);
  let lowest = 0;
  for (let first = 0; first < points.length; first += BLOCK_LENGTH) {
    lowest = Math.min(lowest, addToTotals(points, first, length, totals));
  }
  block.complete += length;
  if (lowest < 0) dropIncomplete(block, length);
  for (let place = 0; place < sums.length; place += 1) {
    const first = place * BLOCK_LENGTH;
    let sum = 0;
    let square = 0;
    let product = 0;
    for (let row = 0; row < length; row += 1) {
      const answer = points[first + row] as number;
      sum += answer;
      square += answer * answer;
      product += answer * (totals[row] as number);
    }
    sums[place] = (sums[place] as number) + sum;
    squares[place] = (squares[place] as number) + square;
    withTotal[place] = (withTotal[place] as number) + product;
  }
}

function addToTotals(
  points: Float64Array,
  first: number,
  length: number,
  totals: Float64Array,
): number {
  let lowest = 0;
  for (let row = 0; row < length; row += 1) {
    const answer = points[first + row] as number;
    if (answer < lowest) lowest = answer;
    totals[row] = (totals[row] as number) + answer;
  }
  return lowest;
}

/** Counts the responses that lack an answer and sets them to 0, where they add nothing to any sum. */
function dropIncomplete(block: ItemBlock, length: number): void {
  const { points, fates } = block;
  fates.fill(0);
  for (let first = 0; first < points.length; first += BLOCK_LENGTH) {
    for (let row = 0; row < length; row += 1) {
      const answer = points[first + row] as number;
      if (answer < (fates[row] as number)) fates[row] = answer;
    }
  }
  for (let row = 0; row < length; row += 1) {
    const fate = fates[row] as number;
    if (fate === 0) continue;
    block.complete -= 1;
    block.incomplete += 1;
    if (fate === INVALID) block.invalid += 1;
    for (let at = row; at < points.length; at += BLOCK_LENGTH) points[at] = 0;
  }
}
