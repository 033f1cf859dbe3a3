import { addNumber, type FixedPointSums, fixedPointSums, makeRoom } from './fixedPointCells.ts';

/** Sums of weights and of their squares, cell by cell. */
export interface WeightAdder {
  /** The sums of the weights. */
  readonly sums: FixedPointSums;
  /** The sums of the squared weights. */
  readonly squares: FixedPointSums;
  /** Adds a weight to a cell. */
  readonly add: (cell: number, weight: number) => void;
}

/** Makes sums of weights with room for so many cells at first. */
export function weightAdder(cells: number): WeightAdder {
  const sums = fixedPointSums(cells);
  const squares = fixedPointSums(cells);
  return {
    sums,
    squares,
    add(cell, weight) {
      if (cell >= sums.whole.length) {
        for (const numbers of [sums, squares]) makeRoom(numbers, cell + 1);
      }
      addNumber(sums, cell, weight);
      addNumber(squares, cell, weight * weight);
    },
  };
}
