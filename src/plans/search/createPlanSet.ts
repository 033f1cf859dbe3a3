import { type CompiledProblem, OPEN, TAKEN } from './searchTypes.ts';

/**
 * A set of plans that is changed plan by plan. Every change works on what the last one left, so
 * rounding may pile up: it serves to find good sets, and never to prove anything about them.
 */
export interface PlanSet {
  /** `TAKEN` for the plans in the set, else `OPEN`. */
  readonly state: Int8Array;
  /** What is left of each row, below 0 where too much is taken. */
  readonly free: Float64Array;
  /** Makes it the set of the plans taken in this state. */
  readonly load: (state: Int8Array) => void;
  /** Whether a plan, with all it needs, may come in; whether there is room is another matter. */
  readonly canTake: (plan: number) => boolean;
  /** What a plan that may come in would add, with all it needs. */
  readonly gainOf: (plan: number) => number;
  /** Whether there is room for a plan, with all it needs. */
  readonly hasRoomFor: (plan: number) => boolean;
  /** Takes plans, each alone. */
  readonly add: (plans: readonly number[]) => void;
  /** Takes plans out, each alone, and returns what is lost. */
  readonly remove: (plans: readonly number[]) => number;
  /** How many covers no plan is taken of, these plans counted in. */
  readonly unmetWith: (plans: readonly number[]) => number;
  /** The plans among these, in the set or not in it. */
  readonly among: (plans: readonly number[], fate: typeof TAKEN | typeof OPEN) => number[];
}

/** An empty set, to be changed; plans decided in `start` stay as they are decided there. */
export function createPlanSet(problem: CompiledProblem, start: Int8Array): PlanSet {
  const { plans, effects, stakes, rows, covers } = problem;
  const { starts, moments, shares } = effects;
  const state = new Int8Array(plans.length);
  const free = new Float64Array(rows.length);
  const remaining = new Float64Array(stakes.length);
  const blocks = new Int32Array(plans.length);
  const ownerOf = new Int32Array(moments.length);
  const effectsAt: number[][] = Array.from(stakes, () => []);
  for (let plan = 0; plan < plans.length; plan += 1) {
    const end = starts[plan + 1] ?? 0;
    for (let effect = starts[plan] ?? 0; effect < end; effect += 1) {
      ownerOf[effect] = plan;
      effectsAt[moments[effect] ?? 0]?.push(effect);
    }
  }
  const changed = new Int32Array(moments.length);
  const before = new Float64Array(moments.length);

  /** Turns what remains at stake to what it is with the plan, and returns the difference. */
  function work(plan: number): number {
    let gain = 0;
    const end = starts[plan + 1] ?? 0;
    for (let effect = starts[plan] ?? 0; effect < end; effect += 1) {
      const moment = moments[effect] ?? 0;
      const left = remaining[moment] ?? 0;
      const part = left * (shares[effect] ?? 0);
      remaining[moment] = left - part;
      gain += part;
    }
    return gain;
  }

  function block(plan: number, by: number): void {
    for (const other of plans[plan]?.excluded ?? []) blocks[other] = (blocks[other] ?? 0) + by;
  }

  function add(coming: readonly number[]): void {
    for (const plan of coming) {
      state[plan] = TAKEN;
      work(plan);
      block(plan, 1);
      for (let row = 0; row < rows.length; row += 1) {
        free[row] = (free[row] ?? 0) - (rows[row]?.weights[plan] ?? 0);
      }
    }
  }

  function remove(going: readonly number[]): number {
    let lost = 0;
    for (const plan of going) {
      state[plan] = OPEN;
      block(plan, -1);
      for (let row = 0; row < rows.length; row += 1) {
        free[row] = (free[row] ?? 0) + (rows[row]?.weights[plan] ?? 0);
      }
      const end = starts[plan + 1] ?? 0;
      for (let effect = starts[plan] ?? 0; effect < end; effect += 1) {
        const moment = moments[effect] ?? 0;
        let left = stakes[moment] ?? 0;
        for (const there of effectsAt[moment] ?? []) {
          if (state[ownerOf[there] ?? 0] === TAKEN) left *= 1 - (shares[there] ?? 0);
        }
        lost += left - (remaining[moment] ?? 0);
        remaining[moment] = left;
      }
    }
    return lost;
  }

  function load(taken: Int8Array): void {
    state.fill(OPEN);
    blocks.fill(0);
    remaining.set(stakes);
    for (let row = 0; row < rows.length; row += 1) free[row] = roomIn(rows[row]?.limit ?? 0);
    for (let plan = 0; plan < taken.length; plan += 1) if (taken[plan] === TAKEN) add([plan]);
  }

  function canTake(plan: number): boolean {
    for (const member of plans[plan]?.withNeeds ?? []) {
      if (state[member] === TAKEN) continue;
      if (start[member] !== OPEN || (blocks[member] ?? 0) > 0) return false;
    }
    return true;
  }

  function gainOf(plan: number): number {
    const members = plans[plan]?.withNeeds ?? [];
    let count = 0;
    for (const member of members) {
      if (state[member] === TAKEN) continue;
      const end = starts[member + 1] ?? 0;
      for (let effect = starts[member] ?? 0; effect < end; effect += 1) {
        changed[count] = moments[effect] ?? 0;
        before[count] = remaining[moments[effect] ?? 0] ?? 0;
        count += 1;
      }
    }
    let gain = 0;
    for (const member of members) if (state[member] !== TAKEN) gain += work(member);
    for (let index = 0; index < count; index += 1) {
      remaining[changed[index] ?? 0] = before[index] ?? 0;
    }
    return gain;
  }

  function hasRoomFor(plan: number): boolean {
    const members = plans[plan]?.withNeeds ?? [];
    for (let row = 0; row < rows.length; row += 1) {
      let takes = 0;
      for (const member of members) {
        if (state[member] !== TAKEN) takes += rows[row]?.weights[member] ?? 0;
      }
      if (takes > (free[row] ?? 0)) return false;
    }
    return true;
  }

  function unmetWith(coming: readonly number[]): number {
    let unmet = 0;
    for (const cover of covers) {
      if (!cover.some((plan) => state[plan] === TAKEN || coming.includes(plan))) unmet += 1;
    }
    return unmet;
  }

  const among = (some: readonly number[], fate: number): number[] =>
    some.filter((plan) => state[plan] === fate);

  return { state, free, load, canTake, gainOf, hasRoomFor, add, remove, unmetWith, among };
}

/** Limits that are not whole numbers hold a slack, of which this keeps clear. */
function roomIn(limit: number): number {
  return Number.isInteger(limit) ? limit : limit * (1 - 1e-12);
}
