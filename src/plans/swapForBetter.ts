import { fitsRows } from './capacityRow.ts';
import { takePlan } from './decidePlan.ts';
import { keptCustomers } from './keptCustomers.ts';
import { type CompiledPlan, type CompiledProblem, OPEN, TAKEN } from './searchTypes.ts';
import { takeBestFirst } from './takeBestFirst.ts';

/** A swap that brings less than this share of the value is not made, so that swapping ends. */
const LEAST_PROGRESS = 1e-9;

/**
 * Improves a set by swaps: one plan out (with all that need it), another in (with all it needs),
 * then best first with what room there is; the best swap each time, until none brings more.
 */
export function swapForBetter(
  problem: CompiledProblem,
  start: Int8Array,
  first: Int8Array,
): Int8Array {
  let state = first;
  for (;;) {
    const value = keptCustomers(problem, state);
    const swapped = bestSwap(problem, start, state, value * (1 + LEAST_PROGRESS));
    if (swapped === undefined) return state;
    state = takeBestFirst(problem, swapped);
  }
}

function bestSwap(
  problem: CompiledProblem,
  start: Int8Array,
  state: Int8Array,
  toBeat: number,
): Int8Array | undefined {
  let best: Int8Array | undefined;
  let bestValue = toBeat;
  for (const [position, plan] of problem.plans.entries()) {
    if (start[position] !== OPEN || state[position] === TAKEN) continue;
    for (const [other, leaving] of problem.plans.entries()) {
      if (start[other] !== OPEN || state[other] !== TAKEN) continue;
      const next = swap(problem, start, state, plan, leaving);
      if (next === undefined || !fitsRows(problem.rows, next)) continue;
      const value = keptCustomers(problem, next);
      if (value <= bestValue) continue;
      best = next;
      bestValue = value;
    }
  }
  return best;
}

function swap(
  problem: CompiledProblem,
  start: Int8Array,
  state: Int8Array,
  coming: CompiledPlan,
  leaving: CompiledPlan,
): Int8Array | undefined {
  const next = start.slice();
  if (!takePlan(problem, next, coming)) return undefined;
  for (const [position, plan] of problem.plans.entries()) {
    if (state[position] !== TAKEN || next[position] === TAKEN) continue;
    if (leaving.neededBy.includes(position)) continue;
    if (next[position] !== OPEN || !takePlan(problem, next, plan)) return undefined;
  }
  return next;
}
