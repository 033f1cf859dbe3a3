import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { findMeaningless } from '../../../test/support/findMeaningless.ts';
import { defineCycle } from '../../model/defineCycle.ts';
import { tallyVisits } from '../../moments/visits/tallyVisits.ts';
import { assessStandard } from '../../requirements/assessStandard.ts';
import { measurementsFromEvents } from '../../requirements/events/measurementsFromEvents.ts';
import { localAt } from '../../service-plan/zoneOffsets.ts';
import { rowsFromOcel, rowsFromXes } from '../events/rowsFromXes.ts';
import { type ClockRule, clockOf } from '../reading/clock.ts';
import { caseDurations } from './caseDurations.ts';
import { readEvents } from './readEvents.ts';
import { readMeasurements } from './readMeasurements.ts';
import { readVisits } from './readVisits.ts';
import type { VisitMapping } from './visitMapping.ts';

const standard = {
  id: 'wait',
  measure: 'Wait',
  unit: 'seconds',
  operator: '<=',
  threshold: 60,
  requiredShare: 0.9,
} as const;
const cycle = defineCycle({
  id: 'c',
  name: 'C',
  moments: [
    { id: 'in', name: 'In', contact: 'staff' },
    { id: 'out', name: 'Out', contact: 'staff' },
  ],
  requirements: [
    {
      id: 'r',
      statement: 'S',
      moments: ['in'],
      source: { kind: 'expectation' },
      standards: [standard],
    },
  ],
});

const ATHENS: ClockRule = { zone: { offset: '+02:00', summer: 'eu' } };
const iso = (cell: unknown, rule: ClockRule = {}): unknown => {
  const time = clockOf(rule).timeOf(cell);
  return typeof time === 'number' ? new Date(time).toISOString() : time;
};

describe('times', () => {
  it.each<[unknown, ClockRule, string | undefined]>([
    ['2015-01-05T09:02:50Z', {}, '2015-01-05T09:02:50.000Z'],
    ['2011-10-11 13:42:22.688000+02:00', {}, '2011-10-11T11:42:22.688Z'],
    ['2011-10-11 13:42', { offset: '+02:00' }, '2011-10-11T11:42:00.000Z'],
    ['2011-10-11 13:42+00', { offset: '+02:00' }, '2011-10-11T13:42:00.000Z'],
    ['2011-10-11 13:42', {}, 'ambiguous'],
    ['04.03.2024 08:30', { as: 'dmy', offset: 'Z' }, '2024-03-04T08:30:00.000Z'],
    ['3/4/2024 12:30:05 am', { as: 'mdy', offset: 'Z' }, '2024-03-04T00:30:05.000Z'],
    ['3/4/2024 12:30 PM', { as: 'mdy', offset: 'Z' }, '2024-03-04T12:30:00.000Z'],
    ['2024-07-01 12:00', ATHENS, '2024-07-01T09:00:00.000Z'],
    ['2024-01-01 12:00', ATHENS, '2024-01-01T10:00:00.000Z'],
    ['2024-03-31 03:30', ATHENS, 'ambiguous'],
    ['2024-10-27 03:30', ATHENS, 'ambiguous'],
    ['2024-10-27 04:00', ATHENS, '2024-10-27T02:00:00.000Z'],
    ['1990-07-01 12:00', ATHENS, 'ambiguous'],
    ['2024-03-10 01:59', { zone: { offset: '-05:00', summer: 'us' } }, '2024-03-10T06:59:00.000Z'],
    ['2024-03-10 02:30', { zone: { offset: '-05:00', summer: 'us' } }, 'ambiguous'],
    ['2024-03-10 03:00', { zone: { offset: '-05:00', summer: 'us' } }, '2024-03-10T07:00:00.000Z'],
    ['2024-11-03 01:30', { zone: { offset: '-05:00', summer: 'us' } }, 'ambiguous'],
    ['2024-11-03 02:00', { zone: { offset: '-05:00', summer: 'us' } }, '2024-11-03T07:00:00.000Z'],
    [1_700_000_000, { as: 'epoch-s' }, '2023-11-14T22:13:20.000Z'],
    ['1700000000000', { as: 'epoch-ms' }, '2023-11-14T22:13:20.000Z'],
    [new Date(0), {}, '1970-01-01T00:00:00.000Z'],
    [1_700_000_000, {}, undefined],
    ['1700000000', {}, undefined],
    ['2024-02-30 10:00Z', {}, undefined],
    ['2024-02-03', { offset: 'Z' }, undefined],
    ['2024-02-03 25:00', { offset: 'Z' }, undefined],
    ['13:00 PM', { offset: 'Z' }, undefined],
    [new Date(Number.NaN), {}, undefined],
  ])('%s by %o is %s', (cell, rule, expected) => {
    expect(iso(cell, rule)).toBe(expected);
  });

  it('agree with the time-zone data of this machine, hour by hour over five years of Athens and New York', () => {
    const zones = [
      ['Europe/Athens', ATHENS],
      ['America/New_York', { zone: { offset: '-05:00', summer: 'us' } }],
    ] as const;
    for (const [name, rule] of zones) {
      const format = new Intl.DateTimeFormat('sv-SE', {
        timeZone: name,
        dateStyle: 'short',
        timeStyle: 'medium',
      });
      const clock = clockOf(rule);
      const end = Date.UTC(2024, 0, 1);
      const changes = clock.changes(Date.UTC(2019, 0, 1), end);
      for (let time = Date.UTC(2019, 0, 1); time < end; time += 7 * 3_600_000) {
        const local = format.format(time);
        expect(new Date(localAt(changes, time)).toISOString().slice(0, 19).replace('T', ' ')).toBe(
          local,
        );
        const read = clock.timeOf(local);
        if (read !== 'ambiguous') expect(read).toBe(time);
      }
    }
  });
});

