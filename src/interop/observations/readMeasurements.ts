import { HOURS } from '../../model/checkShapes.ts';
import type { Cycle } from '../../model/cycle.ts';
import type { Measurement } from '../../model/observations.ts';
import type { OpeningHours } from '../../model/openingHours.ts';
import { hoursFault } from '../../service-plan/openSpans.ts';
import { checkShape, copyOf, shapeFaults } from '../../shared/shape.ts';
import { type Clock, type ClockRule, clockOf, readClock } from '../reading/clock.ts';
import type { Cell } from '../reading/columnCounter.ts';
import { eachRow } from '../reading/eachRow.ts';
import { type ImportLog, importLog } from '../reading/importLog.ts';
import type { Code, DataRow, Import } from '../reading/importTypes.ts';
import { type KeyColumn, readKeys } from '../reading/keyColumns.ts';
import { type Fields, type MappingReader, mappingReader } from '../reading/mappingFields.ts';
import { openSeconds } from '../reading/openHours.ts';
import { type PlannedColumn, rowReader } from '../reading/rowReader.ts';
import { readRowRules, refuseOther, refuseTwice } from '../reading/rowRules.ts';
import { setOwn } from '../reading/setOwn.ts';
import { numberCells, timeCells, wordCells } from '../reading/valueCells.ts';

/** A column of words, and what they stand for. */
export interface WordColumn {
  /** The header of the column. */
  readonly from: string;
  /** What a word stands for where the two differ; `null` for blank. */
  readonly recode?: { readonly [code: string]: string | null };
}

/**
 * Which columns hold what was measured. A plain JSON value; one of `value` and `between` is needed.
 *
 * @typeParam StandardId - the ids of the cycle's standards
 * @typeParam Key - the names of the keys to group by
 */
export interface MeasurementMapping<
  StandardId extends string = string,
  Key extends string = string,
> {
  /** The id of the cycle it was made for. */
  readonly cycle?: string;
  /** Where the data come from. */
  readonly source?: string;
  /** The standard of all rows, or the column that names it. */
  readonly standard: StandardId | WordColumn;
  /** The column of the measured values. */
  readonly value?: string;
  /** The columns of begin and end: the value is the time between, in seconds. */
  readonly between?: {
    /** The column of the begin. */
    readonly from: string;
    /** The column of the end. */
    readonly to: string;
  };
  /** The unit of the values; the standard's when absent. */
  readonly unit?: string;
  /** How decimals are written; `dot` when absent. */
  readonly number?: 'dot' | 'comma';
  /** The column that says how a case stands: `completed`, `abandoned` or `still-waiting`. */
  readonly ended?: WordColumn;
  /** How times are written, and their zone. */
  readonly clock?: ClockRule;
  /** Counts only the time in these hours, on the clock of `clock`. */
  readonly openHours?: OpeningHours;
  /** The moment of looking, written as the times are: what has no end by then is `still-waiting`. */
  readonly asOf?: string | number;
  /** What to group by. */
  readonly keys?: { readonly [Name in Key]: string | KeyColumn };
  /** The column that tells rows apart; it is not kept. */
  readonly id?: string;
  /** Which of several rows of one id counts; `first` when absent. */
  readonly duplicates?: 'first' | 'last' | 'refuse';
  /** The rows that count: by header the codes that it has to hold, all of them. */
  readonly keep?: { readonly [header: string]: readonly Code[] };
}

/**
 * A measurement as it was read, with the keys to group by.
 *
 * @typeParam StandardId - the ids of the standards
 * @typeParam Key - the names of the keys
 */
export type ReadMeasurement<
  StandardId extends string = string,
  Key extends string = never,
> = Measurement<StandardId> & { readonly [Name in Key]: string | null };

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

/**
 * Reads measurements out of rows: a column of values, or the time between two columns.
 *
 * Rows without value (`no-value`), with one that is not understood, or with an end before its begin
 * (`contradiction`) are left out and counted. A begin without end is `still-waiting` where `asOf` says when somebody
 * looked, else `no-value`. With `openHours` only the time in these hours counts. See `readResponses` for rows, keys
 * and faults, and `readEvents` for times.
 *
 * @param cycle - the cycle whose standards are measured
 * @param rows - a list, another iterable or a stream
 * @param mapping - which columns are what
 * @example
 * const cycle = defineCycle({
 *   id: 'desk',
 *   name: 'Desk',
 *   moments: [{ id: 'reply', name: 'Is answered', contact: 'remote' }],
 *   requirements: [
 *     {
 *       id: 'soon',
 *       statement: 'Answers come soon',
 *       moments: ['reply'],
 *       source: { kind: 'expectation' },
 *       standards: [
 *         {
 *           id: 'within-a-day', measure: 'Working time to the answer', unit: 'hours',
 *           operator: '<=', threshold: 8, requiredShare: 0.9,
 *         },
 *       ],
 *     },
 *   ],
 * });
 * // Asked on Friday at 16:00, answered on Monday at 10:00.
 * const rows = [{ asked: '2024-03-01 16:00', answered: '2024-03-04 10:00', team: 'A' }];
 * const read = readMeasurements(cycle, rows, {
 *   standard: 'within-a-day',
 *   between: { from: 'asked', to: 'answered' },
 *   clock: { offset: '+01:00' },
 *   openHours: { weekly: [1, 2, 3, 4, 5].map((day) => ({ day, from: '09:00', to: '17:00' })) },
 *   keys: { team: 'team' },
 * });
 * read.ok && read.value;
 * // => [{ standard: 'within-a-day', value: 7200, unit: 'seconds', ended: 'completed', team: 'A' }]
 */
