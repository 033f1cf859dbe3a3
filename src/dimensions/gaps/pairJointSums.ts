import type { JointSums } from '../joint/jointSums.ts';
import type { PairSums } from './types.ts';

/** The sums of one item as joint sums of two quantities: its perception, then its expectation. */
export function pairJointSums(pair: PairSums): JointSums {
  const { both: n, perceptionSum, expectationSum } = pair;
  if (n === 0) return { cells: [] };
  const ofOne = { firstParts: 1, secondParts: 1, n };
  return {
    cells: [
      {
        ...ofOne,
        first: 0,
        second: 0,
        firstSum: perceptionSum,
        secondSum: perceptionSum,
        productSum: pair.perceptionSquares,
      },
      {
        ...ofOne,
        first: 0,
        second: 1,
        firstSum: perceptionSum,
        secondSum: expectationSum,
        productSum: pair.productSum,
      },
      {
        ...ofOne,
        first: 1,
        second: 1,
        firstSum: expectationSum,
        secondSum: expectationSum,
        productSum: pair.expectationSquares,
      },
    ],
  };
}
