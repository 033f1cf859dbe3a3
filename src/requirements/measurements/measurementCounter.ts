import type { Measurement } from '../../model/observations.ts';
import type { Standard } from '../../model/requirement.ts';
import { checkOneOf } from '../../shared/refuse.ts';
import { groupIndex } from '../../survey/tally/groupIndex.ts';
import { walkOf } from '../../survey/tally/walkOf.ts';
import { checkStandard } from '../checkStandard.ts';
import { judgeCase } from './judgeCase.ts';
import { type MeasurementRow, measurementReader, rowOf } from './readMeasurement.ts';
import type { InvalidMeasurement, MeasurementCounts, MeasurementTally } from './tallyTypes.ts';
import { type ValueKeeper, valueKeeper } from './valueKeeper.ts';

/** A measurement without the name of its standard, or only its value in the standard's unit. */
export type MeasuredCase =
  | number
  | (Omit<Measurement, 'standard'> & {
      /** The standard it is held against; the one that is assessed when absent. */
      readonly standard?: string;
    });

/** Counts measurements against one standard, one after another. */
export interface MeasurementCounter<StandardId extends string, Key extends string> {
  /** Counts one measurement. */
  readonly add: (measured: unknown) => void;
  /** What was counted. */
  readonly finish: () => MeasurementTally<StandardId, Key>;
}

/** How many invalid measurements a tally or verdict lists; it counts all of them. */
export const LISTED_INVALID_MEASUREMENTS = 20;

/** How measurements are counted. */
export interface CountingOptions<Key extends string> {
  /** The keys to group by. */
  readonly by: readonly Key[];
  /** Whose cases to count. */
  readonly customer: 'external' | 'internal';
  /** Whether to keep every value, or a sketch of them. */
  readonly values: 'exact' | 'sketch';
}

/** Refuses words that say nothing of how measurements are counted. */
export function checkCounting({ customer, values }: Partial<CountingOptions<string>>): void {
  if (customer !== undefined) checkOneOf('customer', customer, ['external', 'internal']);
  if (values !== undefined) checkOneOf('values', values, ['exact', 'sketch']);
}

/** What is counted of a group. */
interface Group {
  readonly keeper: ValueKeeper;
  /** Keeps the values of cases that are not over; absent until there is one. */
  notOver?: ValueKeeper;
  conforming: number;
  failing: number;
  abandoned: number;
  stillWaiting: number;
  invalid: number;
}

/** A counter for the measurements of one standard. */
export function measurementCounter<StandardId extends string, Key extends string>(
  standard: Standard<StandardId>,
  { by, customer, values }: CountingOptions<Key>,
): MeasurementCounter<StandardId, Key> {
  checkStandard(standard);
  const { id, unit, operator, threshold } = standard;
  const index = groupIndex(by);
  const groups: Group[] = [];
  const firstInvalid: InvalidMeasurement[] = [];
  const readRow = measurementReader(unit, values);
  let position = 0;
  let otherStandards = 0;
  let otherCustomers = 0;

  function add(measured: unknown): void {
    const row = rowOf(measured);
    if (row['standard'] !== undefined && row['standard'] !== id) {
      otherStandards += 1;
      return;
    }
    if ((row['customer'] ?? customer) === customer) count(row);
    else otherCustomers += 1;
    position += 1;
  }

  function count(row: MeasurementRow): void {
    const group = groupOf(row);
    const reading = readRow(row);
    if ('because' in reading) {
      group.invalid += 1;
      if (firstInvalid.length < LISTED_INVALID_MEASUREMENTS)
        firstInvalid.push({ position, ...reading });
    } else {
      const { value, ended } = reading;
      const outcome = judgeCase(value, ended, standard);
      const excess = outcome === 'failing' ? Math.abs(value - threshold) : 0;
      if (ended === 'completed') group.keeper.add(value, excess);
      else (group.notOver ??= valueKeeper(values)).add(value, excess);
      if (outcome !== 'undecided') group[outcome] += 1;
      else if (ended === 'abandoned') group.abandoned += 1;
      else group.stillWaiting += 1;
    }
  }

  function groupOf(row: MeasurementRow): Group {
    const slot = by.length === 0 ? 0 : index.slotOf(row);
    const known = groups[slot];
    if (known !== undefined) return known;
    const fresh = emptyGroup(values);
    groups[slot] = fresh;
    return fresh;
  }

  function finish(): MeasurementTally<StandardId, Key> {
    if (by.length === 0) groupOf({});
    const { by: keys, groups: codes, slots } = index.ordered();
    const walk = new Array<number>(by.length).fill(0);
    const counted = codes.map((code, place) => {
      walkOf(keys, code, walk);
      const group = keys.map((key, level) => key.values[walk[level] ?? 0] ?? null);
      return countsOf(group, groups[slots[place] ?? 0] ?? emptyGroup(values));
    });
    return {
      kind: 'measurement-tally',
      standard: id,
      operator,
      threshold,
      unit,
      customer,
      values,
      by,
      groups: counted,
      otherStandards,
      otherCustomers,
      firstInvalid,
    };
  }

  return { add, finish };
}

function emptyGroup(values: 'exact' | 'sketch'): Group {
  return {
    keeper: valueKeeper(values),
    conforming: 0,
    failing: 0,
    abandoned: 0,
    stillWaiting: 0,
    invalid: 0,
  };
}

function countsOf(group: MeasurementCounts['group'], counted: Group): MeasurementCounts {
  const { keeper, notOver, conforming, failing, abandoned, stillWaiting, invalid } = counted;
  return {
    group,
    conforming,
    failing,
    undecided: { abandoned, stillWaiting },
    invalid,
    measured: keeper.build(),
    ...(notOver && { notOver: notOver.build() }),
  };
}
