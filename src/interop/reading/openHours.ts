import { isFields, isList } from '../../shared/refuse.ts';
import type { Clock } from './clock.ts';

/** From when to when it is open, on the clock of the place; `to` at or before `from` is past midnight. */
export interface OpenTime {
  /** The begin, such as `09:00`. */
  readonly from: string;
  /** The end, such as `17:30`; `24:00` is midnight. */
  readonly to: string;
}

/** The hours at which a place is open. */
export interface OpenHours {
  /** The hours of a week; days from 1 (Monday) to 7. */
  readonly weekly: readonly ({
    /** The day, 1 (Monday) to 7. */
    readonly day: number;
  } & OpenTime)[];
  /** Days that are not like that; without hours it is closed. */
  readonly exceptions?: readonly {
    /** The day, such as `2024-12-24`. */
    readonly date: string;
    /** Its hours. */
    readonly open: readonly OpenTime[];
  }[];
}

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** How many days a duration in open hours may span. */
const MOST_DAYS = 40_000;

/** Whether the hours are hours; a text says what they are to be. */
export function openHoursFault(hours: OpenHours): string | undefined {
  const isTimes = (times: unknown): boolean =>
    isList(times) && Array.from(times).every((one) => isFields(one));
  const { weekly, exceptions = [] } = hours;
  if (!isTimes(weekly)) return 'lists of hours';
  if (!isTimes(exceptions) || !exceptions.every(({ open }) => isTimes(open))) {
    return 'lists of exceptions, each with its hours';
  }
  const times = [...weekly, ...exceptions.flatMap(({ open }) => open)];
  if (!weekly.every(({ day }) => Number.isInteger(day) && day >= 1 && day <= 7)) {
    return 'days from 1 (Monday) to 7';
  }
  const isTime = (text: unknown): boolean =>
    typeof text === 'string' && /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text);
  if (!times.every(({ from, to }) => isTime(from) && isTime(to))) return 'times such as 09:00';
  return undefined;
}

/** The seconds between two moments in which it is open; nothing where that is more than a hundred years. */
export function openSeconds(
  from: number,
  to: number,
  hours: OpenHours,
  clock: Clock,
): number | undefined {
  const exceptions = new Map((hours.exceptions ?? []).map(({ date, open }) => [date, open]));
  // One day earlier, for hours that go past midnight.
  const first = Math.floor(clock.localAt(from) / DAY) - 1;
  const last = Math.floor(clock.localAt(to) / DAY);
  if (last - first > MOST_DAYS) return undefined;
  const spans: [number, number][] = [];
  for (let day = first; day <= last; day += 1) {
    const midnight = day * DAY;
    const date = new Date(midnight);
    const weekday = ((date.getUTCDay() + 6) % 7) + 1;
    const open =
      exceptions.get(date.toISOString().slice(0, 10)) ??
      hours.weekly.filter((one) => one.day === weekday);
    for (const { from: opens, to: closes } of open) {
      const begin = minutesOf(opens);
      const end = minutesOf(closes) + (minutesOf(closes) <= begin ? 1440 : 0);
      const start = Math.max(from, momentOf(midnight + begin * MINUTE, clock));
      const stop = Math.min(to, momentOf(midnight + end * MINUTE, clock));
      if (start < stop) spans.push([start, stop]);
    }
  }
  return lengthOf(spans) / 1000;
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** The moment of a time on the clock; of one that is skipped or comes twice, by the offset an hour before. */
function momentOf(local: number, clock: Clock): number {
  const moment = clock.atLocal(local);
  if (moment !== 'ambiguous') return moment;
  const before = clock.atLocal(local - 60 * MINUTE);
  return before === 'ambiguous' ? local : before + 60 * MINUTE;
}

/** The length of what the spans cover, where they overlap once. */
function lengthOf(spans: readonly (readonly [number, number])[]): number {
  let length = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const [start, stop] of [...spans].sort(([a], [b]) => a - b)) {
    length += Math.max(0, stop - Math.max(start, reached));
    reached = Math.max(reached, stop);
  }
  return length;
}
