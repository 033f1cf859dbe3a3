import type { Cycle } from '../model/cycle.ts';
import type { CycleIds } from '../model/ids.ts';
import type { CostFigure } from '../moments/incidents/costTypes.ts';
import type { AreaEvidence, ValueAtRiskReason } from './types.ts';

/**
 * What is at risk in an area: the most that incidents at one of its moments cost, where even the lower
 * limit is above 0. Moments do not add up, since one visit can have several incidents.
 *
 * @param area - the area
 * @param cycle - the cycle, for its moments
 * @param evidence - with the critical moments, which know what incidents cost
 * @param customerValue - what a customer is worth, where that is known
 */
export function valueAtRisk<Ids extends CycleIds>(
  area: Ids['area'],
  cycle: Cycle<Ids>,
  { criticalMoments }: AreaEvidence<Ids>,
  customerValue: number | undefined,
): readonly ValueAtRiskReason[] {
  const own = new Set(cycle.moments.filter((moment) => moment.area === area).map(({ id }) => id));
  const [most] = (criticalMoments?.moments ?? [])
    .flatMap(({ moment, dissatisfiedPerThousand: cost }) =>
      own.has(moment) && cost !== undefined && cost.interval.low > 0 ? [{ moment, cost }] : [],
    )
    .sort((a, b) => b.cost.value - a.cost.value || (a.moment < b.moment ? -1 : 1));
  if (most === undefined) return [];
  const { moment, cost } = most;
  return [
    {
      code: 'value-at-risk',
      moment,
      dissatisfiedPerThousand: cost,
      ...(customerValue !== undefined && { valuePerThousand: scaled(cost, customerValue) }),
    },
  ];
}

function scaled({ value, interval }: CostFigure, by: number): CostFigure {
  const { low, high } = interval;
  return { value: value * by, interval: { ...interval, low: low * by, high: high * by } };
}