describe('readEvents', () => {
  const COLUMNS = { case: 'c', activity: 'a', time: 't' } as const;

  it('reads what measurementsFromEvents takes, and leaves out what it cannot read', () => {
    const rows = [
      { c: 1, a: 'ticket', t: 1000, where: 'N' },
      { c: '1', a: 'called', t: 1060, where: 'N' },
      { c: 2, a: 'ticket', t: 'soon', where: 'N' },
      { c: '', a: 'ticket', t: 1000, where: 'N' },
    ];
    const mapping = { ...COLUMNS, clock: { as: 'epoch-s' }, keys: { place: 'where' } } as const;
    const read = readEvents(rows, mapping);
    if (!read.ok) throw new Error('refused');
    expect(read.report).toMatchObject({
      read: 4,
      kept: 2,
      dropped: { unread: 1, 'no-value': 1 },
      positions: [0, 1],
    });
    const pairs = [
      { standard: 'wait', from: { activity: 'ticket' }, to: { activity: 'called' } },
    ] as const;
    const options = {
      case: 'case',
      activity: 'activity',
      time: 'time',
      unit: 'milliseconds',
      by: ['place'],
      pairs,
    } as const;
    expect(measurementsFromEvents(read.value, options).measurements).toMatchObject([
      { value: 60, place: 'N' },
    ]);
  });

  it('reads further times, and a stream like a list', async () => {
    const rows = [{ c: 1, a: 'x', t: '2024-01-01 10:00Z', s: '2024-01-01 09:00Z' }];
    const mapping = { ...COLUMNS, times: { start: 's' } };
    async function* stream() {
      for (const row of rows) yield await Promise.resolve(row);
    }
    const read = readEvents(rows, mapping);
    expect(read).toMatchObject({
      ok: true,
      value: [{ case: '1', start: Date.UTC(2024, 0, 1, 9) }],
    });
    expect(await readEvents(stream(), mapping)).toEqual(read);
  });

  it.each([
    [{ case: 'c', activity: 'a' }, 'missing'],
    [{ ...COLUMNS, clock: { offset: '2' } }, 'not-allowed'],
    [{ ...COLUMNS, clock: { zone: 'Europe/Athens' } }, 'wrong-type'],
    [{ ...COLUMNS, clock: { as: 'unix' } }, 'not-allowed'],
    [{ ...COLUMNS, tme: 't' }, 'unknown-key'],
    [{ ...COLUMNS, time: 'tt' }, 'no-column'],
  ])('refuses %o as %s', (mapping, code) => {
    const read = readEvents([{ c: 1, a: 2, t: 3 }], mapping as typeof COLUMNS);
    expect([read.ok, read.issues.map((issue) => issue.code)]).toEqual([
      false,
      expect.arrayContaining([code]),
    ]);
  });
});

