/** What the walk through all sets of columns reads and writes. */
interface Walk {
  /** By how many columns are undecided: their covariances given the set, a triangle row by row. */
  readonly covariances: readonly Float64Array[];
  /** Likewise their covariances with the outcome. */
  readonly outcomes: readonly Float64Array[];
  /** By the size of a set: how much its R² counts for each of its columns. */
  readonly weights: Float64Array;
  /** By column: the weighted R² of all sets with it. */
  readonly sums: Float64Array;
  /** Below which share of its variance left a column adds nothing. */
  readonly tolerance: number;
}

/**
 * Shapley's division of R² among columns: what each adds, averaged over all orders of adding them.
 *
 *     part of i = average over orders of R²(those before i, and i) - R²(those before i)
 *               = Aᵢ - (ΣA - R²(all))/p,  Aᵢ = Σ over sets S with i of R²(S)·(s - 1)!(p - 1 - s)!/(p - 1)!
 *               where the set of all counts by 1/p
 *
 * The 2^p sets are the leaves of a tree that decides one column after another, the last first. Taking a
 * column in sweeps it out of those undecided, of which there are ever fewer, so that a leaf costs a few
 * operations and not a regression; and the sums of A are added up on the way back, a whole branch at once.
 *
 * @param between - correlations of the columns with each other
 * @param withOutcome - their correlations with the outcome
 * @param tolerance - the share of a column's variance below which it is a sum of others
 * @returns the parts in the order of the columns, 0 or more, adding up to R² of all
 * @example
 * shapleyParts([[1, 0], [0, 1]], [0.5, 0.25], 1e-10) // => [0.25, 0.0625]
 * @see Shapley (1953), Contributions to the Theory of Games II, 307-317
 * @see Goodnight (1979), American Statistician 33, 149-158: the sweep
 */
export function shapleyParts(
  between: readonly (readonly number[])[],
  withOutcome: readonly number[],
  tolerance: number,
): readonly number[] {
  const p = withOutcome.length;
  const walk: Walk = {
    covariances: Array.from({ length: p + 1 }, (_, open) =>
      open < p
        ? new Float64Array((open * (open + 1)) / 2)
        : Float64Array.from(between.flatMap((row, i) => row.slice(0, i + 1))),
    ),
    outcomes: Array.from({ length: p + 1 }, (_, open) =>
      open < p ? new Float64Array(open) : Float64Array.from(withOutcome),
    ),
    weights: weightsOf(p),
    sums: new Float64Array(p),
    tolerance,
  };
  const full = { explained: 0 };
  visit(walk, full, p, p, 0, 0);
  const excess = (walk.sums.reduce((sum, each) => sum + each, 0) - full.explained) / p;
  return Array.from(walk.sums, (each) => Math.max(0, each - excess));
}

/** (s - 1)!(p - 1 - s)!/(p - 1)! for s = 1 to p - 1, and 1/p for s = p. */
function weightsOf(p: number): Float64Array {
  const weights = new Float64Array(p + 1);
  let weight = 1 / (p - 1);
  for (let size = 1; size < p; size += 1) {
    weights[size] = weight;
    weight *= size / (p - 1 - size);
  }
  weights[p] = 1 / p;
  return weights;
}

/**
 * Visits all sets that begin with what was decided, and gives the sum of their weighted R².
 *
 * @param walk - what to read and write
 * @param full - takes the R² of all columns
 * @param held - which of the walk's covariances hold those of the columns undecided
 * @param open - how many columns are undecided
 * @param size - how many are in the set
 * @param explained - R² of the set
 */
function visit(
  walk: Walk,
  full: { explained: number },
  held: number,
  open: number,
  size: number,
  explained: number,
): number {
  if (open === 0) {
    if (size === walk.sums.length) full.explained = explained;
    return (walk.weights[size] ?? 0) * explained;
  }
  const last = open - 1;
  const covariances = walk.covariances[held] as Float64Array;
  const outcomes = walk.outcomes[held] as Float64Array;
  const row = (last * open) / 2;
  const left = covariances[row + last] as number;
  const common = outcomes[last] as number;
  let within: number;
  if (left > walk.tolerance) {
    const swept = walk.covariances[last] as Float64Array;
    const sweptOutcomes = walk.outcomes[last] as Float64Array;
    let at = 0;
    for (let i = 0; i < last; i += 1) {
      const factor = (covariances[row + i] as number) / left;
      sweptOutcomes[i] = (outcomes[i] as number) - factor * common;
      for (let j = 0; j <= i; j += 1) {
        swept[at] = (covariances[at] as number) - factor * (covariances[row + j] as number);
        at += 1;
      }
    }
    within = visit(walk, full, last, last, size + 1, explained + (common * common) / left);
  } else {
    within = visit(walk, full, held, last, size + 1, explained);
  }
  walk.sums[last] = (walk.sums[last] as number) + within;
  return within + visit(walk, full, held, last, size, explained);
}
