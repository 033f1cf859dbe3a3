import { type CompiledProblem, TAKEN } from './searchTypes.ts';

/** The state in which the plans at these places of the problem are taken, and the others open. */
export function takenState({ plans }: CompiledProblem, given: Iterable<number>): Int8Array {
  const taken = new Set(given);
  return Int8Array.from(plans, (plan) => (taken.has(plan.given) ? TAKEN : 0));
}
