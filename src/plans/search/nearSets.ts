import type { BoundForm } from './bound.ts';
import { usedOf } from './capacityRow.ts';
import { keptCustomers } from './keptCustomers.ts';
import { meetsDemands } from './meetsDemands.ts';
import { type CompiledProblem, LEFT, OPEN, type SetSearch, TAKEN } from './searchTypes.ts';

/** What the sets near a bound of one search are listed with. */
export interface NearSets {
  /** The problem. */
  readonly problem: CompiledProblem;
  /** What is searched for. */
  readonly search: SetSearch;
  /** The group of each plan. */
  readonly groupOf: Int32Array;
  /** What the best plan of each group is worth. */
  readonly bestWorth: Float64Array;
  /** Which it is, -1 for none. */
  readonly bestPlan: Int32Array;
  /** 1 for the groups in which the set departs from the best plan. */
  readonly departed: Int8Array;
  /** What the departures forgo, in that order. */
  readonly forgone: Float64Array;
  /** The plan that each takes, or leaves where it is the best one. */
  readonly instead: Int32Array;
  /** What each plan takes of each row, plan by plan. */
  readonly weights: Float64Array;
  /** What the set takes of each row. */
  readonly used: Float64Array;
  /** How far it may be off. */
  readonly rounding: Float64Array;
  /** How many sets forgo so much, in steps of the slack. */
  readonly counts: Float64Array;
  /** The figures at `TOP`, `MOST` and `REACH`. */
  readonly figures: Float64Array;
  /** How many departures there are. */
  count: number;
  /** The set looked at. */
  set: Int8Array;
  /** What each open plan gains at most. */
  gain: Float64Array;
}

/** What any set can keep at most. */
const TOP = 0;
/** What the set looked at can keep at most. */
const MOST = 1;
/** Sets that forgo so much or more are not looked at. */
const REACH = 2;

/** About so many sets are looked at before a node is given back to be split. */
const NEAR_LIMIT = 4000;
/** Steps in which the slack between bound and target is divided to count sets. */
const STEPS = 32;
/** A set is passed over for lack of room only when it misses by more than rounding. */
const ROOM_TOLERANCE = 1e-9;

/** What to list the sets near the bounds of a search with. */
export function createNearSets(problem: CompiledProblem, search: SetSearch): NearSets {
  const { plans, groups } = problem;
  const { rows } = search;
  return {
    problem,
    search,
    groupOf: Int32Array.from(plans, ({ group }) => group),
    bestWorth: new Float64Array(groups),
    bestPlan: new Int32Array(groups),
    departed: new Int8Array(groups),
    forgone: new Float64Array(plans.length),
    instead: new Int32Array(plans.length),
    weights: Float64Array.from(
      plans.flatMap((_, plan) => rows.map((row) => row.weights[plan] ?? 0)),
    ),
    used: new Float64Array(rows.length),
    rounding: Float64Array.from(rows, ({ unit }) => ROOM_TOLERANCE * unit),
    counts: new Float64Array(STEPS + 1),
    figures: new Float64Array(3),
    count: 0,
    set: new Int8Array(plans.length),
    gain: new Float64Array(plans.length),
  };
}

/**
 * Looks at the sets near the one that the bound of a node leans to, one by one.
 *
 * By the bound, a set keeps at most as many customers as the bound less what it forgoes: the worth
 * of the plans it leaves and the lack of worth of those it takes. So only sets that forgo less than
 * what lies between the bound and the target can qualify, and where the bound is sharp they are few.
 * They are listed by adding one departure after the other in the order of what they forgo.
 *
 * @param near - what to list them with
 * @param state - what is decided about each plan
 * @param bound - how many customers any set that agrees with it can keep at most
 * @param form - the form of that bound
 * @param howFar - whether to look at `some` when `all` are too many
 * @returns a bound on the sets that were not looked at, -Infinity when there are none
 * @see Martello & Toth (1990), Knapsack Problems, section 2.10, on the core of a knapsack
 */
export function lookNear(
  near: NearSets,
  state: Int8Array,
  bound: number,
  form: BoundForm,
  howFar: 'all' | 'some',
): number {
  const { problem, search, figures } = near;
  const top = bound + problem.noise;
  listDepartures(near, state, form, top - search.target);
  const reach = reachOf(near, top - search.target);
  if (reach === 0 || (howFar === 'all' && reach < Infinity)) return top;
  figures[TOP] = top;
  figures[REACH] = reach;
  extend(near, 0, 0);
  return top - reach;
}

/** Turns to the set that a bound leans to, and lists the departures from it within the slack. */
function listDepartures(near: NearSets, state: Int8Array, form: BoundForm, slack: number): void {
  const { problem, search, groupOf, bestWorth, bestPlan, departed, figures } = near;
  const { worth, gain, granted } = form;
  const set = state.slice();
  let most = (granted[0] ?? 0) + problem.noise;
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
  for (const [index, { plan, forgoes }] of found.entries()) {
    near.forgone[index] = forgoes;
    near.instead[index] = plan;
  }
  for (const [row, { weights }] of search.rows.entries()) near.used[row] = usedOf(weights, set);
  near.count = found.length;
  near.set = set;
  near.gain = gain;
  figures[MOST] = most;
}

/** The part of the slack within which about as many sets lie as can be looked at. */
function reachOf({ counts, forgone, count }: NearSets, slack: number): number {
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

function extend(near: NearSets, from: number, forgoes: number): void {
  look(near);
  const { search, groupOf, departed, forgone, instead, count, figures } = near;
  const top = figures[TOP] ?? 0;
  const reach = figures[REACH] ?? 0;
  for (let index = from; index < count; index += 1) {
    const total = forgoes + (forgone[index] ?? 0);
    if (total >= reach || top - total < search.target) return;
    const plan = instead[index] ?? 0;
    const group = groupOf[plan] ?? 0;
    if (departed[group] === 1) continue;
    departed[group] = 1;
    depart(near, plan, group);
    extend(near, index + 1, total);
    depart(near, plan, group);
    departed[group] = 0;
  }
}

/**
 * Looks at a set. What it takes and what it can keep at most are carried along from set to set, with
 * room for the rounding of some thousand steps; whatever qualifies by them is worked out afresh.
 */
function look({ problem, search, rounding, used, figures, set }: NearSets): void {
  if ((figures[MOST] ?? 0) < search.target) return;
  const { rows } = search;
  for (let row = 0; row < rows.length; row += 1) {
    if ((used[row] ?? 0) > (rows[row]?.limit ?? 0) + (rounding[row] ?? 0)) return;
  }
  if (search.pointless?.(set) || !meetsDemands(problem, rows, set)) return;
  const value = keptCustomers(problem, set);
  if (value >= search.target) search.found(set, value);
}

/** Departs in a group: takes this plan of it, or none when it is the best one; or goes back. */
function depart(near: NearSets, plan: number, group: number): void {
  const best = near.bestPlan[group] ?? -1;
  if (best >= 0 && best !== plan) turn(near, best);
  turn(near, plan);
}

/** Puts a plan into the set or takes it out. */
function turn({ set, used, weights, figures, gain }: NearSets, plan: number): void {
  const rowCount = used.length;
  const sign = set[plan] === TAKEN ? -1 : 1;
  set[plan] = sign === 1 ? TAKEN : LEFT;
  figures[MOST] = (figures[MOST] ?? 0) + sign * (gain[plan] ?? 0);
  for (let row = 0, at = plan * rowCount; row < rowCount; row += 1, at += 1) {
    used[row] = (used[row] ?? 0) + sign * (weights[at] ?? 0);
  }
}
