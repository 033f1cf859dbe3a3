import { usedOf } from './capacityRow.ts';
import type { BoundForm } from './createBound.ts';
import { keptCustomers } from './keptCustomers.ts';
import { meetsDemands } from './meetsDemands.ts';
import { type CompiledProblem, LEFT, OPEN, type SetSearch, TAKEN } from './searchTypes.ts';

/** So many sets are looked at before a node is given back to be split. */
const NEAR_LIMIT = 4000;
/** Steps in which the slack between bound and target is divided to count sets. */
const STEPS = 32;
/** A set is passed over for lack of room only when it misses by more than rounding. */
const ROOM_TOLERANCE = 1e-9;

/**
 * Looks at the sets near the one that a bound leans to, one by one.
 *
 * By the bound, a set keeps at most as many customers as the bound less what it forgoes: the worth
 * of the plans it leaves and the lack of worth of those it takes. So only sets that forgo less than
 * what lies between the bound and the target can qualify, and where the bound is sharp they are few.
 * They are listed by adding one departure after the other in the order of what they forgo.
 *
 * @returns a function that looks at all sets of a node if they are not too many, or else at none or
 * at some; and gives a bound on the others, -Infinity when there are none
 * @see Martello & Toth (1990), Knapsack Problems, section 2.10, on the core of a knapsack
 */
export function createNearSearch(
  problem: CompiledProblem,
  search: SetSearch,
): (state: Int8Array, bound: number, form: BoundForm, howFar: 'all' | 'some') => number {
  const { plans, groups, noise } = problem;
  const { rows } = search;
  const groupOf = Int32Array.from(plans, ({ group }) => group);
  const bestWorth = new Float64Array(groups);
  const bestPlan = new Int32Array(groups);
  const departed = new Int8Array(groups);
  /** Departures in the order of what they forgo: what they do instead of taking the best. */
  const forgone = new Float64Array(plans.length + groups);
  const instead = new Int32Array(plans.length + groups);
  const used = new Float64Array(rows.length);
  let set: Int8Array = new Int8Array(plans.length);
  /** What any set, and this one, can keep at most. */
  let top = 0;
  let most = 0;
  /** Sets that forgo so much or more are not looked at. */
  let reach = Infinity;
  let gainOf: Float64Array = new Float64Array(plans.length);
  let count = 0;
  const counts = new Float64Array(STEPS + 1);

  function startAt(state: Int8Array, bound: number, { worth, gain, granted }: BoundForm): void {
    set = state.slice();
    top = bound + noise;
    gainOf = gain;
    most = granted + noise;
    bestWorth.fill(0);
    bestPlan.fill(-1);
    departed.fill(0);
    for (let plan = 0; plan < state.length; plan += 1) {
      if (state[plan] !== OPEN) continue;
      set[plan] = LEFT;
      const group = groupOf[plan] ?? 0;
      const own = worth[plan] ?? 0;
      if (own <= (bestWorth[group] ?? 0)) continue;
      bestWorth[group] = own;
      bestPlan[group] = plan;
    }
    const slack = top - search.target;
    const found: { plan: number; forgoes: number }[] = [];
    for (let plan = 0; plan < state.length; plan += 1) {
      if (state[plan] !== OPEN) continue;
      const group = groupOf[plan] ?? 0;
      const best = bestWorth[group] ?? 0;
      const chosen = bestPlan[group] === plan;
      if (chosen) {
        set[plan] = TAKEN;
        most += gain[plan] ?? 0;
      }
      const forgoes = chosen ? best : best - (worth[plan] ?? 0);
      if (forgoes <= slack) found.push({ plan, forgoes });
    }
    found.sort((a, b) => a.forgoes - b.forgoes);
    count = found.length;
    for (let index = 0; index < count; index += 1) {
      forgone[index] = found[index]?.forgoes ?? 0;
      instead[index] = found[index]?.plan ?? 0;
    }
    for (let row = 0; row < rows.length; row += 1) {
      const weights = rows[row]?.weights;
      used[row] = weights === undefined ? 0 : usedOf(weights, set);
    }
  }

  /** The part of the slack within which about as many sets lie as can be looked at. */
  function reachOf(slack: number): number {
    counts.fill(0);
    counts[0] = 1;
    for (let index = 0; index < count; index += 1) {
      const share = (forgone[index] ?? 0) / Math.max(slack, Number.MIN_VALUE);
      const steps = Math.floor(STEPS * share);
      for (let step = STEPS; step >= steps; step -= 1) {
        counts[step] = (counts[step] ?? 0) + (counts[step - steps] ?? 0);
      }
    }
    let sets = 0;
    for (let step = 0; step <= STEPS; step += 1) {
      sets += counts[step] ?? 0;
      if (sets > NEAR_LIMIT) return (slack * step) / STEPS;
    }
    return Infinity;
  }

  /** Puts a plan into the set or takes it out. */
  function turn(plan: number): void {
    const sign = set[plan] === TAKEN ? -1 : 1;
    set[plan] = sign === 1 ? TAKEN : LEFT;
    most += sign * (gainOf[plan] ?? 0);
    for (let row = 0; row < rows.length; row += 1) {
      used[row] = (used[row] ?? 0) + sign * (rows[row]?.weights[plan] ?? 0);
    }
  }

  /** Departs for a group: takes this plan of it, or none when it is the best one; or goes back. */
  function depart(plan: number, group: number): void {
    const best = bestPlan[group] ?? -1;
    if (best >= 0 && best !== plan) turn(best);
    turn(plan);
  }

  function look(): void {
    if (most < search.target) return;
    for (let row = 0; row < rows.length; row += 1) {
      const { limit = 0, unit = 0 } = rows[row] ?? {};
      if ((used[row] ?? 0) > limit + ROOM_TOLERANCE * unit) return;
    }
    if (search.pointless?.(set) || !meetsDemands(problem, rows, set)) return;
    const value = keptCustomers(problem, set);
    if (value >= search.target) search.found(set, value);
  }

  function extend(from: number, forgoes: number): void {
    look();
    for (let index = from; index < count; index += 1) {
      const total = forgoes + (forgone[index] ?? 0);
      if (total >= reach || top - total < search.target) return;
      const plan = instead[index] ?? 0;
      const group = groupOf[plan] ?? 0;
      if (departed[group] === 1) continue;
      departed[group] = 1;
      depart(plan, group);
      extend(index + 1, total);
      depart(plan, group);
      departed[group] = 0;
    }
  }

  return (state, bound, form, howFar) => {
    startAt(state, bound, form);
    reach = reachOf(top - search.target);
    if (reach === 0 || (howFar === 'all' && reach < Infinity)) return top;
    extend(0, 0);
    return top - reach;
  };
}
