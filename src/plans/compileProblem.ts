import { capacityRow, limitOf } from './capacityRow.ts';
import type { CompiledProblem } from './searchTypes.ts';
import type { SelectionProblem } from './selectionProblem.ts';
import { withNeeds } from './withNeeds.ts';

/** -ln(1 - share) is cut here, so that a share of 1 has a finite strength. */
const GREATEST_STRENGTH = 40;

/**
 * Bounds and values are sums of at most some hundred terms, none above the sum of the stakes, each
 * exact to 1.1e-16 of itself: a hundred times more than the error that this can add up to.
 */
const RELATIVE_NOISE = 1e-11;

/**
 * Prepares a problem. Its plans are put in the order of ids, so that the given order is
 * irrelevant.
 */
export function compileProblem(problem: SelectionProblem): CompiledProblem {
  const { ids, stakes, capacities } = problem;
  const order = [...ids.keys()].sort((a, b) => ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1));
  const positions = new Map(order.map((given, position) => [given, position]));
  const translate = (pairs: SelectionProblem['needs']): [number, number][] =>
    pairs.map(([plan, other]) => [positions.get(plan) ?? 0, positions.get(other) ?? 0]);

  const needs = translate(problem.needs);
  const closures = order.map((_, position) => [...withNeeds([position], needs)]);
  const neededBy: number[][] = order.map(() => []);
  for (const [position, closure] of closures.entries()) {
    for (const other of closure) neededBy[other]?.push(position);
  }
  const excluded = exclusions(closures, neededBy, translate(problem.excludes));
  const group = groupExclusive(excluded);
  const weightsOf = (resource: number): Float64Array =>
    Float64Array.from(order, (given) => problem.costs[given]?.[resource] ?? 0);

  const plans = order.map((given, position) => ({
    given,
    effects: (problem.effects[given] ?? [])
      .filter(({ moment, share }) => share > 0 && (stakes[moment] ?? 0) > 0)
      .map(({ moment, share }) => ({
        moment,
        share,
        strength: Math.min(GREATEST_STRENGTH, -Math.log1p(-share)),
      })),
    withNeeds: closures[position] ?? [],
    neededBy: neededBy[position] ?? [],
    excluded: excluded[position] ?? [],
    group: group[position] ?? 0,
    resourceShare: capacities.reduce((sum, capacity, resource) => {
      const cost = problem.costs[given]?.[resource] ?? 0;
      return capacity > 0 && capacity < Infinity ? sum + cost / capacity : sum;
    }, 0),
  }));
  const touched = new Set(plans.flatMap(({ effects }) => effects.map(({ moment }) => moment)));
  const rows = capacities.flatMap((capacity, resource) => {
    const weights = weightsOf(resource);
    const limit = limitOf(capacity, weights);
    return weights.reduce((sum, weight) => sum + weight, 0) <= limit
      ? []
      : [capacityRow(weights, limit)];
  });
  return {
    plans,
    stakes: Float64Array.from(stakes),
    needs,
    rows,
    groups: Math.max(-1, ...group) + 1,
    noise: RELATIVE_NOISE * [...touched].reduce((sum, moment) => sum + (stakes[moment] ?? 0), 0),
    whole:
      stakes.every((stake) => Number.isInteger(stake)) &&
      plans.every(({ effects }) => effects.every(({ share }) => share === 1)),
  };
}

/** For each plan those it cannot be taken with, because of its own needs or of theirs. */
function exclusions(
  closures: readonly (readonly number[])[],
  neededBy: readonly (readonly number[])[],
  pairs: readonly (readonly [number, number])[],
): number[][] {
  const direct = closures.map(() => new Set<number>());
  for (const [plan, other] of pairs) {
    direct[plan]?.add(other);
    direct[other]?.add(plan);
  }
  return closures.map((closure) => {
    const hit = closure.flatMap((member) => [...(direct[member] ?? [])]);
    return [...new Set(hit.flatMap((other) => neededBy[other] ?? []))].sort((a, b) => a - b);
  });
}

/** Puts plans that all exclude each other in one group, the most entangled first. */
function groupExclusive(excluded: readonly (readonly number[])[]): number[] {
  const entangled = [...excluded.keys()].sort(
    (a, b) => (excluded[b]?.length ?? 0) - (excluded[a]?.length ?? 0) || a - b,
  );
  const group: number[] = excluded.map(() => -1);
  let groups = 0;
  for (const first of entangled) {
    if (group[first] !== -1) continue;
    const members = [first];
    group[first] = groups;
    for (const other of excluded[first] ?? []) {
      if (group[other] !== -1) continue;
      if (!members.every((member) => excluded[member]?.includes(other))) continue;
      members.push(other);
      group[other] = groups;
    }
    groups += 1;
  }
  return group;
}
