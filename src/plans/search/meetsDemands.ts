import { fitsRows } from './capacityRow.ts';
import { type CapacityRow, type CompiledProblem, TAKEN } from './searchTypes.ts';

/** Whether the plans taken fit, need no other, do not exclude each other, and cover what they must. */
export function meetsDemands(
  { plans, needs, covers }: CompiledProblem,
  rows: readonly CapacityRow[],
  state: Int8Array,
): boolean {
  for (const [plan, other] of needs) {
    if (state[plan] === TAKEN && state[other] !== TAKEN) return false;
  }
  for (const cover of covers) if (!cover.some((plan) => state[plan] === TAKEN)) return false;
  for (let plan = 0; plan < state.length; plan += 1) {
    if (state[plan] !== TAKEN) continue;
    for (const other of plans[plan]?.excluded ?? []) if (state[other] === TAKEN) return false;
  }
  return fitsRows(rows, state);
}
