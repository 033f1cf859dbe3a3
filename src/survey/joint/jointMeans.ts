import type { JointSums } from './jointSums.ts';

/** The mean of one quantity over the respondents who have it. */
export interface JointMean {
  /** How many have it. */
  readonly n: number;
  /** Its mean, in scale steps; 0 where nobody has it. */
  readonly mean: number;
}

/** The means of the first so many quantities. */
export function jointMeans({ cells }: JointSums, quantities: number): readonly JointMean[] {
  return Array.from({ length: quantities }, (_, quantity) => {
    let n = 0;
    let sum = 0;
    for (const cell of cells) {
      if (cell.first !== quantity || cell.second !== quantity) continue;
      n += cell.n;
      sum += cell.firstSum / cell.firstParts;
    }
    return { n, mean: n === 0 ? 0 : sum / n };
  });
}
