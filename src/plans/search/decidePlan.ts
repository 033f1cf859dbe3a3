import { type CompiledPlan, type CompiledProblem, LEFT, OPEN, TAKEN } from './searchTypes.ts';

/** Takes a plan with all it needs and leaves what they exclude; false when that cannot be. */
export function takePlan(
  { plans }: CompiledProblem,
  state: Int8Array,
  { withNeeds }: CompiledPlan,
): boolean {
  for (const position of withNeeds) {
    if (state[position] === LEFT) return false;
    if (state[position] === TAKEN) continue;
    state[position] = TAKEN;
    for (const other of plans[position]?.excluded ?? []) {
      if (state[other] === TAKEN) return false;
      state[other] = LEFT;
    }
  }
  return true;
}

/** Leaves a plan with all that need it; false when that cannot be. */
export function leavePlan(state: Int8Array, { neededBy }: CompiledPlan): boolean {
  for (const position of neededBy) {
    if (state[position] === TAKEN) return false;
    state[position] = LEFT;
  }
  return true;
}

/** Writes the plans not decided yet into a list made for it, by position, and gives that part of it. */
export function openPlans(state: Int8Array, list: Int32Array): Int32Array {
  let count = 0;
  for (let position = 0; position < state.length; position += 1) {
    if (state[position] !== OPEN) continue;
    list[count] = position;
    count += 1;
  }
  return list.subarray(0, count);
}
