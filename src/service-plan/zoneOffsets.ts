import { readTime } from '../requirements/events/readTime.ts';
import { dayNumber, weekdayOf, yearOf } from '../shared/calendar.ts';
import { closestName } from '../shared/closestName.ts';
import { quote } from '../shared/quote.ts';
import { checkObject, checkOneOf, isList, refuse } from '../shared/refuse.ts';
import { checkShape } from '../shared/shape.ts';

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

/** From when on the clocks of a zone have an offset from UTC. */
export interface ZoneOffset {
  /** The offset, such as `+02:00`. */
  readonly offset: string;
  /** The moment from which on, such as `2026-03-29T01:00Z`; absent for the first of a list, which holds before too. */
  readonly since?: string;
}

/** The offsets of zones by name: by a rule, or one after another. */
export interface ZoneOffsets {
  /** The rule of a zone, or its offsets, the earliest first. */
  readonly [zone: string]: ClockZone | readonly ZoneOffset[];
}

/** A clock by its changes: from each moment on its offset, in milliseconds, the first since ever. */
export type ClockChanges = readonly { readonly since: number; readonly offset: number }[];

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What a clock shows at a moment; both in milliseconds since 1970, of which the clock counts its own. */
export function localAt(clock: ClockChanges, time: number): number {
  let offset = 0;
  for (const change of clock) {
    if (change.since > time) break;
    offset = change.offset;
  }
  return time + offset;
}

/**
 * The first moment at which a clock shows a time or a later one: of a time that comes twice the first, of
 * one that is skipped the change itself.
 */
export function firstAt(clock: ClockChanges, local: number): number {
  for (const [place, { since, offset }] of clock.entries()) {
    const until = clock[place + 1]?.since ?? Infinity;
    if (local < until + offset) return Math.max(since, local - offset);
  }
  return local;
}

/** When the summer time of a year begins and ends by a rule, in milliseconds since 1970. */
export function summerOf(
  year: number,
  winter: number,
  rule: 'eu' | 'us',
): readonly [number, number] {
  return rule === 'eu'
    ? [lastSunday(year, 3) + HOUR, lastSunday(year, 10) + HOUR]
    : [firstSunday(year, 3) + 7 * DAY + 2 * HOUR - winter, firstSunday(year, 11) + HOUR - winter];
}

/** The first year of a rule. */
export const FIRST_YEAR: { readonly [Rule in ClockZone['summer']]: number } = {
  eu: 1996,
  us: 2007,
};

/** The changes of a zone by its rule, from one day to another and a year beyond. */
export function changesByRule(
  { offset, summer }: ClockZone,
  firstDay: number,
  lastDay: number,
): ClockChanges {
  const winter = offsetOf(offset) ?? 0;
  const changes = [{ since: -Infinity, offset: winter }];
  for (let year = yearOf(firstDay) - 1; year <= yearOf(lastDay) + 1; year += 1) {
    if (year < FIRST_YEAR[summer]) continue;
    const [begin, end] = summerOf(year, winter, summer);
    changes.push({ since: begin, offset: winter + HOUR }, { since: end, offset: winter });
  }
  return changes;
}