describe('caseDurations', () => {
  const hour = 3_600_000;
  const at = (id: string, activity: string, hours: number) => ({
    case: id,
    activity,
    time: hours * hour,
  });
  const pairs = [{ standard: 'solve', from: 'open', to: 'done' }];

  it('runs from the first begin to the last end, whatever the order of the rows', () => {
    const events = [
      at('a', 'done', 6),
      at('a', 'open', 5),
      at('a', 'done', 2),
      at('a', 'open', 0),
      at('b', 'open', 1),
      at('c', 'done', 1),
    ];
    const { measurements, pairs: reports } = caseDurations(events, { pairs });
    expect(measurements.map(({ case: id, value }) => [id, value / 3600])).toEqual([['a', 6]]);
    expect(reports).toEqual([
      { standard: 'solve', completed: 1, stillWaiting: 0, withoutEnd: 1, withoutBegin: 1 },
    ]);
    const looked = caseDurations(events, { pairs, asOf: 3 * hour }).measurements;
    expect(looked.map(({ case: id, value, ended }) => [id, value / 3600, ended])).toEqual([
      ['a', 6, 'completed'],
      ['b', 2, 'still-waiting'],
    ]);
  });

  it('counts open hours only: over midnight, on holidays, over the change of clocks, once where they overlap', () => {
    const span = (from: string, to: string) => [
      { case: 'a', activity: 'open', time: Date.parse(from) },
      { case: 'a', activity: 'done', time: Date.parse(to) },
    ];
    const hours = (
      from: string,
      to: string,
      weekly: [number, string, string][],
      exceptions: { date: string; open: [] }[] = [],
    ) =>
      (caseDurations(span(from, to), {
        pairs,
        clock: ATHENS,
        openHours: {
          weekly: weekly.map(([day, opens, closes]) => ({ day, from: opens, to: closes })),
          exceptions,
        },
      }).measurements[0]?.value ?? NaN) / 3600;
    // Friday the 1st of March 2024, 16:00 in Athens, to Monday 10:00.
    expect(
      hours('2024-03-01T14:00Z', '2024-03-04T08:00Z', [
        [5, '09:00', '17:00'],
        [1, '09:00', '17:00'],
      ]),
    ).toBe(2);
    expect(
      hours('2024-03-01T14:00Z', '2024-03-04T08:00Z', [
        [5, '09:00', '17:00'],
        [5, '16:30', '18:00'],
        [1, '09:00', '17:00'],
      ]),
    ).toBe(3);
    expect(
      hours(
        '2024-03-01T14:00Z',
        '2024-03-04T08:00Z',
        [
          [5, '09:00', '17:00'],
          [1, '09:00', '17:00'],
        ],
        [{ date: '2024-03-04', open: [] }],
      ),
    ).toBe(1);
    expect(hours('2024-03-01T23:00Z', '2024-03-02T06:00Z', [[5, '22:00', '06:00']])).toBe(5);
    expect(hours('2024-03-30T22:00Z', '2024-03-31T21:00Z', [[7, '00:00', '24:00']])).toBe(23);
    expect(() =>
      caseDurations([], { pairs, openHours: { weekly: [{ day: 8, from: '09:00', to: '17:00' }] } }),
    ).toThrow('expected a day from 1');
  });
});

