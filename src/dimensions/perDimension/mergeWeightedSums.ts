import { mergeJointSums } from '../joint/mergeJointSums.ts';
import type { WeightedSums, WeightGroup } from './types.ts';

/** Adds up the weighted scores of two sets of respondents. */
export function mergeWeightedSums(one: WeightedSums, other: WeightedSums): WeightedSums {
  const groups = new Map<number, WeightGroup>();
  for (const group of [...one.groups, ...other.groups]) {
    const known = groups.get(group.total);
    groups.set(group.total, known === undefined ? group : added(known, group));
  }
  return {
    withoutWeights: one.withoutWeights + other.withoutWeights,
    withoutScore: one.withoutScore + other.withoutScore,
    groups: [...groups.values()].sort((a, b) => a.total - b.total),
  };
}

function added(one: WeightGroup, other: WeightGroup): WeightGroup {
  return {
    total: one.total,
    respondents: one.respondents + other.respondents,
    weightSums: one.weightSums.map((sum, place) => sum + (other.weightSums[place] ?? 0)),
    sums: mergeJointSums(one.sums, other.sums),
  };
}
