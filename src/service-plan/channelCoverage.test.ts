import { describe, expect, it } from 'vitest';
import { referenceCase } from '../../test/support/reference.ts';
import { EXACT } from '../../test/support/tolerances.ts';
import type { AnswerKind, OpeningHours, RequiredHours, ServicePlan } from '../model/index.ts';
import { channelCoverage } from './channelCoverage.ts';
import type { ChannelCoverage, CoverageOptions } from './coverageTypes.ts';

type Week = OpeningHours['weekly'];

const at = (from: string, to: string, ...days: number[]): Week =>
  days.map((day) => ({ day, from, to }));

/** A plan with these channels. */
function planOf(
  channels: { readonly [id: string]: OpeningHours },
  answers: { readonly [id: string]: AnswerKind } = {},
): ServicePlan {
  return {
    id: 'p',
    name: 'P',
    channels: Object.entries(channels).map(([id, open]) => ({
      id,
      name: id,
      kind: id,
      answer: answers[id] ?? 'live',
      open,
    })),
    review: { everyMonths: 12 },
  };
}

function covered(
  plan: ServicePlan,
  required: readonly RequiredHours[],
  options: CoverageOptions,
): ChannelCoverage {
  const found = channelCoverage(plan, required, options);
  if (found.kind !== 'channel-coverage') throw new Error(found.reason);
  return found;
}

const PHONE = planOf({
  phone: { weekly: [...at('09:00', '17:00', 1, 2, 4, 5), ...at('09:00', '13:00', 3)] },
});
const OFFICE = { weekly: at('08:00', '18:00', 1, 2, 3, 4, 5) };
/** A week from Monday. */
const WEEK = { from: '2026-03-02', to: '2026-03-08' };
const ALL_DAY = { weekly: at('00:00', '24:00', 1, 2, 3, 4, 5, 6, 7) };

