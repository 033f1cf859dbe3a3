import type { Cycle } from '../model/cycle.ts';
import type { CycleIds } from '../model/ids.ts';
import { quote } from '../shared/quote.ts';
import { checkCount } from '../shared/refuse.ts';
import { ServiceCycleError } from '../shared/serviceCycleError.ts';
import type { AreaLimit } from './reasonTypes.ts';
import type { SelectionOptions } from './types.ts';
import { worksOn } from './worksOn.ts';

/** A limit on the plans of an area, and its moments. */
interface LimitedArea<Ids extends CycleIds> {
  /** The limit. */
  readonly limit: AreaLimit<Ids['area']>;
  /** The moments of the area. */
  readonly moments: readonly Ids['moment'][];
}

/** The limits on areas, in the order of the cycle; a plan belongs to the areas it works in. */
export function areaLimits<Ids extends CycleIds>(
  { areas = [], moments, actionPlans = [] }: Cycle<Ids>,
  atMostPerArea: SelectionOptions<Ids>['atMostPerArea'] = {},
): readonly LimitedArea<Ids>[] {
  const isOne = typeof atMostPerArea === 'number';
  const limits = new Map<string, unknown>(
    isOne ? areas.map(({ id }) => [id, atMostPerArea]) : Object.entries(atMostPerArea),
  );
  for (const [area, atMost] of limits) {
    if (!areas.some(({ id }) => id === area)) {
      const message = `found the area ${quote(area)}, which the cycle does not have`;
      throw new ServiceCycleError('unknown-id', message);
    }
    if (atMost !== undefined) checkCount(`atMostPerArea of ${quote(area)}`, atMost);
  }
  return areas.flatMap(({ id }) => {
    const atMost = limits.get(id);
    if (typeof atMost !== 'number') return [];
    const own = moments.filter(({ area }) => area === id).map((moment) => moment.id);
    const inProgress = actionPlans.filter(
      (plan) => plan.status === 'in-progress' && own.some((moment) => worksOn(plan, moment)),
    ).length;
    return [{ limit: { area: id, atMost, inProgress }, moments: own }];
  });
}
