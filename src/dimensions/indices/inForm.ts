import type { Scale } from '../../model/survey.ts';
import type { Estimated } from '../../shared/estimate.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { inHundredths } from '../../survey/score/inHundredths.ts';
import type { IndexEstimated, IndexForm } from './types.ts';

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
  return form === 'share-of-range'
    ? inHundredths(estimated, min, max - min)
    : inHundredths(estimated, 0, max);
}
