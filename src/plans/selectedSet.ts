import { compileEffects } from './search/compileEffects.ts';
import { keptCustomers } from './search/keptCustomers.ts';
import { OPEN, TAKEN } from './search/searchTypes.ts';
import type { SelectionProblem } from './search/selectionProblem.ts';

/** Tells the customers that sets of plans of a problem keep, so many at most. */
export function keptBy(
  { effects, stakes }: SelectionProblem,
  most: number = Infinity,
): (plans: Iterable<number>) => number {
  const plans = effects.map((_, given) => ({ given }));
  const list = { ...compileEffects(effects, plans, stakes), stakes: Float64Array.from(stakes) };
  const remaining = new Float64Array(stakes.length);
  const state = new Int8Array(effects.length);
  return (plans) => {
    state.fill(OPEN);
    for (const plan of plans) state[plan] = TAKEN;
    return Math.min(most, keptCustomers(list, state, remaining));
  };
}

/** What these plans take together, resource by resource, summed in the order of the plans. */
export function takenBy(
  { costs, capacities }: SelectionProblem,
  plans: Iterable<number>,
): readonly number[] {
  const inOrder = [...plans].sort((a, b) => a - b);
  return capacities.map((_, resource) =>
    inOrder.reduce((sum, plan) => sum + (costs[plan]?.[resource] ?? 0), 0),
  );
}
