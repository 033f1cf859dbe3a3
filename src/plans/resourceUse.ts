import type { CycleIds } from '../model/ids.ts';
import type { ChosenSet } from './chosenSet.ts';
import type { ResourceUse } from './types.ts';

/** How much of each resource the plans taken use, and how much there is. */
export function resourceUse<Ids extends CycleIds>({
  selection: { resources, problem },
  used,
}: ChosenSet<Ids>): { readonly [Name in Ids['resource']]: ResourceUse } {
  const uses = resources.map((resource, index): [string, ResourceUse] => {
    const capacity = problem.capacities[index] ?? 0;
    const told = capacity === Infinity ? 'unlimited' : capacity;
    return [resource, { used: used[index] ?? 0, capacity: told }];
  });
  return Object.fromEntries(uses) as { [Name in Ids['resource']]: ResourceUse };
}
