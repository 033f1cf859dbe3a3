import type { CycleIds } from '../model/ids.ts';
import type { SelectionCase } from './selectionCase.ts';
import type { Demand } from './selectionProblem.ts';
import type { SelectionDemand } from './types.ts';

/** A demand told by the ids of the cycle. */
export function nameDemand<Ids extends CycleIds>(
  { plans, resources, problem }: SelectionCase<Ids>,
  demand: Demand,
): SelectionDemand<Ids> {
  if (demand.kind === 'capacity') {
    const { resource } = demand;
    const name = resources[resource];
    const capacity = problem.capacities[resource] ?? 0;
    return { kind: 'capacity', resource: name as Ids['resource'], capacity };
  }
  const idAt = (position: number): Ids['plan'] => problem.ids[position] as Ids['plan'];
  const plan = idAt(demand.plan);
  const status = plans[demand.plan]?.status ?? 'proposed';
  if (demand.kind === 'needs') return { kind: 'needs', plan, needs: idAt(demand.other) };
  if (demand.kind === 'excludes') return { kind: 'excludes', plan, excludes: idAt(demand.other) };
  return status === 'proposed' ? { kind: 'must-do', plan } : { kind: 'status', plan, status };
}
