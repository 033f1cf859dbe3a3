import { isCount } from '../../shared/shape.ts';
import type { FixedPointCells, Tally, TallyWeights } from '../types.ts';
import { addFixedPoint, fixedPointSums, plainCells } from './fixedPointCells.ts';

/**
 * Adds up the cells of tallies, group by group.
 *
 * @param parts - the tallies
 * @param starts - for each tally and each of its groups, where the cells of the sum start
 * @param length - how many cells the sum has
 */
export function addCells(
  parts: readonly Pick<Tally, 'cells' | 'width'>[],
  starts: readonly (readonly number[])[],
  length: number,
): readonly number[] {
  const sum = new Array<number>(length).fill(0);
  for (const [part, { cells, width }] of parts.entries()) {
    addGroups(sum, cells, starts[part] ?? [], width);
  }
  return sum;
}

/** Adds the cells of each group to the sum, from where it starts there. */
function addGroups(
  sum: number[],
  cells: readonly number[],
  starts: readonly number[],
  width: number,
): void {
  let from = 0;
  for (const start of starts) {
    for (let cell = 0; cell < width; cell += 1) {
      sum[start + cell] = (sum[start + cell] as number) + (cells[from + cell] as number);
    }
    from += width;
  }
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
    const one: unknown = first[cell];
    const other: unknown = second[cell];
    if (typeof one !== 'number' || typeof other !== 'number') return undefined;
    // Most are whole numbers of 32 bits, which the machine tells without a call.
    const areSmall = one >>> 0 === one && other >>> 0 === other;
    if (!areSmall && !(isCount(one) && isCount(other))) return undefined;
    sums[cell] = one + other;
  }
  return sums;
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
