import { planByPlan } from './capacityRow.ts';
import { type CompiledProblem, OPEN, TAKEN } from './searchTypes.ts';

/**
 * A set of plans that is changed plan by plan. Every change works on what the last one left, so
 * rounding may pile up: it serves to find good sets, and never to prove anything about them.
 */
export interface PlanSet {
  /** The problem. */
  readonly problem: CompiledProblem;
  /** Plans decided here stay as they are decided. */
  readonly start: Int8Array;
  /** `TAKEN` for the plans in the set, else `OPEN`. */
  readonly state: Int8Array;
  /** What is left of each row, below 0 where too much is taken. */
  readonly free: Float64Array;
  /** What remains at stake at each moment. */
  readonly remaining: Float64Array;
  /** By how many plans of the set each plan is excluded. */
  readonly blocks: Int32Array;
  /** What each plan takes of each row, plan by plan. */
  readonly weights: Float64Array;
  /** The first effect at each moment, -1 for none. */
  readonly firstAt: Int32Array;
  /** The next effect at the moment of each effect, -1 for none. */
  readonly nextAt: Int32Array;
  /** The plan that each effect belongs to. */
  readonly ownerOf: Int32Array;
  /** What remained at stake before plans were added to see what they bring. */
  readonly remainedBefore: Float64Array;
}

/** An empty set, to be changed; plans decided in `start` stay as they are decided there. */
export function createPlanSet(problem: CompiledProblem, start: Int8Array): PlanSet {
  const { plans, effects, stakes, rows } = problem;
  const { starts, moments } = effects;
  const ownerOf = new Int32Array(moments.length);
  const firstAt = new Int32Array(stakes.length).fill(-1);
  const nextAt = new Int32Array(moments.length);
  for (let plan = plans.length - 1; plan >= 0; plan -= 1) {
    const first = starts[plan] ?? 0;
    for (let effect = (starts[plan + 1] ?? 0) - 1; effect >= first; effect -= 1) {
      const moment = moments[effect] ?? 0;
      ownerOf[effect] = plan;
      nextAt[effect] = firstAt[moment] ?? -1;
      firstAt[moment] = effect;
    }
  }
  return {
    problem,
    start,
    state: new Int8Array(plans.length),
    free: Float64Array.from(rows, ({ limit }) => roomIn(limit)),
    remaining: stakes.slice(),
    blocks: new Int32Array(plans.length),
    weights: planByPlan(rows, 'weights', plans.length),
    firstAt,
    nextAt,
    ownerOf,
    remainedBefore: new Float64Array(stakes.length),
  };
}

/** Makes it the set of the plans taken in a state. */
export function loadPlans(set: PlanSet, taken: Int8Array): void {
  const { problem, state, free, remaining, blocks } = set;
  state.fill(OPEN);
  blocks.fill(0);
  remaining.set(problem.stakes);
  for (const [row, { limit }] of problem.rows.entries()) free[row] = roomIn(limit);
  for (let plan = 0; plan < taken.length; plan += 1) if (taken[plan] === TAKEN) addPlan(set, plan);
}

/** Limits that are not whole numbers hold a slack, of which this keeps clear. */
function roomIn(limit: number): number {
  return Number.isInteger(limit) ? limit : limit * (1 - 1e-12);
}

/** Takes a plan, alone. */
export function addPlan(set: PlanSet, plan: number): void {
  const { problem, state, free, blocks, weights } = set;
  state[plan] = TAKEN;
  work(set, plan);
  for (const other of problem.plans[plan]?.excluded ?? []) blocks[other] = (blocks[other] ?? 0) + 1;
  for (let row = 0, at = plan * free.length; row < free.length; row += 1, at += 1) {
    free[row] = (free[row] ?? 0) - (weights[at] ?? 0);
  }
}

/** Takes plans, each alone. */
export function addPlans(set: PlanSet, plans: readonly number[]): void {
  for (const plan of plans) addPlan(set, plan);
}

/** Turns what remains at stake to what it is with a plan, and returns the difference. */
function work({ problem, remaining }: PlanSet, plan: number): number {
  const { starts, moments, shares } = problem.effects;
  const end = starts[plan + 1] ?? 0;
  let gain = 0;
  for (let effect = starts[plan] ?? 0; effect < end; effect += 1) {
    const moment = moments[effect] ?? 0;
    const left = remaining[moment] ?? 0;
    const part = left * (shares[effect] ?? 0);
    remaining[moment] = left - part;
    gain += part;
  }
  return gain;
}

