import { improveSet } from './improveSet.ts';
import { keptCustomers } from './keptCustomers.ts';
import { meetsDemands } from './meetsDemands.ts';
import { priceResources } from './priceResources.ts';
import { type BestSet, proveOptimum } from './proveOptimum.ts';
import type { CompiledProblem, Guide, NodeBudget } from './searchTypes.ts';
import { takeBestFirst } from './takeBestFirst.ts';

/** The best set found, and the guide that its proof came to. */
export interface GuidedSet extends BestSet {
  /** The guide. */
  readonly guide: Guide;
}

/**
 * Finds the set that keeps most customers, from one that meets the demands, and proves it.
 *
 * The resources are priced first, by what a little more of each would bring if plans could be taken
 * in part. Taking the best first by these prices mostly gives a better set to start from.
 */
export function findOptimum(
  problem: CompiledProblem,
  start: Int8Array,
  first: Int8Array,
  budget: NodeBudget,
): GuidedSet {
  const { plans, rows } = problem;
  const value = keptCustomers(problem, first);
  const pricing = priceResources(problem, start, value);
  const { prices } = pricing.guide;
  const shares = Float64Array.from(plans, (_, plan) =>
    rows.reduce((sum, { scaled }, row) => sum + (prices[row] ?? 0) * (scaled[plan] ?? 0), 0),
  );
  const priced = takeBestFirst(problem, start, start, shares);
  const better = keptCustomers(problem, priced) > value && meetsDemands(problem, rows, priced);
  const improve = (state: Int8Array): Int8Array => improveSet(problem, start, state, shares);
  const from = { first: better ? priced : first, pricing, improve };
  const best = proveOptimum(problem, start, from, budget);
  return { ...best, guide: pricing.guide };
}
