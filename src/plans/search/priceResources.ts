import { boundAbove, createBound } from './bound.ts';
import { usedOf } from './capacityRow.ts';
import { keptCustomers } from './keptCustomers.ts';
import type { CompiledProblem, Guide } from './searchTypes.ts';

/** Steps to improve the prices. */
const STEPS = 200;

/** Prices at which the bound on all sets is about the lowest, and that bound. */
export interface Pricing {
  /** The prices, and how far each plan is taken at them. */
  readonly guide: Guide;
  /** No set keeps more customers than this. */
  readonly bound: number;
}

/** Prices the rows, covers and needs by what a little more of each would bring. */
export function priceResources(
  problem: CompiledProblem,
  start: Int8Array,
  target: number,
): Pricing {
  const { rows, stakes, noise } = problem;
  const guide = noGuide(problem);
  const remaining = new Float64Array(stakes.length);
  const value = keptCustomers(problem, start, remaining);
  const free = Float64Array.from(rows, ({ weights, limit, unit }) =>
    unit > 0 ? (limit - usedOf(weights, start)) / unit : 0,
  );
  const bounds = createBound(problem, rows);
  const node = { state: start, value, remaining, free, target };
  const bound = boundAbove(bounds, node, guide.prices, STEPS);
  guide.leaning.set(bounds.leaning);
  return { guide, bound: bound + noise };
}

/** A guide that knows nothing. */
export function noGuide({ plans, rows, covers, needs }: CompiledProblem): Guide {
  return {
    prices: new Float64Array(rows.length + covers.length + needs.length),
    leaning: new Float64Array(plans.length),
  };
}
