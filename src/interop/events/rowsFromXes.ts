import { isFields } from '../../shared/refuse.ts';
import { type ImportLog, importLog } from '../reading/importLog.ts';
import type { DataRow, Import } from '../reading/importTypes.ts';
import { fieldOf, listOf, textOf } from '../reading/outsideValue.ts';
import { setOwn } from '../reading/setOwn.ts';

/** What became of the events of a log. */
export interface LogReport {
  /** How many cases the log has. */
  readonly cases: number;
  /** How many events it has. */
  readonly read: number;
  /** How many rows there are. */
  readonly kept: number;
  /** How many of the events belong to no case, and are in no row. */
  readonly withoutCase: number;
}

const KINDS = ['string', 'date', 'int', 'float', 'boolean', 'id'] as const;

/**
 * The events of an XES log as rows for `readEvents`: attributes of the event under their keys (`concept:name`,
 * `time:timestamp`), those of its trace with `case:` before them.
 *
 * It takes what an XML parser makes of the file, not the text: objects with children as values or lists of values, and
 * attributes of elements under `@_key` (fast-xml-parser with `ignoreAttributes: false`), under `key` or under `$`.
 * Attributes within attributes and global ones are passed over; events outside of traces are counted as `withoutCase`.
 *
 * Issues: `wrong-format` for what has no log, `left-out` for attributes that are lists, `no-rows`.
 *
 * @param parsed - the parsed file
 * @example
 * const parsed = {
 *   log: {
 *     trace: {
 *       string: { '@_key': 'concept:name', '@_value': '3' },
 *       event: {
 *         string: { '@_key': 'concept:name', '@_value': 'decide' },
 *         date: { '@_key': 'time:timestamp', '@_value': '2011-01-06T09:18:00.000+01:00' },
 *       },
 *     },
 *   },
 * };
 * const read = rowsFromXes(parsed);
 * read.ok && read.value;
 * // => [
 * //   {
 * //     'case:concept:name': '3', 'concept:name': 'decide',
 * //     'time:timestamp': '2011-01-06T09:18:00.000+01:00',
 * //   },
 * // ]
 */
export function rowsFromXes(parsed: unknown): Import<readonly DataRow[], LogReport> {
  const log = importLog();
  const root = fieldOf(parsed, 'log') ?? fieldOf(fieldOf(parsed, '?xml'), 'log');
  if (!isFields(root)) {
    const expected = 'an object with a log, as an XML parser makes of a XES file';
    log.refuse({ code: 'wrong-format', path: ['log'], found: root, expected });
  }
  const rows: DataRow[] = [];
  const traces = many(fieldOf(root, 'trace'));
  for (const trace of traces) {
    const shared = attributesOf(trace, 'case:', log);
    for (const event of many(fieldOf(trace, 'event'))) {
      const row: { [header: string]: unknown } = {};
      for (const [key, value] of shared) setOwn(row, key, value);
      for (const [key, value] of attributesOf(event, '', log)) setOwn(row, key, value);
      rows.push(row);
    }
  }
  if (rows.length === 0 && !log.isRefused()) {
    log.note({ code: 'no-rows', path: ['log'], found: 0, expected: 'at least one event' });
  }
  const withoutCase = many(fieldOf(root, 'event')).length;
  return log.close(() => rows, {
    cases: traces.length,
    read: rows.length + withoutCase,
    kept: rows.length,
    withoutCase,
  });
}

/** One thing stands alone where a list has only one. */
function many(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? (value as readonly unknown[]) : [value];
}

function attributesOf(
  element: unknown,
  prefix: string,
  log: ImportLog,
): (readonly [string, unknown])[] {
  for (const kind of ['list', 'container']) {
    for (const inner of many(fieldOf(element, kind))) {
      const expected = 'an attribute of one value';
      log.note({ code: 'left-out', path: ['log', attribute(inner, 'key')], found: kind, expected });
    }
  }
  return KINDS.flatMap((kind) =>
    many(fieldOf(element, kind)).flatMap((inner) => {
      const key = attribute(inner, 'key');
      const value = attribute(inner, 'value');
      if (key === '') return [];
      return [
        [`${prefix}${key}`, kind === 'int' || kind === 'float' ? numeric(value) : value] as const,
      ];
    }),
  );
}

function numeric(text: string): number | string {
  const number = Number(text);
  return text === '' || !Number.isFinite(number) ? text : number;
}

function attribute(element: unknown, name: string): string {
  const inner = fieldOf(element, '$');
  return textOf(fieldOf(element, `@_${name}`) ?? fieldOf(inner, name) ?? fieldOf(element, name));
}

/** Each object of an event has them all in its row, so that a small file of many of both would make a large list. */
const MOST_ATTRIBUTES = 100;

