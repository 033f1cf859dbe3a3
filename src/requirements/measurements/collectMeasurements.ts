import type { Standard } from '../../model/requirement.ts';
import { quote } from '../../shared/quote.ts';
import { checkRows } from '../../shared/refuse.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { checkKeys } from '../../survey/tally/checkKeys.ts';
import { groupValue } from '../../survey/tally/groupValue.ts';
import type { UnknownStandard } from '../types.ts';
import { checkMeasurementTally } from './checkMeasurementTally.ts';
import {
  checkCounting,
  type MeasurementCounter,
  measurementCounter,
} from './measurementCounter.ts';
import { mergeMeasurementTallies } from './mergeMeasurementTallies.ts';
import { isRow, rowOf } from './readMeasurement.ts';
import type { MeasurementTallyOptions } from './tallyMeasurements.ts';
import type { MeasurementTally } from './tallyTypes.ts';

/** Measurements, counted by standard. */
export interface CollectedMeasurements<StandardId extends string, Key extends string> {
  /** A tally for each standard that was measured. */
  readonly tallies: ReadonlyMap<string, MeasurementTally<StandardId, Key>>;
  /** The standards named that there are none of. */
  readonly unknownStandards: readonly UnknownStandard[];
}

/**
 * Counts measurements by the standard they name, and adds tallies of them.
 *
 * @param standards - the standards there are
 * @param measurements - rows and tallies, in any order
 * @param options - the keys to group by, those of the tallies where absent, and what to keep of values
 * @param customer - whose cases to count
 */
export function collectMeasurements<StandardId extends string, Key extends string>(
  standards: readonly Standard<StandardId>[],
  measurements: Iterable<unknown>,
  options: Pick<MeasurementTallyOptions<Key>, 'by' | 'values'>,
  customer: 'external' | 'internal',
): CollectedMeasurements<StandardId, Key> {
  const known = new Map(standards.map((standard) => [standard.id as string, standard]));
  const counters = new Map<string, MeasurementCounter<StandardId, Key>>();
  const given: MeasurementTally<StandardId, Key>[] = [];
  const unknown = new Map<string, number>();
  const notKnown = (name: string, count: number): void => {
    unknown.set(name, (unknown.get(name) ?? 0) + count);
  };
  const { by, values = 'exact' } = options;
  if (by !== undefined) checkKeys('by', by);
  checkCounting(options);
  const counting = { by: by ?? [], customer, values };
  checkRows('measurements', measurements);
  for (const one of measurements) {
    if (isTally<StandardId, Key>(one)) {
      checkMeasurementTally(one);
      if (known.has(one.standard)) given.push(checked(one, by, customer));
      else notKnown(one.standard, casesIn(one));
      continue;
    }
    const name = groupValue(rowOf(one)['standard']) ?? '';
    const standard = known.get(name);
    if (standard === undefined) notKnown(name, 1);
    else {
      const counter = counters.get(name) ?? measurementCounter(standard, counting);
      counters.set(name, counter);
      counter.add(one);
    }
  }
  const tallies = new Map([...counters].map(([name, counter]) => [name, counter.finish()]));
  for (const tally of given) {
    const counted = tallies.get(tally.standard);
    tallies.set(
      tally.standard,
      counted === undefined ? tally : mergeMeasurementTallies(counted, tally),
    );
  }
  const unknownStandards = [...unknown].map(([standard, count]) => ({ standard, count }));
  return { tallies, unknownStandards };
}

function isTally<StandardId extends string, Key extends string>(
  one: unknown,
): one is MeasurementTally<StandardId, Key> {
  return isRow(one) && one['kind'] === 'measurement-tally';
}

/** Refuses a tally of customers who are never pooled with these, or by keys that were not asked for. */
function checked<StandardId extends string, Key extends string>(
  tally: MeasurementTally<StandardId, Key>,
  by: readonly Key[] | undefined,
  customer: 'external' | 'internal',
): MeasurementTally<StandardId, Key> {
  const expected = { customer, ...(by && { by }) };
  for (const [key, value] of Object.entries(expected)) {
    const found = tally[key as keyof typeof expected];
    if (JSON.stringify(found) === JSON.stringify(value)) continue;
    throw new ServiceCycleError(
      'invalid-argument',
      `the tally of ${quote(tally.standard)} has ${key} ${JSON.stringify(found)}; expected ${JSON.stringify(value)}`,
    );
  }
  return tally;
}

function casesIn({ groups }: MeasurementTally): number {
  return groups.reduce(
    (sum, { conforming, failing, undecided, invalid }) =>
      sum + conforming + failing + undecided.abandoned + undecided.stillWaiting + invalid,
    0,
  );
}