export function readMeasurements<StandardId extends string, const Key extends string = never>(
  cycle: MeasuredCycle<StandardId>,
  rows: Iterable<DataRow>,
  mapping: MeasurementMapping<NoInfer<StandardId>, Key>,
): Import<readonly ReadMeasurement<StandardId, Key>[]>;
/** The same for a stream. */
export function readMeasurements<StandardId extends string, const Key extends string = never>(
  cycle: MeasuredCycle<StandardId>,
  rows: AsyncIterable<DataRow>,
  mapping: MeasurementMapping<NoInfer<StandardId>, Key>,
): Promise<Import<readonly ReadMeasurement<StandardId, Key>[]>>;
export function readMeasurements(
  cycle: MeasuredCycle,
  rows: Iterable<unknown> | AsyncIterable<unknown>,
  mapping: MeasurementMapping,
): Import<readonly ReadMeasurement[]> | Promise<Import<readonly ReadMeasurement[]>> {
  checkShape('cycle', cycle, {
    id: 'text',
    'requirements?': [{ 'standards?': [{ id: 'text', unit: 'text' }] }],
  });
  const log = importLog();
  const reader = mappingReader(log);
  const fields = reader.fields(mapping, ['mapping'], NAMES);
  refuseOther('cycle', fields['cycle'], cycle.id, log);
  const standards = new Map(
    (cycle.requirements ?? []).flatMap(({ standards: own = [] }) =>
      own.map((one) => [one.id, one] as const),
    ),
  );
  const clock = clockOf(readClock(fields['clock'], ['mapping', 'clock'], reader));
  const fixed =
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
    ...(fixed === undefined && typeof fields['standard'] !== 'string'
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

  const measurements: ReadMeasurement[] = [];
  const positions: number[] = [];
  const plan = {
    ...readRowRules(fields, reader, false),
    columns,
    headerTexts: new Set<string>(),
  };
  const sink = rowReader(plan, log, ({ cells, position, raws }) => {
    const answered = (index: number): Cell['value'] =>
      cells[index]?.state === 'answered' ? cells[index].value : undefined;
    const leaveOut = (): void => {
      const measured = cells.slice(0, firstKey);
      log.drop(measured.some(({ state }) => state === 'unread') ? 'unread' : 'no-value');
    };
    const standard = fixed ?? answered(at.standard);
    let value = answered(at.value);
    let ended = answered(at.ended);
    if (at.from >= 0) {
      const from = answered(at.from);
      const isOpen = cells[at.to]?.state === 'blank' && typeof asOf === 'number';
      const to = isOpen ? asOf : answered(at.to);
      if (typeof from !== 'number' || typeof to !== 'number') {
        leaveOut();
        return;
      }
      if (to < from) {
        log.drop('unread');
        const expected = `an end that is not before its begin in ${columns[at.from]?.header ?? ''}`;
        const path = ['rows', columns[at.to]?.header ?? ''];
        log.note({ code: 'contradiction', path, found: raws[at.to], expected, row: position });
        return;
      }
      value = hours === undefined ? (to - from) / 1000 : openSeconds(from, to, hours, clock);
      ended ??= isOpen ? 'still-waiting' : 'completed';
    }
    if (typeof standard !== 'string' || typeof value !== 'number') {
      leaveOut();
      return;
    }
    const known = at.from >= 0 ? 'seconds' : unit;
    const measurement: { [name: string]: unknown } = {
      standard,
      value,
      ...(known !== undefined && { unit: known }),
      ...(ended !== undefined && { ended }),
    };
    for (const [index, { as }] of keys.entries()) {
      setOwn(measurement, as, cells[firstKey + index]?.value ?? null);
    }
    measurements.push(measurement as unknown as ReadMeasurement);
    positions.push(position);
  });
  return eachRow(rows, {
    push: sink.push,
    end: () => log.finish(() => measurements, { ...sink.end(), positions }),
  });
}

/** A cycle by what is read of it: its id and its standards. */
export type MeasuredCycle<StandardId extends string = string> = Pick<Cycle, 'id'> & {
  /** The requirements, with the standards to be measured. */
  readonly requirements?: readonly {
    /** The standards. */
    readonly standards?: readonly {
      /** The id of a standard. */
      readonly id: StandardId;
    }[];
  }[];
};

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
