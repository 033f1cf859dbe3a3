import type { CycleIds } from '../model/ids.ts';
import { takenBy } from './selectedSet.ts';
import type { SelectionCase } from './selectionCase.ts';
import type { ResourceUse } from './types.ts';

/** How much of each resource these plans take, and how much there is. */
export function resourceUse<Ids extends CycleIds>(
  { resources, problem }: SelectionCase<Ids>,
  taken: ReadonlySet<number>,
): { readonly [Name in Ids['resource']]: ResourceUse } {
  const uses = resources.map((resource, index): [string, ResourceUse] => {
    const capacity = problem.capacities[index] ?? 0;
    const used = takenBy(problem, taken, index);
    return [resource, { used, capacity: capacity === Infinity ? 'unlimited' : capacity }];
  });
  return Object.fromEntries(uses) as { [Name in Ids['resource']]: ResourceUse };
}
