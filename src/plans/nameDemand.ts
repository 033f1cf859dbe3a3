import type { CycleIds } from '../model/ids.ts';
import type { Demand } from './search/selectionProblem.ts';
import type { SelectionCase } from './selectionCase.ts';
import type { SelectionDemand } from './types.ts';

/** A demand told by the ids of the cycle. */
export function nameDemand<Ids extends CycleIds>(
  { plans, resources, areas, unserved, problem }: SelectionCase<Ids>,
  demand: Demand,
): SelectionDemand<Ids> {
  const idAt = (position: number): Ids['plan'] => problem.ids[position] as Ids['plan'];
  switch (demand.kind) {
    case 'capacity': {
      const resource = resources[demand.resource] as Ids['resource'];
      return { kind: 'capacity', resource, capacity: problem.capacities[demand.resource] ?? 0 };
    }
    case 'limit': {
      const limit = areas[demand.limit] as (typeof areas)[number];
      return { kind: 'at-most-in-area', ...limit };
    }
    case 'cover':
      return { kind: 'at-least-one-for', moment: unserved[demand.cover] as Ids['moment'] };
    case 'needs':
      return { kind: 'needs', plan: idAt(demand.plan), needs: idAt(demand.other) };
    case 'excludes':
      return { kind: 'excludes', plan: idAt(demand.plan), excludes: idAt(demand.other) };
    default: {
      const plan = idAt(demand.plan);
      const status = plans[demand.plan]?.status ?? 'proposed';
      return status === 'proposed' ? { kind: 'must-do', plan } : { kind: 'status', plan, status };
    }
  }
}
