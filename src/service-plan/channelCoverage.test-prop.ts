import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill/implementation';
import { describe, expect, it } from 'vitest';
import { EXACT } from '../../test/support/tolerances.ts';
import type { OpeningHours, OpenTime, RequiredHours, ServicePlan } from '../model/index.ts';
import { channelCoverage } from './channelCoverage.ts';
import type { ZoneOffset } from './zoneOffsets.ts';

const MINUTE = 60_000;
const DAY = 1440;

/** Around a change of the clock in each zone; Lord Howe changes by half an hour. */
const WEEKS = [
  ['Europe/Athens', '2026-03-26'],
  ['Europe/Athens', '2026-10-22'],
  ['America/New_York', '2026-03-05'],
  ['America/New_York', '2026-10-29'],
  ['Australia/Lord_Howe', '2026-04-02'],
  ['Australia/Lord_Howe', '2026-10-01'],
  ['Asia/Kathmandu', '2026-06-11'],
] as const;

/** How many days a case has. */
const DAYS = 7;

/** What the clocks of a zone show, minute by minute, from three days before a day to three after the last. */
function clockOf(
  zone: string,
  from: string,
): { readonly start: number; readonly shown: readonly number[] } {
  const first = Temporal.PlainDate.from(from).subtract({ days: 3 });
  const start = first.toZonedDateTime('UTC').epochMilliseconds / MINUTE;
  const shown: number[] = [];
  for (let minute = start; minute < start + (DAYS + 6) * DAY; minute += 1) {
    // The offset changes at whole quarters of an hour only.
    const last = shown.at(-1);
    if (last !== undefined && minute % 15 !== 0) shown.push(last + 1);
    else {
      const at = Temporal.Instant.fromEpochMilliseconds(minute * MINUTE).toZonedDateTimeISO(zone);
      shown.push(minute + at.offsetNanoseconds / 6e10);
    }
  }
  return { start, shown };
}

/** The offsets of a zone in the years around, as Temporal knows them. */
function offsetsOf(zone: string): readonly ZoneOffset[] {
  const first = Temporal.ZonedDateTime.from(`2025-01-01T00:00[${zone}]`);
  const offsets: ZoneOffset[] = [{ offset: first.offset }];
  for (let at = first.getTimeZoneTransition('next'); at && at.year < 2028; ) {
    offsets.push({ offset: at.offset, since: at.toInstant().toString() });
    at = at.getTimeZoneTransition('next');
  }
  return offsets;
}

const CASES = WEEKS.map(([zone, from]) => ({
  zone,
  from,
  clock: clockOf(zone, from),
  offsets: offsetsOf(zone),
}));

const time = fc
  .integer({ min: 0, max: 95 })
  .map((quarter) => [Math.floor(quarter / 4), (quarter % 4) * 15])
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const openTime: fc.Arbitrary<OpenTime> = fc.record({
  from: time,
  to: fc.oneof({ weight: 5, arbitrary: time }, { weight: 1, arbitrary: fc.constant('24:00') }),
});

const hoursFrom = (from: string): fc.Arbitrary<OpeningHours> =>
  fc.record({
    weekly: fc.array(
      fc.tuple(fc.integer({ min: 1, max: 7 }), openTime).map(([day, open]) => ({ day, ...open })),
      { maxLength: 6 },
    ),
    exceptions: fc.uniqueArray(
      fc.record({
        date: fc
          .integer({ min: -1, max: DAYS })
          .map((days) => Temporal.PlainDate.from(from).add({ days }).toString()),
        open: fc.array(openTime, { maxLength: 2 }),
      }),
      { maxLength: 3, selector: ({ date }) => date },
    ),
  });

/** The first minute at which a clock shows a time or a later one; no clock here is more than two hours off its start. */
function firstShown(shown: readonly number[], local: number): number {
  const from = Math.max(0, local - (shown[0] ?? 0) - 120);
  const found = shown.slice(from, from + 300).findIndex((minute) => minute >= local);
  return found < 0 ? shown.findIndex((minute) => minute >= local) : from + found;
}

/** Whether hours hold, minute by minute: from when the clock first shows the begin until it first shows the end. */
function minutesOf(
  hours: OpeningHours,
  from: string,
  { shown }: (typeof CASES)[number]['clock'],
): Uint8Array {
  const open = new Uint8Array(shown.length);
  const first = Temporal.PlainDate.from(from).subtract({ days: 1 });
  const reached = (local: number): number => firstShown(shown, local);
  for (let days = 0; days <= DAYS; days += 1) {
    const date = first.add({ days });
    const midnight = date.toZonedDateTime('UTC').epochMilliseconds / MINUTE;
    const special = hours.exceptions?.find((one) => one.date === date.toString());
    const times = special?.open ?? hours.weekly.filter(({ day }) => day === date.dayOfWeek);
    for (const { from: opens, to: closes } of times) {
      const [begin = 0, end = 0] = [opens, closes].map(
        (text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)),
      );
      open.fill(1, reached(midnight + begin), reached(midnight + end + (end <= begin ? DAY : 0)));
    }
  }
  return open;
}

