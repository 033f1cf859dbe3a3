import type { Pair } from './selectionProblem.ts';

/** What each plan that needs others needs. */
export type NeedsByPlan = ReadonlyMap<number, readonly Pair[]>;

/** Puts needs in order, to be followed from plan to plan. */
export function needsByPlan(needs: readonly Pair[]): NeedsByPlan {
  const byPlan = new Map<number, Pair[]>();
  for (const need of needs) {
    const known = byPlan.get(need[0]);
    if (known === undefined) byPlan.set(need[0], [need]);
    else known.push(need);
  }
  return byPlan;
}

/** These plans and all that they need, directly or through others, in the order found. */
export function withNeeds(plans: Iterable<number>, needs: NeedsByPlan): Set<number> {
  const together = new Set(plans);
  addNeeds(together, needs);
  return together;
}

/**
 * Adds to plans all that they need.
 *
 * @returns for every plan that comes in the first need by which it does, the nearest first
 */
export function addNeeds(together: Set<number>, needs: NeedsByPlan): Pair[] {
  const first: Pair[] = [];
  for (const member of together) {
    for (const need of needs.get(member) ?? []) {
      if (together.has(need[1])) continue;
      together.add(need[1]);
      first.push(need);
    }
  }
  return first;
}
