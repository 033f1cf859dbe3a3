import { describe, expect, it } from 'vitest';
import type { EventOptions, EventPair, PairReport } from './eventTypes.ts';
import { measurementsFromEvents } from './measurementsFromEvents.ts';
import { LISTED_EVENT_FAULTS } from './pairReporter.ts';

interface Event {
  readonly visit: string | number | null;
  readonly what: string;
  readonly at: number | string | null;
  readonly began?: number | string | null;
  readonly due?: number | string | null;
  readonly branch?: string;
}

const COLUMNS = { case: 'visit', activity: 'what', time: 'at', unit: 'milliseconds' } as const;
const waiting: EventPair<'waiting'> = {
  standard: 'waiting',
  from: { activity: 'ticket' },
  to: { activity: 'called' },
};

/** Events of one visit, so many seconds after its beginning: `ticket 0, called 60`. */
function visit(id: string, told: string): readonly Event[] {
  return told.split(', ').map((one) => {
    const [what = '', seconds] = one.split(' ');
    return { visit: id, what, at: 1000 * Number(seconds) };
  });
}

function read(
  events: readonly Event[],
  pair: Partial<EventPair<'waiting'>> = {},
  options: Partial<EventOptions<'waiting'>> = {},
) {
  const pairs = [{ ...waiting, ...pair }];
  const result = measurementsFromEvents(events, { ...COLUMNS, ...options, pairs });
  const [report] = result.pairs;
  if (report === undefined) throw new Error('no report');
  return { ...result, report, values: result.measurements.map(({ value }) => value) };
}

/** The faults that occur at all. */
function faultsOf({ faults }: PairReport): { readonly [code: string]: number } {
  return Object.fromEntries(Object.entries(faults).filter(([, count]) => count > 0));
}

