import { keptCustomers } from './keptCustomers.ts';
import { TAKEN } from './searchTypes.ts';
import type { Pair, SelectionProblem } from './selectionProblem.ts';

/** Customers kept by these plans of a problem. */
export function keptBy({ effects, stakes }: SelectionProblem, plans: ReadonlySet<number>): number {
  const state = Int8Array.from(effects, (_, plan) => (plans.has(plan) ? TAKEN : 0));
  return keptCustomers({ plans: effects.map((own) => ({ effects: own })), stakes }, state);
}

/** What these plans take of a resource together. */
export function takenBy(
  { costs }: SelectionProblem,
  plans: ReadonlySet<number>,
  resource: number,
): number {
  return costs.reduce(
    (sum, cost, plan) => (plans.has(plan) ? sum + (cost[resource] ?? 0) : sum),
    0,
  );
}

/** The problem with only these plans in it, at the places they have in the list. */
export function onlyPlans(problem: SelectionProblem, members: readonly number[]): SelectionProblem {
  const pick = <Item>(items: readonly Item[]): Item[] =>
    members.flatMap((plan) => items.slice(plan, plan + 1));
  const pairs = (all: readonly Pair[]): Pair[] => {
    return all.flatMap(([plan, other]) => {
      const [one, two] = placesOf([plan, other], members);
      return one === undefined || two === undefined ? [] : [[one, two] as const];
    });
  };
  return {
    ...problem,
    ids: pick(problem.ids),
    effects: pick(problem.effects),
    costs: pick(problem.costs),
    needs: pairs(problem.needs),
    excludes: pairs(problem.excludes),
    mustDo: placesOf(problem.mustDo, members),
    forbidden: placesOf(problem.forbidden, members),
  };
}

/** The places of plans in a list of members; those that are no members are left out. */
export function placesOf(plans: readonly number[], members: readonly number[]): number[] {
  return plans.map((plan) => members.indexOf(plan)).filter((place) => place >= 0);
}
