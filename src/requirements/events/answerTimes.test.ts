import { describe, expect, it } from 'vitest';
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

  it('keeps times that are none, so that the assessment counts them as invalid', () => {
    const visits = [-1, Number.NaN, '3'].map((answeredAfterHours) => ({
      problem: { complained: true, answeredAfterHours },
    }));
    const verdict = assessStandard(WITHIN_A_DAY, answerTimes(visits as never[]).measurements);
    expect([verdict.measured, verdict.invalid]).toEqual([0, 3]);
  });

  it('passes over what is no visit, and refuses what is no list', () => {
    expect(answerTimes([null, 3, [], { problem: [] }] as never).complained).toBe(0);
    expect(() => answerTimes(3 as never)).toThrow(/visits is 3/);
  });
});
