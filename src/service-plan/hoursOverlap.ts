import type { OpeningHours, OpenTime } from '../model/openingHours.ts';
import { minutesOf } from './openSpans.ts';

/** A time laid out in minutes, with what it is called. */
interface Placed {
  readonly start: number;
  readonly stop: number;
  readonly called: string;
}

const WEEK = 7 * 1440;

/** Two times of a week, or of one day, that overlap, in words; nothing where none do. */
export function hoursOverlap({ weekly, exceptions = [] }: OpeningHours): string | undefined {
  const week = weekly.map((time) => place(time, (time.day - 1) * 1440, `day ${String(time.day)} `));
  // What goes past midnight on Sunday goes on on Monday.
  const again = week.map((one) => ({ ...one, start: one.start + WEEK, stop: one.stop + WEEK }));
  const inWeek = firstOverlap([...week, ...again.filter(({ start }) => start < WEEK + 1440)]);
  if (inWeek !== undefined) return inWeek;
  for (const { date, open } of exceptions) {
    const own = firstOverlap(open.map((time) => place(time, 0, `${date} `)));
    if (own !== undefined) return own;
  }
  return undefined;
}

function place(time: OpenTime, midnight: number, day: string): Placed {
  const start = minutesOf(time.from);
  const stop = minutesOf(time.to) + (minutesOf(time.to) <= start ? 1440 : 0);
  return {
    start: midnight + start,
    stop: midnight + stop,
    called: `${day}${time.from}-${time.to}`,
  };
}

function firstOverlap(times: readonly Placed[]): string | undefined {
  let before: Placed | undefined;
  for (const time of [...times].sort((one, other) => one.start - other.start)) {
    if (before !== undefined && time.start < before.stop) {
      return `${before.called} and ${time.called}`;
    }
    if (before === undefined || time.stop > before.stop) before = time;
  }
  return undefined;
}
