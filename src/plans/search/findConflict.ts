import { limitOf } from './capacityRow.ts';
import type { Demand, Pair, SelectionProblem } from './selectionProblem.ts';
import { withNeeds } from './withNeeds.ts';

/**
 * A smallest set of demands that cannot hold together, covers aside: without any one of them the
 * rest could.
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
function relevantDemands(problem: SelectionProblem): Demand[] {
  const bound = withNeeds(problem.mustDo, problem.needs);
  return demandsOf(problem).filter((demand) => {
    switch (demand.kind) {
      case 'excludes':
        return bound.has(demand.plan) && bound.has(demand.other);
      case 'forbidden':
      case 'needs':
        return bound.has(demand.plan);
      case 'cover':
        return false;
      default:
        return true;
    }
  });
}

/** All demands of a problem, those first that one would rather not be told of. */
export function demandsOf(problem: SelectionProblem): Demand[] {
  const { capacities, limits, excludes, forbidden, needs, mustDo, covers } = problem;
  return [
    ...capacities.map((_, resource): Demand => ({ kind: 'capacity', resource })),
    ...limits.map((_, limit): Demand => ({ kind: 'limit', limit })),
    ...excludes.map(([plan, other]): Demand => ({ kind: 'excludes', plan, other })),
    ...forbidden.map((plan): Demand => ({ kind: 'forbidden', plan })),
    ...needs.map(([plan, other]): Demand => ({ kind: 'needs', plan, other })),
    ...mustDo.map((plan): Demand => ({ kind: 'must-do', plan })),
    ...covers.map((_, cover): Demand => ({ kind: 'cover', cover })),
  ];
}

/**
 * The plans that these demands force are known, so whether they can hold is a matter of checking.
 */
function canHold(
  { costs, capacities, limits }: SelectionProblem,
  demands: readonly Demand[],
): boolean {
  const needs: Pair[] = [];
  const mustDo: number[] = [];
  for (const demand of demands) {
    if (demand.kind === 'needs') needs.push([demand.plan, demand.other]);
    if (demand.kind === 'must-do') mustDo.push(demand.plan);
  }
  const taken = withNeeds(mustDo, needs);
  return demands.every((demand) => {
    switch (demand.kind) {
      case 'forbidden':
        return !taken.has(demand.plan);
      case 'excludes':
        return !(taken.has(demand.plan) && taken.has(demand.other));
      case 'limit': {
        const limit = limits[demand.limit];
        return (
          limit === undefined ||
          limit.plans.filter((plan) => taken.has(plan)).length <= limit.atMost
        );
      }
      case 'capacity': {
        const capacity = capacities[demand.resource] ?? 0;
        const all = costs.map((cost) => cost[demand.resource] ?? 0);
        const used = all.reduce((sum, cost, plan) => (taken.has(plan) ? sum + cost : sum), 0);
        return used <= limitOf(capacity, all);
      }
      default:
        return true;
    }
  });
}
