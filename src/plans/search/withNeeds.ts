import type { Pair } from './selectionProblem.ts';

/** These plans and all that they need, directly or through others, in the order found. */
export function withNeeds(plans: Iterable<number>, needs: readonly Pair[]): Set<number> {
  const together = new Set(plans);
  addNeeds(together, needs);
  return together;
}

/**
 * Adds to plans all that they need.
 *
 * @returns for every plan that comes in the first need by which it does, the nearest first
 */
export function addNeeds(together: Set<number>, needs: readonly Pair[]): Pair[] {
  if (needs.length === 0) return [];
  const byPlan = new Map<number, Pair[]>();
  for (const need of needs) {
    const known = byPlan.get(need[0]);
    if (known === undefined) byPlan.set(need[0], [need]);
    else known.push(need);
  }
  const first: Pair[] = [];
  for (const member of together) {
    for (const need of byPlan.get(member) ?? []) {
      if (together.has(need[1])) continue;
      together.add(need[1]);
      first.push(need);
    }
  }
  return first;
}
