import { keptCustomers } from './keptCustomers.ts';
import { searchSets } from './searchSets.ts';
import { type CompiledProblem, type NodeBudget, TAKEN } from './searchTypes.ts';
import type { DualSolution } from './solveDual.ts';

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
  /** Whether it is also proved that no other set is equally good. */
  readonly alone: boolean;
}

/** Sets whose customers, or use of resources, differ by less than this share are equal. */
export const TIE_TOLERANCE = 1e-9;

/** Nodes per plan for the first climb from the set given. */
const CLIMB_NODES = 10;
/** The first goal lies this part of the way from the bound down to the value. */
const FIRST_STEP = 0.03125;

/** Where a proof starts from. */
interface ProofStart {
  /** A set that meets the demands. */
  readonly first: Int8Array;
  /** A bound on all sets, and what the search starts from, which is left as it was at the end. */
  readonly dual: DualSolution;
  /** Makes a set better, if it can. */
  readonly improve: (state: Int8Array) => Int8Array;
}

/**
 * Finds the set that keeps most customers, from a good one, and proves it.
 *
 * The sets near the one that the first bound chooses are looked at, which with a short search is
 * often the end of it. Otherwise the best set is improved, and after a climb from there the search
 * works from above: is there a set just below the bound? A search for that is short, because nearly everything can be
 * passed over. If there is none the bound is lowered, each time by twice as much; if there is one,
 * the same search goes on from it and ends with the best.
 *
 * Sets as good as the best are looked for on the way, until the first one is met.
 */
export function proveOptimum(
  problem: CompiledProblem,
  start: Int8Array,
  { first, dual, improve }: ProofStart,
  budget: NodeBudget,
): BestSet {
  const { rows, plans, whole, noise } = problem;
  let state = first;
  let value = keptCustomers(problem, first);
  let { bound } = dual;
  /** No other set is known that keeps so many. */
  let alone = true;

  /** What sets are to keep that are of interest. */
  const least = (): number => (alone ? asGoodAs(value, whole) : betterThan(value, whole));

  function take(next: Int8Array, nextValue: number, target: number): void {
    if (nextValue >= betterThan(value, whole)) {
      alone = asGoodAs(nextValue, whole) >= target;
      state = next.slice();
      value = nextValue;
    } else if (next.some((fate, plan) => (fate === TAKEN) !== (state[plan] === TAKEN))) {
      alone = false;
    }
  }

  /** Searches for sets that keep so many; tells whether all were, and lowers the bound if not. */
  function search(goal: number, nodes: number): boolean {
    const own = { nodes: 0, limit: Math.min(nodes, budget.limit - budget.nodes) };
    const task = {
      rows,
      warmStart: dual.warmStart,
      budget: own,
      target: goal,
      found(next: Int8Array, nextValue: number): void {
        take(next, nextValue, task.target);
        task.target = least();
      },
    };
    const unsearched = searchSets(problem, start, task);
    budget.nodes += own.nodes;
    if (unsearched > -Infinity) bound = Math.min(bound, Math.max(goal, unsearched + noise));
    return unsearched === -Infinity;
  }

  function comeDown(): boolean {
    const top = bound;
    const gap = top - value;
    let step = whole ? Math.max(1, gap * FIRST_STEP) : gap * FIRST_STEP;
    for (let round = 0; round < MOST_STEPS_DOWN; round += 1, step *= 2) {
      const before = value;
      const end = least();
      const goal = Math.max(end, whole ? Math.ceil(top - step) - WHOLE_MARGIN : top - step);
      if (!search(goal, Infinity)) return false;
      if (value > before || goal <= end) return true;
      bound = goal;
    }
    return false;
  }

  function prove(): boolean {
    if (search(least(), 1) || search(least(), plans.length)) return true;
    const improved = improve(state);
    // A set as good as the last one may be known, and the next search begins from nothing.
    take(improved, keptCustomers(problem, improved), betterThan(value, whole));
    return search(least(), CLIMB_NODES * plans.length) || comeDown();
  }

  if (prove()) return { state, value, bound: value, proved: true, alone };
  return { state, value, bound: Math.max(value, bound), proved: false, alone: false };
}

/** Twice as far each time, so many steps pass any gap; only one that is lost in rounding is left. */
const MOST_STEPS_DOWN = 60;

/** Keeps the goal for whole values clear of rounding. */
const WHOLE_MARGIN = 1e-6;

/** What a better set keeps at least: one more where all values are whole. */
function betterThan(value: number, whole: boolean): number {
  if (whole) return value + 1 - WHOLE_MARGIN;
  return Math.max(value + (TIE_TOLERANCE / 1000) * value, Number.MIN_VALUE);
}

/** What an equally good set keeps at least. */
function asGoodAs(value: number, whole: boolean): number {
  return whole ? value - WHOLE_MARGIN : value * (1 - TIE_TOLERANCE);
}
