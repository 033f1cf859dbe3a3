import {
  type ClockChanges,
  type ClockZone,
  changesByRule,
  FIRST_YEAR,
  offsetOf,
  summerOf,
} from '../../service-plan/zoneOffsets.ts';
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

/** Tells times by a rule. */
export interface Clock {
  /** A cell as milliseconds since 1970 in UTC, `ambiguous`, or nothing where it is no time. */
  readonly timeOf: (cell: unknown) => number | 'ambiguous' | undefined;
  /** The changes of the clock between two moments; without zone it has none, and stands on UTC. */
  readonly changes: (from: number, to: number) => ClockChanges;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
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
    changes: (from, to) =>
      zone === undefined
        ? [{ since: -Infinity, offset: fixed ?? 0 }]
        : changesByRule(zone, Math.floor(from / DAY), Math.floor(to / DAY)),
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

/** Whether clocks are an hour ahead at a moment; nothing before the rule held. */
function isSummer(time: number, winter: number, rule: ClockZone['summer']): boolean | undefined {
  const year = new Date(time + winter).getUTCFullYear();
  if (year < FIRST_YEAR[rule]) return undefined;
  const [begin, end] = summerOf(year, winter, rule);
  return time >= begin && time < end;
}
