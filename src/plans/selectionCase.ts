import type { Cycle } from '../model/cycle.ts';
import type { CycleIds } from '../model/ids.ts';
import { quote } from '../shared/quote.ts';
import { refuse } from '../shared/refuse.ts';
import { ServiceCycleError } from '../shared/serviceCycleError.ts';
import { areaLimits } from './areaLimits.ts';
import type { Assumption } from './benefitTypes.ts';
import { costsOf } from './costsOf.ts';
import { effectsOf } from './effectsOf.ts';
import type { AreaLimit } from './reasonTypes.ts';
import type { MomentEffect, Pair, SelectionProblem } from './search/selectionProblem.ts';
import { readStakes } from './stakes.ts';
import type { SelectionOptions } from './types.ts';
import { worksOn } from './worksOn.ts';

/** An action plan of a cycle. */
export type PlanOf<Ids extends CycleIds> = NonNullable<Cycle<Ids>['actionPlans']>[number];

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
  /** The limits on areas, in the order of the problem's. */
  readonly areas: readonly AreaLimit<Ids['area']>[];
  /** The moments that need a plan, in the order of the problem's covers. */
  readonly unserved: readonly Ids['moment'][];
  /** What each plan does by each figure of its effects. */
  readonly effects: { readonly [Figure in Assumption]: readonly (readonly MomentEffect[])[] };
  /** Customers at stake at each moment by each figure of the harm. */
  readonly stakes: { readonly [Figure in Assumption]: readonly number[] };
  /** No plans keep more customers than this. */
  readonly most: number;
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
  const { at: known, most } = readStakes(options.stakes);
  const ofCycle = new Set<string>(cycle.moments.map(({ id }) => id));
  for (const moment of [...known.keys(), ...(options.atLeastOneFor ?? [])]) {
    if (!ofCycle.has(moment)) throw unknownId('moment', moment);
  }
  const moments = cycle.moments.map(({ id }) => id).filter((id) => known.has(id));
  const atStake = (figure: Assumption): number[] =>
    moments.map((moment) => known.get(moment)?.[figure] ?? 0);
  const stakes = { low: atStake('low'), base: atStake('base'), high: atStake('high') };

  const positions = new Map(plans.map(({ id }, position) => [id, position]));
  const at = (id: Ids['plan']): number => {
    const position = positions.get(id);
    if (position === undefined) throw unknownId('plan', id);
    return position;
  };
  const pairs = (key: 'needs' | 'excludes'): Pair[] =>
    plans.flatMap((plan, position) => (plan[key] ?? []).map((id): Pair => [position, at(id)]));
  const which = (holds: (plan: PlanOf<Ids>) => boolean): number[] =>
    plans.flatMap((plan, position) => (holds(plan) ? [position] : []));
  const proposed = new Set(which(({ status }) => status === 'proposed'));
  const dropped = which(({ status }) => status === 'dropped');
  const momentPositions = new Map(moments.map((id, position) => [id, position]));
  const figures = plans.map((plan, position) =>
    effectsOf(proposed.has(position) ? plan : { ...plan, effects: [] }, momentPositions),
  );
  const effects = {
    low: figures.map(({ low }) => low),
    base: figures.map(({ base }) => base),
    high: figures.map(({ high }) => high),
  };

  const areas = areaLimits(cycle, options.atMostPerArea);
  const unserved = cycle.moments
    .map(({ id }) => id)
    .filter(
      (id) =>
        options.atLeastOneFor?.includes(id) &&
        !plans.some((plan) => plan.status === 'in-progress' && worksOn(plan, id)),
    );
  return {
    plans,
    resources,
    moments,
    areas: areas.map(({ limit }) => limit),
    unserved,
    effects,
    stakes,
    most,
    problem: {
      ids: plans.map(({ id }) => id),
      stakes: stakes[assumption],
      effects: effects[assumption],
      costs: plans.map((plan, position) =>
        proposed.has(position) ? costsOf(plan, resources) : resources.map(() => 0),
      ),
      capacities,
      needs: pairs('needs').filter(([plan]) => proposed.has(plan)),
      excludes: pairs('excludes').filter(
        (pair) =>
          pair.some((plan) => proposed.has(plan)) && !pair.some((plan) => dropped.includes(plan)),
      ),
      mustDo: which(
        (plan) => isUnderWay(plan) || (plan.status === 'proposed' && plan.mustDo === true),
      ),
      forbidden: dropped,
      limits: areas.map(({ limit: { atMost, inProgress }, moments: there }) => ({
        plans: [...proposed].filter((position) =>
          there.some((moment) => worksOn(plans[position], moment)),
        ),
        atMost: Math.max(0, atMost - inProgress),
      })),
      covers: unserved.map((moment) =>
        [...proposed].filter((position) => worksOn(plans[position], moment)),
      ),
      nodeLimit,
    },
  };
}

function capacityOf(name: string, capacity: number): number {
  if (typeof (capacity as unknown) === 'number' && capacity >= 0) return capacity;
  return refuse(`the resource ${quote(name)}`, capacity, 'a number, 0 or more');
}

function unknownId(kind: string, id: string): ServiceCycleError {
  return new ServiceCycleError(
    'unknown-id',
    `found the ${kind} ${quote(id)}, which the cycle does not have`,
  );
}
