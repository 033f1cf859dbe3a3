import type { CycleIds } from '../model/ids.ts';
import type { ChosenSet } from './chosenSet.ts';
import type { LeftReason } from './reasonTypes.ts';
import type { LeftOut } from './relationsOf.ts';
import { takenBy } from './selectedSet.ts';
import { isUnderWay } from './selectionCase.ts';

/**
 * The resources there is too little of for a plan that is left out, beside what must be done or
 * beside what is taken, and the areas that are full.
 */
export function shortagesOf<Ids extends CycleIds>(
  { selection, taken, used, bound, usedByBound, limits }: ChosenSet<Ids>,
  { all, missing }: LeftOut,
): LeftReason<Ids>[] {
  const { plans, problem, resources, areas } = selection;
  const takesBeyond = takenBy(
    problem,
    [...all].filter((member) => !bound.has(member)),
  );
  const takesMissing = takenBy(problem, missing);
  const short = resources.flatMap((resource, index): LeftReason<Ids>[] => {
    const capacity = problem.capacities[index] ?? 0;
    const limit = limits[index] ?? 0;
    const lack = (takes = 0, present = 0) =>
      present + takes <= limit
        ? undefined
        : { resource, takes, free: capacity - present, short: present + takes - capacity };
    const never = lack(takesBeyond[index], usedByBound[index]);
    if (never !== undefined) return [{ code: 'never-fits', ...never }];
    const now = lack(takesMissing[index], used[index]);
    return now === undefined ? [] : [{ code: 'does-not-fit', ...now }];
  });
  const full = problem.limits.flatMap((limit, index): LeftReason<Ids>[] => {
    const area = areas[index];
    const coming = limit.plans.filter((plan) => missing.has(plan));
    const there = limit.plans.filter((plan) => taken.has(plan));
    if (area === undefined || coming.length === 0) return [];
    if (there.length + coming.length <= limit.atMost) return [];
    const ids = plans
      .filter((plan, position) => there.includes(position) && !isUnderWay(plan))
      .map(({ id }) => id);
    return [{ code: 'area-full', plans: ids, ...area }];
  });
  return [...short, ...full];
}
