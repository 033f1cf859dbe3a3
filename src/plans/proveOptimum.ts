import { keptCustomers } from './keptCustomers.ts';
import { searchSets } from './searchSets.ts';
import type { CompiledProblem, NodeBudget } from './searchTypes.ts';

/** The best set found, and what is known about all others. */
export interface BestSet {
  /** The set. */
  readonly state: Int8Array;
  /** Customers it keeps. */
  readonly value: number;
  /** No set keeps more; equal to `value` when that is proved to be the most. */
  readonly bound: number;
  /** Whether `value` is proved to be the most. */
  readonly proved: boolean;
  /** Prices of the resources and needs to start another search from. */
  readonly prices: Float64Array;
}

/** Sets whose customers, or use of resources, differ by less than this share are equal. */
export const TIE_TOLERANCE = 1e-9;

/** Nodes per plan for the first climb from the set given. */
const CLIMB_NODES = 10;
/** The first goal lies this part of the way from the bound down to the value. */
const FIRST_STEP = 0.03125;

/**
 * Finds the set that keeps most customers, from a good one, and proves it.
 *
 * After a short climb it works from above: is there a set just below the bound? A search for that
 * is short, because nearly everything can be passed over. If there is none the bound is lowered,
 * each time by twice as much; if there is one, the same search goes on from it and ends with the
 * best.
 */
export function proveOptimum(
  problem: CompiledProblem,
  start: Int8Array,
  first: Int8Array,
  budget: NodeBudget,
): BestSet {
  const { rows, plans, needs, whole, noise } = problem;
  let state = first;
  let value = keptCustomers(problem, first);
  const prices = new Float64Array(rows.length + needs.length);
  const search = (goal: number, nodes: NodeBudget): number => {
    const task = {
      rows,
      prices,
      budget: nodes,
      target: goal,
      found(next: Int8Array, nextValue: number): void {
        state = next.slice();
        value = nextValue;
        task.target = betterThan(value, whole);
      },
    };
    return searchSets(problem, start, task);
  };
  const result = (bound: number): BestSet =>
    bound > value && bound > -Infinity
      ? { state, value, bound, proved: false, prices }
      : { state, value, bound: value, proved: true, prices };

  const climb = { nodes: 0, limit: Math.min(budget.limit, CLIMB_NODES * plans.length) };
  let bound = search(betterThan(value, whole), climb);
  budget.nodes += climb.nodes;
  if (bound === -Infinity) return result(bound);

  bound += noise;
  const top = bound;
  const gap = top - value;
  for (let step = whole ? Math.max(1, gap * FIRST_STEP) : gap * FIRST_STEP; ; step *= 2) {
    const least = betterThan(value, whole);
    const before = value;
    const goal = Math.max(least, whole ? Math.ceil(top - step) - WHOLE_MARGIN : top - step);
    const unsearched = search(goal, budget);
    if (unsearched > -Infinity) return result(Math.max(value, Math.min(bound, unsearched + noise)));
    if (value > before || goal <= least) return result(-Infinity);
    bound = goal;
  }
}

/** Keeps the goal for whole values clear of rounding. */
const WHOLE_MARGIN = 1e-6;

/** What a better set keeps at least: one more where all values are whole. */
function betterThan(value: number, whole: boolean): number {
  if (whole) return value + 1 - WHOLE_MARGIN;
  return Math.max(value + (TIE_TOLERANCE / 1000) * value, Number.MIN_VALUE);
}