describe('measurementsFromEvents', () => {
  it('measures each case from its begin to its end, whatever the order of the rows', () => {
    const events = [...visit('a', 'ticket 0, called 60'), ...visit('b', 'ticket 30, called 75')];
    for (const rows of [events, events.toReversed()]) {
      const { values, report, cases, rows: count } = read(rows);
      expect(values.toSorted((x, y) => x - y)).toEqual([45, 60]);
      expect(report).toMatchObject({ begins: 2, ends: 2, paired: 2 });
      expect([cases, count]).toEqual([2, 4]);
      expect(faultsOf(report)).toEqual({});
    }
  });

  it('gives measurements that name their standard, unit, case and columns', () => {
    const rows = [
      { visit: 7, what: 'ticket', at: 0, branch: 'north' },
      { visit: '7', what: 'called', at: '1970-01-01T00:02:00+00:00', branch: 'south' },
    ];
    const options = { ...COLUMNS, pairs: [waiting], by: ['branch'] as const };
    expect(measurementsFromEvents(rows, options).measurements).toEqual([
      { standard: 'waiting', value: 120, unit: 'seconds', case: '7', branch: 'north' },
    ]);
  });

  it('takes a repeated begin for the same wait, which runs from the first', () => {
    const { values, report } = read(visit('a', 'ticket 0, ticket 20, ticket 30, called 60'));
    expect(values).toEqual([60]);
    expect(faultsOf(report)).toEqual({ 'repeated-begin': 2 });
    expect(report.firstFaults).toEqual([
      { code: 'repeated-begin', position: 1, case: 'a', found: '20000' },
      { code: 'repeated-begin', position: 2, case: 'a', found: '30000' },
    ]);
  });

  it('measures a moment again each time that it begins again', () => {
    const told = 'ticket 0, called 10, called 12, ticket 100, called 103, ticket 200';
    const { values, report } = read(visit('a', told));
    expect(values).toEqual([10, 3]);
    expect(faultsOf(report)).toEqual({ 'unpaired-end': 1, 'unpaired-begin': 1 });
  });

  it('measures no wait that ends before it begins, and says so', () => {
    const { values, report } = read(visit('a', 'called 10, ticket 60'));
    expect(values).toEqual([]);
    expect(faultsOf(report)).toEqual({ reversed: 1 });
    expect(report.firstFaults).toEqual([
      { code: 'reversed', position: 0, case: 'a', found: '10000' },
    ]);
  });

  it('names an activity that no row has, and the one that was likely meant', () => {
    const rows = [
      { visit: 'a', what: 'ticket', at: 0 },
      { visit: 'a', what: 'called', at: 5000 },
    ];
    const pairs = [{ standard: 's', from: { activity: 'Ticket' }, to: { activity: 'leaves' } }];
    const [report] = measurementsFromEvents(rows, { ...COLUMNS, pairs }).pairs;
    expect(report?.unknownActivities).toEqual([
      { activity: 'Ticket', nearest: 'ticket' },
      { activity: 'leaves' },
    ]);
    expect(read(visit('a', 'ticket 0, called 10')).report.unknownActivities).toEqual([]);
  });

  it('keeps waits of no length and waits back to back', () => {
    expect(read(visit('a', 'called 5, ticket 5')).values).toEqual([0]);
    expect(read(visit('a', 'ticket 0, ticket 5, called 5, called 9')).values).toEqual([5, 4]);
  });

  it('measures from each event to the next of its kind where the two are of one kind', () => {
    const { values, report } = read(visit('a', 'ticket 0, ticket 20, ticket 90'), {
      to: { activity: 'ticket' },
    });
    expect(values).toEqual([20, 70]);
    expect(faultsOf(report)).toEqual({ 'unpaired-begin': 1, 'unpaired-end': 1 });
  });

  it('pairs no event of one case with one of another', () => {
    const { values, report } = read([...visit('a', 'ticket 0'), ...visit('b', 'called 60')]);
    expect(values).toEqual([]);
    expect(faultsOf(report)).toEqual({ 'unpaired-begin': 1, 'unpaired-end': 1 });
  });

  it('measures who still waits up to the moment of looking, which later events do not change', () => {
    const rows = [...visit('a', 'ticket 0, called 60'), ...visit('b', 'ticket 40, called 500')];
    const { measurements, report } = read(rows, {}, { asOf: '1970-01-01T00:01:40Z' });
    expect(measurements).toEqual([
      { standard: 'waiting', value: 60, unit: 'seconds', case: 'a' },
      { standard: 'waiting', value: 60, unit: 'seconds', ended: 'still-waiting', case: 'b' },
    ]);
    expect(report).toMatchObject({ begins: 2, ends: 1, paired: 1, stillWaiting: 1 });
  });

  it('knows who gave up, and prefers being served at the same moment', () => {
    const abandoned = { activity: 'leaves' };
    const rows = [
      ...visit('a', 'ticket 0, leaves 90'),
      ...visit('b', 'ticket 0, leaves 30, called 30'),
    ];
    const { measurements, report } = read(rows, { abandoned });
    expect(measurements.map(({ value, ended }) => [value, ended])).toEqual([
      [90, 'abandoned'],
      [30, undefined],
    ]);
    expect(report).toMatchObject({ ends: 3, paired: 2, abandoned: 1 });
    expect(faultsOf(report)).toEqual({ 'unpaired-end': 1 });
  });

  it('tells events of one activity apart by another column', () => {
    const rows = [
      { visit: 'a', what: 'check', phase: 'start', at: 0 },
      { visit: 'a', what: 'check', phase: 'complete', at: 9000 },
    ];
    const { values } = read(rows, {
      from: { activity: 'check', where: { phase: 'start' } },
      to: { activity: 'check', where: { phase: 'complete' } },
    });
    expect(values).toEqual([9]);
  });

  it('reads how long an event took off the two times of its row, though others overlap it', () => {
    const rows: readonly Event[] = [
      { visit: 'a', what: 'check', began: 0, at: 60_000 },
      { visit: 'a', what: 'check', began: 30_000, at: 40_000 },
      { visit: 'a', what: 'check', began: 70_000, at: 50_000 },
      { visit: 'a', what: 'check', began: 80_000, at: 80_000 },
      { visit: 'a', what: 'check', began: 90_000, at: null },
      { visit: 'a', what: 'check', began: '', at: 95_000 },
    ];
    const pair = {
      from: { activity: 'check', time: 'began' },
      to: { activity: 'check' },
      within: 'row',
    } as const;
    const { values, report } = read(rows, pair);
    expect(values).toEqual([60, 10, 0]);
    expect(faultsOf(report)).toEqual({ reversed: 1, 'unpaired-begin': 1, 'unpaired-end': 1 });
    const { values: open } = read(rows, pair, { asOf: 100_000 });
    expect(open).toEqual([60, 10, 0, 10]);
  });

  it('pairs the end of a row with the way it ended first of all, where both are given', () => {
    const rows: readonly Event[] = [{ visit: 'a', what: 'call', began: 0, at: 5000, due: 9000 }];
    const { measurements, report } = read(rows, {
      from: { activity: 'call', time: 'began' },
      to: { activity: 'call' },
      abandoned: { activity: 'call', time: 'due' },
      within: 'row',
    });
    expect(measurements.map(({ value, ended }) => [value, ended])).toEqual([[5, undefined]]);
    expect(faultsOf(report)).toEqual({ 'unpaired-end': 1 });
  });

  it('holds cases against the time they were due, early ones as 0', () => {
    const due = '2024-05-02T10:00:00+02:00';
    const rows: readonly Event[] = [
      { visit: 'late', what: 'x', at: '2024-05-02T08:30:00Z', due },
      { visit: 'late', what: 'y', at: '2024-05-02T08:30:00Z', due },
      { visit: 'early', what: 'x', at: '2024-05-02T07:30:00Z', due },
      { visit: 'open', what: 'x', at: null, due },
      { visit: 'torn', what: 'x', at: '2024-05-02T08:30:00Z', due },
      { visit: 'torn', what: 'y', at: '2024-05-02T08:30:00Z', due: '2024-05-02T09:00:00Z' },
    ];
    const pair = { from: { caseTime: 'due' }, to: { caseTime: 'at' }, reversed: 'early' } as const;
    const { values, report } = read(rows, pair);
    expect(values).toEqual([1800, 0]);
    expect(report).toMatchObject({ paired: 2, early: 1 });
    expect(faultsOf(report)).toEqual({
      'unpaired-begin': 1,
      'differing-times': 1,
      'unpaired-end': 1,
    });
    expect(report.firstFaults.at(-1)).toMatchObject({ code: 'differing-times', position: 5 });
  });

  it('measures the wait before an activity from whatever was over last', () => {
    const rows: readonly Event[] = [
      { visit: 'a', what: 'order', began: 0, at: 10_000 },
      { visit: 'a', what: 'pay', began: 15_000, at: 40_000 },
      { visit: 'a', what: 'pack', began: 30_000, at: 35_000 },
      { visit: 'a', what: 'send', began: 60_000, at: 70_000 },
    ];
    const before = (activity: string): readonly number[] =>
      read(rows, { from: 'previous-event', to: { activity, time: 'began' } }).values;
    expect(before('pay')).toEqual([5]);
    expect(before('pack')).toEqual([20]);
    expect(before('send')).toEqual([20]);
    expect(before('order')).toEqual([]);
  });

  it('lists times that it will not guess at, and leaves out rows without a case', () => {
    const rows: readonly Event[] = [
      { visit: 'a', what: 'ticket', at: '2024-05-02 09:00:00' },
      { visit: 'a', what: 'called', at: '2024-05-02 09:00:00Z' },
      { visit: null, what: 'called', at: 0 },
      { visit: '', what: 'called', at: 0 },
    ];
    const { report, rowsWithoutCase, cases } = read([...rows, null as unknown as Event]);
    expect([rowsWithoutCase, cases]).toEqual([3, 1]);
    expect(faultsOf(report)).toEqual({ 'unreadable-time': 1, 'unpaired-end': 1 });
    expect(report.firstFaults[0]?.found).toBe('"2024-05-02 09:00:00"');
  });

  it('lists the first faults by position and counts all of them', () => {
    const rows = Array.from({ length: 1000 }, (_, k): Event => {
      return { visit: String(k % 500), what: 'called', at: 0 };
    });
    const { report } = read(rows);
    expect(faultsOf(report)).toEqual({ 'unpaired-end': 1000 });
    expect(report.firstFaults.map(({ position }) => position)).toEqual([
      ...Array(LISTED_EVENT_FAULTS).keys(),
    ]);
  });

  it('refuses a moment of looking that it cannot read', () => {
    expect(() => read([], {}, { asOf: '2024-05-02' })).toThrow(
      'asOf is "2024-05-02"; expected a Date, a number, or ISO 8601 text with an offset',
    );
  });

  describe('never guesses what a number counts', () => {
    const pair = { standard: 's', from: { activity: 'in' }, to: { activity: 'out' } } as const;
    const log = (begin: unknown, end: unknown): object[] => [
      { visit: 'a', what: 'in', at: begin },
      { visit: 'a', what: 'out', at: end },
    ];
    const told = (rows: object[], more: object = {}) => {
      const options = { case: 'visit', activity: 'what', time: 'at', pairs: [pair], ...more };
      const { measurements, pairs } = measurementsFromEvents(rows, options);
      return { values: measurements.map(({ value }) => value), report: pairs[0] };
    };
    const NOON = Date.UTC(2024, 4, 2, 12);

    it('seconds where milliseconds are expected are a fault, and an hour where they are named', () => {
      const rows = log(NOON / 1000, NOON / 1000 + 3600);
      expect(told(rows).values).toEqual([]);
      expect(told(rows).report?.faults['unclear-unit']).toBe(2);
      expect(told(rows, { unit: 'seconds' }).values).toEqual([3600]);
      expect(told(rows, { unit: 'milliseconds' }).values).toEqual([3.6]);
      expect(told(log(NOON, NOON + 3_600_000)).values).toEqual([3600]);
    });

    it('a moment of looking in January 1970 is refused with a hint', () => {
      expect(() => told([], { asOf: NOON / 1000 })).toThrow(
        'asOf is 1714651200; expected the unit of times that are numbers',
      );
      expect(
        told(log(NOON / 1000, null), { asOf: NOON / 1000 + 60, unit: 'seconds' }).values,
      ).toEqual([60]);
    });

    it('a Date is its moment, and an invalid one a fault', () => {
      expect(told(log(new Date(NOON), new Date(NOON + 1500))).values).toEqual([1.5]);
      expect(told(log(new Date(NOON), null), { asOf: new Date(NOON + 9000) }).values).toEqual([9]);
      const { report } = told(log(new Date(NOON), new Date(Number.NaN)));
      expect(report?.firstFaults[1]).toMatchObject({
        code: 'unreadable-time',
        found: 'an invalid date',
      });
    });

    it('events after the moment of looking are counted', () => {
      const { values, report } = told(log(NOON, NOON + 5000), { asOf: NOON + 2000 });
      expect(values).toEqual([2]);
      expect(report).toMatchObject({ begins: 1, ends: 0, stillWaiting: 1, afterAsOf: 1 });
    });

    it('columns that every object has are read from the row alone', () => {
      const rows: object[] = [
        { valueOf: 'a', what: 'in', toString: NOON },
        { what: 'in', at: NOON },
      ];
      const options = { case: 'valueOf', activity: 'what', time: 'toString', pairs: [pair] };
      expect(measurementsFromEvents(rows, options)).toMatchObject({ rowsWithoutCase: 1, cases: 1 });
    });
  });
});