/** Takes a plan out, alone, and returns what is lost. */
export function removePlan(set: PlanSet, plan: number): number {
  const { problem, state, free, remaining, blocks, weights, firstAt, nextAt, ownerOf } = set;
  const { starts, moments, shares } = problem.effects;
  state[plan] = OPEN;
  for (const other of problem.plans[plan]?.excluded ?? []) blocks[other] = (blocks[other] ?? 0) - 1;
  for (let row = 0, at = plan * free.length; row < free.length; row += 1, at += 1) {
    free[row] = (free[row] ?? 0) + (weights[at] ?? 0);
  }
  let lost = 0;
  const end = starts[plan + 1] ?? 0;
  for (let effect = starts[plan] ?? 0; effect < end; effect += 1) {
    const moment = moments[effect] ?? 0;
    let left = problem.stakes[moment] ?? 0;
    for (let there = firstAt[moment] ?? -1; there >= 0; there = nextAt[there] ?? -1) {
      if (state[ownerOf[there] ?? 0] === TAKEN) left *= 1 - (shares[there] ?? 0);
    }
    lost += left - (remaining[moment] ?? 0);
    remaining[moment] = left;
  }
  return lost;
}

/** Takes plans out, each alone, and returns what is lost. */
export function removePlans(set: PlanSet, plans: readonly number[]): number {
  let lost = 0;
  for (const plan of plans) lost += removePlan(set, plan);
  return lost;
}

/** Whether a plan, with all it needs, may come in; whether there is room is another matter. */
export function canTake({ problem, start, state, blocks }: PlanSet, plan: number): boolean {
  for (const member of problem.plans[plan]?.withNeeds ?? []) {
    if (state[member] === TAKEN) continue;
    if (start[member] !== OPEN || (blocks[member] ?? 0) > 0) return false;
  }
  return true;
}

/** Whether there is room for a plan, with all it needs. */
export function hasRoomFor({ problem, state, free, weights }: PlanSet, plan: number): boolean {
  const members = problem.plans[plan]?.withNeeds ?? [];
  for (let row = 0; row < free.length; row += 1) {
    let takes = 0;
    for (const member of members) {
      if (state[member] !== TAKEN) takes += weights[member * free.length + row] ?? 0;
    }
    if (takes > (free[row] ?? 0)) return false;
  }
  return true;
}

/** What a plan that may come in would add, with all it needs. */
export function gainOf(set: PlanSet, plan: number): number {
  const { problem, state, remaining } = set;
  const { starts, moments, shares } = problem.effects;
  const members = problem.plans[plan]?.withNeeds ?? [];
  if (members.length > 1) return gainOfSeveral(set, members);
  let gain = 0;
  const end = starts[plan + 1] ?? 0;
  const from = starts[plan] ?? 0;
  if (state[plan] === TAKEN) return 0;
  for (let effect = from; effect < end; effect += 1) {
    const moment = moments[effect] ?? 0;
    for (let other = from; other < effect; other += 1) {
      if (moments[other] === moment) return gainOfSeveral(set, members);
    }
    gain += (remaining[moment] ?? 0) * (shares[effect] ?? 0);
  }
  return gain;
}

/** What plans would add together, which may work at the same moments. */
function gainOfSeveral(set: PlanSet, members: readonly number[]): number {
  const { state, remaining, remainedBefore } = set;
  remainedBefore.set(remaining);
  let gain = 0;
  for (const member of members) if (state[member] !== TAKEN) gain += work(set, member);
  remaining.set(remainedBefore);
  return gain;
}

/** How many covers no plan is taken of, these plans counted in. */
export function unmetWith({ problem, state }: PlanSet, coming: readonly number[]): number {
  let unmet = 0;
  for (const cover of problem.covers) {
    if (!cover.some((plan) => state[plan] === TAKEN || coming.includes(plan))) unmet += 1;
  }
  return unmet;
}

/** The plans among these that are in the set. */
export function takenAmong({ state }: PlanSet, plans: readonly number[]): number[] {
  return plans.filter((plan) => state[plan] === TAKEN);
}

/** The plans among these that are not in the set. */
export function openAmong({ state }: PlanSet, plans: readonly number[]): number[] {
  return plans.filter((plan) => state[plan] === OPEN);
}
