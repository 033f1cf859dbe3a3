import type { JointCell, JointSums } from './jointSums.ts';

/** Adds up the joint sums of two sets of respondents. */
export function mergeJointSums(one: JointSums, other: JointSums): JointSums {
  const cells = new Map<string, JointCell>();
  for (const cell of [...one.cells, ...other.cells]) {
    const { first, second, firstParts, secondParts } = cell;
    const key = [first, second, firstParts, secondParts].join();
    const known = cells.get(key);
    cells.set(key, known === undefined ? cell : added(known, cell));
  }
  return { cells: [...cells.values()].sort(inOrder) };
}

function added(one: JointCell, other: JointCell): JointCell {
  return {
    first: one.first,
    second: one.second,
    firstParts: one.firstParts,
    secondParts: one.secondParts,
    n: one.n + other.n,
    firstSum: one.firstSum + other.firstSum,
    secondSum: one.secondSum + other.secondSum,
    productSum: one.productSum + other.productSum,
  };
}

function inOrder(one: JointCell, other: JointCell): number {
  return (
    one.first - other.first ||
    one.second - other.second ||
    one.firstParts - other.firstParts ||
    one.secondParts - other.secondParts
  );
}
