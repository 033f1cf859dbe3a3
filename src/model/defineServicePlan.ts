import type { Cycle } from './cycle.ts';
import type { CycleIds } from './ids.ts';
import { parseServicePlan } from './parseServicePlan.ts';
import { valueOrThrow } from './readOutside.ts';
import type { ServicePlan, ServicePlanIds } from './servicePlan.ts';

/**
 * The ids that a service plan can name: those of its cycles, and of its own channels and training.
 *
 * @typeParam Ids - the ids of its cycles, one or several
 */
export interface DefinedPlanIds<
  Ids extends Pick<CycleIds, 'requirement' | 'moment' | 'standard' | 'question'>,
  ChannelId extends string,
  TrainingId extends string,
> extends ServicePlanIds {
  /** Ids of the requirements of its cycles. */
  readonly requirement: Ids['requirement'];
  /** Ids of the moments of its cycles. */
  readonly moment: Ids['moment'];
  /** Ids of the standards of its cycles. */
  readonly standard: Ids['standard'];
  /** Ids of the questions of its cycles. */
  readonly question: Ids['question'];
  /** Ids of its own channels. */
  readonly channel: ChannelId;
  /** Ids of its own training. */
  readonly training: TrainingId;
}

/**
 * Defines a service plan in code. With the cycles it is for, a requirement, moment, standard or question that none of
 * them has does not compile; without them any text is taken.
 *
 * The ids of its channels and training become part of the type, and what is computed from it is keyed by them. What the
 * compiler cannot see (a day that does not exist, an id used twice) is checked at run time, as {@link parseServicePlan}
 * does.
 *
 * @param literal - the plan
 * @param cycles - the cycles that it is for
 * @returns the same plan, copied, its ids known to the compiler
 * @throws ServiceCycleError `invalid-service-plan`, with every fault in its `issues`
 * @example
 * const desk = defineCycle({
 *   id: 'desk',
 *   name: 'Front desk',
 *   moments: [{ id: 'greet', name: 'Is greeted', contact: 'staff' }],
 * });
 * const plan = defineServicePlan(
 *   {
 *     id: 'desk-plan',
 *     name: 'How the front desk serves',
 *     channels: [
 *       {
 *         id: 'desk',
 *         name: 'Front desk',
 *         kind: 'in-person',
 *         answer: 'live',
 *         open: { weekly: [1, 2, 3, 4, 5].map((day) => ({ day, from: '08:00', to: '18:00' })) },
 *         moments: ['greet'], // 'gret' would not compile
 *       },
 *     ],
 *     review: { everyMonths: 12 },
 *   },
 *   [desk],
 * );
 * plan.channels.map((channel) => channel.id); // => ['desk']
 */
export function defineServicePlan<
  const ChannelId extends string = never,
  const TrainingId extends string = never,
  const Of extends Cycle = Cycle,
>(
  literal: ServicePlan<
    DefinedPlanIds<Of extends Cycle<infer Ids> ? Ids : never, ChannelId, TrainingId>
  >,
  cycles: readonly Of[] = [],
): ServicePlan<DefinedPlanIds<Of extends Cycle<infer Ids> ? Ids : never, ChannelId, TrainingId>> {
  return valueOrThrow(parseServicePlan(literal, cycles), 'service plan') as never;
}
