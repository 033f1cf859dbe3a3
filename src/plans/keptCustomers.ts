import { TAKEN } from './searchTypes.ts';
import type { MomentEffect } from './selectionProblem.ts';

/** What customers kept depend on. */
interface PlansAtWork {
  readonly plans: readonly { readonly effects: readonly MomentEffect[] }[];
  readonly stakes: ArrayLike<number>;
}

/**
 * The customers that the plans taken keep, computed afresh in the order of the plans:
 *
 *     sum over moments of stake · (1 - product over plans taken of (1 - share))
 *
 * @param problem - the effects of the plans, and what is at stake
 * @param state - which plans are taken
 * @param remaining - receives what remains at stake per moment
 */
export function keptCustomers(
  problem: PlansAtWork,
  state: Int8Array,
  remaining: Float64Array = new Float64Array(problem.stakes.length),
): number {
  const { plans, stakes } = problem;
  remaining.set(stakes);
  for (let position = 0; position < plans.length; position += 1) {
    if (state[position] !== TAKEN) continue;
    for (const { moment, share } of plans[position]?.effects ?? []) {
      remaining[moment] = (remaining[moment] ?? 0) * (1 - share);
    }
  }
  let kept = 0;
  for (let moment = 0; moment < stakes.length; moment += 1) {
    kept += (stakes[moment] ?? 0) - (remaining[moment] ?? 0);
  }
  return kept;
}
