import { isCount } from '../../shared/shape.ts';
import type { FixedPointCells, Tally, TallyWeights } from '../types.ts';
import { addFixedPoint, fixedPointSums, plainCells } from './fixedPointCells.ts';

/**
 * Adds up the cells of a tally, group by group, and looks at each count in the same go.
 *
 * @param tally - the tally
 * @param starts - for each of its groups, where the cells of the sum start; all from 0 when absent
 * @param length - how many cells the sum has
 * @returns nothing where something is no count
 */
export function addCells(
  { cells, width }: Pick<Tally, 'cells' | 'width'>,
  starts?: readonly number[],
  length: number = width,
): readonly number[] | undefined {
  const sums = new Float64Array(length);
  for (let from = 0, group = 0; from < cells.length; from += width, group += 1) {
    const start = starts === undefined ? 0 : (starts[group] as number);
    for (let cell = 0; cell < width; cell += 1) {
      const count: unknown = cells[from + cell];
      if (typeof count !== 'number') return undefined;
      if (count >>> 0 !== count && !isCount(count)) return undefined;
      sums[start + cell] = (sums[start + cell] as number) + count;
    }
  }
  const plain = new Array<number>(length);
  for (let cell = 0; cell < length; cell += 1) plain[cell] = sums[cell] as number;
  return plain;
}

/**
 * Adds up the cells of two tallies of the same groups, and looks at each count in the same go: to walk
 * through lists of this length takes longer than to add.
 *
 * @returns nothing where something is no count
 */
export function addAlignedCells(
  first: readonly number[],
  second: readonly number[],
): readonly number[] | undefined {
  // A copy is made sooner than a list is filled with nothing.
  const sums = first.slice();
  for (let cell = 0; cell < sums.length; cell += 1) {
    const sum = sumOfCounts(first[cell], second[cell]);
    if (sum === undefined) return undefined;
    sums[cell] = sum;
  }
  return sums;
}

/**
 * The same for tallies of which each may have groups that the other has not, given where the cells of the sum start
 * for each tally and each of its groups, rising.
 *
 * @returns nothing where something is no count
 */
export function addUnitedCells(
  first: Pick<Tally, 'cells' | 'width'>,
  second: Pick<Tally, 'cells'>,
  [firstStarts = [], secondStarts = []]: readonly (readonly number[])[],
  length: number,
): readonly number[] | undefined {
  const { width } = first;
  const sums = new Array<number>(length);
  const none = new Array<number>(width).fill(0);
  let one = 0;
  let other = 0;
  for (let start = 0; start < length; start += width) {
    const isInFirst = firstStarts[one] === start;
    const isInSecond = secondStarts[other] === start;
    const added = addGroup(
      sums,
      start,
      width,
      isInFirst ? first.cells : none,
      isInFirst ? one * width : 0,
      isInSecond ? second.cells : none,
      isInSecond ? other * width : 0,
    );
    if (!added) return undefined;
    if (isInFirst) one += 1;
    if (isInSecond) other += 1;
  }
  return sums;
}

/** Writes the sums of one group; `false` where something is no count. */
function addGroup(
  sums: number[],
  start: number,
  width: number,
  first: readonly number[],
  fromFirst: number,
  second: readonly number[],
  fromSecond: number,
): boolean {
  for (let cell = 0; cell < width; cell += 1) {
    const sum = sumOfCounts(first[fromFirst + cell], second[fromSecond + cell]);
    if (sum === undefined) return false;
    sums[start + cell] = sum;
  }
  return true;
}

/** The sum of two counts; nothing where one is none. */
function sumOfCounts(one: unknown, other: unknown): number | undefined {
  if (typeof one !== 'number' || typeof other !== 'number') return undefined;
  // Most are whole numbers of 32 bits, which the machine tells without a call.
  const areSmall = one >>> 0 === one && other >>> 0 === other;
  return areSmall || (isCount(one) && isCount(other)) ? one + other : undefined;
}

/** Adds up the weights of tallies, group by group, in the same way. */
export function addWeights(
  parts: readonly TallyWeights[],
  starts: readonly (readonly number[])[],
  groups: number,
  width: number,
): TallyWeights {
  const add = (cellsOf: (part: TallyWeights) => FixedPointCells): FixedPointCells => {
    const sums = fixedPointSums(groups * width);
    for (const [which, part] of parts.entries()) {
      const { whole, fraction, fine } = cellsOf(part);
      let from = 0;
      for (const start of starts[which] ?? []) {
        for (let cell = start; cell < start + width; cell += 1, from += 1) {
          addFixedPoint(sums, cell, whole[from] ?? 0, fraction[from] ?? 0, fine[from] ?? 0);
        }
      }
    }
    return plainCells(sums);
  };
  return {
    sums: add(({ sums }) => sums),
    squares: add(({ squares }) => squares),
    invalid: parts.reduce((sum, { invalid }) => sum + invalid, 0),
    zero: parts.reduce((sum, { zero }) => sum + zero, 0),
  };
}
