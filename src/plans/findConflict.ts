import { limitOf } from './capacityRow.ts';
import type { Demand, Pair, SelectionProblem } from './selectionProblem.ts';
import { withNeeds } from './withNeeds.ts';

/**
 * A smallest set of demands that cannot hold together: without any one of them the rest could.
 *
 * Deletion filter: each demand in turn is left out for good if the rest still cannot hold.
 *
 * @returns the demands, empty when all can hold
 * @see Chinneck (2008), Feasibility and Infeasibility in Optimization, chapter 6
 */
export function findConflict(problem: SelectionProblem): readonly Demand[] {
  let kept = relevantDemands(problem);
  if (canHold(problem, kept)) return [];
  for (const demand of kept) {
    const rest = kept.filter((other) => other !== demand);
    if (!canHold(problem, rest)) kept = rest;
  }
  return kept;
}

/** The demands that touch what has to be done and what that needs, resources first. */
function relevantDemands({
  mustDo,
  needs,
  excludes,
  forbidden,
  capacities,
}: SelectionProblem): Demand[] {
  const bound = withNeeds(mustDo, needs);
  return [
    ...capacities.map((_, resource): Demand => ({ kind: 'capacity', resource })),
    ...[...excludes]
      .filter(([plan, other]) => bound.has(plan) && bound.has(other))
      .map(([plan, other]): Demand => ({ kind: 'excludes', plan, other })),
    ...forbidden
      .filter((plan) => bound.has(plan))
      .map((plan): Demand => ({ kind: 'forbidden', plan })),
    ...needs
      .filter(([plan]) => bound.has(plan))
      .map(([plan, other]): Demand => ({ kind: 'needs', plan, other })),
    ...mustDo.map((plan): Demand => ({ kind: 'must-do', plan })),
  ];
}

/**
 * The plans that these demands force are known, so whether they can hold is a matter of checking.
 */
function canHold({ costs, capacities }: SelectionProblem, demands: readonly Demand[]): boolean {
  const needs: Pair[] = [];
  const mustDo: number[] = [];
  for (const demand of demands) {
    if (demand.kind === 'needs') needs.push([demand.plan, demand.other]);
    if (demand.kind === 'must-do') mustDo.push(demand.plan);
  }
  const taken = withNeeds(mustDo, needs);
  return demands.every((demand) => {
    if (demand.kind === 'forbidden') return !taken.has(demand.plan);
    if (demand.kind === 'excludes') return !(taken.has(demand.plan) && taken.has(demand.other));
    if (demand.kind !== 'capacity') return true;
    const { resource } = demand;
    const capacity = capacities[resource] ?? 0;
    const all = costs.map((cost) => cost[resource] ?? 0);
    const used = all.reduce((sum, cost, plan) => (taken.has(plan) ? sum + cost : sum), 0);
    return used <= limitOf(capacity, all);
  });
}
