import { type Bound, boundAbove, createBound } from './bound.ts';
import { usedOf } from './capacityRow.ts';
import { leavePlan, takePlan } from './decidePlan.ts';
import { keptCustomers } from './keptCustomers.ts';
import { lookNear } from './lookNear.ts';
import { createNearSets, type NearSets } from './nearSets.ts';
import {
  type CapacityRow,
  type CompiledProblem,
  OPEN,
  type SetSearch,
  TAKEN,
} from './searchTypes.ts';

/** Steps to improve the multipliers at the root, and at every other node. */
const ROOT_STEPS = 20;
const NODE_STEPS = 8;
/** A plan is dropped for lack of room only when it misses by more than rounding. */
const ROOM_TOLERANCE = 1e-12;

/**
 * Searches all sets of plans, depth first, for those that qualify.
 *
 * At each node everything (value, what remains at stake, what remains of the resources, the bound)
 * is computed afresh from the plans taken. A part of the tree is passed over only when its bound is
 * below the target by more than rounding can explain, and split no further when so few sets reach
 * the target by its bound that they can be looked at one by one. The branch is on the plan that the
 * relaxed solution divides most evenly, its nearer side first.
 *
 * @returns the best bound of the parts left unsearched when the budget ran out; -Infinity when none
 * was
 * @see Martello & Toth (1990), Knapsack Problems, chapter 2
 */
export function searchSets(problem: CompiledProblem, start: Int8Array, search: SetSearch): number {
  const { rows, warmStart } = search;
  const tree: SearchTree = {
    problem,
    search,
    bounds: createBound(problem, rows),
    near: createNearSets(problem, search),
    remaining: new Float64Array(problem.stakes.length),
    free: new Float64Array(rows.length),
    unsearched: Float64Array.of(-Infinity),
  };
  tree.bounds.relaxed.set(warmStart.relaxed);
  visit(tree, start.slice(), warmStart.multipliers, Infinity, true);
  return tree.unsearched[0] ?? -Infinity;
}

/** A tree that is being searched. */
interface SearchTree {
  /** The problem. */
  readonly problem: CompiledProblem;
  /** What is searched for. */
  readonly search: SetSearch;
  /** What bounds are worked out with. */
  readonly bounds: Bound;
  /** What the sets near a bound are listed with. */
  readonly near: NearSets;
  /** What remains at stake per moment at the node visited. */
  readonly remaining: Float64Array;
  /** What is left of each row there. */
  readonly free: Float64Array;
  /** The best bound of the parts left unsearched, one figure. */
  readonly unsearched: Float64Array;
}

/** Visits a node, and those below it. */
function visit(
  tree: SearchTree,
  state: Int8Array,
  multipliers: Float64Array,
  above: number,
  isRoot: boolean,
): void {
  const { problem, search, bounds, near, remaining, free, unsearched } = tree;
  const { rows, budget } = search;
  const { noise } = problem;
  const spent = budget.nodes >= budget.limit;
  if (!spent) budget.nodes += 1;
  let best = above;
  let own = Infinity;
  let steps = isRoot ? ROOT_STEPS : NODE_STEPS;
  for (;;) {
    if (!measureFree(rows, state, free) || search.pointless?.(state)) return;
    leaveWhatCannotFit(problem, rows, state, free);
    const covered = coverWhatMustBe(problem, state);
    if (covered === 'contradiction') return;
    if (covered === 'something') continue;
    const value = keptCustomers(problem, state, remaining);
    if (value >= search.target && covered === 'nothing') search.found(state, value);
    const node = { state, value, remaining, free, target: search.target };
    own = boundAbove(bounds, node, multipliers, steps);
    best = Math.min(best, own);
    steps = NODE_STEPS;
    if (best + noise < search.target) return;
    if (spent) {
      unsearched[0] = Math.max(unsearched[0] ?? -Infinity, best);
      return;
    }
    const changed = applyForced(problem, state, bounds.forced);
    if (changed === 'contradiction') return;
    if (changed === 'nothing') break;
  }
  if (isRoot) search.warmStart.relaxed.set(bounds.relaxed);
  const plan = leastSure(state, bounds.relaxed);
  const branch = problem.plans[plan];
  if (branch === undefined) return;
  best = Math.min(best, lookNear(near, state, own, bounds.form, isRoot ? 'some' : 'all'));
  if (best + noise < search.target) return;
  const relaxed = bounds.relaxed.slice();
  const takeFirst = (relaxed[plan] ?? 0) >= 0.5;
  for (const take of [takeFirst, !takeFirst]) {
    const next = state.slice();
    bounds.relaxed.set(relaxed);
    if (take ? takePlan(problem, next, branch) : leavePlan(next, branch)) {
      visit(tree, next, multipliers.slice(), best, false);
    }
  }
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
  for (let position = 0; position < state.length; position += 1) {
    const plan = plans[position];
    if (state[position] !== OPEN || plan === undefined) continue;
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index];
      if (row === undefined) continue;
      let share = 0;
      let fitsAlone = true;
      for (const member of plan.withNeeds) {
        if (state[member] !== OPEN) continue;
        if ((row.weights[member] ?? 0) > row.unit) fitsAlone = false;
        share += row.scaled[member] ?? 0;
      }
      if (fitsAlone && share <= (free[index] ?? 0) + ROOM_TOLERANCE) continue;
      leavePlan(state, plan);
      break;
    }
  }
}

type Change = 'nothing' | 'something' | 'contradiction';

/** Takes a plan that is the last of a cover; tells `open` when a cover is not met yet. */
function coverWhatMustBe(problem: CompiledProblem, state: Int8Array): Change | 'open' {
  let found: 'nothing' | 'open' = 'nothing';
  for (const cover of problem.covers) {
    let last = -1;
    let open = 0;
    let met = false;
    for (const position of cover) {
      if (state[position] === TAKEN) met = true;
      if (state[position] !== OPEN) continue;
      open += 1;
      last = position;
    }
    if (met) continue;
    if (open > 1) {
      found = 'open';
      continue;
    }
    const plan = problem.plans[last];
    return plan !== undefined && takePlan(problem, state, plan) ? 'something' : 'contradiction';
  }
  return found;
}

function applyForced(problem: CompiledProblem, state: Int8Array, forced: Int8Array): Change {
  let changed: 'nothing' | 'something' = 'nothing';
  for (let position = 0; position < state.length; position += 1) {
    const way = forced[position];
    const plan = problem.plans[position];
    if (state[position] !== OPEN || way === OPEN || plan === undefined) continue;
    changed = 'something';
    const held = way === TAKEN ? takePlan(problem, state, plan) : leavePlan(state, plan);
    if (!held) return 'contradiction';
  }
  return changed;
}

/** The open plan that the relaxed solution divides most evenly, -1 when none is open. */
function leastSure(state: Int8Array, relaxed: Float64Array): number {
  let least = -1;
  let nearest = Infinity;
  for (let position = 0; position < state.length; position += 1) {
    const distance = Math.abs((relaxed[position] ?? 0) - 0.5);
    if (state[position] !== OPEN || distance >= nearest) continue;
    nearest = distance;
    least = position;
  }
  return least;
}
