import type { Standard } from '../../model/requirement.ts';
import { checkObject, checkRows } from '../../shared/refuse.ts';
import { checkKeys } from '../../survey/tally/checkKeys.ts';
import { checkStandard } from '../checkStandard.ts';
import { checkCounting, type MeasuredCase, measurementCounter } from './measurementCounter.ts';
import type { MeasurementTally } from './tallyTypes.ts';

/** What {@link tallyMeasurements} takes besides the measurements. */
export interface MeasurementTallyOptions<Key extends string = string> {
  /** The keys of the measurements to group by, such as place or month. */
  readonly by?: readonly Key[];
  /** Whose cases to count; `external` when absent. Cases of the others are passed over and counted. */
  readonly customer?: 'external' | 'internal';
  /**
   * Whether to keep every value (`exact`, when absent) or a sketch of them, which stays small and tells
   * percentiles to within one percent; shares, counts and the mean excess are exact either way.
   */
  readonly values?: 'exact' | 'sketch';
}

/**
 * Counts measurements against a standard, so that days and branches can be added up later and no row
 * has to be kept.
 *
 * A measurement that names its unit is brought to the standard's: minutes to seconds, percent to
 * share. It is invalid, counted and listed, when its unit cannot be, when its value is no finite
 * number or a time below 0 (for a sketch: any value below 0), and when `ended` is a word of its own. A measurement that names another
 * standard, or another kind of customer, is passed over and counted.
 *
 * @param standard - the standard
 * @param measurements - one object per case, or its value alone in the standard's unit
 * @param options - what to group by, and whose cases to count
 * @returns the tally, a plain JSON value, the same in whatever order the measurements come
 * @throws ServiceCycleError `invalid-argument` when the threshold is no finite number or the required
 * share not above 0, up to 1
 * @example
 * const standard = {
 *   id: 'on-hold',
 *   measure: 'Time on hold',
 *   unit: 'seconds',
 *   operator: '<=',
 *   threshold: 30,
 *   requiredShare: 0.9,
 * } as const;
 * const tally = tallyMeasurements(standard, [
 *   { value: 0.5, unit: 'minutes' },
 *   { value: 45 },
 *   { value: 20, ended: 'abandoned' },
 * ]);
 * tally.groups[0]?.conforming; // => 1
 * tally.groups[0]?.undecided; // => { abandoned: 1, stillWaiting: 0 }
 * tally.groups[0]?.measured; // => { values: [30, 45], counts: [1, 1] }
 */
export function tallyMeasurements<
  StandardId extends string,
  const Key extends string = never,
  Measured extends MeasuredCase = MeasuredCase,
>(
  standard: Standard<StandardId>,
  measurements: Iterable<Measured>,
  options: MeasurementTallyOptions<Key> = {},
): MeasurementTally<StandardId, Key> {
  checkStandard(standard);
  checkObject('options', options);
  const { by = [], customer = 'external', values = 'exact' } = options;
  checkKeys('by', by);
  checkCounting(options);
  const counter = measurementCounter(standard, { by, customer, values });
  checkRows('measurements', measurements);
  for (const measured of measurements) counter.add(measured);
  return counter.finish();
}
