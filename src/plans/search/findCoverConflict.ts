import { findAnySet } from './findAnySet.ts';
import { demandsOf } from './findConflict.ts';
import type { Demand, SelectionProblem } from './selectionProblem.ts';

/** Nodes to spend on one question, whether some demands can hold together. */
const NODES = 2000;

/** Demands that cannot hold together. */
interface CoverConflict {
  /** The demands. */
  readonly conflict: readonly Demand[];
  /** Whether it is proved that without any one of them the rest could. */
  readonly smallest: 'proved' | 'open';
}

/**
 * Narrows the demands of a problem that no set meets down to a smallest set of them that cannot hold
 * together, by leaving out first all demands of one kind and then one after the other.
 *
 * Which plans to take for a cover is a choice, so each question takes a search. Demands are left out
 * only when the rest is proved impossible.
 */
export function findCoverConflict(problem: SelectionProblem): CoverConflict {
  let kept: readonly Demand[] = demandsOf(problem);
  let smallest: CoverConflict['smallest'] = 'proved';
  const leaveOut = (some: (demand: Demand) => boolean): 'none' | 'some' | 'open' => {
    const rest = kept.filter((demand) => !some(demand));
    if (rest.length === kept.length) return 'none';
    const any = anySetFor(problem, rest);
    if (any === 'none') kept = rest;
    return any;
  };
  for (const kind of new Set(kept.map((demand) => demand.kind))) {
    if (leaveOut((demand) => demand.kind === kind) === 'none') continue;
    for (const demand of kept.filter((each) => each.kind === kind)) {
      if (leaveOut((other) => other === demand) === 'open') smallest = 'open';
    }
  }
  return { conflict: kept, smallest };
}

/** Whether there is a set that meets these demands. */
function anySetFor(
  problem: SelectionProblem,
  demands: readonly Demand[],
): 'none' | 'some' | 'open' {
  const { capacities, limits, covers } = problem;
  const has = (kind: Demand['kind'], index: number): boolean =>
    demands.some(
      (demand) =>
        demand.kind === kind &&
        ('resource' in demand
          ? demand.resource
          : 'limit' in demand
            ? demand.limit
            : 'cover' in demand && demand.cover) === index,
    );
  const eased: SelectionProblem = {
    ...problem,
    capacities: capacities.map((capacity, index) => (has('capacity', index) ? capacity : Infinity)),
    limits: limits.filter((_, index) => has('limit', index)),
    covers: covers.filter((_, index) => has('cover', index)),
    needs: demands.flatMap((demand) =>
      demand.kind === 'needs' ? [[demand.plan, demand.other] as const] : [],
    ),
    excludes: demands.flatMap((demand) =>
      demand.kind === 'excludes' ? [[demand.plan, demand.other] as const] : [],
    ),
    mustDo: demands.flatMap((demand) => (demand.kind === 'must-do' ? [demand.plan] : [])),
    forbidden: demands.flatMap((demand) => (demand.kind === 'forbidden' ? [demand.plan] : [])),
  };
  const any = findAnySet(eased, { nodes: 0, limit: NODES });
  return any === 'none' || any === 'open' ? any : 'some';
}
