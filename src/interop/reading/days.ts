import { daysInMonth } from '../../shared/calendar.ts';
import { cellText } from './cellText.ts';

/** Which part of a date written in digits comes first. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** A day of the calendar. */
export interface Day {
  /** The year, four digits. */
  readonly year: number;
  /** The month, from 1. */
  readonly month: number;
  /** The day of the month, from 1. */
  readonly day: number;
  /** What stands behind the day. */
  readonly rest: string;
}

/**
 * The day a text begins with: `2024-03-04`, `2024/3/4`, or with the order `dmy` `4.3.2024`, with `mdy` `3/4/2024`.
 * Without an order a date that can be read both ways is `ambiguous`. Years have four digits, months no names.
 */
export function dayOfText(text: string, order?: DateOrder): Day | 'ambiguous' | undefined {
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/.exec(text);
  if (iso !== null) return day(iso[1], iso[3], iso[4], text.slice(iso[0].length));
  const parts = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/.exec(text);
  if (parts === null) return undefined;
  const [all, first, , second, year] = parts;
  const rest = text.slice(all.length);
  const asDmy = day(year, second, first, rest);
  const asMdy = day(year, first, second, rest);
  if (order === 'dmy') return asDmy;
  if (order === 'mdy') return asMdy;
  if (order === 'ymd') return undefined;
  if (asDmy !== undefined && asMdy !== undefined && first !== second) return 'ambiguous';
  return asDmy ?? asMdy;
}

/** What a date is grouped by. */
export type DatePart = 'day' | 'month' | 'quarter' | 'year';

/**
 * A cell as `2024-03-04`, `2024-03`, `2024-Q1` or `2024`. A `Date` is taken in UTC; of a text with a time of day
 * only the date is looked at, as it is written. The text `ambiguous` where it means two days.
 */
export function datePartOf(cell: unknown, part: DatePart, order?: DateOrder): string | undefined {
  const text =
    cell instanceof Date
      ? Number.isNaN(cell.getTime())
        ? undefined
        : cell.toISOString()
      : cellText(cell);
  if (text === undefined) return undefined;
  if (part === 'year' && /^\d{4}$/.test(text)) return text;
  const isMonth = part !== 'day' && /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
  const found = dayOfText(isMonth ? `${text}-01` : text, order);
  if (found === undefined || found === 'ambiguous') return found;
  if (!/^([T ]+\d{1,2}:.*)?$/.test(found.rest)) return undefined;
  const { year, month, day: dayOfMonth } = found;
  switch (part) {
    case 'day':
      return `${pad(year, 4)}-${pad(month)}-${pad(dayOfMonth)}`;
    case 'month':
      return `${pad(year, 4)}-${pad(month)}`;
    case 'quarter':
      return `${pad(year, 4)}-Q${Math.ceil(month / 3)}`;
    default:
      return pad(year, 4);
  }
}

function day(
  yearText: string | undefined,
  monthText: string | undefined,
  dayText: string | undefined,
  rest: string,
): Day | undefined {
  const [year, month, dayOfMonth] = [yearText, monthText, dayText].map(Number) as [
    number,
    number,
    number,
  ];
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) {
    return undefined;
  }
  return { year, month, day: dayOfMonth, rest };
}

function pad(value: number, digits = 2): string {
  return String(value).padStart(digits, '0');
}
