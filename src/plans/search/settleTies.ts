import { capacityRow } from './capacityRow.ts';
import type { GuidedSet } from './findOptimum.ts';
import { TIE_TOLERANCE } from './proveOptimum.ts';
import { searchSets } from './searchSets.ts';
import {
  type CapacityRow,
  type CompiledProblem,
  LEFT,
  type NodeBudget,
  TAKEN,
  type WarmStart,
} from './searchTypes.ts';

/**
 * Of all sets that keep as many customers as the best one, finds the one that comes first: fewest
 * plans, then the lowest use of resources (each as a share of its capacity, summed), then the ids,
 * in which the set with the first id that the other lacks comes first.
 *
 * Each rule is a search of its own, with the outcome of those before it as a further limit, so that
 * "equal within a tolerance" always refers to the best and never creeps from set to set.
 *
 * @returns the set, and whether it is proved to be the first
 */
export function settleTies(
  problem: CompiledProblem,
  start: Int8Array,
  best: GuidedSet,
  budget: NodeBudget,
): { readonly state: Int8Array; readonly ties: 'settled' | 'open' } {
  if (best.alone) return { state: best.state, ties: 'settled' };
  const { plans, rows } = problem;
  const target = best.value * (1 - TIE_TOLERANCE);
  let state = best.state;

  const one = new Float64Array(plans.length).fill(1);
  const count = capacityRow(one, sumOver(one, state));
  count.limit -= 1;
  const shares = Float64Array.from(plans, ({ resourceShare }) => resourceShare);
  const tighten = (row: CapacityRow, limit: () => number) => (next: Int8Array) => {
    state = next.slice();
    row.limit = limit();
  };
  const search = (
    added: readonly CapacityRow[],
    addedMultipliers: readonly number[],
    found: (next: Int8Array) => void,
    pointless?: (next: Int8Array) => boolean,
  ): boolean => {
    const warmStart = warmStartFor(problem, best.warmStart, addedMultipliers);
    const task = { rows: [...rows, ...added], warmStart, budget, target, found };
    return searchSets(problem, start, pointless ? { ...task, pointless } : task) === -Infinity;
  };

  const fewer = tighten(count, () => sumOver(one, state) - 1);
  let settled = search([count], [0], fewer);
  count.limit = sumOver(one, state);

  const lessUse = (): number => sumOver(shares, state) * (1 - TIE_TOLERANCE);
  const use = capacityRow(shares, sumOver(shares, state) * (1 + TIE_TOLERANCE));
  use.limit = lessUse();
  settled = search([count, use], [0, 0], tighten(use, lessUse)) && settled;

  use.limit = sumOver(shares, state) * (1 + TIE_TOLERANCE);
  const earlier = (next: Int8Array): void => {
    if (!comesAfter(next, state, LEFT)) state = next.slice();
  };
  settled =
    search([count, use], [0, 0], earlier, (next) => comesAfter(next, state, TAKEN)) && settled;
  return { state, ties: settled ? 'settled' : 'open' };
}

function sumOver(weights: Float64Array, state: Int8Array): number {
  return weights.reduce((sum, weight, plan) => (state[plan] === TAKEN ? sum + weight : sum), 0);
}

/** What a search with further limits, which stand behind the others, starts from. */
function warmStartFor(
  { rows }: CompiledProblem,
  { multipliers, relaxed }: WarmStart,
  added: readonly number[],
): WarmStart {
  const [own, others] = [multipliers.subarray(0, rows.length), multipliers.subarray(rows.length)];
  return { multipliers: Float64Array.of(...own, ...added, ...others), relaxed: relaxed.slice() };
}

/**
 * Whether no set that agrees with `state` comes before `first` by its ids, with the plans still
 * open counted as `open`.
 */
function comesAfter(state: Int8Array, first: Int8Array, open: number): boolean {
  for (let plan = 0; plan < first.length; plan += 1) {
    const own = state[plan] === TAKEN || state[plan] === LEFT ? state[plan] : open;
    const taken = first[plan] === TAKEN;
    if (taken && own === LEFT) return true;
    if (!taken && own === TAKEN) return false;
  }
  return true;
}