describe('readMeasurements', () => {
  it('reads values, and what was measured by a column of words', () => {
    const rows = [
      { s: 'W', v: '1,5', e: 'left' },
      { s: 'W', v: '', e: '' },
      { s: 'X', v: '2', e: '' },
      { s: 'W', v: 'long', e: '' },
      { s: 'W', v: 2, e: '' },
    ];
    const read = readMeasurements(cycle, rows, {
      standard: { from: 's', recode: { W: 'wait' } },
      value: 'v',
      number: 'comma',
      unit: 'minutes',
      ended: { from: 'e', recode: { left: 'abandoned' } },
    });
    if (!read.ok) throw new Error('refused');
    expect(read.value).toEqual([
      { standard: 'wait', value: 1.5, unit: 'minutes', ended: 'abandoned' },
      { standard: 'wait', value: 2, unit: 'minutes' },
    ]);
    expect(read.report).toMatchObject({ kept: 2, dropped: { unread: 2, 'no-value': 1 } });
    expect(assessStandard(standard, read.value)).toMatchObject({ status: 'not-met', measured: 2 });
  });

  it('reads the time between two columns, open ones up to the moment of looking', () => {
    const rows = [
      { from: '2024-01-01 10:00', to: '2024-01-01 10:01' },
      { from: '2024-01-01 10:00', to: '' },
      { from: '2024-01-01 10:00', to: '2024-01-01 09:00' },
      { from: '', to: '2024-01-01 09:00' },
    ];
    const mapping = {
      standard: 'wait',
      between: { from: 'from', to: 'to' },
      clock: { offset: 'Z' },
    } as const;
    const read = readMeasurements(cycle, rows, mapping);
    expect(read).toMatchObject({ ok: true, value: [{ value: 60, ended: 'completed' }] });
    expect(read.issues.map(({ code }) => code)).toEqual(['contradiction']);
    expect(read.report.dropped).toEqual({ 'no-value': 2, unread: 1 });
    const looked = readMeasurements(cycle, rows, { ...mapping, asOf: '2024-01-01 10:30' });
    expect(looked.ok && looked.value.map(({ value, ended }) => [value, ended])).toEqual([
      [60, 'completed'],
      [1800, 'still-waiting'],
    ]);
  });

  it.each([
    [{ standard: 'waits', value: 'v' }, 'unknown-reference'],
    [{ standard: 'wait' }, 'missing'],
    [{ standard: 'wait', value: 'v', between: { from: 'v', to: 'v' } }, 'contradiction'],
    [
      { standard: 'wait', value: 'v', openHours: { weekly: [{ day: 1, from: '9', to: '17' }] } },
      'not-allowed',
    ],
    [{ standard: 'wait', value: 'v', asOf: 'now' }, 'not-allowed'],
    [{ cycle: 'other', standard: 'wait', value: 'v' }, 'mapping-of-another-cycle'],
  ])('refuses %o as %s', (mapping, code) => {
    const read = readMeasurements(cycle, [{ v: 1 }], mapping as { standard: 'wait' });
    expect([read.ok, read.issues.map((issue) => issue.code)]).toEqual([
      false,
      expect.arrayContaining([code]),
    ]);
  });
});

