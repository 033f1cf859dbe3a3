import { dayText, weekdayOf } from '../shared/calendar.ts';
import type { UncoveredHours } from './coverageTypes.ts';
import type { Span } from './spans.ts';
import { type ClockChanges, firstAt, localAt } from './zoneOffsets.ts';

/** Hours that are asked for, of one weight, on one clock. */
export interface Demand {
  /** What a minute counts. */
  readonly weight: number;
  /** When, in order and without overlaps. */
  readonly spans: readonly Span[];
  /** The clock. */
  readonly clock: ClockChanges;
  /** What its zone is called. */
  readonly zone?: string;
}

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** Spans as hours of a day, each once with the days of the week on which it occurs, the weightiest first. */
export function uncoveredHours(demands: readonly Demand[]): readonly UncoveredHours[] {
  const found = new Map<string, Found>();
  for (const { weight, spans, clock, zone } of demands) {
    if (weight === 0) continue;
    for (const [start, stop] of spans.flatMap((span) => withinDays(span, clock))) {
      const local = localAt(clock, start);
      const day = Math.floor(local / DAY);
      const begin = local - day * DAY;
      const hours = {
        from: timeText(begin),
        to: timeText(begin + stop - start),
        ...(zone !== undefined && { zone }),
        weight,
      };
      const key = JSON.stringify(hours);
      const same = found.get(key);
      const minutes = (stop - start) / MINUTE;
      const weekday = weekdayOf(day);
      if (same === undefined) {
        const weekdays = new Set([weekday]);
        found.set(key, { ...hours, weekdays, minutes, days: 1, firstDay: day });
      } else {
        same.weekdays.add(weekday);
        same.minutes += minutes;
        same.days += 1;
        same.firstDay = Math.min(same.firstDay, day);
      }
    }
  }
  return [...found.values()]
    .sort(
      (one, other) =>
        other.weight * other.minutes - one.weight * one.minutes || (one.from < other.from ? -1 : 1),
    )
    .map(({ weekdays, firstDay, ...hours }) => ({
      weekdays: [...weekdays].sort((one, other) => one - other),
      ...hours,
      firstDay: dayText(firstDay),
    }));
}

/** Hours of the week as they are gathered. */
interface Found extends Pick<UncoveredHours, 'from' | 'to' | 'zone' | 'weight'> {
  readonly weekdays: Set<number>;
  minutes: number;
  days: number;
  firstDay: number;
}

/** A span in pieces that lie within one day and one offset of the clock. */
function withinDays([start, stop]: Span, clock: ClockChanges): readonly Span[] {
  const pieces: Span[] = [];
  let at = start;
  while (at < stop) {
    const now = at;
    const midnight = firstAt(clock, (Math.floor(localAt(clock, now) / DAY) + 1) * DAY);
    const change = clock.find(({ since }) => since > now)?.since ?? Infinity;
    const next = Math.min(stop, change, midnight > now ? midnight : Infinity);
    pieces.push([now, next]);
    at = next;
  }
  return pieces;
}

function timeText(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / MINUTE);
  return [Math.floor(minutes / 60), minutes % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