/** The share by counting minutes. */
function countedShare(
  one: (typeof CASES)[number],
  channels: readonly OpeningHours[],
  required: readonly RequiredHours[],
): number {
  const { clock, from } = one;
  const midnight = Temporal.PlainDate.from(from).toZonedDateTime('UTC').epochMilliseconds / MINUTE;
  const begin = firstShown(clock.shown, midnight);
  const end = firstShown(clock.shown, midnight + DAYS * DAY);
  const open = channels.map((hours) => minutesOf(hours, from, clock));
  const asked = required.map(({ weight = 1, ...hours }) => ({
    weight,
    minutes: minutesOf(hours, from, clock),
  }));
  let all = 0;
  let covered = 0;
  for (let minute = begin; minute < end; minute += 1) {
    let weight = 0;
    for (const each of asked) {
      if (each.minutes[minute] === 1) weight = Math.max(weight, each.weight);
    }
    all += weight;
    if (open.some((each) => each[minute] === 1)) covered += weight;
  }
  return covered / all;
}

const planOf = (channels: readonly OpeningHours[]): ServicePlan => ({
  id: 'p',
  name: 'P',
  channels: channels.map((open, place) => ({
    id: String(place),
    name: 'C',
    kind: 'web',
    answer: 'live',
    open,
  })),
  review: { everyMonths: 1 },
});

const world = fc.constantFrom(...CASES).chain((one) =>
  fc.record({
    one: fc.constant(one),
    channels: fc.array(hoursFrom(one.from), { minLength: 1, maxLength: 3 }),
    required: fc.array(
      fc
        .tuple(hoursFrom(one.from), fc.constantFrom(1, 2, 5))
        .map(([hours, weight]) => ({ ...hours, weight })),
      { minLength: 1, maxLength: 3 },
    ),
  }),
);

const periodOf = ({ zone, from, offsets }: (typeof CASES)[number]) => ({
  from,
  to: Temporal.PlainDate.from(from)
    .add({ days: DAYS - 1 })
    .toString(),
  offsets: { [zone]: offsets },
});

describe('channelCoverage', () => {
  it('is what counting the minutes gives, over exceptions, midnight and clock changes', () => {
    let told = 0;
    fc.assert(
      fc.property(world, ({ one, channels, required }) => {
        const inZone = <T>(hours: T) => ({ ...hours, zone: one.zone });
        const found = channelCoverage(
          planOf(channels.map(inZone)),
          required.map(inZone),
          periodOf(one),
        );
        const counted = countedShare(one, channels, required);
        if (found.kind === 'not-estimable') {
          expect(counted).toBeNaN();
          return;
        }
        told += 1;
        expect(Math.abs(found.any.share - counted)).toBeLessThan(EXACT);
        const left = found.any.uncovered.reduce((sum, { minutes }) => sum + minutes, 0);
        expect(left + found.any.minutes).toBe(found.requiredMinutes);
      }),
      { numRuns: 120 },
    );
    expect(told).toBeGreaterThan(100);
  });

  it('knows the clock changes of a rule as Temporal does', () => {
    const rules = {
      'Europe/Athens': { offset: '+02:00', summer: 'eu' },
      'America/New_York': { offset: '-05:00', summer: 'us' },
    } as const;
    const named = WEEKS.map(([zone]) => zone).filter(
      (zone): zone is keyof typeof rules => zone in rules,
    );
    fc.assert(
      fc.property(fc.constantFrom(...named), fc.integer({ min: 0, max: 700 }), (zone, days) => {
        const from = Temporal.PlainDate.from('2026-01-05').add({ days });
        const period = { from: from.toString(), to: from.add({ days: 2 }).toString() };
        const hours = {
          weekly: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: '00:00', to: '24:00' })),
          zone,
        };
        const minutesBy = (offsets: (typeof rules)[typeof zone] | readonly ZoneOffset[]) => {
          const found = channelCoverage(planOf([hours]), [hours], {
            ...period,
            offsets: { [zone]: offsets },
          });
          return found.kind === 'channel-coverage' ? found.requiredMinutes : 0;
        };
        const start = from.toZonedDateTime(zone).epochMilliseconds;
        const end = from.add({ days: 3 }).toZonedDateTime(zone).epochMilliseconds;
        expect(minutesBy(rules[zone])).toBe((end - start) / MINUTE);
        expect(minutesBy(offsetsOf(zone))).toBe((end - start) / MINUTE);
      }),
      { numRuns: 60 },
    );
  });

  it('rises with every channel, is never below that of any one of them, and 1 where all is open', () => {
    fc.assert(
      fc.property(world, ({ one, channels, required }) => {
        const inZone = <T>(hours: T) => ({ ...hours, zone: one.zone });
        const shareOf = (open: readonly OpeningHours[]) => {
          const found = channelCoverage(
            planOf(open.map(inZone)),
            required.map(inZone),
            periodOf(one),
          );
          return found.kind === 'channel-coverage' ? found : undefined;
        };
        const all = shareOf(channels);
        fc.pre(all !== undefined);
        for (const { share } of all.channels) expect(share).toBeLessThanOrEqual(all.any.share);
        const more = shareOf([...channels, required[0] ?? { weekly: [] }]);
        expect(more?.any.share).toBeGreaterThanOrEqual(all.any.share);
        expect(shareOf(required)?.any).toEqual({
          share: 1,
          minutes: all.requiredMinutes,
          uncovered: [],
        });
      }),
      { numRuns: 60 },
    );
  });
});
