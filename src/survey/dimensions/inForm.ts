import type { Scale } from '../../model/survey.ts';
import type { Estimated } from '../../shared/estimate.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import type { IndexEstimated, IndexForm } from '../joint/types.ts';

/**
 * An estimate on the answer scale, in another form, its interval with it.
 *
 * @throws ServiceCycleError `wrong-scale` for a share of the maximum on a scale with answers below 0
 */
export function inForm(estimated: Estimated, { min, max }: Scale, form: IndexForm): IndexEstimated {
  if (form === 'share-of-maximum' && !(min >= 0)) {
    throw new ServiceCycleError(
      'wrong-scale',
      `the scale is from ${min} to ${max}; expected one from 0 or more for a share of its maximum`,
    );
  }
  if (estimated.kind === 'not-estimable') return { ...estimated, n: estimated.n ?? 0 };
  if (form === 'scale') return { ...estimated, unit: 'scale' };
  const [origin, length] = form === 'share-of-range' ? [min, max - min] : [0, max];
  const turn = (value: number): number => (100 * (value - origin)) / length;
  const { interval } = estimated;
  return {
    ...estimated,
    value: turn(estimated.value),
    unit: 'hundred',
    interval: { ...interval, low: turn(interval.low), high: turn(interval.high) },
  };
}
