import { compileEffects } from './search/compileEffects.ts';
import { keptCustomers } from './search/keptCustomers.ts';
import { TAKEN } from './search/searchTypes.ts';
import type { SelectionProblem } from './search/selectionProblem.ts';

/** Tells the customers that sets of plans of a problem keep. */
export function keptBy({
  effects,
  stakes,
}: SelectionProblem): (plans: ReadonlySet<number>) => number {
  const plans = effects.map((_, given) => ({ given }));
  const list = { ...compileEffects(effects, plans, stakes), stakes: Float64Array.from(stakes) };
  const remaining = new Float64Array(stakes.length);
  return (plans) => {
    const state = new Int8Array(effects.length);
    for (const plan of plans) state[plan] = TAKEN;
    return keptCustomers(list, state, remaining);
  };
}

/** What these plans take of a resource together. */
export function takenBy(
  { costs }: SelectionProblem,
  plans: ReadonlySet<number>,
  resource: number,
): number {
  return costs.reduce(
    (sum, cost, plan) => (plans.has(plan) ? sum + (cost[resource] ?? 0) : sum),
    0,
  );
}
