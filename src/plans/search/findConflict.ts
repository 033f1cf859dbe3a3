import { limitOf } from './capacityRow.ts';
import { narrowConflict } from './narrowConflict.ts';
import type { Demand, Pair, SelectionProblem } from './selectionProblem.ts';
import { addNeeds, needsByPlan, withNeeds } from './withNeeds.ts';

/**
 * A smallest set of demands that cannot hold together, covers aside: without any one of them the
 * rest could.
 *
 * What has to be done is known, with all that it needs, so whether a demand holds is a matter of checking.
 * Of those that do not one is enough for a conflict, with what has to be done and one need for each plan that
 * comes in by needs.
 *
 * @returns the demands, empty when all can hold
 */
export function findConflict(problem: SelectionProblem): readonly Demand[] {
  const { mustDo, needs } = problem;
  const forced = new Set(mustDo);
  const firstNeeds = addNeeds(forced, needsByPlan(needs));
  const broken = demandsOf(problem).findLast((demand) => isBroken(problem, demand, forced));
  if (broken === undefined) return [];
  const forcing = [...firstNeeds.map(needOf), ...mustDo.map(mustDoOf)];
  const { conflict } = narrowConflict(forcing, (kept) => {
    const pairs = kept.flatMap((each): Pair[] =>
      each.kind === 'needs' ? [[each.plan, each.other]] : [],
    );
    const first = kept.flatMap((each) => (each.kind === 'must-do' ? [each.plan] : []));
    return isBroken(problem, broken, withNeeds(first, needsByPlan(pairs))) ? 'yes' : 'no';
  });
  return [broken, ...conflict];
}

/** All demands of a problem, those first that one would rather not be told of. */
export function demandsOf(problem: SelectionProblem): Demand[] {
  const { capacities, limits, excludes, forbidden, needs, mustDo, covers } = problem;
  return [
    ...capacities.map((_, resource): Demand => ({ kind: 'capacity', resource })),
    ...limits.map((_, limit): Demand => ({ kind: 'limit', limit })),
    ...excludes.map(([plan, other]): Demand => ({ kind: 'excludes', plan, other })),
    ...forbidden.map((plan): Demand => ({ kind: 'forbidden', plan })),
    ...needs.map(needOf),
    ...mustDo.map(mustDoOf),
    ...covers.map((_, cover): Demand => ({ kind: 'cover', cover })),
  ];
}

function needOf([plan, other]: Pair): Extract<Demand, { kind: 'needs' }> {
  return { kind: 'needs', plan, other };
}

function mustDoOf(plan: number): Extract<Demand, { kind: 'must-do' }> {
  return { kind: 'must-do', plan };
}

/** Whether a demand does not hold once these plans are taken. */
function isBroken(
  { costs, capacities, limits }: SelectionProblem,
  demand: Demand,
  taken: ReadonlySet<number>,
): boolean {
  switch (demand.kind) {
    case 'forbidden':
      return taken.has(demand.plan);
    case 'excludes':
      return taken.has(demand.plan) && taken.has(demand.other);
    case 'limit': {
      const limit = limits[demand.limit];
      return (
        limit !== undefined && limit.plans.filter((plan) => taken.has(plan)).length > limit.atMost
      );
    }
    case 'capacity': {
      const all = costs.map((cost) => cost[demand.resource] ?? 0);
      const used = all.reduce((sum, cost, plan) => (taken.has(plan) ? sum + cost : sum), 0);
      return used > limitOf(capacities[demand.resource] ?? 0, all);
    }
    default:
      return false;
  }
}
