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
  const counts = new Float64Array(quantities);
  const totals = new Float64Array(quantities);
  for (const { first, second, n, firstSum, firstParts } of cells) {
    if (first !== second || first >= quantities) continue;
    counts[first] = (counts[first] ?? 0) + n;
    totals[first] = (totals[first] ?? 0) + firstSum / firstParts;
  }
  return Array.from(counts, (n, quantity) => ({
    n,
    mean: n === 0 ? 0 : (totals[quantity] ?? 0) / n,
  }));
}
