import { findAnySet } from './findAnySet.ts';
import { demandsOf } from './findConflict.ts';
import { type IsConflict, type NarrowedConflict, narrowConflict } from './narrowConflict.ts';
import type { Demand, SelectionProblem } from './selectionProblem.ts';
import { needsByPlan, withNeeds } from './withNeeds.ts';

/** Nodes to spend on one question, whether some demands can hold together. */
const NODES = 2000;
/** Nodes times the square of the number of plans to spend on all questions. */
const SQUARE_NODES = 240_000_000;
/** What preparing a question counts as, in nodes, and for how many demands it counts as one more. */
const QUESTION_NODES = 20;
const DEMANDS_A_NODE = 50;

/**
 * Narrows the demands of a problem that no set meets down to a smallest set of them that cannot hold
 * together: first the covers, and then what else touches the plans that these leave to choose from.
 *
 * Which plans to take for a cover is a choice, so each question takes a search. Demands are left out
 * only when the rest is proved impossible, and the questions end when they have taken so many nodes.
 */
export function findCoverConflict(problem: SelectionProblem): NarrowedConflict<Demand> {
  const plans = Math.max(1, problem.ids.length);
  const budget = { nodes: 0, limit: Math.ceil(SQUARE_NODES / (plans * plans)) };
  const isConflict = (demands: readonly Demand[]): IsConflict => {
    if (budget.nodes >= budget.limit) return 'stopped';
    const own = { nodes: 0, limit: Math.min(NODES, budget.limit - budget.nodes) };
    const any = findAnySet(easedTo(problem, demands), own);
    budget.nodes += own.nodes + QUESTION_NODES + Math.floor(demands.length / DEMANDS_A_NODE);
    if (any === 'none') return 'yes';
    return any === 'open' ? 'open' : 'no';
  };

  const all = demandsOf(problem);
  const others = all.filter(({ kind }) => kind !== 'cover');
  const covers = narrowConflict(
    all.filter(({ kind }) => kind === 'cover'),
    (kept) => isConflict([...touching(problem, others, kept), ...kept]),
  );
  const rest = narrowConflict(touching(problem, others, covers.conflict), (kept) =>
    isConflict([...kept, ...covers.conflict]),
  );
  return {
    conflict: [...rest.conflict, ...covers.conflict],
    smallest: covers.smallest === 'open' ? 'open' : rest.smallest,
  };
}

/** The demands about plans that covers, or what must be done, may bring in; others always hold. */
function touching(
  problem: SelectionProblem,
  demands: readonly Demand[],
  covers: readonly Demand[],
): Demand[] {
  const chosenFrom = covers.flatMap((each) =>
    each.kind === 'cover' ? (problem.covers[each.cover] ?? []) : [],
  );
  const coming = withNeeds([...problem.mustDo, ...chosenFrom], needsByPlan(problem.needs));
  return demands.filter(
    (demand) =>
      !('plan' in demand) ||
      (coming.has(demand.plan) && !('other' in demand && !coming.has(demand.other))),
  );
}

/** The problem with these demands alone. */
function easedTo(problem: SelectionProblem, demands: readonly Demand[]): SelectionProblem {
  const { capacities, limits, covers } = problem;
  const resources = new Set<number>();
  const limited = new Set<number>();
  const covered = new Set<number>();
  for (const demand of demands) {
    if (demand.kind === 'capacity') resources.add(demand.resource);
    if (demand.kind === 'limit') limited.add(demand.limit);
    if (demand.kind === 'cover') covered.add(demand.cover);
  }
  return {
    ...problem,
    capacities: capacities.map((capacity, index) => (resources.has(index) ? capacity : Infinity)),
    limits: limits.filter((_, index) => limited.has(index)),
    covers: covers.filter((_, index) => covered.has(index)),
    needs: demands.flatMap((demand) =>
      demand.kind === 'needs' ? [[demand.plan, demand.other] as const] : [],
    ),
    excludes: demands.flatMap((demand) =>
      demand.kind === 'excludes' ? [[demand.plan, demand.other] as const] : [],
    ),
    mustDo: demands.flatMap((demand) => (demand.kind === 'must-do' ? [demand.plan] : [])),
    forbidden: demands.flatMap((demand) => (demand.kind === 'forbidden' ? [demand.plan] : [])),
  };
}
