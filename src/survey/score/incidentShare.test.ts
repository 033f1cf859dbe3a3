import { describe, expect, it } from 'vitest';
import { estimated } from '../../../test/support/estimated.ts';
import { incidentShare } from './incidentShare.ts';

describe('incidentShare', () => {
  it('is the share of customers who say that it happened, with its Wilson interval', () => {
    const score = incidentShare({ scale: { min: 0, max: 1 }, perAnswer: [196, 4] });
    expect(score).toMatchObject({ value: 0.02, unit: 'share', n: 200 });
    expect(estimated(score).interval.low).toBeCloseTo(0.007804, 6);
    expect(estimated(score).interval.high).toBeCloseTo(0.050287, 6);
    expect(score.definition).toEqual({
      metric: 'incident-share',
      scale: { min: 0, max: 1 },
      incidents: [1],
    });
  });

  it('takes the lowest answer as the report where the scale is reversed', () => {
    const score = incidentShare({
      scale: { min: 1, max: 2, reversed: true },
      perAnswer: [3, 9],
    });
    expect(score).toMatchObject({ value: 0.25, definition: { incidents: [1] } });
  });

  it('does not take silence for safety: with no answers there is no share', () => {
    const score = incidentShare({ scale: { min: 0, max: 1 }, perAnswer: [0, 0], skipped: 40 });
    expect(score).toMatchObject({ kind: 'not-estimable', reason: 'no-answers' });
  });

  it('leaves room for incidents that 30 visits without one cannot rule out', () => {
    const { value, interval } = estimated(
      incidentShare({ scale: { min: 0, max: 1 }, perAnswer: [30, 0] }),
    );
    expect(value).toBe(0);
    expect(interval.low).toBe(0);
    expect(interval.high).toBeCloseTo(0.113513, 6);
  });
});
