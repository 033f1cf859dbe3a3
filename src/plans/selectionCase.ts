import type { Cycle } from '../model/cycle.ts';
import type { CycleIds } from '../model/ids.ts';
import { quote } from '../shared/quote.ts';
import { ServiceCycleError } from '../shared/serviceCycleError.ts';
import { isShare, readStakes, customersAtStake } from './readStakes.ts';
import type { Pair, SelectionProblem } from './selectionProblem.ts';
import type { Assumption, SelectionOptions } from './types.ts';

/** An action plan of a cycle. */
type PlanOf<Ids extends CycleIds> = NonNullable<Cycle<Ids>['actionPlans']>[number];

/**
 * A selection to make: the plans and resources of a cycle, and the same as a problem by position.
 */
export interface SelectionCase<Ids extends CycleIds> {
  /** All plans, in the order of the cycle. */
  readonly plans: readonly PlanOf<Ids>[];
  /** The resources by name. */
  readonly resources: readonly Ids['resource'][];
  /** The moments where it is known what is at stake. */
  readonly moments: readonly Ids['moment'][];
  /**
   * The problem. Plans under way must be done, cost nothing and need nothing; dropped ones are
   * forbidden.
   */
  readonly problem: SelectionProblem;
}

/** Whether a plan is being carried out, or was. */
export function isUnderWay({ status }: { readonly status: string }): boolean {
  return status === 'in-progress' || status === 'done' || status === 'verified';
}

/** Reads a selection off a cycle, refused where the options do not fit it. */
export function selectionCase<Ids extends CycleIds>(
  cycle: Cycle<Ids>,
  options: SelectionOptions<Ids>,
  assumption: Assumption,
  nodeLimit: number,
): SelectionCase<Ids> {
  const plans = cycle.actionPlans ?? [];
  const resources = (Object.keys(options.resources) as Ids['resource'][]).sort();
  const capacities = resources.map((name) => capacityOf(name, options.resources[name]));
  const stakes = readStakes(options.stakes);
  const ofCycle = new Set<string>(cycle.moments.map(({ id }) => id));
  for (const moment of stakes.keys()) if (!ofCycle.has(moment)) throw unknownId('moment', moment);
  const moments = cycle.moments.map(({ id }) => id).filter((id) => stakes.has(id));

  const positions = new Map(plans.map(({ id }, position) => [id, position]));
  const at = (id: Ids['plan']): number => {
    const position = positions.get(id);
    if (position === undefined) throw unknownId('plan', id);
    return position;
  };
  const proposed = (plan: PlanOf<Ids>): boolean => plan.status === 'proposed';
  const pairs = (key: 'needs' | 'excludes'): Pair[] =>
    plans.flatMap((plan, position) => (plan[key] ?? []).map((id): Pair => [position, at(id)]));
  const which = (holds: (plan: PlanOf<Ids>) => boolean): number[] =>
    plans.flatMap((plan, position) => (holds(plan) ? [position] : []));
  const toDecide = new Set(which(proposed));
  const dropped = which(({ status }) => status === 'dropped');

  return {
    plans,
    resources,
    moments,
    problem: {
      ids: plans.map(({ id }) => id),
      stakes: moments.map((moment) => {
        const stake = stakes.get(moment);
        return stake === undefined ? 0 : customersAtStake(stake);
      }),
      effects: plans.map((plan) => (proposed(plan) ? effectsAt(plan, moments, assumption) : [])),
      costs: plans.map((plan) =>
        proposed(plan) ? costsOf(plan, resources) : resources.map(() => 0),
      ),
      capacities,
      needs: pairs('needs').filter(([plan]) => toDecide.has(plan)),
      excludes: pairs('excludes').filter(
        (pair) =>
          pair.some((plan) => toDecide.has(plan)) && !pair.some((plan) => dropped.includes(plan)),
      ),
      mustDo: which((plan) => isUnderWay(plan) || (proposed(plan) && plan.mustDo === true)),
      forbidden: dropped,
      nodeLimit,
    },
  };
}

function capacityOf(name: string, capacity: number): number {
  if (capacity >= 0) return capacity;
  throw refusal(`${quote(capacity)} of ${quote(name)}`, 'a number, 0 or more');
}

/** What a plan takes of each resource. Every resource that it does take has to be named. */
function costsOf<Ids extends CycleIds>(
  plan: PlanOf<Ids>,
  resources: readonly Ids['resource'][],
): number[] {
  const costs = new Map(Object.entries(plan.cost as Readonly<Record<string, number>>));
  for (const [name, cost] of costs) {
    if (!(cost >= 0 && cost < Infinity)) {
      throw refusal(`a cost of ${quote(cost)} in plan ${quote(plan.id)}`, 'a number, 0 or more');
    }
    if (cost > 0 && !resources.some((resource) => resource === name)) {
      throw refusal(
        `no ${quote(name)} in the resources, which plan ${quote(plan.id)} costs`,
        'every resource that a proposed plan costs; Infinity where there is no limit',
      );
    }
  }
  return resources.map((name) => costs.get(name) ?? 0);
}

function effectsAt<Ids extends CycleIds>(
  { id, effects }: PlanOf<Ids>,
  moments: readonly Ids['moment'][],
  assumption: Assumption,
): { moment: number; share: number }[] {
  return effects.flatMap(({ moment, incidentReduction }) => {
    const share = incidentReduction[assumption];
    if (!isShare(share)) {
      throw refusal(`an effect of ${quote(share)} in plan ${quote(id)}`, 'a share from 0 to 1');
    }
    const position = moments.indexOf(moment);
    return position < 0 ? [] : [{ moment: position, share }];
  });
}

function unknownId(kind: string, id: string): ServiceCycleError {
  return new ServiceCycleError(
    'unknown-id',
    `found the ${kind} ${quote(id)}, which the cycle does not have`,
  );
}

function refusal(found: string, expected: string): ServiceCycleError {
  return new ServiceCycleError('invalid-argument', `found ${found}, expected ${expected}`);
}
