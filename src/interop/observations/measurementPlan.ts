import { HOURS } from '../../model/checkShapes.ts';
import type { OpeningHours } from '../../model/openingHours.ts';
import { hoursFault } from '../../service-plan/openSpans.ts';
import { copyOf, shapeFaults } from '../../shared/shape.ts';
import { type Clock, clockOf, readClock } from '../reading/clock.ts';
import type { ImportLog } from '../reading/importLog.ts';
import { readKeys } from '../reading/keyColumns.ts';
import { type Fields, type MappingReader, mappingReader } from '../reading/mappingFields.ts';
import type { PlannedColumn, RowPlan } from '../reading/rowReader.ts';
import { readRowRules, refuseOther, refuseTwice } from '../reading/rowRules.ts';
import { numberCells, timeCells, wordCells } from '../reading/valueCells.ts';
import type { MeasuredCycle, MeasurementMapping } from './measurementMapping.ts';

/** How rows become measurements. */
export interface MeasurementPlan extends RowPlan {
  /** The standard of all rows; absent where a column names it. */
  readonly standard: string | undefined;
  /** Where the columns stand, -1 for one there is not. */
  readonly at: { readonly [Part in 'standard' | 'ended' | 'value' | 'from' | 'to']: number };
  /** The keys to group by. */
  readonly keys: readonly PlannedColumn[];
  /** Where the first of them stands, behind all that is measured. */
  readonly firstKey: number;
  /** How times are read. */
  readonly clock: Clock;
  /** The hours in which time counts; all when absent. */
  readonly hours: OpeningHours | undefined;
  /** The moment of looking, in milliseconds since 1970. */
  readonly asOf: number | undefined;
  /** The unit of values; the standard's when absent. */
  readonly unit: string | undefined;
}

const NAMES = [
  'cycle',
  'source',
  'standard',
  'value',
  'between',
  'unit',
  'number',
  'ended',
  'clock',
  'openHours',
  'asOf',
  'keys',
  'id',
  'duplicates',
  'keep',
];

/** Reads a mapping of measurements, and tells what is wrong with it. */
export function measurementPlan(
  cycle: MeasuredCycle,
  mapping: MeasurementMapping,
  log: ImportLog,
): MeasurementPlan {
  const reader = mappingReader(log);
  const fields = reader.fields(mapping, ['mapping'], NAMES);
  refuseOther('cycle', fields['cycle'], cycle.id, log);
  const standards = new Map(
    (cycle.requirements ?? []).flatMap(({ standards: own = [] }) =>
      own.map((one) => [one.id, one] as const),
    ),
  );
  const clock = clockOf(readClock(fields['clock'], ['mapping', 'clock'], reader));
  const standard =
    typeof fields['standard'] === 'string'
      ? reader.reference(
          fields['standard'],
          ['mapping', 'standard'],
          'a standard of the cycle',
          standards,
        )
      : undefined;
  const wordColumn = (name: string, words: ReadonlySet<string>): PlannedColumn[] => {
    const path = ['mapping', name];
    const told = reader.fields(fields[name], path, ['from', 'recode']);
    const header = reader.text(told['from'], [...path, 'from']);
    const recode =
      told['recode'] === undefined ? [] : reader.entries(told['recode'], [...path, 'recode']);
    if (header === undefined) return [];
    const expected = `one of ${[...words].slice(0, 8).join(', ')}`;
    return [{ header, as: name, path, expected, read: wordCells(words, new Map(recode)) }];
  };
  const valueColumns = readValue(fields, reader, clock, log);
  const keys = readKeys(fields['keys'], ['mapping', 'keys'], reader);
  const columns: PlannedColumn[] = [
    ...(standard === undefined && typeof fields['standard'] !== 'string'
      ? wordColumn('standard', new Set(standards.keys()))
      : []),
    ...(fields['ended'] === undefined
      ? []
      : wordColumn('ended', new Set(['completed', 'abandoned', 'still-waiting']))),
    ...valueColumns,
    ...keys,
  ];
  const firstKey = columns.length - keys.length;
  refuseTwice(columns, log);
  const place = (name: string): number => columns.findIndex(({ as }) => as === name);
  const at = {
    standard: place('standard'),
    ended: place('ended'),
    value: place('value'),
    from: place('from'),
    to: place('to'),
  };
  const hours = readHours(fields['openHours'], reader);
  const asOf = fields['asOf'] === undefined ? undefined : clock.timeOf(fields['asOf']);
  if (fields['asOf'] !== undefined && typeof asOf !== 'number') {
    reader.oneOf(fields['asOf'], ['mapping', 'asOf'], ['a time in the form and zone of the clock']);
  }
  const unit =
    fields['unit'] === undefined ? undefined : reader.text(fields['unit'], ['mapping', 'unit']);
  return {
    ...readRowRules(fields, reader, false),
    columns,
    headerTexts: new Set<string>(),
    standard,
    at,
    keys,
    firstKey,
    clock,
    hours,
    asOf: typeof asOf === 'number' ? asOf : undefined,
    unit,
  };
}

function readValue(
  fields: Fields,
  reader: MappingReader,
  clock: Clock,
  log: ImportLog,
): PlannedColumn[] {
  const number =
    fields['number'] === undefined
      ? 'dot'
      : (reader.oneOf(fields['number'], ['mapping', 'number'], ['dot', 'comma']) ?? 'dot');
  const column = (
    as: string,
    told: unknown,
    path: readonly string[],
    rest: Pick<PlannedColumn, 'read' | 'expected'>,
  ): PlannedColumn[] => {
    const header = reader.text(told, path);
    return header === undefined ? [] : [{ header, as, path, ...rest }];
  };
  if (fields['between'] === undefined) {
    const path = ['mapping', 'value'];
    return column('value', fields['value'], path, {
      read: numberCells(number),
      expected: 'a number',
    });
  }
  if (fields['value'] !== undefined) {
    const path = ['mapping', 'value'];
    const expected = 'either `value` or `between`';
    log.refuse({ code: 'contradiction', path, found: fields['value'], expected });
  }
  const told = reader.fields(fields['between'], ['mapping', 'between'], ['from', 'to']);
  const times = { read: timeCells(clock), expected: 'a time in the form and zone of the clock' };
  return [
    ...column('from', told['from'], ['mapping', 'between', 'from'], times),
    ...column('to', told['to'], ['mapping', 'between', 'to'], times),
  ];
}

function readHours(told: unknown, reader: MappingReader): OpeningHours | undefined {
  if (told === undefined) return undefined;
  const path = ['mapping', 'openHours'];
  reader.fields(told, path, ['weekly', 'exceptions', 'zone']);
  const [shape] = shapeFaults(told, HOURS, 1);
  // What is no object is told of already.
  if (shape?.path.length === 0) return undefined;
  // Of lists without methods it holds such as have them.
  const hours = shape === undefined ? (copyOf(told, HOURS) as OpeningHours) : undefined;
  const fault = shape ?? (hours && hoursFault(hours));
  if (fault === undefined) return hours;
  reader.oneOf(fault.found, [...path, ...fault.path], [fault.expected]);
  return undefined;
}
