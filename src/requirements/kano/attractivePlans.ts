import { checkCycleShape } from '../../model/checkShapes.ts';
import type { Cycle } from '../../model/cycle.ts';
import type { CycleIds } from '../../model/ids.ts';
import type { Estimate } from '../../shared/estimate.ts';
import { checkKano } from './checkKano.ts';
import type { Kano } from './kanoTypes.ts';

/** An action plan that serves a requirement which customers find attractive. */
export interface AttractivePlan<Ids extends CycleIds = CycleIds> {
  /** The plan. */
  readonly plan: Ids['plan'];
  /** Its attractive requirements, those that please most first; at least one. */
  readonly requirements: readonly {
    /** The requirement. */
    readonly requirement: Ids['requirement'];
    /** The share whom it pleases where it is met, 0 to 1. */
    readonly better: Estimate<'share', 'wilson'>;
  }[];
}

/**
 * The action plans that add value which their benefit does not count.
 *
 * `expectedBenefit` counts customers kept from ending dissatisfied. A requirement that is attractive loses nobody where
 * it is not met, so that plans for it keep nobody, and still please. How much that is worth beside customers kept no
 * questionnaire tells: the plans are named with whom they please, and people choose. Plans that are dropped, done or
 * verified are left out.
 *
 * @param cycle - the cycle with its plans
 * @param found - what requirements are to customers
 * @returns the plans, those that please most first
 * @throws ServiceCycleError `invalid-argument` when either is none
 * @example
 * const hotel = defineCycle({
 *   id: 'hotel',
 *   name: 'A stay',
 *   moments: [{ id: 'leave', name: 'Leaves', contact: 'staff' }],
 *   requirements: [
 *     { id: 'late', statement: 'Late check-out', moments: ['leave'], source: { kind: 'expectation' } },
 *   ],
 *   actionPlans: [
 *     { id: 'until-two', name: 'Rooms until two', requirements: ['late'], effects: [], cost: {}, status: 'proposed' },
 *   ],
 * });
 * const pairs = [{ requirement: 'late', functional: 'met', dysfunctional: 'missed' }] as const;
 * const answers = Array.from({ length: 40 }, (_, i) => ({ met: i < 30 ? 1 : 3, missed: 3 }));
 * const [plan] = attractivePlans(hotel, kano(tallyKano(pairs, answers)));
 * plan?.plan; // => 'until-two'
 * plan?.requirements[0]?.better.value; // => 0.75
 * @see Kano, Seraku, Takahashi & Tsuji (1984), Hinshitsu 14(2), 147-156
 */
export function attractivePlans<Ids extends CycleIds>(
  cycle: Cycle<Ids>,
  found: Kano<NoInfer<Ids['requirement']>>,
): readonly AttractivePlan<Ids>[] {
  checkCycleShape(cycle);
  checkKano('found', found);
  const better = new Map(
    found.requirements.flatMap((each) =>
      each.use === 'value-for-plans' && each.better.kind === 'estimate'
        ? [[each.requirement, each.better]]
        : [],
    ),
  );
  return (cycle.actionPlans ?? [])
    .filter(({ status }) => status === 'proposed' || status === 'in-progress')
    .map(({ id, requirements }) => ({
      plan: id,
      requirements: requirements
        .flatMap((requirement) => {
          const share = better.get(requirement);
          return share === undefined ? [] : [{ requirement, better: share }];
        })
        .toSorted((one, other) => other.better.value - one.better.value),
    }))
    .filter(({ requirements }) => requirements.length > 0)
    .toSorted((one, other) => most(other) - most(one));
}

function most({ requirements }: AttractivePlan): number {
  return requirements[0]?.better.value ?? 0;
}
