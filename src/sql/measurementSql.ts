import type { Standard } from '../model/requirement.ts';
import { checkStandard } from '../requirements/checkStandard.ts';
import { checkCounting } from '../requirements/measurements/measurementCounter.ts';
import { mergeMeasurementTallies } from '../requirements/measurements/mergeMeasurementTallies.ts';
import {
  type MeasurementTallyOptions,
  tallyMeasurements,
} from '../requirements/measurements/tallyMeasurements.ts';
import type { MeasurementTally } from '../requirements/measurements/tallyTypes.ts';
import { checkList, checkObject, checkOptions, checkRows, checkText } from '../shared/refuse.ts';
import type { Result } from '../shared/result.ts';
import { rowReader } from './countedRows.ts';
import { dialectRules } from './dialect.ts';
import { columnOf, distinctRows, numberColumn, type SqlSource } from './query.ts';
import { readRepeated, tallyRepeated } from './repeated.ts';
import { keyName } from './tallySql.ts';

/** Where the parts of a measurement stand; what has no column is not told of any. */
export interface MeasurementSqlColumns {
  /** The value, a number; `value` when absent. */
  readonly value?: string;
  /** The unit of the value. */
  readonly unit?: string;
  /** How the case stands. */
  readonly ended?: string;
  /** The standard it is held against. */
  readonly standard?: string;
  /** Whether the customer is one of the organization's own staff. */
  readonly customer?: string;
}

/** Which measurements to count in a database, and what by. */
export interface MeasurementQuery<Key extends string = string>
  extends SqlSource,
    MeasurementTallyOptions<Key> {
  /** Where the parts of a measurement stand. */
  readonly columns?: MeasurementSqlColumns;
  /** Where the keys stand; each in a column of its own name when absent. */
  readonly keys?: { readonly [Name in Key]?: string };
}

/** The parts of a measurement, in the order of the columns that come back. */
const PARTS = ['value', 'unit', 'ended', 'standard', 'customer'] as const;

const QUERY = ['dialect', 'from', 'where', 'by', 'customer', 'values', 'columns', 'keys'];

/**
 * Writes the query that counts measurements where they are stored: a row comes back for each different value in a group,
 * which {@link measurementTallyFromCounts} makes a tally of. Times recorded to the second stay few however many cases
 * there are; where they are finer, round them in a view.
 *
 * @param query - where the measurements are, and what to group by
 * @returns the text of the query
 * @throws ServiceCycleError `invalid-argument` for a dialect there is not, an option that is misspelt, and names that SQL
 * cannot carry
 * @example
 * const onHold = {
 *   id: 'on-hold',
 *   measure: 'Time on hold',
 *   unit: 'seconds',
 *   operator: '<=',
 *   threshold: 30,
 *   requiredShare: 0.9,
 * } as const;
 * const query = {
 *   dialect: 'postgres',
 *   from: 'calls',
 *   by: ['month'],
 *   columns: { value: 'seconds' },
 * } as const;
 * measurementSql(query).includes('CAST(r."seconds" AS DOUBLE PRECISION)'); // => true
 *
 * // The database runs it and gives such rows.
 * const read = measurementTallyFromCounts(onHold, query, [
 *   { value: 12, key1: '2026-01', occurs: '40' },
 *   { value: 95, key1: '2026-01', occurs: '2' },
 * ]);
 * read.ok && read.value.groups[0]?.conforming; // => 40
 */
export function measurementSql<const Key extends string = never>(
  query: MeasurementQuery<Key>,
): string {
  checkMeasurementQuery(query);
  const { dialect, by = [], columns = {}, keys = {} } = query;
  const rules = dialectRules(dialect);
  const selected = [
    ...partsOf(columns).map(([part, column]) => ({
      as: part,
      term: part === 'value' ? numberColumn(column, rules) : columnOf(column, rules),
    })),
    ...by.map((key: string, level) => ({
      as: keyName(level),
      term: columnOf(Object.hasOwn(keys, key) ? Reflect.get(keys, key) : key, rules),
    })),
  ];
  return distinctRows(selected, query, rules);
}

/**
 * Makes a tally of the rows that a database gave for {@link measurementSql}: that of `tallyMeasurements` for the same
 * measurements, but for `firstInvalid`, which is empty, for rows of a table have no positions.
 *
 * @param standard - the standard
 * @param query - what the text was written for; only `by`, `customer`, `values` and `columns` are read
 * @param rows - the rows that came back, objects by column in any order
 * @returns the tally, or what is wrong with the rows: the first twenty faults
 * @throws ServiceCycleError `invalid-argument` for an argument that cannot be
 * @example
 * const onHold = {
 *   id: 'on-hold',
 *   measure: 'Time on hold',
 *   unit: 'seconds',
 *   operator: '<=',
 *   threshold: 30,
 *   requiredShare: 0.9,
 * } as const;
 * const read = measurementTallyFromCounts(onHold, {}, [{ value: 45, occurs: 1_000_000 }]);
 * read.ok && read.value.groups[0]?.measured; // => { values: [45], counts: [1000000] }
 */
export function measurementTallyFromCounts<
  StandardId extends string,
  const Key extends string = never,
>(
  standard: Standard<StandardId>,
  query: Partial<MeasurementQuery<Key>>,
  rows: Iterable<object>,
): Result<MeasurementTally<StandardId, Key>> {
  checkStandard(standard);
  checkMeasurementQuery(query);
  checkRows('rows', rows);
  const { by = [], customer, values, columns = {} } = query;
  const parts = partsOf(columns).map(([part]) => part);
  const keys = by.map((_, level) => keyName(level));
  const read = readRepeated(rows, [...parts, ...keys]);
  if (!read.ok) return read;
  const reader = rowReader();
  const measured = read.value.map(({ row, occurs }, at) => ({
    row: Object.fromEntries([
      ...parts.map((part) => [part, row[part]]),
      ...by.map((key, level) => [key, reader.key(row, at, keyName(level))]),
    ]) as object,
    occurs,
  }));
  const [first, ...others] = reader.issues.slice(0, 20);
  if (first !== undefined) return { ok: false, issues: [first, ...others] };
  const options = { by, ...(customer && { customer }), ...(values && { values }) };
  const tally = tallyRepeated(
    measured,
    (some): MeasurementTally<StandardId, Key> =>
      tallyMeasurements(standard, some as never[], options),
    (one, other) => mergeMeasurementTallies<StandardId, Key>(one, other),
  );
  return { ok: true, value: { ...tally, firstInvalid: [] } };
}

/** The parts that have a column, each with its column. */
function partsOf(columns: MeasurementSqlColumns): readonly (readonly [string, string])[] {
  const named: MeasurementSqlColumns = { value: 'value', ...columns };
  return PARTS.flatMap((part) => {
    const column = named[part];
    return column === undefined ? [] : [[part, column] as const];
  });
}

function checkTexts(name: string, list: unknown): void {
  checkList(name, list);
  for (const text of list) checkText(`each of ${name}`, text);
}

function checkMeasurementQuery(query: object): void {
  checkOptions(query, QUERY);
  checkCounting(query);
  const { by = [], columns = {}, keys = {} } = query as Partial<MeasurementQuery>;
  checkTexts('by', by);
  checkObject('columns', columns);
  checkOptions(columns, PARTS);
  checkObject('keys', keys);
}
