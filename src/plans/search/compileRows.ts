import { capacityRow, limitOf } from './capacityRow.ts';
import type { CapacityRow, CompiledPlan } from './searchTypes.ts';
import type { SelectionProblem } from './selectionProblem.ts';

/** The resources, and limits on numbers of plans, that all plans together would pass. */
export function compileRows(
  { costs, capacities, limits }: Pick<SelectionProblem, 'costs' | 'capacities' | 'limits'>,
  plans: readonly Pick<CompiledPlan, 'given'>[],
): CapacityRow[] {
  const resources = capacities.map((capacity, resource) => {
    const weights = Float64Array.from(plans, ({ given }) => costs[given]?.[resource] ?? 0);
    return { weights, limit: limitOf(capacity, weights) };
  });
  const numbers = limits.map(({ plans: counted, atMost }) => {
    const members = new Set(counted);
    return {
      weights: Float64Array.from(plans, ({ given }) => (members.has(given) ? 1 : 0)),
      limit: atMost,
    };
  });
  return [...resources, ...numbers]
    .filter(({ weights, limit }) => weights.reduce((sum, weight) => sum + weight, 0) > limit)
    .map(({ weights, limit }) => capacityRow(weights, limit));
}
