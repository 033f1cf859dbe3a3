import { type JointSums, jointCounter } from '../joint/jointSums.ts';
import type { DimensionCounts, DimensionWeighing, WeightedSums } from './types.ts';
import { weightCounter } from './weightCounter.ts';

/** What a dimension counter is made for. */
export interface CountedDimensions {
  /** The dimension of each item, by its place; -1 for an item in none. */
  readonly dimensionOfItem: readonly number[];
  /** The fewest items of each dimension that a score is made of. */
  readonly needed: readonly number[];
  /** The questions that weigh the dimensions; absent where respondents do not. */
  readonly weighing?: DimensionWeighing | undefined;
}

/** Adds up respondents' scores in each dimension. */
export interface DimensionCounter {
  /** Adds a respondent: for each side the places given to the items, and 1 for each item answered. */
  readonly add: (
    response: unknown,
    sides: readonly ArrayLike<number>[],
    answered: ArrayLike<number>,
  ) => void;
  /** What was added up. */
  readonly sums: () => {
    readonly dimensions: readonly DimensionCounts[];
    readonly sums: JointSums;
    readonly weighted?: WeightedSums;
  };
}

/**
 * Makes a counter of dimension scores: of answers where items have one side, of perceptions and
 * expectations where they have two. A weighted score is of the first side, or of the first less the
 * second.
 */
export function dimensionCounter(
  { dimensionOfItem, needed, weighing }: CountedDimensions,
  sideCount: 1 | 2,
): DimensionCounter {
  const size = needed.length;
  const mostParts = needed.map((_, dimension) => count(dimensionOfItem, dimension));
  const joint = jointCounter(sideCount === 1 ? mostParts : [...mostParts, ...mostParts]);
  const weights = weighing && weightCounter(weighing, mostParts);
  const counts = needed.map(() => ({ scored: 0, tooFew: 0, unanswered: 0 }));
  const totals = new Float64Array(size * sideCount);
  const parts = new Float64Array(size * sideCount);
  const scores = new Float64Array(size);

  function add(
    response: unknown,
    sides: readonly ArrayLike<number>[],
    answered: ArrayLike<number>,
  ): void {
    totals.fill(0);
    parts.fill(0);
    for (let item = 0; item < dimensionOfItem.length; item += 1) {
      const dimension = dimensionOfItem[item] ?? -1;
      if (dimension < 0 || answered[item] !== 1) continue;
      parts[dimension] = (parts[dimension] ?? 0) + 1;
      for (let side = 0; side < sideCount; side += 1) {
        const at = side * size + dimension;
        totals[at] = (totals[at] ?? 0) + (sides[side]?.[item] ?? 0);
      }
    }
    for (let dimension = 0; dimension < size; dimension += 1) {
      const items = parts[dimension] ?? 0;
      const enough = items >= (needed[dimension] ?? 0) ? items : 0;
      const counted = counts[dimension];
      if (counted) counted[enough > 0 ? 'scored' : items > 0 ? 'tooFew' : 'unanswered'] += 1;
      parts[dimension] = enough;
      if (sideCount === 2) parts[size + dimension] = enough;
      scores[dimension] = (totals[dimension] ?? 0) - (totals[size + dimension] ?? 0);
    }
    joint.add(totals, parts);
    weights?.add(response, scores, parts);
  }

  return {
    add,
    sums: () => ({
      dimensions: counts.map((counted) => ({ ...counted })),
      sums: joint.sums(),
      ...(weights && { weighted: weights.sums() }),
    }),
  };
}

function count(places: readonly number[], wanted: number): number {
  return places.filter((place) => place === wanted).length;
}
