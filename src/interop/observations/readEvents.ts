import { type ClockRule, clockOf, readClock } from '../reading/clock.ts';
import { eachRow } from '../reading/eachRow.ts';
import { importLog } from '../reading/importLog.ts';
import type { Code, DataRow, Import } from '../reading/importTypes.ts';
import { type KeyColumn, readKeys } from '../reading/keyColumns.ts';
import { mappingReader } from '../reading/mappingFields.ts';
import { type PlannedColumn, rowReader } from '../reading/rowReader.ts';
import { readRowRules, refuseTwice } from '../reading/rowRules.ts';
import { setOwn } from '../reading/setOwn.ts';
import { textCells, timeCells } from '../reading/valueCells.ts';

/**
 * Which columns of an event log hold the case, the activity and the time. A plain JSON value.
 *
 * @typeParam Key - the names of the keys to group by
 */
export interface EventMapping<Key extends string = string> {
  /** Where the data come from. */
  readonly source?: string;
  /** The column with the case. */
  readonly case: string;
  /** The column with the activity. */
  readonly activity: string;
  /** The column with the time; its end where an event has a start too. */
  readonly time: string;
  /** Columns with further times, such as a start or a due date, by the name they get. */
  readonly times?: { readonly [name: string]: string };
  /** How times are written, and their zone. */
  readonly clock?: ClockRule;
  /** Columns to group or choose by. */
  readonly keys?: { readonly [Name in Key]: string | KeyColumn };
  /** The rows that count: by header the codes that it has to hold, all of them. */
  readonly keep?: { readonly [header: string]: readonly Code[] };
}

/**
 * One event as it was read: with `case`, `activity`, `time` and further times in milliseconds since 1970, and keys.
 *
 * @typeParam Key - the names of the keys
 */
export type ReadEvent<Key extends string = never> = {
  /** The case, as text. */
  readonly case: string;
  /** What happened. */
  readonly activity: string;
  /** When, in milliseconds since 1970. */
  readonly time: number;
} & { readonly [Name in Key]: string | null };

/**
 * Reads events out of the rows of a log, with times as `measurementsFromEvents` takes them.
 *
 * Events without case, activity or readable time are left out and counted. Units and zones are named and never guessed:
 * a number is a time only where `clock.as` says which, and a time without offset only where the clock has one. See
 * `readResponses` for rows, keys and faults.
 *
 * @param rows - a list, another iterable or a stream
 * @param mapping - which columns are what
 * @example
 * const rows = [
 *   { ticket: 'a', what: 'opened', at: '31.03.2024 01:59' },
 *   { ticket: 'a', what: 'closed', at: '31.03.2024 03:01' },
 *   { ticket: 'b', what: 'opened', at: '31.03.2024 02:30' },
 * ];
 * const clock = { as: 'dmy', zone: { offset: '+01:00', summer: 'eu' } } as const;
 * const read = readEvents(rows, { case: 'ticket', activity: 'what', time: 'at', clock });
 * read.ok && read.value.map(({ time }) => time / 1000);
 * // => [1711846740, 1711846860]
 * read.issues.map(({ code, rows }) => [code, rows]); // => [['ambiguous-time', [2]]]
 */
export function readEvents<const Key extends string = never>(
  rows: Iterable<DataRow>,
  mapping: EventMapping<Key>,
): Import<readonly ReadEvent<Key>[]>;
/** The same for a stream. */
export function readEvents<const Key extends string = never>(
  rows: AsyncIterable<DataRow>,
  mapping: EventMapping<Key>,
): Promise<Import<readonly ReadEvent<Key>[]>>;
export function readEvents(
  rows: Iterable<unknown> | AsyncIterable<unknown>,
  mapping: EventMapping,
): Import<readonly ReadEvent[]> | Promise<Import<readonly ReadEvent[]>> {
  const log = importLog();
  const reader = mappingReader(log);
  const names = ['source', 'case', 'activity', 'time', 'times', 'clock', 'keys', 'keep'];
  const fields = reader.fields(mapping, ['mapping'], names);
  const readTimes = timeCells(clockOf(readClock(fields['clock'], ['mapping', 'clock'], reader)));
  const column = (name: string, path: readonly string[], told: unknown): PlannedColumn[] => {
    const header = reader.text(told, path);
    if (header === undefined) return [];
    const isText = name === 'case' || name === 'activity';
    return [
      {
        header,
        as: name,
        path,
        read: isText ? textCells : readTimes,
        expected: isText ? 'a text' : 'a time in the form and zone of the clock',
      },
    ];
  };
  const times = fields['times'];
  const columns = [
    ...['case', 'activity', 'time'].flatMap((name) =>
      column(name, ['mapping', name], fields[name]),
    ),
    ...(times === undefined ? [] : reader.entries(times, ['mapping', 'times'])).flatMap(
      ([name, header]) => column(name, ['mapping', 'times', name], header),
    ),
    ...readKeys(fields['keys'], ['mapping', 'keys'], reader),
  ];
  refuseTwice(columns, log);
  const rules = readRowRules(fields, reader, false);
  const events: ReadEvent[] = [];
  const positions: number[] = [];
  const plan = { ...rules, columns, headerTexts: new Set<string>() };
  const sink = rowReader(plan, log, ({ cells, position }) => {
    const needed = cells.slice(0, 3);
    if (needed.some(({ state }) => state !== 'answered')) {
      log.drop(needed.some(({ state }) => state === 'unread') ? 'unread' : 'no-value');
      return;
    }
    const event: { [name: string]: unknown } = {};
    for (const [at, { as }] of columns.entries()) setOwn(event, as, cells[at]?.value ?? null);
    events.push(event as unknown as ReadEvent);
    positions.push(position);
  });
  return eachRow(rows, {
    push: sink.push,
    end: () => log.finish(() => events, { ...sink.end(), positions }),
  });
}
