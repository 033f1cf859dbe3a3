import type { Pair } from './selectionProblem.ts';

/** These plans and all that they need, directly or through others, in the order found. */
export function withNeeds(plans: Iterable<number>, needs: readonly Pair[]): Set<number> {
  const together = new Set(plans);
  for (const member of together) {
    for (const [plan, other] of needs) if (plan === member) together.add(other);
  }
  return together;
}
