import { cellText, numberOfText } from './cellText.ts';
import { dayOfText } from './days.ts';
import type { MappingReader, Path } from './mappingFields.ts';

/** How times are written, and the zone of those that do not name one. */
export interface ClockRule {
  /**
   * `iso` (when absent): `2024-03-04 08:30:00`, with or without offset; `dmy` and `mdy`: dates in that order, such as
   * `04.03.2024 08:30` and `3/4/2024 8:30 AM`; `epoch-ms` and `epoch-s`: milliseconds and seconds since 1970. A `Date` is
   * read by any of them, a number by the last two only.
   */
  readonly as?: 'iso' | 'dmy' | 'mdy' | 'epoch-ms' | 'epoch-s';
  /** The offset from UTC of times that name none, such as `+01:00`. */
  readonly offset?: string;
  /** The same where clocks change twice a year; instead of `offset`. */
  readonly zone?: ClockZone;
}

/**
 * A zone by its rule, and not by its name, so that the result does not depend on the time-zone data of a machine.
 *
 * `eu`: an hour ahead from the last Sunday of March to the last of October, 01:00 UTC, since 1996. `us`: from the second
 * Sunday of March to the first of November, 02:00 on the clock, since 2007. Times before those years are not read, nor those
 * that the clock skips or shows twice.
 */
export interface ClockZone {
  /** The offset from UTC in winter, such as `+01:00`. */
  readonly offset: string;
  /** The rule of summer time. */
  readonly summer: 'eu' | 'us';
}

/** Tells times by a rule. */
export interface Clock {
  /** A cell as milliseconds since 1970 in UTC, `ambiguous`, or nothing where it is no time. */
  readonly timeOf: (cell: unknown) => number | 'ambiguous' | undefined;
  /** The moment at which a clock of the zone shows so many milliseconds since 1970; nothing without zone. */
  readonly atLocal: (local: number) => number | 'ambiguous';
  /** What a clock of the zone shows at a moment, in milliseconds since 1970. */
  readonly localAt: (time: number) => number;
}

const HOUR = 3_600_000;
const LATEST = 8_640_000_000_000_000;

/** Makes a clock. */
export function clockOf({ as = 'iso', offset, zone }: ClockRule): Clock {
  const fixed = offset === undefined ? undefined : offsetOf(offset);
  const winter = zone === undefined ? undefined : offsetOf(zone.offset);
  const atLocal = (local: number): number | 'ambiguous' => {
    if (fixed !== undefined) return local - fixed;
    if (zone === undefined || winter === undefined) return 'ambiguous';
    const inWinter = isSummer(local - winter, winter, zone.summer) === false;
    const inSummer = isSummer(local - winter - HOUR, winter, zone.summer) === true;
    if (inWinter === inSummer) return 'ambiguous';
    return inWinter ? local - winter : local - winter - HOUR;
  };
  const fromText = (text: string): number | 'ambiguous' | undefined => {
    const day = dayOfText(text, as === 'dmy' || as === 'mdy' ? as : 'ymd');
    if (day === undefined || day === 'ambiguous') return undefined;
    const parts = TIME.exec(day.rest);
    if (parts === null) return undefined;
    const [, hourText, minute, second = '0', fraction = '0', half, own] = parts;
    const hour = hourOf(Number(hourText), half);
    if (hour === undefined) return undefined;
    const local =
      Date.UTC(day.year, day.month - 1, day.day, hour, Number(minute), Number(second)) +
      Math.round(Number(`0.${fraction}`) * 1000);
    const named = own === undefined ? undefined : offsetOf(own);
    return named === undefined ? atLocal(local) : local - named;
  };
  return {
    atLocal,
    localAt: (time) => {
      if (fixed !== undefined) return time + fixed;
      if (zone === undefined || winter === undefined) return time;
      return time + winter + (isSummer(time, winter, zone.summer) === true ? HOUR : 0);
    },
    timeOf: (cell) => {
      if (cell instanceof Date) {
        const time = cell.getTime();
        return Number.isNaN(time) ? undefined : time;
      }
      const text = cellText(cell);
      if (text === undefined) return undefined;
      if (as !== 'epoch-ms' && as !== 'epoch-s') {
        return typeof cell === 'string' ? fromText(text) : undefined;
      }
      const number = numberOfText(text);
      if (number === undefined) return undefined;
      const time = as === 'epoch-s' ? number * 1000 : number;
      return Math.abs(time) <= LATEST ? time : undefined;
    },
  };
}

/** Reads the rule of a clock out of a mapping. */
export function readClock(told: unknown, path: Path, reader: MappingReader): ClockRule {
  if (told === undefined) return {};
  const { as, offset, zone } = reader.fields(told, path, ['as', 'offset', 'zone']);
  const offsetAt = (value: unknown, at: Path): string | undefined => {
    if (typeof value === 'string' && offsetOf(value) !== undefined) return value;
    reader.oneOf(value, at, ['an offset such as +01:00']);
    return undefined;
  };
  const words = ['iso', 'dmy', 'mdy', 'epoch-ms', 'epoch-s'] as const;
  const chosen = as === undefined ? undefined : reader.oneOf(as, [...path, 'as'], words);
  const own = offset === undefined ? undefined : offsetAt(offset, [...path, 'offset']);
  if (zone === undefined) {
    return { ...(chosen && { as: chosen }), ...(own !== undefined && { offset: own }) };
  }
  const at = [...path, 'zone'];
  const fields = reader.fields(zone, at, ['offset', 'summer']);
  const winter = offsetAt(fields['offset'], [...at, 'offset']);
  const summer = reader.oneOf(fields['summer'], [...at, 'summer'], ['eu', 'us']);
  return {
    ...(chosen && { as: chosen }),
    ...(winter !== undefined && summer && { zone: { offset: winter, summer } }),
  };
}

const TIME =
  /^[T ] *(\d{1,2}):([0-5]\d)(?::([0-5]\d)(?:[.,](\d+))?)?(?: *([AaPp])\.?[Mm]\.?)? *(Z|z|[+-]\d{2}(?::?\d{2})?)?$/;

function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour < 24 ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

/** An offset from UTC in milliseconds; nothing where the text is none. */
function offsetOf(text: string): number | undefined {
  if (text === 'Z' || text === 'z') return 0;
  const parts = /^([+-])(\d{2}):?(\d{2})?$/.exec(text);
  if (parts === null) return undefined;
  const [, sign, hours, minutes = '0'] = parts;
  if (Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** Whether clocks are an hour ahead at a moment; nothing before the rule held. */
function isSummer(time: number, winter: number, rule: 'eu' | 'us'): boolean | undefined {
  const year = new Date(time + winter).getUTCFullYear();
  if (rule === 'eu') {
    if (year < 1996) return undefined;
    return time >= lastSunday(year, 3) + HOUR && time < lastSunday(year, 10) + HOUR;
  }
  if (year < 2007) return undefined;
  const local = time + winter;
  return (
    local >= firstSunday(year, 3) + 7 * 24 * HOUR + 2 * HOUR && local < firstSunday(year, 11) + HOUR
  );
}

function firstSunday(year: number, month: number): number {
  const first = Date.UTC(year, month - 1, 1);
  return first + ((7 - new Date(first).getUTCDay()) % 7) * 24 * HOUR;
}

/** The last Sunday of a month of 31 days. */
function lastSunday(year: number, month: number): number {
  const last = Date.UTC(year, month - 1, 31);
  return last - new Date(last).getUTCDay() * 24 * HOUR;
}