/** An offset from UTC in milliseconds; nothing where the text is none. */
export function offsetOf(text: string): number | undefined {
  if (text === 'Z' || text === 'z') return 0;
  const parts = /^([+-])(\d{2}):?(\d{2})?$/.exec(text);
  if (parts === null) return undefined;
  const [, sign, hours, minutes = '0'] = parts;
  if (Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/**
 * The clocks of zones, by their names. Where all hours stand on one clock and no offsets are given, every day has 24
 * hours.
 *
 * @param zones - the zones that hours name, nothing for hours that name none
 * @param offsets - as the caller gives them
 * @param firstDay - the first day that matters, as a number
 * @param lastDay - the last
 */
export function clocksOf(
  zones: readonly (string | undefined)[],
  offsets: ZoneOffsets | undefined,
  firstDay: number,
  lastDay: number,
): ReadonlyMap<string | undefined, ClockChanges> {
  if (offsets !== undefined) checkObject('offsets', offsets);
  const named = [...new Set(zones.filter((zone) => zone !== undefined))];
  const [only] = named;
  if (offsets === undefined && named.length <= 1) {
    const still = [{ since: -Infinity, offset: 0 }];
    return new Map([undefined, only].map((zone) => [zone, still]));
  }
  const given = Object.keys(offsets ?? {});
  const clocks = new Map<string | undefined, ClockChanges>();
  for (const zone of named) {
    const own = offsets && Object.hasOwn(offsets, zone) ? offsets[zone] : undefined;
    const fixed = offsetOf(zone);
    if (own !== undefined) clocks.set(zone, readOffsets(own, zone, firstDay, lastDay));
    else if (fixed !== undefined) clocks.set(zone, [{ since: -Infinity, offset: fixed }]);
    else {
      const near = closestName(zone, given);
      const hint = near === undefined ? '' : `; did you mean ${quote(near)}?`;
      refuse(
        `offsets of ${quote(zone)}`,
        undefined,
        `the offsets of every zone of the hours${hint}`,
      );
    }
  }
  if (!zones.includes(undefined)) return clocks;
  const home = only ?? (given.length === 1 ? given[0] : undefined);
  if (named.length > 1 || home === undefined) {
    refuse('zone of some hours', undefined, 'a zone in all of them, since there are several');
  }
  const own = offsets && Object.hasOwn(offsets, home) ? offsets[home] : undefined;
  const clock = clocks.get(home) ?? (own && readOffsets(own, home, firstDay, lastDay));
  if (clock !== undefined) clocks.set(undefined, clock);
  return clocks;
}

/** How many changes of one zone are read. */
const MOST_CHANGES = 1000;

function readOffsets(
  told: ClockZone | readonly ZoneOffset[],
  zone: string,
  firstDay: number,
  lastDay: number,
): ClockChanges {
  const called = `offsets of ${quote(zone)}`;
  if (!isList(told)) {
    checkShape(called, told, { offset: 'text', summer: 'text' });
    const rule = told;
    checkOffset(`${called}.offset`, rule.offset);
    checkOneOf(`${called}.summer`, rule.summer, ['eu', 'us']);
    const first = FIRST_YEAR[rule.summer];
    if (yearOf(firstDay) < first) {
      refuse(called, rule, `a list of offsets, since the rule holds from ${first} on`);
    }
    return changesByRule(rule, firstDay, lastDay);
  }
  checkShape(called, told, [{ offset: 'text', 'since?': 'text' }]);
  const list = told;
  if (list.length === 0 || list.length > MOST_CHANGES) {
    refuse(called, list, `a list of 1 to ${MOST_CHANGES} offsets`);
  }
  let before = -Infinity;
  return list.map(({ offset, since }, place) => {
    const time = place === 0 ? -Infinity : readTime(since, undefined);
    if (time === undefined || (place > 0 && time <= before)) {
      const expected = 'a moment after the one before it, such as 2026-03-29T01:00Z';
      refuse(`${called}[${place}].since`, since, expected);
    }
    before = time;
    return { since: time, offset: checkOffset(`${called}[${place}].offset`, offset) };
  });
}

function checkOffset(name: string, text: string): number {
  return offsetOf(text) ?? refuse(name, text, 'an offset from UTC, such as +02:00');
}

function firstSunday(year: number, month: number): number {
  const first = monthStart(year, month);
  return (first + ((7 - weekdayOf(first)) % 7)) * DAY;
}

/** The last Sunday of a month of 31 days. */
function lastSunday(year: number, month: number): number {
  const last = monthStart(year, month) + 30;
  return (last - (weekdayOf(last) % 7)) * DAY;
}

function monthStart(year: number, month: number): number {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
  return dayNumber(text) ?? 0;
}