describe('readVisits', () => {
  it('reads what became of problems, at moments and of the whole visit', () => {
    const mapping: VisitMapping<'in' | 'out'> = {
      columns: {
        wrong: { as: 'problem' },
        told: { as: 'complained' },
        often: { as: 'times' },
        after: { as: 'answered-after', unit: 'days' },
        mended: { as: 'recovered' },
        'in told': { as: 'complained', moment: 'in' },
        'in after': { as: 'answered-after', moment: 'in' },
      },
    };
    const rows = [
      { wrong: 1, told: 1, often: 2, after: '1.5', mended: 0 },
      { wrong: 0, told: 1, 'in told': 0 },
      { wrong: 1, 'in told': 1, 'in after': 6 },
      { wrong: '', mended: 'perhaps', often: -1 },
    ];
    const read = readVisits(cycle, rows, mapping);
    if (!read.ok) throw new Error('refused');
    expect(read.value).toEqual([
      {
        moments: {},
        problem: { complained: true, times: 2, answeredAfterHours: 36, recovered: false },
      },
      { moments: { in: { incident: { complained: false } } }, problem: false },
      { moments: { in: { incident: { complained: true, answeredAfterHours: 6 } } }, problem: true },
      { moments: {} },
    ]);
    expect(read.issues.map(({ path, found }) => [path.at(-1), found])).toEqual([
      ['often', '-1'],
      ['mended', '"perhaps"'],
    ]);
  });

  it('reads a row a visit with everything that is known of its moments', () => {
    const rows = [
      { id: 7, r: '4', bad: 'no', wait: '2', cause: '', sev: '', all: '5', back: 'true', b: 'N' },
      {
        id: 8,
        r: '9',
        bad: '',
        wait: '-1',
        cause: 'Queue',
        sev: '12',
        all: '0',
        back: 'maybe',
        b: '',
      },
    ];
    const mapping: VisitMapping<'in' | 'out', 'branch'> = {
      id: 'id',
      columns: {
        r: { as: 'rating', moment: 'in' },
        bad: { as: 'incident', moment: 'in', recode: { no: false } },
        wait: { as: 'wait', moment: 'in', unit: 'minutes' },
        cause: { as: 'cause', moment: 'out' },
        sev: { as: 'severity', moment: 'out' },
        all: { as: 'overall', blank: [0] },
        back: { as: 'would-return' },
      },
      keys: { branch: 'b' },
    };
    const read = readVisits(cycle, rows, mapping);
    if (!read.ok) throw new Error('refused');
    expect(read.value).toEqual([
      {
        id: '7',
        moments: { in: { rating: 4, incident: false, waitSeconds: 120 } },
        overall: 5,
        wouldReturn: true,
        branch: 'N',
      },
      {
        id: '8',
        moments: { in: { rating: 9 }, out: { incident: { cause: 'Queue' } } },
        branch: null,
      },
    ]);
    expect(read.issues.map(({ path }) => path[1])).toEqual(['r', 'wait', 'sev', 'back']);
    expect(tallyVisits(cycle, read.value).visits).toBe(2);
  });

  it('reads a row a moment, and lists unknown moments', () => {
    const rows = [
      ['who', 'where', 'stars'],
      [1, 'in', 4],
      [1, 'up', 4],
      [1, 'out', 2],
    ];
    const read = readVisits(cycle, rows, {
      layout: 'long',
      id: 'who',
      item: 'where',
      columns: { stars: { as: 'rating' } },
    });
    expect(read).toMatchObject({
      ok: true,
      value: [{ id: '1', moments: { in: { rating: 4 }, out: { rating: 2 } } }],
    });
    expect(read.issues.map(({ code }) => code)).toEqual(['unknown-reference']);
    expect(read.report).toMatchObject({ read: 3, kept: 2, dropped: { unread: 1 } });
  });

  it.each([
    [{ columns: { r: { as: 'rating' } } }, 'missing'],
    [{ columns: { r: { as: 'rating', moment: 'inn' } } }, 'unknown-reference'],
    [{ columns: { r: { as: 'stars', moment: 'in' } } }, 'not-allowed'],
    [
      { columns: { r: { as: 'rating', moment: 'in' }, s: { as: 'rating', moment: 'in' } } },
      'two-columns',
    ],
    [{ layout: 'long', item: 'r', columns: {} }, 'missing'],
  ])('refuses %o as %s', (mapping, code) => {
    const read = readVisits(cycle, [{ r: 1, s: 2 }], mapping as unknown as VisitMapping<'in'>);
    expect([read.ok, read.issues.map((issue) => issue.code)]).toEqual([
      false,
      expect.arrayContaining([code]),
    ]);
  });
});

