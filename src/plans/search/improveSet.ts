import { departuresOf, findExchange } from './exchange.ts';
import { keptCustomers } from './keptCustomers.ts';
import { meetsDemands } from './meetsDemands.ts';
import {
  addPlans,
  canTake,
  createPlanSet,
  gainOf,
  hasRoomFor,
  loadPlans,
  openAmong,
  type PlanSet,
  removePlans,
  takenAmong,
  unmetWith,
} from './planSet.ts';
import { type CompiledProblem, OPEN, TAKEN } from './searchTypes.ts';
import { takeGreedily } from './takeGreedily.ts';

/** A swap that brings less than this share of the value is not made, so that swapping ends. */
const LEAST_PROGRESS = 1e-9;
/** So many sets are improved at most, one after another: some for each plan that is left. */
const MOST_ROUNDS = 1000;
/** Sets to look at for each plan that might come in for several others. */
const EXCHANGE_STEPS = 100;

/**
 * Improves a set that meets the demands: one plan out (with all that need it) and another in (with
 * all it needs), or one in and the best few out for it, then best first with what room there is;
 * until none brings more. The shares tell what each plan takes of the resources, in one figure.
 */
export function improveSet(
  problem: CompiledProblem,
  start: Int8Array,
  first: Int8Array,
  shares: Float64Array,
): Int8Array {
  const set = createPlanSet(problem, start);
  let best = first;
  let bestValue = keptCustomers(problem, first);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const least = LEAST_PROGRESS * bestValue;
    loadPlans(set, best);
    if (!swapOne(set, least) && !exchangeOne(set, least)) return best;
    const next = takeGreedily(problem, start, set.state, shares);
    const value = keptCustomers(problem, next);
    if (value <= bestValue || !meetsDemands(problem, problem.rows, next)) return best;
    best = next;
    bestValue = value;
  }
  return best;
}

/** Makes the best swap of one plan for another, if one brings more than `least`. */
function swapOne(set: PlanSet, least: number): boolean {
  const { problem, start, state } = set;
  let bestChange = least;
  let best: { readonly out: readonly number[]; readonly plan: number } | undefined;
  for (const [leaving, { neededBy }] of problem.plans.entries()) {
    if (start[leaving] !== OPEN || state[leaving] !== TAKEN) continue;
    const out = takenAmong(set, neededBy);
    const lost = removePlans(set, out);
    for (let plan = 0; plan < state.length; plan += 1) {
      if (state[plan] === TAKEN || !hasRoomFor(set, plan) || !canTake(set, plan)) continue;
      if (out.includes(plan)) continue;
      const change = gainOf(set, plan) - lost;
      if (change <= bestChange) continue;
      if (unmetWith(set, problem.plans[plan]?.withNeeds ?? []) > 0) continue;
      bestChange = change;
      best = { out, plan };
    }
    addPlans(set, out);
  }
  if (best === undefined) return false;
  removePlans(set, best.out);
  takeIn(set, best.plan);
  return true;
}

/** Lets a plan in for the best few others, the first that brings more than `least`. */
function exchangeOne(set: PlanSet, least: number): boolean {
  const departures = departuresOf(set);
  for (let plan = 0; plan < set.state.length; plan += 1) {
    if (set.state[plan] === TAKEN) continue;
    const options = { steps: EXCHANGE_STEPS, most: -least, covers: 'meet' } as const;
    const found = findExchange(set, departures, plan, options);
    if (found === undefined) continue;
    removePlans(set, found.out);
    takeIn(set, plan);
    return true;
  }
  return false;
}

function takeIn(set: PlanSet, plan: number): void {
  addPlans(set, openAmong(set, set.problem.plans[plan]?.withNeeds ?? []));
}
