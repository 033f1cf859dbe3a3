import {
  addPlans,
  canTake,
  createPlanSet,
  gainOf,
  hasRoomFor,
  loadPlans,
  openAmong,
  unmetWith,
} from './planSet.ts';
import { type CompiledProblem, LEFT, TAKEN } from './searchTypes.ts';

/**
 * Adds plans one after the other, each time the one that (with what it needs) brings most customers
 * per share of the resources, as long as one fits and brings anything. Before that, as long as there
 * are covers to meet and plans that can, the one that meets most of them per share. Equals go by id.
 * The shares tell what each plan takes of the resources, in one figure.
 */
export function takeBestFirst(
  problem: CompiledProblem,
  start: Int8Array,
  from: Int8Array,
  shares: Float64Array,
): Int8Array {
  const { plans } = problem;
  const set = createPlanSet(problem, start);
  loadPlans(set, from);
  for (;;) {
    const unmet = unmetWith(set, []);
    let best = -1;
    let bestRate = 0;
    let bestMeets = false;
    for (let plan = 0; plan < plans.length; plan += 1) {
      if (set.state[plan] === TAKEN || !canTake(set, plan) || !hasRoomFor(set, plan)) continue;
      const members = openAmong(set, plans[plan]?.withNeeds ?? []);
      const met = unmet === 0 ? 0 : unmet - unmetWith(set, members);
      if (bestMeets && met === 0) continue;
      let share = 0;
      for (const member of members) share += shares[member] ?? 0;
      const rate = (met > 0 ? met : gainOf(set, plan)) / share;
      if (rate > bestRate || (met > 0 && !bestMeets)) {
        best = plan;
        bestRate = rate;
        bestMeets = met > 0;
      }
    }
    if (best < 0) return set.state.map((fate) => (fate === TAKEN ? TAKEN : LEFT));
    addPlans(set, openAmong(set, plans[best]?.withNeeds ?? []));
  }
}
