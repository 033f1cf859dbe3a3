import type { Standard } from '../model/requirement.ts';
import { DEFAULT_LEVEL } from '../shared/estimate.ts';
import { quote } from '../shared/quote.ts';
import {
  checkCount,
  checkLevel,
  checkObject,
  checkRows,
  checkShare,
  refuse,
} from '../shared/refuse.ts';
import { DEFAULT_MINIMUM_GROUP_SIZE } from '../survey/score/scoresOf.ts';
import { checkStandard } from './checkStandard.ts';
import { checkMeasurementTally } from './measurements/checkMeasurementTally.ts';
import type { MeasuredCase } from './measurements/measurementCounter.ts';
import { totalOf } from './measurements/mergeMeasurementTallies.ts';
import {
  type MeasurementTallyOptions,
  tallyMeasurements,
} from './measurements/tallyMeasurements.ts';
import type { InvalidMeasurement, MeasurementTally } from './measurements/tallyTypes.ts';
import { standardFigures, type VerdictRule } from './standardFigures.ts';
import { standardGroups } from './standardGroups.ts';
import type { MeasuredValues, StandardVerdict } from './types.ts';

/** How verdicts are reached. */
export interface AssessmentOptions {
  /** The confidence level, above 0 and below 1; 0.95 when absent. */
  readonly level?: number;
  /**
   * By how much failures have to exceed what can be borne for a shortfall to be material, as a share of
   * all cases from 0 to 1; 0.05 when absent: five more in a hundred. It never takes more than twice
   * what can be borne.
   */
  readonly relevantShortfall?: number;
  /** The fewest cases that a group is shown with; `DEFAULT_MINIMUM_GROUP_SIZE` when absent. */
  readonly minimumGroupSize?: number;
  /**
   * The fewest cases that the verdict on all of them is shown with, where they are grouped; the minimum group
   * size when absent, and no more than that. 1 shows it whatever it tells.
   */
  readonly minimumTotal?: number;
}

/** What `assessStandard` takes besides the measurements; a tally has its own keys and customers. */
export interface StandardAssessmentOptions<Key extends string = string>
  extends AssessmentOptions,
    MeasurementTallyOptions<Key> {}

/**
 * Holds measurements against a standard.
 *
 *     share    = conforming / measured, with its Wilson interval
 *     met      if P(X >= conforming) <= (1 - level)/2
 *     not met  if P(X <= conforming) <= (1 - level)/2,   X binomial (measured, required share)
 *     not yet proven otherwise
 *
 * The tails are exact, since near a required share of 1 those of the interval are not: with 11 of 12 at
 * a required 99 %, Wilson's upper limit is below 99 %, and yet a service that just keeps to it does so
 * in 11 % of samples. So the verdict is false in (1 - level)/2 of all samples at most.
 *
 * A measurement exactly at the threshold conforms. "In every case" (a required share of 1) can be
 * refuted by one failure and never proved by a sample, so without failures it is `met-so-far`, with the
 * share that is proved: (1 - level)^(1/measured); with failures it says how many of a thousand fail.
 * Whether a shortfall matters is told apart: `shortfall.material` says that more failures are proven
 * than can be borne, by a margin.
 *
 * A customer who gave up or still waits has waited at least so long: beyond the threshold that is a
 * failure, and up to it nobody knows. Where there are such cases, the share, the percentiles and the
 * verdict are those of `kaplanMeier`. Measurements are read and counted as
 * {@link tallyMeasurements} says.
 *
 * With `by`, every group is assessed too. A group of fewer cases than the minimum size is suppressed,
 * and so are as many others as it takes that nobody can work it out; then the extremes of all are left
 * out too.
 *
 * Not estimable: no measurements.
 *
 * @param standard - the standard
 * @param measurements - one number or object per case, or a tally of them
 * @param options - the confidence level, what to group by, and whose cases to count
 * @returns the verdict with the share, its interval, what the cases came to, and every count
 * @throws ServiceCycleError `invalid-argument` when the tally is one of another standard, threshold or
 * unit or was changed by hand, or an option or number of the standard is out of its range
 * @example
 * const standard = {
 *   id: 'on-hold',
 *   measure: 'Time on hold',
 *   unit: 'seconds',
 *   operator: '<=',
 *   threshold: 30,
 *   requiredShare: 0.95,
 * } as const;
 * const verdict = assessStandard(standard, [10, 12, 30, 31, 8, 20, 25, 28, 5, 11]);
 * verdict.status; // => 'not-proven'
 * verdict.conforming; // => 9
 * verdict.conformingShare.kind === 'estimate' && verdict.conformingShare.interval.low; // ~> 0.59585
 * verdict.pValues?.notMet; // ~> 0.401263
 * verdict.measurementsToSettle; // => 105
 * verdict.values; // => { p50: 12, p90: 30, p95: 31, minimum: 5, maximum: 31, meanExcess: 1 }
 * @see Clopper & Pearson (1934), Biometrika 26, 404-413
 * @see Wilson (1927), Journal of the American Statistical Association 22, 209-212
 */
