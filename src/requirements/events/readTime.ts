/**
 * A time as milliseconds since 1970 in UTC, or `undefined` where it is none.
 *
 * Numbers are such milliseconds, or the seconds that `unit` names; a `Date` is its moment. A text is read
 * when it is ISO 8601 with date, time of day and offset (`2015-01-05T09:02:50Z`,
 * `2015-01-05 09:02:50.25+01:00`); one without an offset means another moment at every place and is not
 * read, nor is a day that the month does not have.
 *
 * @see RFC 3339 (2002), section 5.6
 */
export function readTime(time: unknown, unit: TimeUnit | undefined): number | undefined {
  if (time instanceof Date) return inRange(time.getTime());
  if (typeof time === 'number') return inRange(unit === 'seconds' ? time * 1000 : time);
  if (typeof time !== 'string') return undefined;
  const parts = ISO.exec(time.trim());
  if (parts === null) return undefined;
  const [, year, month, day, hour, minute, second = '0', fraction = '0', offset = 'Z'] = parts;
  const midnight = `${String(year)}-${String(month)}-${String(day)}`;
  const start = Date.parse(`${midnight}T00:00:00Z`);
  // Some engines read the 30th of February as the 2nd of March.
  if (Number.isNaN(start) || new Date(start).toISOString().slice(0, 10) !== midnight)
    return undefined;
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  return start + seconds * 1000 + Number(`0.${fraction}`) * 1000 - offsetOf(offset);
}

/** What a number that is a time counts since 1970. */
export type TimeUnit = 'milliseconds' | 'seconds';

/**
 * Whether it cannot be told what a number counts: as milliseconds it lies in January 1970, from which no
 * log is, and as seconds it may be of any year up to 2054.
 */
export function isUnclear(time: unknown, unit: TimeUnit | undefined): boolean {
  return unit === undefined && typeof time === 'number' && time >= 0 && time < JANUARY_1970;
}

/** The milliseconds of 31 days. */
const JANUARY_1970 = 2_678_400_000;

function inRange(time: number): number | undefined {
  return Math.abs(time) <= LATEST ? time : undefined;
}

/** The last moment that a `Date` can hold, in milliseconds since 1970. */
const LATEST = 8_640_000_000_000_000;

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})[Tt ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:[.,](\d+))?)?(Z|z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)$/;

/** An offset from UTC in milliseconds. */
function offsetOf(offset: string): number {
  const digits = offset.slice(1).replace(':', '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return (offset.startsWith('-') ? -1 : 1) * minutes * 60_000;
}