describe('event logs', () => {
  it('of XES as three XML parsers make them', () => {
    const attribute = (form: (key: string, value: string) => object) => ({
      log: {
        trace: [
          {
            string: form('concept:name', '3'),
            event: [
              {
                string: [form('concept:name', 'a'), form('__proto__', 'x')],
                date: form('time:timestamp', '2011-01-06T09:18:00+01:00'),
                int: form('cost', '50'),
              },
              { string: form('concept:name', 'b'), list: form('parts', '') },
            ],
          },
          { event: { string: form('concept:name', 'c') } },
          '',
        ],
      },
    });
    const fast = rowsFromXes(attribute((key, value) => ({ '@_key': key, '@_value': value })));
    expect(fast.report).toEqual({ cases: 3, read: 3, kept: 3, withoutCase: 0 });
    expect(fast.ok && Object.entries(fast.value[0] ?? {})).toEqual([
      ['case:concept:name', '3'],
      ['concept:name', 'a'],
      ['__proto__', 'x'],
      ['time:timestamp', '2011-01-06T09:18:00+01:00'],
      ['cost', 50],
    ]);
    expect(fast.issues.map(({ code }) => code)).toEqual(['left-out']);
    expect(rowsFromXes(attribute((key, value) => ({ $: { key, value } })))).toEqual(fast);
    expect(rowsFromXes(attribute((key, value) => ({ key, value })))).toEqual(fast);
  });

  it('of XES read from its text by an XML parser', () => {
    const text = `<?xml version="1.0"?>
      <log xes.version="1.0"><extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
        <global scope="event"><string key="concept:name" value="__INVALID__"/></global>
        <trace><string key="concept:name" value="visit &lt;1&gt;"/>
          <event><string key="concept:name" value="takes a ticket"/><date key="time:timestamp" value="2024-05-02T09:00:00+02:00"/></event>
          <event><string key="concept:name" value="is called"/><date key="time:timestamp" value="2024-05-02T09:04:30+02:00"/></event>
        </trace></log>`;
    const rows = rowsFromXes(new XMLParser({ ignoreAttributes: false }).parse(text));
    expect(rows.report).toEqual({ cases: 1, read: 2, kept: 2, withoutCase: 0 });
    const events = readEvents(rows.ok ? rows.value : [], {
      case: 'case:concept:name',
      activity: 'concept:name',
      time: 'time:timestamp',
    });
    const pairs = [{ standard: 'called', from: 'takes a ticket', to: 'is called' }];
    expect(caseDurations(events.ok ? events.value : [], { pairs }).measurements).toEqual([
      { standard: 'called', value: 270, unit: 'seconds', ended: 'completed', case: 'visit <1>' },
    ]);
  });

  it.each([undefined, null, {}, '<log/>', { log: '' }, { lg: {} }])(
    'of XES, and not %o',
    (parsed) => {
      expect(rowsFromXes(parsed)).toMatchObject({ ok: false, issues: [{ code: 'wrong-format' }] });
    },
  );

  it('of OCEL 2.0 once for each object of the type', () => {
    const json = {
      objects: [
        { id: 'o1', type: 'Order' },
        { id: 'o2', type: 'Order' },
        { id: 'i1', type: 'Item' },
      ],
      events: [
        {
          id: 'e',
          type: 'Pack',
          time: 'T',
          attributes: [
            { name: 'case', value: 1 },
            { name: '__proto__', value: 2 },
          ],
          relationships: [
            { objectId: 'o1' },
            { objectId: 'o2', qualifier: 'q' },
            { objectId: 'i1' },
            { objectId: 'zz' },
          ],
        },
        { id: 'f', type: 'Ship', time: 'T' },
      ],
    };
    const read = rowsFromOcel(json, 'Order');
    expect(read.ok && read.value.map((row) => ('case' in row ? row['case'] : ''))).toEqual([
      'o1',
      'o2',
    ]);
    expect(read.issues.map(({ code, count }) => [code, count])).toEqual([
      ['unknown-reference', 1],
      ['left-out', 2],
    ]);
    expect(read.report).toEqual({ cases: 2, read: 2, kept: 2, withoutCase: 1 });
  });

  it('of OCEL 2.0 with changing attributes, related objects and an object related in two ways', () => {
    const order = (objectId: string, qualifier: string) => ({ objectId, qualifier });
    const json = {
      objectTypes: [
        { name: 'Order', attributes: [{ name: 'dishes', type: 'string' }] },
        { name: 'Bill', attributes: [] },
      ],
      eventTypes: [{ name: 'Order taken', attributes: [{ name: 'waiter', type: 'string' }] }],
      objects: [
        {
          id: 'O1',
          type: 'Order',
          attributes: [
            { name: 'dishes', time: '1970-01-01T00:00:00Z', value: '2' },
            { name: 'dishes', time: '2026-05-02T12:10:00+02:00', value: '3' },
          ],
          relationships: [order('B1', 'bill of the order')],
        },
        { id: 'B1', type: 'Bill' },
      ],
      events: [
        {
          id: 'e1',
          type: 'Order taken',
          time: '2026-05-02T12:00:00+02:00',
          attributes: [{ name: 'waiter', value: 'Ann' }],
          relationships: [order('O1', 'new order')],
        },
        {
          id: 'e2',
          type: 'Order changed',
          time: '2026-05-02T12:10:00+02:00',
          attributes: [],
          relationships: [order('O1', 'before'), order('O1', 'after')],
        },
        {
          id: 'e3',
          type: 'Paid',
          time: '2026-05-02T13:00:00+02:00',
          relationships: [order('B1', 'settled')],
        },
      ],
    };
    const read = rowsFromOcel(json, 'Order');
    expect(read.issues).toEqual([]);
    expect(read.report).toEqual({ cases: 1, read: 3, kept: 2, withoutCase: 1 });
    expect(read.ok && read.value).toMatchObject([
      { case: 'O1', activity: 'Order taken', qualifier: 'new order', waiter: 'Ann' },
      { case: 'O1', activity: 'Order changed', qualifier: 'before, after' },
    ]);
    const events = readEvents(read.ok ? read.value : [], {
      case: 'case',
      activity: 'activity',
      time: 'time',
    });
    expect(events).toMatchObject({ ok: true, report: { kept: 2 }, issues: [] });
  });

  it('of OCEL 2.0 names each way of being related once, and takes the first 100 attributes of an event', () => {
    const attributes = Array.from({ length: 150 }, (_, at) => ({ name: `a${at}`, value: at }));
    const relationships = ['new', 'new', '', 'old', 'new'].map((qualifier) => ({
      objectId: 'o1',
      qualifier,
    }));
    const read = rowsFromOcel(
      {
        objects: [{ id: 'o1', type: 'Order' }],
        events: [{ id: 'e1', type: 'Taken', attributes, relationships }],
      },
      'Order',
    );
    expect(read.issues.map(({ code, found }) => [code, found])).toEqual([['left-out', '150']]);
    const [row = {}] = read.ok ? read.value : [];
    expect(row).toMatchObject({ case: 'o1', qualifier: 'new, old', a0: 0, a99: 99 });
    expect(row).not.toHaveProperty('a100');
  });

  it('takes opening hours whose lists have no methods, and no wait beyond all numbers', () => {
    const weekly = Object.setPrototypeOf(
      [{ day: 5, from: '09:00', to: '17:00' }],
      null,
    ) as readonly { day: number; from: string; to: string }[];
    const rows = [{ from: '2024-03-01T14:00Z', to: '2024-03-01T15:00Z' }];
    const between = { from: 'from', to: 'to' };
    const measured = (openHours: object): unknown =>
      readMeasurements(cycle, rows, {
        standard: 'wait',
        between,
        clock: { offset: '+00:00' },
        openHours,
      } as never);
    expect(measured({ weekly })).toEqual(measured({ weekly: Array.from(weekly) }));
    const read = readVisits(cycle, [{ v: 'a', m: 1.7e308 }], {
      id: 'v',
      columns: { m: { as: 'wait', moment: 'in', unit: 'minutes' } },
    } as never);
    expect(read.issues.map(({ code }) => code)).toEqual(['unread-value']);
    expect(findMeaningless(read)).toBeUndefined();
  });

  it('of XES counts events outside of traces', () => {
    const read = rowsFromXes({ log: { event: [{}, {}], trace: { event: {} } } });
    expect(read.report).toEqual({ cases: 1, read: 3, kept: 1, withoutCase: 2 });
  });

  it.each([
    [undefined, 'wrong-format'],
    [{ events: [] }, 'wrong-format'],
    [{ 'ocel:events': {} }, 'wrong-version'],
    [{ events: [], objects: [{ id: 'o', type: 'Item' }] }, 'unknown-reference'],
  ])('of OCEL, and not %o', (json, code) => {
    expect(rowsFromOcel(json, 'Order')).toMatchObject({ ok: false, issues: [{ code }] });
  });
});
