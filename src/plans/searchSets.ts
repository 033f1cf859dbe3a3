import { usedOf } from './capacityRow.ts';
import { type Bound, createBound } from './createBound.ts';
import { leavePlan, takePlan } from './decidePlan.ts';
import { keptCustomers } from './keptCustomers.ts';
import {
  type CapacityRow,
  type CompiledPlan,
  type CompiledProblem,
  type NodeBudget,
  OPEN,
  TAKEN,
} from './searchTypes.ts';

/** What to search for. */
export interface SetSearch {
  /** The limits; `found` may tighten them. */
  readonly rows: readonly CapacityRow[];
  /** Prices to start from, one per row and per need; afterwards the best at the root. */
  readonly prices: Float64Array;
  /** Nodes visited, and when to stop. */
  readonly budget: NodeBudget;
  /** Only sets that keep at least so many customers are sought; `found` may raise it. */
  target: number;
  /** Called with every set that is met on the way and qualifies. */
  readonly found: (state: Int8Array, value: number) => void;
  /** Tells that no set which agrees with this state is of interest. */
  readonly pointless?: (state: Int8Array) => boolean;
}

/** Steps to improve the prices at the root, and at every other node. */
const ROOT_STEPS = 200;
const NODE_STEPS = 8;
/** A plan is dropped for lack of room only when it misses by more than rounding. */
const ROOM_TOLERANCE = 1e-12;

/**
 * Searches all sets of plans, depth first, for those that qualify.
 *
 * At each node everything (value, what remains at stake, what remains of the resources, the bound)
 * is computed afresh from the plans taken. A part of the tree is passed over only when its bound is
 * below the target by more than rounding can explain. The branch is on the plan that the bound is
 * least sure about, the side it leans to first.
 *
 * @returns the best bound of the parts left unsearched when the budget ran out; -Infinity when none
 * was
 * @see Martello & Toth (1990), Knapsack Problems, chapter 2
 */
export function searchSets(problem: CompiledProblem, start: Int8Array, search: SetSearch): number {
  const { plans, stakes, noise } = problem;
  const { rows, budget } = search;
  const bound = createBound(problem, rows);
  const remaining = new Float64Array(stakes.length);
  const free = new Float64Array(rows.length);
  let unsearched = -Infinity;

  function visit(state: Int8Array, prices: Float64Array, above: number, steps: number): void {
    const spent = budget.nodes >= budget.limit;
    if (!spent) budget.nodes += 1;
    let best = above;
    for (let round = 0; ; round += 1) {
      const value = keptCustomers(problem, state, remaining);
      if (!measureFree(rows, state, free) || search.pointless?.(state)) return;
      leaveWhatCannotFit(problem, rows, state, free);
      if (value >= search.target) search.found(state, value);
      const node = { state, value, remaining, free, target: search.target };
      best = Math.min(best, bound.above(node, prices, round === 0 ? steps : NODE_STEPS));
      if (best + noise < search.target) return;
      if (spent) {
        unsearched = Math.max(unsearched, best);
        return;
      }
      const changed = applyForced(problem, state, bound.forced);
      if (changed === 'contradiction') return;
      if (changed === 'nothing') break;
    }
    const plan = leastSure(plans, state, bound);
    if (plan === undefined) return;
    const leaning = bound.leaning.slice();
    const takeFirst = (leaning[plan.position] ?? 0) >= 0.5;
    for (const take of [takeFirst, !takeFirst]) {
      const next = state.slice();
      bound.leaning.set(leaning);
      if (take ? takePlan(problem, next, plan.plan) : leavePlan(next, plan.plan)) {
        visit(next, prices.slice(), best, NODE_STEPS);
      }
    }
  }

  visit(start.slice(), search.prices, Infinity, ROOT_STEPS);
  return unsearched;
}

/** Writes what is left of each limit, as a share of its unit; false when one is passed. */
function measureFree(rows: readonly CapacityRow[], state: Int8Array, free: Float64Array): boolean {
  for (const [index, { weights, limit, unit }] of rows.entries()) {
    const left = limit - usedOf(weights, state);
    if (left < 0) return false;
    free[index] = unit > 0 ? left / unit : 0;
  }
  return true;
}

function leaveWhatCannotFit(
  { plans }: CompiledProblem,
  rows: readonly CapacityRow[],
  state: Int8Array,
  free: Float64Array,
): void {
  for (const [position, plan] of plans.entries()) {
    if (state[position] !== OPEN) continue;
    for (const [index, { weights, scaled, unit }] of rows.entries()) {
      let share = 0;
      let fitsAlone = true;
      for (const member of plan.withNeeds) {
        if (state[member] !== OPEN) continue;
        if ((weights[member] ?? 0) > unit) fitsAlone = false;
        share += scaled[member] ?? 0;
      }
      if (fitsAlone && share <= (free[index] ?? 0) + ROOM_TOLERANCE) continue;
      leavePlan(state, plan);
      break;
    }
  }
}

function applyForced(
  problem: CompiledProblem,
  state: Int8Array,
  forced: Int8Array,
): 'nothing' | 'something' | 'contradiction' {
  let changed: 'nothing' | 'something' = 'nothing';
  for (const [position, plan] of problem.plans.entries()) {
    const way = forced[position];
    if (state[position] !== OPEN || way === OPEN) continue;
    changed = 'something';
    const held = way === TAKEN ? takePlan(problem, state, plan) : leavePlan(state, plan);
    if (!held) return 'contradiction';
  }
  return changed;
}

function leastSure(
  plans: readonly CompiledPlan[],
  state: Int8Array,
  { leaning }: Bound,
): { plan: CompiledPlan; position: number } | undefined {
  let least: { plan: CompiledPlan; position: number } | undefined;
  let nearest = Infinity;
  for (const [position, plan] of plans.entries()) {
    const distance = Math.abs((leaning[position] ?? 0) - 0.5);
    if (state[position] !== OPEN || distance >= nearest) continue;
    nearest = distance;
    least = { plan, position };
  }
  return least;
}
