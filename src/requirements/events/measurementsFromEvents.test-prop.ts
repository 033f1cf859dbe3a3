import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventPair } from './eventTypes.ts';
import { measurementsFromEvents } from './measurementsFromEvents.ts';

const event = fc.record({
  visit: fc.constantFrom('a', 'b', 'c'),
  what: fc.constantFrom('ticket', 'ticket', 'called', 'called', 'leaves', 'other'),
  at: fc.integer({ min: 0, max: 30 }).map((second) => 1000 * second),
});
const events = fc.array(event, { maxLength: 40 });
const COLUMNS = { case: 'visit', activity: 'what', time: 'at', unit: 'milliseconds' } as const;
const pair: EventPair = {
  standard: 'waiting',
  from: { activity: 'ticket' },
  to: { activity: 'called' },
  abandoned: { activity: 'leaves' },
};
const asOf = fc.option(
  fc.integer({ min: 0, max: 40 }).map((second) => 1000 * second),
  { nil: undefined },
);

describe('measurementsFromEvents', () => {
  it('accounts for every event: each begin and each end is measured or a fault', () => {
    fc.assert(
      fc.property(events, asOf, (rows, looked) => {
        const options = {
          ...COLUMNS,
          pairs: [pair],
          ...(looked !== undefined && { asOf: looked }),
        };
        const { measurements, pairs } = measurementsFromEvents(rows, options);
        const [report] = pairs;
        if (report === undefined) throw new Error('no report');
        const { begins, ends, paired, stillWaiting, faults } = report;
        const seen = rows.filter(({ at }) => at <= (looked ?? Infinity));
        expect(begins).toBe(seen.filter(({ what }) => what === 'ticket').length);
        expect(ends).toBe(seen.filter(({ what }) => /called|leaves/.test(what)).length);
        expect(
          paired +
            stillWaiting +
            faults['repeated-begin'] +
            faults['unpaired-begin'] +
            faults.reversed,
        ).toBe(begins);
        expect(paired + faults['unpaired-end'] + faults.reversed).toBe(ends);
        expect(measurements).toHaveLength(paired + stillWaiting);
      }),
    );
  });

  it('measures no time below 0, and none longer than the log', () => {
    fc.assert(
      fc.property(events, (rows) => {
        const { measurements } = measurementsFromEvents(rows, { ...COLUMNS, pairs: [pair] });
        for (const { value } of measurements) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(30);
        }
      }),
    );
  });

  it('measures the same in whatever order the rows come', () => {
    fc.assert(
      fc.property(events, (rows) => {
        const measured = (list: typeof rows): unknown =>
          measurementsFromEvents(list, { ...COLUMNS, pairs: [pair] })
            .measurements.map(({ case: id, value, ended }) => `${id} ${value} ${String(ended)}`)
            .toSorted();
        expect(measured(rows.toReversed())).toEqual(measured(rows));
      }),
    );
  });

  it('has waits that do not overlap within a case', () => {
    fc.assert(
      fc.property(events, (rows) => {
        const { measurements } = measurementsFromEvents(rows, { ...COLUMNS, pairs: [pair] });
        for (const id of ['a', 'b', 'c']) {
          const total = measurements
            .filter((one) => one.case === id)
            .reduce((sum, { value }) => sum + value, 0);
          expect(total).toBeLessThanOrEqual(30);
        }
      }),
    );
  });
});
