import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { byValue } from '../../survey/tally/orderGroups.ts';
import { checkMeasurementTally } from './checkMeasurementTally.ts';
import { LISTED_INVALID_MEASUREMENTS } from './measurementCounter.ts';
import type { InvalidMeasurement, MeasurementCounts, MeasurementTally } from './tallyTypes.ts';
import { mergeMeasured } from './valueKeeper.ts';

/**
 * Adds two tallies of one standard, such as those of two days or of two branches.
 *
 * The result is that of tallying all measurements at once, in whatever order tallies are merged. Only
 * the positions of listed invalid measurements are those within each part. Cases of staff who are
 * served by staff never add up with those of customers.
 *
 * @param first - a tally
 * @param second - another tally of the same standard, grouped by the same keys
 * @returns the tally of all their measurements
 * @throws ServiceCycleError `invalid-argument` when the tallies are of other standards, thresholds,
 * units, keys or kinds of customer, one is exact and the other a sketch, or one was changed by hand
 * @example
 * const standard = {
 *   id: 'on-hold',
 *   measure: 'Time on hold',
 *   unit: 'seconds',
 *   operator: '<=',
 *   threshold: 30,
 *   requiredShare: 0.9,
 * } as const;
 * const monday = tallyMeasurements(standard, [10, 40]);
 * const tuesday = tallyMeasurements(standard, [10]);
 * const both = mergeMeasurementTallies(monday, tuesday);
 * both.groups[0]?.conforming; // => 2
 * both.groups[0]?.measured; // => { values: [10, 40], counts: [2, 1] }
 */
export function mergeMeasurementTallies<StandardId extends string, Key extends string>(
  first: MeasurementTally<StandardId, Key>,
  second: MeasurementTally<NoInfer<StandardId>, NoInfer<Key>>,
): MeasurementTally<StandardId, Key> {
  for (const tally of [first, second]) checkMeasurementTally(tally);
  checkAlike(first, second);
  const groups = new Map<string, MeasurementCounts>();
  for (const counts of [...first.groups, ...second.groups]) {
    const key = JSON.stringify(counts.group);
    const known = groups.get(key);
    groups.set(key, known === undefined ? counts : addCounts(known, counts));
  }
  return {
    kind: 'measurement-tally',
    standard: first.standard,
    operator: first.operator,
    threshold: first.threshold,
    unit: first.unit,
    customer: first.customer,
    values: first.values,
    by: first.by,
    groups: [...groups.values()].sort(byGroup),
    otherStandards: first.otherStandards + second.otherStandards,
    otherCustomers: first.otherCustomers + second.otherCustomers,
    firstInvalid: [...first.firstInvalid, ...second.firstInvalid]
      .sort(byPosition)
      .slice(0, LISTED_INVALID_MEASUREMENTS),
  };
}

/** All groups of a tally added up to one. */
export function totalOf(groups: MeasurementTally['groups']): MeasurementCounts {
  // By halves, so that no value is merged more often than the number of groups can be halved.
  if (groups.length > 1) {
    const half = Math.ceil(groups.length / 2);
    return addCounts(totalOf(groups.slice(0, half)), totalOf(groups.slice(half)));
  }
  return { ...(groups[0] ?? NOTHING), group: [] };
}

const NOTHING: MeasurementCounts = {
  group: [],
  conforming: 0,
  failing: 0,
  undecided: { abandoned: 0, stillWaiting: 0 },
  invalid: 0,
  measured: { values: [], counts: [] },
};

function addCounts(one: MeasurementCounts, other: MeasurementCounts): MeasurementCounts {
  const notOver =
    one.notOver && other.notOver
      ? mergeMeasured(one.notOver, other.notOver)
      : (one.notOver ?? other.notOver);
  return {
    group: one.group,
    conforming: one.conforming + other.conforming,
    failing: one.failing + other.failing,
    undecided: {
      abandoned: one.undecided.abandoned + other.undecided.abandoned,
      stillWaiting: one.undecided.stillWaiting + other.undecided.stillWaiting,
    },
    invalid: one.invalid + other.invalid,
    measured: mergeMeasured(one.measured, other.measured),
    ...(notOver && { notOver }),
  };
}

function byGroup(a: MeasurementCounts, b: MeasurementCounts): number {
  for (const [level, value] of a.group.entries()) {
    const order = byValue(value, b.group[level] ?? null);
    if (order !== 0) return order;
  }
  return 0;
}

function byPosition(a: InvalidMeasurement, b: InvalidMeasurement): number {
  return a.position - b.position || byValue(a.because, b.because) || byValue(a.found, b.found);
}

function checkAlike(first: MeasurementTally, second: MeasurementTally): void {
  const differs = (
    ['standard', 'operator', 'threshold', 'unit', 'customer', 'values', 'by'] as const
  ).find((key) => JSON.stringify(first[key]) !== JSON.stringify(second[key]));
  if (differs === undefined) return;
  const [one, other] = [first[differs], second[differs]].map((value) =>
    Array.isArray(value) ? JSON.stringify(value) : quote(value),
  );
  throw new ServiceCycleError(
    'invalid-argument',
    `the tallies have different values of ${differs}: ${String(one)} and ${String(other)}`,
  );
}
