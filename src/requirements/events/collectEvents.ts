import { quote } from '../../shared/quote.ts';
import { checkRows } from '../../shared/refuse.ts';
import { groupValue } from '../../survey/tally/groupValue.ts';
import { isRow, type MeasurementRow } from '../measurements/readMeasurement.ts';
import type { ActivityPoint, CasePoint, EventOptions, EventPair } from './eventTypes.ts';
import { isUnclear, readTime } from './readTime.ts';

/** One event, or one time of a case, that a pair is about. */
export interface EventMark {
  /** The position of its row. */
  readonly position: number;
  /** Milliseconds since 1970; absent where the time cannot be read. */
  readonly time?: number;
  /** Why the time cannot be read; absent where it can. */
  readonly because?: 'unreadable-time' | 'unclear-unit';
  /** The time as it was written, as text. */
  readonly found: string;
  /** The values of the columns to copy. */
  readonly labels: readonly (string | null)[];
}

/** The marks of one pair in one case, each list in the order of the rows. */
interface PairMarks {
  /** What begins it. */
  readonly begins: EventMark[];
  /** What ends it. */
  readonly ends: EventMark[];
  /** What ends it without success. */
  readonly abandons: EventMark[];
}

/** One case. */
export interface CaseMarks {
  /** The case, as text. */
  readonly id: string;
  /** Its marks, pair by pair. */
  readonly pairs: readonly PairMarks[];
  /** All its events, where a pair begins with the previous one. */
  readonly events: EventMark[];
}

/** The rows, sorted into cases. */
export interface CollectedEvents {
  /** The cases in the order met. */
  readonly cases: readonly CaseMarks[];
  /** How many rows there are. */
  readonly rows: number;
  /** How many of them name no case. */
  readonly rowsWithoutCase: number;
  /** The activities met, of very many the first. */
  readonly activities: ReadonlySet<string>;
}

/** Among more activities, a misspelt one is told without the one that was meant. */
const MOST_ACTIVITIES = 1000;

/** Sorts rows into cases, keeping only what the pairs are about. */
export function collectEvents(rows: Iterable<object>, options: EventOptions): CollectedEvents {
  const { pairs } = options;
  const needsAll = pairs.some(({ from }) => from === 'previous-event');
  const named = new Set(pairs.flatMap(activitiesOf));
  const activities = new Set<string>();
  const cases = new Map<string, CaseMarks>();
  let position = 0;
  let rowsWithoutCase = 0;
  checkRows('rows', rows);
  for (const row of rows) {
    const id = isRow(row) ? groupValue(own(row, options.case)) : null;
    const activity = isRow(row) ? own(row, options.activity) : undefined;
    if (
      typeof activity === 'string' &&
      (activities.size < MOST_ACTIVITIES || named.has(activity))
    ) {
      activities.add(activity);
    }
    if (id === null || id === '' || !isRow(row)) rowsWithoutCase += 1;
    else {
      const known = cases.get(id) ?? emptyCase(id, pairs);
      cases.set(id, known);
      const markOf = (column: string): EventMark | undefined =>
        mark(row, column, options, position);
      for (const [place, pair] of pairs.entries()) {
        const marks = known.pairs[place];
        if (marks !== undefined) collectPair(marks, pair, row, options, markOf);
      }
      if (needsAll) push(known.events, markOf(options.time));
    }
    position += 1;
  }
  return { cases: [...cases.values()], rows: position, rowsWithoutCase, activities };
}

/** The activities that a pair is about. */
export function activitiesOf({ from, to, abandoned }: EventPair): readonly string[] {
  return [from, to, abandoned].flatMap((point) =>
    typeof point === 'object' && 'activity' in point ? [point.activity] : [],
  );
}

function emptyCase(id: string, pairs: readonly EventPair[]): CaseMarks {
  return { id, pairs: pairs.map(() => ({ begins: [], ends: [], abandons: [] })), events: [] };
}

function collectPair(
  { begins, ends, abandons }: PairMarks,
  { from, to, abandoned }: EventPair,
  row: MeasurementRow,
  options: EventOptions,
  markOf: (column: string) => EventMark | undefined,
): void {
  if (from !== 'previous-event') push(begins, markAt(from, row, options, markOf));
  push(ends, markAt(to, row, options, markOf));
  if (abandoned !== undefined) push(abandons, markAt(abandoned, row, options, markOf));
}

function markAt(
  point: ActivityPoint | CasePoint,
  row: MeasurementRow,
  { activity, time }: EventOptions,
  markOf: (column: string) => EventMark | undefined,
): EventMark | undefined {
  if ('caseTime' in point) return markOf(point.caseTime);
  if (own(row, activity) !== point.activity) return undefined;
  const others = Object.entries(point.where ?? {});
  return others.every(([column, value]) => groupValue(own(row, column)) === value)
    ? markOf(point.time ?? time)
    : undefined;
}

/** The mark of a row in a column; none where the column is blank, for then it has not happened. */
function mark(
  row: MeasurementRow,
  column: string,
  { by = [], unit }: EventOptions,
  position: number,
): EventMark | undefined {
  const written = own(row, column);
  if (written === undefined || written === null || written === '') return undefined;
  const labels = by.map((key) => groupValue(own(row, key)));
  const found = written instanceof Date ? dateText(written) : quote(written);
  if (isUnclear(written, unit)) return { position, because: 'unclear-unit', found, labels };
  const time = readTime(written, unit);
  if (time === undefined) return { position, because: 'unreadable-time', found, labels };
  return { position, time, found, labels };
}

function dateText(date: Date): string {
  return Number.isNaN(date.getTime()) ? 'an invalid date' : date.toISOString();
}

/** What stands in a column of a row, and not in what the row inherits from. */
function own(row: MeasurementRow, column: string): unknown {
  return column in Object.prototype && !Object.hasOwn(row, column) ? undefined : row[column];
}

function push(list: EventMark[], one: EventMark | undefined): void {
  if (one !== undefined) list.push(one);
}