describe('channelCoverage', () => {
  it('a telephone of 36 hours covers 0.72 of the 50 that customers ask for', () => {
    const { any, requiredMinutes, channels } = covered(PHONE, [OFFICE], WEEK);
    expect([any.share, any.minutes, requiredMinutes]).toEqual([0.72, 36 * 60, 50 * 60]);
    expect(channels).toEqual([{ channel: 'phone', ...any, answer: 'live' }]);
  });

  it('counts the first and the last hour of a day double: 36 of 60', () => {
    const rush = {
      weekly: [...at('08:00', '09:00', 1, 2, 3, 4, 5), ...at('17:00', '18:00', 1, 2, 3, 4, 5)],
      weight: 2,
    };
    const { any } = covered(PHONE, [OFFICE, rush], WEEK);
    expect(any.share).toBeCloseTo(0.6, 12);
    expect(any.uncovered[0]).toEqual({
      ...{ weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '09:00', weight: 2 },
      ...{ minutes: 300, days: 5, firstDay: '2026-03-02' },
    });
    expect(any.uncovered.slice(1)).toMatchObject([
      { weekdays: [1, 2, 3, 4, 5], from: '17:00', to: '18:00', weight: 2, minutes: 300 },
      { weekdays: [3], from: '13:00', to: '17:00', weight: 1, minutes: 240 },
    ]);
  });

  it('over four weeks with one Monday closed by exception it covers 136 of 200 hours', () => {
    const [phone] = PHONE.channels;
    const closed = {
      weekly: phone?.open.weekly ?? [],
      exceptions: [{ date: '2026-03-09', open: [] }],
    };
    const { any } = covered(planOf({ phone: closed }), [OFFICE], {
      from: '2026-03-02',
      to: '2026-03-29',
    });
    expect(any.share).toBe(0.68);
    expect(any.uncovered.find(({ to }) => to === '09:00')).toMatchObject({
      from: '08:00',
      days: 19,
      minutes: 19 * 60,
    });
  });

  it('by telephone in business hours and by e-mail else: live 40 of 168 hours, by some channel all', () => {
    const plan = planOf(
      { phone: { weekly: at('09:00', '17:00', 1, 2, 3, 4, 5) }, mail: ALL_DAY },
      { mail: 'deferred' },
    );
    const { any, answers } = covered(plan, [ALL_DAY], WEEK);
    expect(answers.map(({ answer, share }) => [answer, share])).toEqual([
      ['live', expect.closeTo(0.238095, 6)],
      ['deferred', 1],
      ['self-service', 0],
    ]);
    expect(any).toEqual({ share: 1, minutes: 168 * 60, uncovered: [] });
  });

  it('channels with hours asked for of their own, the chat at half the weight: 0.875, ex-098 of published.json', () => {
    const { input, expected } = referenceCase('published', 'plan.availability coverage ex-098') as {
      input: Record<
        'required' | 'open',
        readonly { ch: string; from: number; to: number; w: number }[]
      >;
      expected: number;
    };
    const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
    const daily = ({ from, to }: { from: number; to: number }) => ({
      weekly: at(clock(from), clock(to), 1),
    });
    const totals = input.required.map((required) => {
      const open = input.open.find(({ ch }) => ch === required.ch);
      const plan = planOf(open ? { [open.ch]: daily(open) } : {});
      const { any } = covered(plan, [daily(required)], { from: WEEK.from, to: WEEK.from });
      const weighted = required.w * (required.to - required.from);
      return [weighted * any.share, weighted];
    });
    const sum = (at: number): number => totals.reduce((total, each) => total + (each[at] ?? 0), 0);
    expect(sum(0) / sum(1)).toBeCloseTo(expected, 12);
  });

  it('Friday from 22:00 to 02:00 is two hours of Friday and two of Saturday', () => {
    const night = { weekly: at('22:00', '02:00', 5) };
    const { any } = covered(planOf({ phone: { weekly: [] } }), [night], WEEK);
    expect(
      any.uncovered.map(({ weekdays, from, to, minutes }) => [weekdays, from, to, minutes]),
    ).toEqual([
      [[6], '00:00', '02:00', 120],
      [[5], '22:00', '24:00', 120],
    ]);
    const saturday = { from: '2026-03-07', to: '2026-03-07' };
    expect(covered(planOf({ phone: night }), [ALL_DAY], saturday).any.minutes).toBe(120);
  });

  it('hours past midnight go on into a holiday, and a holiday does not end the evening before', () => {
    const night = {
      weekly: at('22:00', '02:00', 1, 2, 3, 4, 5, 6, 7),
      exceptions: [{ date: '2026-03-05', open: [] }],
    };
    const day = (date: string): number =>
      covered(planOf({ phone: night }), [ALL_DAY], { from: date, to: date }).any.minutes;
    expect(['2026-03-04', '2026-03-05', '2026-03-06'].map(day)).toEqual([240, 120, 120]);
  });

  it('an exception with hours stands instead of the week, on a day that is closed too', () => {
    const open = {
      weekly: [],
      exceptions: [{ date: '2026-03-08', open: [{ from: '10:00', to: '12:00' }] }],
    };
    expect(covered(planOf({ desk: open }), [ALL_DAY], WEEK).any.minutes).toBe(120);
  });

  it('counts hours that overlap once, of a channel, of two channels, and of what is asked for', () => {
    const twice = { weekly: [...at('09:00', '13:00', 1), ...at('12:00', '17:00', 1)] };
    const plan = planOf({ a: twice, b: { weekly: at('08:00', '10:00', 1) } });
    const { any, requiredMinutes } = covered(
      plan,
      [OFFICE, OFFICE, { weekly: at('07:00', '09:00', 1) }],
      WEEK,
    );
    expect([any.minutes, requiredMinutes]).toEqual([540, 51 * 60]);
  });

  it('a day has 23 hours when clocks go ahead and 25 when they go back', () => {
    const athens = { ...ALL_DAY, zone: 'Europe/Athens' };
    const offsets = { 'Europe/Athens': { offset: '+02:00', summer: 'eu' } } as const;
    const minutes = (date: string, given: CoverageOptions['offsets']): number =>
      covered(planOf({ web: athens }), [athens], {
        from: date,
        to: date,
        ...(given && { offsets: given }),
      }).requiredMinutes;
    const days = ['2026-03-29', '2026-03-30', '2026-10-25'];
    expect(days.map((date) => minutes(date, offsets))).toEqual([1380, 1440, 1500]);
    expect(days.map((date) => minutes(date, undefined))).toEqual([1440, 1440, 1440]);
    const list = [
      { offset: '+02:00' },
      { offset: '+03:00', since: '2026-03-29T01:00Z' },
      { offset: '+02:00', since: '2026-10-25T01:00Z' },
    ];
    expect(days.map((date) => minutes(date, { 'Europe/Athens': list }))).toEqual([
      1380, 1440, 1500,
    ]);
  });

  it('names uncovered hours by the clock on the day on which it goes back too', () => {
    const athens = { weekly: at('02:00', '06:00', 7), zone: 'Europe/Athens' };
    const offsets = { 'Europe/Athens': { offset: '+02:00', summer: 'eu' } } as const;
    const { any } = covered(planOf({ web: { weekly: [], zone: 'Europe/Athens' } }), [athens], {
      ...{ from: '2026-10-25', to: '2026-10-25', offsets },
    });
    expect(any.uncovered.map(({ from, to, minutes }) => [from, to, minutes])).toEqual([
      ['03:00', '06:00', 180],
      ['02:00', '04:00', 120],
    ]);
  });

  it('a desk in New York covers the evening of customers in Athens', () => {
    const plan = planOf({ phone: { weekly: at('09:00', '17:00', 1), zone: 'America/New_York' } });
    const asked = [{ weekly: at('16:00', '24:00', 1), zone: 'Europe/Athens' }];
    const offsets = {
      'Europe/Athens': { offset: '+02:00', summer: 'eu' },
      'America/New_York': { offset: '-05:00', summer: 'us' },
    } as const;
    const share = (date: string): number =>
      covered(plan, asked, { from: date, to: date, offsets }).any.share;
    // The American clocks went ahead on 8 March, the European ones do on 29 March.
    expect(['2026-03-02', '2026-03-09', '2026-03-30'].map(share)).toEqual([1, 0.875, 1]);
    const early = [{ weekly: at('15:00', '16:00', 1), zone: 'Europe/Athens' }];
    const early15 = (date: string): number =>
      covered(plan, early, { from: date, to: date, offsets }).any.share;
    expect(['2026-03-02', '2026-03-09', '2026-03-30'].map(early15)).toEqual([0, 1, 0]);
  });

  it('hours without a zone stand on the one clock that others name, and an offset is its own zone', () => {
    const plan = planOf({ phone: { weekly: at('09:00', '17:00', 1), zone: '+02:00' } });
    expect(covered(plan, [OFFICE], WEEK).any.share).toBe(0.16);
    const other = [{ weekly: at('07:00', '15:00', 1), zone: '+00:00' }];
    expect(covered(plan, other, WEEK).any.share).toBe(1);
  });

  it.each([
    ['no hours', []],
    ['hours that weigh nothing', [{ ...OFFICE, weight: 0 }]],
    [
      'hours on no day of the period',
      [
        {
          weekly: [],
          exceptions: [{ date: '2027-01-01', open: [{ from: '09:00', to: '10:00' }] }],
        },
      ],
    ],
  ])('cannot be told where customers ask for %s', (_, required) => {
    expect(channelCoverage(PHONE, required, WEEK)).toEqual({
      kind: 'not-estimable',
      reason: 'nothing-required',
      n: 0,
    });
  });

  it('takes weights as great as numbers go', () => {
    const { any } = covered(
      PHONE,
      [
        { ...OFFICE, weight: 1e308 },
        { ...ALL_DAY, weight: 1e307 },
      ],
      WEEK,
    );
    expect(any.share).toBeGreaterThan(0.5);
    expect(any.share).toBeLessThan(0.72 + EXACT);
  });

  it.each([
    [
      'a day that does not exist',
      { ...WEEK, to: '2026-02-30' },
      'to is "2026-02-30"; expected a day',
    ],
    ['a day as a Date', { ...WEEK, from: new Date(0) as never }, 'from is an object'],
    [
      'an end before the begin',
      { from: '2026-03-08', to: '2026-03-02' },
      'expected a day that is not before 2026-03-08',
    ],
    [
      'eleven years',
      { from: '2026-01-01', to: '2036-12-31' },
      'expected a day at most 3660 days after',
    ],
    ['offsets of no zone', { ...WEEK, offsets: 5 as never }, 'offsets is 5; expected an object'],
    ['an unknown option', { ...WEEK, until: 'x' } as never, 'a key of options is "until"'],
  ])('refuses %s', (_, options, message) => {
    expect(() => channelCoverage(PHONE, [OFFICE], options)).toThrow(message);
  });

  it.each([
    [
      'an end that is no time',
      { weekly: [{ day: 1, from: '09:00', to: '25:00' }] },
      'weekly[0].to is "25:00"; expected a time from 00:00 to 24:00',
    ],
    [
      'a begin at 24:00',
      { weekly: [{ day: 1, from: '24:00', to: '10:00' }] },
      'weekly[0].from is "24:00"',
    ],
    [
      'an eighth day',
      { weekly: [{ day: 8, from: '09:00', to: '10:00' }] },
      'weekly[0].day is 8; expected a day from 1 (Monday) to 7',
    ],
    [
      'an exception on no day',
      { weekly: [], exceptions: [{ date: '2026-02-30', open: [] }] },
      'exceptions[0].date is "2026-02-30"',
    ],
    [
      'two exceptions on a day',
      {
        weekly: [],
        exceptions: [
          { date: '2026-02-28', open: [] },
          { date: '2026-02-28', open: [] },
        ],
      },
      'expected a date that no other exception has',
    ],
    [
      'a zone that is no name',
      { weekly: [], zone: 'Athens time' },
      'zone is "Athens time"; expected the name of a time zone',
    ],
    ['a weight below 0', { ...OFFICE, weight: -1 }, 'required[0].weight is -1'],
  ])('refuses %s', (_, hours, message) => {
    expect(() => channelCoverage(PHONE, [hours], WEEK)).toThrow(message);
  });

  it('refuses zones whose offsets nobody gave, with the one that was meant', () => {
    const athens = { ...OFFICE, zone: 'Europe/Athens' };
    const newYork = planOf({ phone: { weekly: [], zone: 'America/New_York' } });
    const rule = { offset: '+02:00', summer: 'eu' } as const;
    expect(() => channelCoverage(newYork, [athens], WEEK)).toThrow(
      'offsets of "Europe/Athens" is nothing; expected the offsets of every zone of the hours',
    );
    expect(() =>
      channelCoverage(PHONE, [athens], { ...WEEK, offsets: { 'Europe/Athen': rule } }),
    ).toThrow('did you mean "Europe/Athen"?');
    expect(() =>
      channelCoverage(newYork, [athens, OFFICE], {
        ...WEEK,
        offsets: { 'Europe/Athens': rule, 'America/New_York': rule },
      }),
    ).toThrow('zone of some hours is nothing; expected a zone in all of them');
  });

  it.each([
    ['no offset', [], 'expected a list of 1 to 1000 offsets'],
    ['an offset that is none', [{ offset: 'CET' }], 'expected an offset from UTC'],
    [
      'a change at no moment',
      [{ offset: '+02:00' }, { offset: '+03:00', since: '2026-03-29' }],
      'expected a moment after the one before it',
    ],
    [
      'changes out of order',
      [
        { offset: '+02:00' },
        { offset: '+03:00', since: '2026-03-29T01:00Z' },
        { offset: '+02:00', since: '2026-03-29T01:00Z' },
      ],
      'offsets of "Europe/Athens"[2].since',
    ],
    [
      'a rule that there is not',
      { offset: '+02:00', summer: 'au' as never },
      'expected "eu" or "us"',
    ],
  ])('refuses offsets with %s', (_, given, message) => {
    const athens = { ...OFFICE, zone: 'Europe/Athens' };
    expect(() =>
      channelCoverage(PHONE, [athens], { ...WEEK, offsets: { 'Europe/Athens': given } }),
    ).toThrow(message);
  });

  it('refuses a rule of summer time before the years in which it holds', () => {
    const athens = { ...OFFICE, zone: 'Europe/Athens' };
    const offsets = { 'Europe/Athens': { offset: '+02:00', summer: 'eu' } } as const;
    expect(() =>
      channelCoverage(PHONE, [athens], { from: '1990-01-01', to: '1990-01-07', offsets }),
    ).toThrow('the rule holds from 1996 on');
  });
});
