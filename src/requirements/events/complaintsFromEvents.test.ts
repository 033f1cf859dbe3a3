import { describe, expect, it } from 'vitest';
import { type ComplaintOptions, complaintsFromEvents } from './complaintsFromEvents.ts';

const OPTIONS: ComplaintOptions = {
  case: 'stay',
  activity: 'event',
  time: 'at',
  complaint: { activity: 'complains' },
  answer: { activity: 'is answered' },
  recovered: { activity: 'is refunded' },
  notRecovered: { activity: 'is refused' },
};

/** A log of one stay, an event an hour from noon on. */
function logOf(stay: string, ...events: (readonly [string, number])[]): object[] {
  const noon = Date.UTC(2024, 4, 2, 12);
  return events.map(([event, hours]) => ({ stay, event, at: new Date(noon + hours * 3_600_000) }));
}

function problemOf(...events: (readonly [string, number])[]) {
  return complaintsFromEvents(logOf('a', ...events), OPTIONS).complaints[0]?.problem;
}

describe('complaintsFromEvents', () => {
  it('takes all complaints of a case for one problem, answered from the first one on', () => {
    expect(problemOf(['complains', 0], ['complains', 24], ['is answered', 30])).toEqual({
      complained: true,
      times: 2,
      answeredAfterHours: 30,
    });
  });

  it('says whether it was made good only where the log does', () => {
    expect(problemOf(['complains', 0])?.recovered).toBeUndefined();
    expect(problemOf(['complains', 0], ['is refused', 2])?.recovered).toBe(false);
    expect(problemOf(['complains', 0], ['is refunded', 2])?.recovered).toBe(true);
    const afterAll = problemOf(
      ['complains', 0],
      ['is refused', 2],
      ['complains', 3],
      ['is refunded', 9],
    );
    expect(afterAll).toMatchObject({ times: 2, recovered: true });
  });

  it('takes no case without a complaint for a problem, and tells of answers to none', () => {
    const { complaints, pairs } = complaintsFromEvents(logOf('a', ['is answered', 1]), OPTIONS);
    expect(complaints).toEqual([]);
    expect(pairs[0]?.faults['unpaired-end']).toBe(1);
  });

  it('counts what has happened by the moment of looking', () => {
    const log = logOf('a', ['complains', 0], ['is answered', 5], ['complains', 7]);
    const asOf = new Date(Date.UTC(2024, 4, 2, 13));
    const { complaints, pairs } = complaintsFromEvents(log, { ...OPTIONS, asOf });
    expect(complaints).toEqual([{ case: 'a', problem: { complained: true, times: 1 } }]);
    expect(pairs[0]).toMatchObject({ stillWaiting: 1, afterAsOf: 2 });
  });

  it('counts what cannot be read, and loses no row', () => {
    const log = [
      ...logOf('a', ['complains', 0]),
      { event: 'complains', at: new Date(0) },
      { stay: 'b', event: 'complains', at: 'yesterday' },
      null,
    ];
    const read = complaintsFromEvents(log as object[], OPTIONS);
    expect([read.rows, read.rowsWithoutCase, read.complaints.length]).toEqual([4, 2, 1]);
    expect(read.pairs[0]?.faults['unreadable-time']).toBe(1);
  });

  it('refuses options that it does not have, and those that are none', () => {
    const call = (more: object) => () => complaintsFromEvents([], { ...OPTIONS, ...more });
    expect(call({ complaint: 'complains' })).toThrow(/complaint is "complains"/);
    expect(call({ notRecoverd: {} })).toThrow(/did you mean "notRecovered"/);
    expect(call({ case: 3 })).toThrow(/case is 3/);
    expect(call({ asOf: 'now' })).toThrow(/asOf is "now"/);
    expect(call({ unit: 'hours' })).toThrow(/unit is "hours"/);
    expect(() => complaintsFromEvents(5 as never, OPTIONS)).toThrow(/rows is 5/);
  });
});
