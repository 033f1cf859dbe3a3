import { fitsRows } from './capacityRow.ts';
import { takePlan } from './decidePlan.ts';
import { keptCustomers } from './keptCustomers.ts';
import { type CompiledProblem, LEFT, OPEN, TAKEN } from './searchTypes.ts';

/**
 * Adds plans one after the other, each time the one that (with what it needs) brings most customers
 * per share of the resources, as long as one fits and brings anything. Equals go by id.
 */
export function takeBestFirst(problem: CompiledProblem, start: Int8Array): Int8Array {
  let state = start;
  for (;;) {
    const value = keptCustomers(problem, state);
    let best: Int8Array | undefined;
    let bestRate = 0;
    for (const [position, plan] of problem.plans.entries()) {
      if (state[position] !== OPEN) continue;
      const next = state.slice();
      if (!takePlan(problem, next, plan) || !fitsRows(problem.rows, next)) continue;
      const rate = (keptCustomers(problem, next) - value) / addedShare(problem, state, next);
      if (rate > bestRate) {
        best = next;
        bestRate = rate;
      }
    }
    if (best === undefined) return state.map((fate) => (fate === TAKEN ? TAKEN : LEFT));
    state = best;
  }
}

function addedShare({ plans }: CompiledProblem, before: Int8Array, after: Int8Array): number {
  return plans.reduce(
    (sum, { resourceShare }, position) =>
      after[position] === TAKEN && before[position] !== TAKEN ? sum + resourceShare : sum,
    0,
  );
}
