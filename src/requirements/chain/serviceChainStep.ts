import type { Cycle } from '../../model/cycle.ts';
import { checkList } from '../../shared/refuse.ts';
import { type ServiceChain, serviceChain } from './serviceChain.ts';

/** Looks at what internal cycles do for the one that is reviewed; `reviewCycle` calls it. */
export type ServiceChainStep = (
  cycle: Cycle,
  context: {
    /** The moments that were found critical. */
    readonly critical: readonly string[];
  },
) => ServiceChain;

/**
 * The step of a review that looks at the internal cycles behind the one that is reviewed, as `serviceChain` does with its
 * critical moments as found.
 *
 * It is handed to `reviewCycle` as the option `chain`, so that a review of one cycle alone needs none of it.
 *
 * @param supporting - the internal cycles that support the one reviewed, and those that support them
 * @returns the step
 * @throws ServiceCycleError `invalid-argument` for what is no list; what is no cycle is refused when the step is taken
 * @example
 * const dinner = {
 *   id: 'dinner',
 *   name: 'Dinner',
 *   moments: [{ id: 'served', name: 'Is served', contact: 'staff', traits: ['safety'] }],
 * } as const;
 * const kitchen = {
 *   id: 'kitchen',
 *   name: 'Kitchen',
 *   customer: 'internal',
 *   moments: [{ id: 'cook', name: 'Cooks', contact: 'staff' }],
 *   supports: [{ moment: 'cook', cycle: 'dinner', of: 'served' }],
 * } as const;
 * reviewCycle(dinner, {}, { chain: serviceChainStep([kitchen]) }).chain?.findings; // => []
 * reviewCycle(dinner, {}, { chain: serviceChainStep([]) }).chain?.findings.map(({ code }) => code);
 * // => ['critical-moment-without-support']
 */
export function serviceChainStep(supporting: readonly Cycle[]): ServiceChainStep {
  checkList('supporting', supporting);
  return (cycle, { critical }) =>
    serviceChain([cycle, ...supporting], { critical: { [cycle.id]: critical } });
}