export function assessStandard<
  StandardId extends string,
  const Key extends string = never,
  Measured extends MeasuredCase = MeasuredCase,
>(
  standard: Standard<StandardId>,
  measurements: Iterable<Measured> | MeasurementTally<NoInfer<StandardId>, Key>,
  options: StandardAssessmentOptions<Key> = {},
): StandardVerdict<StandardId, Key> {
  checkStandard(standard);
  checkObject('options', options);
  const { id, requiredShare, operator, threshold, unit } = standard;
  const minimumGroupSize = options.minimumGroupSize ?? DEFAULT_MINIMUM_GROUP_SIZE;
  const minimumTotal = options.minimumTotal ?? minimumGroupSize;
  const rule = verdictRule(options);
  checkCount('minimumGroupSize', minimumGroupSize, 1);
  checkCount('minimumTotal', minimumTotal, 1, minimumGroupSize);
  checkRows('measurements', measurements, 'measurement-tally');
  const tally =
    'kind' in measurements ? measurements : tallyMeasurements(standard, measurements, options);
  checkTally(standard, tally);
  checkMeasurementTally(tally);
  const { customer, by, otherStandards, otherCustomers, firstInvalid } = tally;
  const grouped =
    by.length > 0
      ? standardGroups(standard, tally, rule, { minimum: minimumGroupSize, minimumTotal })
      : undefined;
  const suppressed = grouped?.suppressed;
  const figures = standardFigures(
    standard,
    totalOf(suppressed === undefined ? tally.groups : []),
    rule,
  );
  const isAnyHidden = grouped?.isAnyHidden === true;
  return {
    standard: id,
    ...figures,
    ...(suppressed && { suppressed }),
    ...(isAnyHidden && figures.values && { values: withoutExtremes(figures.values) }),
    requiredShare,
    operator,
    threshold,
    unit,
    customer,
    otherStandards,
    otherCustomers,
    firstInvalid: isAnyHidden ? firstInvalid.map(withoutText) : firstInvalid,
    groups: grouped?.groups ?? [],
    ...(grouped && { withoutGroup: grouped.withoutGroup }),
    minimumGroupSize,
  };
}

/** Values without those that can be one person's, and without a sum that shown groups can be taken from. */
function withoutExtremes({
  minimum: _,
  maximum: __,
  meanExcess: ___,
  ...rest
}: MeasuredValues): MeasuredValues {
  return rest;
}

/** An invalid measurement without what was found: somebody may be known by it. */
function withoutText({ position, because }: InvalidMeasurement): InvalidMeasurement {
  return { position, because, found: 'suppressed' };
}

/** The rule that options ask for, of a standard that is assessed alone. */
export function verdictRule({ level, relevantShortfall }: AssessmentOptions): VerdictRule {
  const rule = {
    level: level ?? DEFAULT_LEVEL,
    relevantShortfall: relevantShortfall ?? RELEVANT_SHORTFALL,
    comparisons: 1,
  };
  checkLevel(rule.level);
  checkShare('relevantShortfall', rule.relevantShortfall);
  return rule;
}

/** Five in a hundred, as for the gap of an area. */
const RELEVANT_SHORTFALL = 0.05;

function checkTally(standard: Standard, tally: MeasurementTally): void {
  const differs = (['operator', 'threshold', 'unit'] as const).find(
    (key) => tally[key] !== standard[key],
  );
  if (tally.standard === standard.id && differs === undefined) return;
  const key = differs ?? 'standard';
  refuse(
    `${key} of the tally`,
    tally[key],
    quote(differs === undefined ? standard.id : standard[differs]),
  );
}
