import { describe, expect, it } from 'vitest';
import { mergeVisitTallies } from '../../moments/visits/mergeVisitTallies.ts';
import { tallyVisits } from '../../moments/visits/tallyVisits.ts';
import { assessStandard } from '../assessStandard.ts';
import { answerTimes } from './answerTimes.ts';

const WITHIN_A_DAY = {
  id: 'answered',
  measure: 'Time to the answer',
  unit: 'hours',
  operator: '<=',
  threshold: 24,
  requiredShare: 0.9,
} as const;

describe('answerTimes', () => {
  it('holds the answers to complaints against a standard', () => {
    const visits = Array.from({ length: 60 }, (_, i) => ({
      problem: { complained: true, answeredAfterHours: i < 30 ? 5 : 24 + (i % 2) },
    }));
    const verdict = assessStandard(WITHIN_A_DAY, answerTimes(visits).measurements);
    expect(verdict).toMatchObject({ conforming: 45, measured: 60, status: 'not-met' });
  });

  it('counts a problem as one, at a moment and of the whole visit, and those without a time apart', () => {
    const times = answerTimes([
      { moments: { pay: { incident: { times: 3, answeredAfterHours: 2 } }, room: null } },
      { moments: { pay: { incident: true } }, problem: { complained: true } },
      { problem: { complained: false, answeredAfterHours: 9 } },
      { problem: { times: 0, answeredAfterHours: 9 } },
      { problem: { recovered: true } },
    ]);
    expect(times).toEqual({
      kind: 'answer-times',
      measurements: [{ value: 2, unit: 'hours' }],
      complained: 2,
      withoutTime: 1,
    });
  });

  const cycle = {
    id: 'c',
    name: 'C',
    moments: [{ id: 'pay', name: 'Pays', contact: 'staff' }],
  } as const;

  it('reads the same off a tally of visits, which days and branches can be added up in', () => {
    const day = [
      {
        moments: { pay: { incident: { times: 3, answeredAfterHours: 2 } } },
        problem: { complained: true },
      },
      { moments: {}, problem: { answeredAfterHours: 30 } },
      { moments: {}, problem: { complained: false, answeredAfterHours: 9 } },
      { moments: {}, problem: { complained: true, answeredAfterHours: 1e300 } },
    ];
    const one = tallyVisits(cycle, day, { waits: 'exact' });
    const both = mergeVisitTallies(one, tallyVisits(cycle, day.slice(0, 2), { waits: 'exact' }));
    expect(answerTimes(one)).toEqual({
      kind: 'answer-times',
      measurements: [7200, 108_000].map((value) => ({ value, unit: 'seconds' })),
      complained: 4,
      withoutTime: 2,
    });
    const ofRows = answerTimes([...day, ...day.slice(0, 2)].filter((_, at) => at !== 3));
    const ofTally = answerTimes(both);
    expect([ofTally.complained, ofTally.withoutTime]).toEqual([
      ofRows.complained + 1,
      ofRows.withoutTime + 1,
    ]);
    expect(assessStandard(WITHIN_A_DAY, ofTally.measurements)).toMatchObject({
      conforming: 2,
      measured: 4,
    });
    expect(assessStandard(WITHIN_A_DAY, ofRows.measurements)).toMatchObject({
      conforming: 2,
      measured: 4,
    });
    expect(() => answerTimes(tallyVisits(cycle, day))).toThrow(
      'definition.waits of visits is "sketch"; expected "exact"',
    );
  });

  it('keeps times that are none, so that the assessment counts them as invalid', () => {
    const visits = [-1, Number.NaN, '3'].map((answeredAfterHours) => ({
      problem: { complained: true, answeredAfterHours },
    }));
    const verdict = assessStandard(WITHIN_A_DAY, answerTimes(visits as never[]).measurements);
    expect([verdict.measured, verdict.invalid]).toEqual([0, 3]);
  });

  it('refuses a tally of more answers than a list holds', () => {
    const tally = tallyVisits(cycle, [], { waits: 'exact' });
    const waits = { kind: 'exact', n: 1, counts: [[7200, 1_000_000_000]] } as const;
    const { answers } = tally.problems;
    const problems = { ...tally.problems, answers: { ...answers, waits } };
    expect(() => answerTimes({ ...tally, problems })).toThrow(
      /^answered complaints of visits is 1000000000; expected /,
    );
  });

  it('passes over what is no visit, and refuses what is no list', () => {
    expect(answerTimes([null, 3, [], { problem: [] }] as never).complained).toBe(0);
    expect(() => answerTimes(3 as never)).toThrow(/visits is 3/);
  });
});
