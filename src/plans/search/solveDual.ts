import { boundAbove, createBound } from './bound.ts';
import { usedOf } from './capacityRow.ts';
import { keptCustomers } from './keptCustomers.ts';
import type { CompiledProblem, WarmStart } from './searchTypes.ts';

/** Steps to improve the multipliers. */
const STEPS = 200;

/** Multipliers at which the bound on all sets is about the lowest, and that bound. */
export interface DualSolution {
  /** The multipliers, and how far each plan is taken at them. */
  readonly warmStart: WarmStart;
  /** No set keeps more customers than this. */
  readonly bound: number;
}

/** Solves the Lagrangian dual: the multiplier of a row, cover or need is what a little more of it would bring. */
export function solveDual(
  problem: CompiledProblem,
  start: Int8Array,
  target: number,
): DualSolution {
  const { rows, stakes, noise } = problem;
  const warmStart = coldStart(problem);
  const remaining = new Float64Array(stakes.length);
  const value = keptCustomers(problem, start, remaining);
  const free = Float64Array.from(rows, ({ weights, limit, unit }) =>
    unit > 0 ? (limit - usedOf(weights, start)) / unit : 0,
  );
  const bounds = createBound(problem, rows);
  const node = { state: start, value, remaining, free, target };
  const bound = boundAbove(bounds, node, warmStart.multipliers, STEPS);
  warmStart.relaxed.set(bounds.relaxed);
  return { warmStart, bound: bound + noise };
}

/** A start that knows nothing. */
export function coldStart({ plans, rows, covers, needs }: CompiledProblem): WarmStart {
  return {
    multipliers: new Float64Array(rows.length + covers.length + needs.length),
    relaxed: new Float64Array(plans.length),
  };
}
