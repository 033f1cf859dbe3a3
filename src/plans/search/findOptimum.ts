import { improveSet } from './improveSet.ts';
import { keptCustomers } from './keptCustomers.ts';
import { meetsDemands } from './meetsDemands.ts';
import { type BestSet, proveOptimum } from './proveOptimum.ts';
import type { CompiledProblem, NodeBudget, WarmStart } from './searchTypes.ts';
import { solveDual } from './solveDual.ts';
import { takeGreedily } from './takeGreedily.ts';

/** The best set found, and the multipliers and relaxed solution that its proof came to. */
export interface GuidedSet extends BestSet {
  /** What further searches of the same problem may start from. */
  readonly warmStart: WarmStart;
}

/**
 * Finds the set that keeps most customers, from one that meets the demands, and proves it.
 *
 * The Lagrangian dual is solved first: what a little more of each resource would bring if plans could be taken
 * in part. Greedy selection by these multipliers mostly gives a better set to start from.
 */
export function findOptimum(
  problem: CompiledProblem,
  start: Int8Array,
  first: Int8Array,
  budget: NodeBudget,
): GuidedSet {
  const { plans, rows } = problem;
  const value = keptCustomers(problem, first);
  const dual = solveDual(problem, start, value);
  const { multipliers } = dual.warmStart;
  const shares = Float64Array.from(plans, (_, plan) =>
    rows.reduce((sum, { scaled }, row) => sum + (multipliers[row] ?? 0) * (scaled[plan] ?? 0), 0),
  );
  const byMultipliers = takeGreedily(problem, start, start, shares);
  const better =
    keptCustomers(problem, byMultipliers) > value && meetsDemands(problem, rows, byMultipliers);
  const improve = (state: Int8Array): Int8Array => improveSet(problem, start, state, shares);
  const from = { first: better ? byMultipliers : first, dual, improve };
  const best = proveOptimum(problem, start, from, budget);
  return { ...best, warmStart: dual.warmStart };
}
