import { CLOSING_TIME, OPENING_TIME, type TextForm, ZONE_NAME } from '../model/hoursForms.ts';
import type { OpeningHours, OpenTime } from '../model/openingHours.ts';
import { dayText, isDay, weekdayOf } from '../shared/calendar.ts';
import { pathText } from '../shared/quote.ts';
import { refuse } from '../shared/refuse.ts';
import { merged, type Span } from './spans.ts';
import { type ClockChanges, firstAt, localAt } from './zoneOffsets.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** How many days hours are laid out over. */
export const MOST_DAYS = 40_000;

/** What is wrong with hours that look like hours: where, what was found, and what was expected. */
export interface HoursFault {
  /** The keys and positions that lead to the place in the hours. */
  readonly path: readonly (string | number)[];
  /** What was found there. */
  readonly found: unknown;
  /** What was expected. */
  readonly expected: string;
}

/** The first fault of hours; nothing where they are hours. */
export function hoursFault({
  weekly,
  exceptions = [],
  zone,
}: OpeningHours): HoursFault | undefined {
  for (const [place, time] of weekly.entries()) {
    const path = ['weekly', place];
    if (!(Number.isInteger(time.day) && time.day >= 1 && time.day <= 7)) {
      return { path: [...path, 'day'], found: time.day, expected: 'a day from 1 (Monday) to 7' };
    }
    const fault = timeFault(time, path);
    if (fault !== undefined) return fault;
  }
  const days = new Set<string>();
  for (const [place, { date, open }] of exceptions.entries()) {
    const path = ['exceptions', place, 'date'];
    if (!isDay(date)) {
      return { path, found: date, expected: 'a day as YYYY-MM-DD that exists' };
    }
    if (days.has(date)) {
      return { path, found: date, expected: 'a date that no other exception has' };
    }
    days.add(date);
    for (const [position, time] of open.entries()) {
      const fault = timeFault(time, ['exceptions', place, 'open', position]);
      if (fault !== undefined) return fault;
    }
  }
  return zone === undefined ? undefined : formFault(zone, ZONE_NAME, ['zone']);
}

function timeFault({ from, to }: OpenTime, path: HoursFault['path']): HoursFault | undefined {
  return (
    formFault(from, OPENING_TIME, [...path, 'from']) ?? formFault(to, CLOSING_TIME, [...path, 'to'])
  );
}

function formFault(
  found: unknown,
  form: TextForm,
  path: HoursFault['path'],
): HoursFault | undefined {
  const has = typeof found === 'string' && form.is(found);
  return has ? undefined : { path, found, expected: form.expected };
}

/** Refuses hours that are none. */
export function checkHours(name: string | (() => string), hours: OpeningHours): void {
  const fault = hoursFault(hours);
  if (fault === undefined) return;
  const called = typeof name === 'string' ? name : name();
  refuse(`${called}.${pathText(fault.path)}`, fault.found, fault.expected);
}

/**
 * When it is open between two moments, in milliseconds since 1970, in order and without overlaps.
 *
 * It opens when the clock first shows the begin or a later time, and closes when it first shows the end or a later one:
 * so of a time that comes twice the first counts, and of one that is skipped the change.
 *
 * @param hours - hours without faults
 * @param from - the first moment
 * @param to - the moment after the last, at most {@link MOST_DAYS} later
 * @param clock - the clock of the hours
 */
export function openSpans(
  hours: OpeningHours,
  from: number,
  to: number,
  clock: ClockChanges,
): readonly Span[] {
  const exceptions = new Map((hours.exceptions ?? []).map(({ date, open }) => [date, open]));
  const week = [1, 2, 3, 4, 5, 6, 7].map((day) => hours.weekly.filter((one) => one.day === day));
  const spans: Span[] = [];
  // One day earlier, for hours that go past midnight.
  const first = Math.floor(localAt(clock, from) / DAY) - 1;
  const last = Math.floor(localAt(clock, to) / DAY);
  for (let day = first; day <= last; day += 1) {
    const special = exceptions.size > 0 ? exceptions.get(dayText(day)) : undefined;
    for (const { from: opens, to: closes } of special ?? week[weekdayOf(day) - 1] ?? []) {
      const begin = minutesOf(opens);
      const end = minutesOf(closes) + (minutesOf(closes) <= begin ? 1440 : 0);
      const start = Math.max(from, firstAt(clock, day * DAY + begin * MINUTE));
      const stop = Math.min(to, firstAt(clock, day * DAY + end * MINUTE));
      if (start < stop) spans.push([start, stop]);
    }
  }
  return merged(spans);
}

/** The minutes from midnight to a time on the clock. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
