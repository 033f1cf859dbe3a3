import type { CostFigure } from '../../moments/incidents/costTypes.ts';
import type { ValueAtRiskReason } from '../reasonTypes.ts';

/**
 * What is at risk in an area: the most that incidents at one of its moments cost, where even the lower
 * limit is above 0. Moments do not add up, since one visit can have several incidents.
 *
 * @param moments - the moments of the area
 * @param costs - what incidents cost, moment by moment
 * @param customerValue - what a customer is worth, where that is known
 */
export function valueAtRisk(
  moments: readonly string[],
  costs: ReadonlyMap<string, CostFigure>,
  customerValue: number | undefined,
): readonly ValueAtRiskReason[] {
  const [most] = moments
    .flatMap((moment) => {
      const cost = costs.get(moment);
      return cost !== undefined && cost.interval.low > 0 ? [{ moment, cost }] : [];
    })
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
