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
import { type CompiledPlan, type CompiledProblem, LEFT, OPEN, TAKEN } from './searchTypes.ts';

/**
 * Adds plans one after the other, each time the one that (with what it needs) brings most customers
 * per share of the resources, as long as one fits and brings anything. Before that, as long as there
 * are covers to meet and plans that can, the one that meets most of them per share. Equals go by id.
 * The shares tell what each plan takes of the resources, in one figure.
 */
export function takeGreedily(
  problem: CompiledProblem,
  start: Int8Array,
  from: Int8Array,
  shares: Float64Array,
): Int8Array {
  const { plans } = problem;
  const set = createPlanSet(problem, start);
  const { state } = set;
  loadPlans(set, from);
  for (;;) {
    const unmet = unmetWith(set, []);
    let best: CompiledPlan | undefined;
    let bestRate = 0;
    let bestMeets = false;
    for (let position = 0; position < plans.length; position += 1) {
      if (state[position] === TAKEN || !canTake(set, position) || !hasRoomFor(set, position))
        continue;
      const plan = plans[position] as CompiledPlan;
      const met = unmet === 0 ? 0 : unmet - unmetWith(set, openAmong(set, plan.withNeeds));
      if (bestMeets && met === 0) continue;
      let share = 0;
      for (const member of plan.withNeeds) if (state[member] === OPEN) share += shares[member] ?? 0;
      const rate = (met > 0 ? met : gainOf(set, position)) / share;
      if (rate > bestRate || (met > 0 && !bestMeets)) {
        best = plan;
        bestRate = rate;
        bestMeets = met > 0;
      }
    }
    if (best === undefined) return state.map((fate) => (fate === TAKEN ? TAKEN : LEFT));
    addPlans(set, openAmong(set, best.withNeeds));
  }
}
