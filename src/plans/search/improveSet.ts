import { createExchange } from './createExchange.ts';
import { createPlanSet, type PlanSet } from './createPlanSet.ts';
import { keptCustomers } from './keptCustomers.ts';
import { meetsDemands } from './meetsDemands.ts';
import { type CompiledProblem, OPEN, TAKEN } from './searchTypes.ts';
import { takeBestFirst } from './takeBestFirst.ts';

/** A swap that brings less than this share of the value is not made, so that swapping ends. */
const LEAST_PROGRESS = 1e-9;
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
  const exchange = createExchange(problem, start, set);
  let best = first;
  let bestValue = keptCustomers(problem, first);
  for (;;) {
    const least = LEAST_PROGRESS * bestValue;
    set.load(best);
    if (!swapOne(problem, start, set, least) && !exchangeOne(problem, set, exchange, least)) {
      return best;
    }
    const next = takeBestFirst(problem, start, set.state, shares);
    const value = keptCustomers(problem, next);
    if (value <= bestValue || !meetsDemands(problem, problem.rows, next)) return best;
    best = next;
    bestValue = value;
  }
}

/** Makes the best swap of one plan for another, if one brings more than `least`. */
function swapOne(
  { plans }: CompiledProblem,
  start: Int8Array,
  set: PlanSet,
  least: number,
): boolean {
  let bestChange = least;
  let best: { readonly out: readonly number[]; readonly plan: number } | undefined;
  for (const [leaving, { neededBy }] of plans.entries()) {
    if (start[leaving] !== OPEN || set.state[leaving] !== TAKEN) continue;
    const out = set.among(neededBy, TAKEN);
    const lost = set.remove(out);
    for (let plan = 0; plan < plans.length; plan += 1) {
      if (set.state[plan] === TAKEN || !set.hasRoomFor(plan) || !set.canTake(plan)) continue;
      if (out.includes(plan)) continue;
      const change = set.gainOf(plan) - lost;
      if (change <= bestChange) continue;
      if (set.unmetWith(plans[plan]?.withNeeds ?? []) > 0) continue;
      bestChange = change;
      best = { out, plan };
    }
    set.add(out);
  }
  if (best === undefined) return false;
  set.remove(best.out);
  set.add(set.among(plans[best.plan]?.withNeeds ?? [], OPEN));
  return true;
}

/** Lets a plan in for the best few others, the first that brings more than `least`. */
function exchangeOne(
  { plans }: CompiledProblem,
  set: PlanSet,
  exchange: ReturnType<typeof createExchange>,
  least: number,
): boolean {
  for (let plan = 0; plan < plans.length; plan += 1) {
    if (set.state[plan] === TAKEN) continue;
    const found = exchange(plan, { steps: EXCHANGE_STEPS, most: -least, covers: 'meet' });
    if (found === undefined) continue;
    set.remove(found.out);
    set.add(set.among(plans[plan]?.withNeeds ?? [], OPEN));
    return true;
  }
  return false;
}
