import type { Cycle } from '../model/cycle.ts';
import type { CycleIds } from '../model/ids.ts';
import { checkOptions } from '../shared/refuse.ts';
import { selectActionPlans } from './selectActionPlans.ts';
import type { Stakes } from './stakes.ts';
import type { PlanSelection, SelectionOptions } from './types.ts';

/** Chooses the plans of a review, given what is at stake at the moments; `reviewCycle` calls it. */
export type ActionPlanStep<Ids extends CycleIds = CycleIds> = (
  cycle: Cycle<Ids>,
  context: {
    /** What is at stake at the moments, as the review finds it. */
    readonly stakes: Stakes<Ids['moment']>;
  },
) => PlanSelection<Ids>;

/** The names of the options; a type, so that none is forgotten. */
const OPTIONS: { readonly [Name in keyof Required<Omit<SelectionOptions, 'stakes'>>]: true } = {
  resources: true,
  assumption: true,
  atMostPerArea: true,
  atLeastOneFor: true,
  more: true,
  nodeLimit: true,
};

/**
 * The step of a review that chooses action plans within the resources there are, as `selectActionPlans` does, by what is at
 * stake at the moments.
 *
 * It is handed to `reviewCycle` as the option `plans`, so that a review that chooses none needs no search.
 *
 * @param options - how much there is of each resource, and how to choose, as `selectActionPlans` takes it
 * @returns the step; it refuses a cycle of which a plan costs a resource that is not given
 * @throws ServiceCycleError `invalid-argument` for an option there is not
 * @example
 * const bank = {
 *   id: 'bank',
 *   name: 'Cashing a cheque',
 *   moments: [{ id: 'wait', name: 'Waits', contact: 'none' }],
 *   requirements: [
 *     { id: 'short', statement: 'Nobody waits long', moments: ['wait'], source: { kind: 'expectation' } },
 *   ],
 *   actionPlans: [
 *     {
 *       id: 'window',
 *       name: 'A third window',
 *       requirements: ['short'],
 *       effects: [
 *         { moment: 'wait', basis: 'assumed', incidentReduction: { low: 0.2, base: 0.4, high: 0.6 } },
 *       ],
 *       cost: { euro: 900 },
 *       status: 'proposed',
 *     },
 *   ],
 * } as const;
 * const visits = tallyVisits(bank, [
 *   { moments: { wait: { incident: true } }, overall: 1 },
 *   { moments: { wait: { incident: false } }, overall: 5 },
 * ]);
 * const review = reviewCycle(bank, { visits }, { plans: actionPlanStep({ resources: { euro: 1000 } }) });
 * review.plans?.chosen.map(({ plan }) => plan); // => ['window']
 */
export function actionPlanStep<Ids extends CycleIds>(
  options: Omit<SelectionOptions<Ids>, 'stakes'>,
): ActionPlanStep<Ids> {
  checkOptions(options, Object.keys(OPTIONS));
  return (cycle, { stakes }) => selectActionPlans(cycle, { ...options, stakes });
}