/**
 * The events of an object-centric log (OCEL 2.0, parsed JSON) as rows for `readEvents`, seen by one type of objects: an
 * event stands once for each object of that type it is related to, with `case`, `activity`, `time`, `event`, `qualifier`
 * (several, where it is related in several ways) and its attributes. Events that none of these objects takes part in are
 * counted as `withoutCase`.
 *
 * Issues: `wrong-format` for what is no such log, `wrong-version` for the form of OCEL 1, `unknown-reference` for
 * a type or object that the log does not have, `left-out` for attributes named like a column of the row, and those of an event after its first 100, `no-rows`.
 *
 * @param json - the parsed file
 * @param objectType - the type of object that makes a case, such as `Order`
 * @example
 * const json = {
 *   objectTypes: [{ name: 'Order', attributes: [] }],
 *   eventTypes: [{ name: 'Place', attributes: [] }],
 *   objects: [{ id: 'o1', type: 'Order' }],
 *   events: [
 *     {
 *       id: 'e1', type: 'Place', time: '2024-03-04T08:30:00Z', attributes: [{ name: 'by', value: 'Ann' }],
 *       relationships: [{ objectId: 'o1', qualifier: 'places' }],
 *     },
 *   ],
 * };
 * const read = rowsFromOcel(json, 'Order');
 * read.ok && read.value;
 * // => [
 * //   {
 * //     case: 'o1', activity: 'Place', time: '2024-03-04T08:30:00Z', event: 'e1', qualifier: 'places', by: 'Ann',
 * //   },
 * // ]
 */
export function rowsFromOcel(
  json: unknown,
  objectType: string,
): Import<readonly DataRow[], LogReport> {
  const log = importLog();
  const events = fieldOf(json, 'events');
  const objects = fieldOf(json, 'objects');
  if (
    fieldOf(json, 'ocel:events') !== undefined ||
    fieldOf(json, 'ocel:global-log') !== undefined
  ) {
    log.refuse({
      code: 'wrong-version',
      path: ['ocel:events'],
      found: 'OCEL 1',
      expected: 'OCEL 2.0',
    });
  } else if (!Array.isArray(events) || !Array.isArray(objects)) {
    const expected = 'lists of events and objects, as OCEL 2.0 has';
    log.refuse({ code: 'wrong-format', path: ['events'], found: events, expected });
  }
  const types = new Set<string>();
  const cases = new Set<string>();
  const known = new Set<string>();
  for (const object of listOf(objects)) {
    const id = textOf(fieldOf(object, 'id'));
    known.add(id);
    types.add(textOf(fieldOf(object, 'type')));
    if (fieldOf(object, 'type') === objectType) cases.add(id);
  }
  if (!log.isRefused() && !types.has(objectType)) {
    const expected = `a type of objects: ${[...types].slice(0, 10).join(', ')}`;
    log.refuse({ code: 'unknown-reference', path: ['objectType'], found: objectType, expected });
  }
  const rows: DataRow[] = [];
  let withoutCase = 0;
  for (const [at, event] of listOf(events).entries()) {
    const waysOf = new Map<string, Set<string>>();
    for (const relation of listOf(fieldOf(event, 'relationships'))) {
      const id = textOf(fieldOf(relation, 'objectId'));
      if (!known.has(id)) {
        const path = ['events', at, 'relationships'];
        log.note({
          code: 'unknown-reference',
          path,
          found: id,
          expected: 'the id of an object of the log',
        });
      }
      if (!cases.has(id)) continue;
      const ways = waysOf.get(id) ?? new Set();
      waysOf.set(id, ways.add(textOf(fieldOf(relation, 'qualifier'))));
    }
    if (waysOf.size === 0) withoutCase += 1;
    const attributes = listOf(fieldOf(event, 'attributes'));
    if (attributes.length > MOST_ATTRIBUTES) {
      const expected = `at most ${MOST_ATTRIBUTES} attributes of an event`;
      const path = ['events', at, 'attributes'];
      log.note({ code: 'left-out', path, found: attributes.length, expected });
    }
    for (const [id, ways] of waysOf) {
      const row: { [header: string]: unknown } = {
        case: id,
        activity: textOf(fieldOf(event, 'type')),
        time: fieldOf(event, 'time'),
        event: textOf(fieldOf(event, 'id')),
        qualifier: [...ways].filter((way) => way !== '').join(', '),
      };
      for (const attribute of attributes.slice(0, MOST_ATTRIBUTES)) {
        const name = textOf(fieldOf(attribute, 'name'));
        if (Object.hasOwn(row, name)) {
          const expected = 'another name than the columns of the row';
          log.note({
            code: 'left-out',
            path: ['events', 'attributes', name],
            found: name,
            expected,
          });
        } else setOwn(row, name, fieldOf(attribute, 'value'));
      }
      rows.push(row);
    }
  }
  if (rows.length === 0 && !log.isRefused()) {
    log.note({ code: 'no-rows', path: ['events'], found: 0, expected: 'at least one event' });
  }
  return log.close(() => rows, {
    cases: cases.size,
    read: listOf(events).length,
    kept: rows.length,
    withoutCase,
  });
}
