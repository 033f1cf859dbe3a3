import * as v from 'valibot';
import { CLOSING_TIME, OPENING_TIME, type TextForm, ZONE_NAME } from './hoursForms.ts';
import {
  calendarDay,
  closedObject,
  exactly,
  listOf,
  nonNegative,
  type Schema,
  weekday,
} from './schema.ts';

/** From when to when it is open, on the clock of the place. */
export interface OpenTime {
  /** The begin, such as `09:00`. */
  readonly from: string;
  /** The end, such as `17:30`; `24:00` is midnight, and a time at or before the begin is on the next day. */
  readonly to: string;
}

/** From when to when it is open on a day of every week. */
export interface WeeklyTime extends OpenTime {
  /** The day on which it opens, from 1 (Monday) to 7. */
  readonly day: number;
}

/** A day that is not like the week. */
export interface HoursException {
  /** The day, such as `2026-12-24`. */
  readonly date: string;
  /** When it opens on that day, instead of the week's hours; nothing for a holiday. */
  readonly open: readonly OpenTime[];
}

/**
 * The hours at which something is open. Hours belong to the day on which they begin: those that go past
 * midnight go on into a day that is closed by an exception.
 */
export interface OpeningHours {
  /** The hours of a week. */
  readonly weekly: readonly WeeklyTime[];
  /** Days that are not like that. */
  readonly exceptions?: readonly HoursException[];
  /**
   * The name of the zone on whose clock the hours stand, such as `Europe/Athens`, or its offset, such as `+02:00`.
   * It is a name: its offsets are given where they matter.
   */
  readonly zone?: string;
}

/** Hours at which customers ask to be served. */
export interface RequiredHours extends OpeningHours {
  /** What a minute of it counts, 0 or more, beside the others; 1 when absent. */
  readonly weight?: number;
}

const text = ({ is, pattern, expected }: TextForm): v.GenericSchema<string> =>
  v.pipe(v.string(), v.check(is, expected), v.metadata({ pattern }));

const openTime = (): Schema<OpenTime> =>
  exactly<OpenTime>()(closedObject({ from: text(OPENING_TIME), to: text(CLOSING_TIME) }));

const weeklyTime = (): Schema<WeeklyTime> =>
  exactly<WeeklyTime>()(
    closedObject({ day: weekday(), from: text(OPENING_TIME), to: text(CLOSING_TIME) }),
  );

const hoursException = (): Schema<HoursException> =>
  exactly<HoursException>()(closedObject({ date: calendarDay(), open: listOf(openTime()) }));

/** Reads {@link OpeningHours}, the dates of exceptions not yet compared. */
export const openingHours = (): Schema<OpeningHours> =>
  exactly<OpeningHours>()(
    closedObject({
      weekly: listOf(weeklyTime()),
      exceptions: v.exactOptional(listOf(hoursException())),
      zone: v.exactOptional(text(ZONE_NAME)),
    }),
  );

/** Reads {@link RequiredHours}. */
export const requiredHours = (): Schema<RequiredHours> =>
  exactly<RequiredHours>()(
    closedObject({
      weekly: listOf(weeklyTime()),
      exceptions: v.exactOptional(listOf(hoursException())),
      zone: v.exactOptional(text(ZONE_NAME)),
      weight: v.exactOptional(nonNegative()),
    }),
  );
