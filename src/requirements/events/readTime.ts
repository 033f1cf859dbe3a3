/**
 * A time as milliseconds since 1970 in UTC, or `undefined` where it is none.
 *
 * Numbers are such milliseconds. A text is read when it is ISO 8601 with date, time of day and offset
 * (`2015-01-05T09:02:50Z`, `2015-01-05 09:02:50.25+01:00`); one without an offset means another moment
 * at every place and is not read, nor is a day that the month does not have.
 *
 * @see RFC 3339 (2002), section 5.6
 */
export function readTime(time: unknown): number | undefined {
  if (typeof time === 'number') return Math.abs(time) <= LATEST ? time : undefined;
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
