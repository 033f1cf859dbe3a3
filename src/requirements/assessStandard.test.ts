import { describe, expect, it } from 'vitest';
import { estimated } from '../../test/support/estimated.ts';
import type { Operator, Standard } from '../model/requirement.ts';
import { wilsonInterval } from '../stats/wilsonInterval.ts';
import { assessStandard, LISTED_INVALID_MEASUREMENTS } from './assessStandard.ts';

const onHold: Standard<'on-hold'> = {
  id: 'on-hold',
  measure: 'Time on hold',
  unit: 'seconds',
  operator: '<=',
  threshold: 30,
  requiredShare: 0.9,
};

/** So many calls within 30 seconds, and so many beyond. */
function calls(conforming: number, failing: number): readonly number[] {
  return [...new Array<number>(conforming).fill(10), ...new Array<number>(failing).fill(31)];
}

describe('assessStandard', () => {
  it('is met when even the lower limit reaches the required share', () => {
    const verdict = assessStandard(onHold, calls(198, 2));
    expect(verdict).toMatchObject({ status: 'met', conforming: 198, measured: 200, invalid: 0 });
    expect(estimated(verdict.conformingShare)).toMatchObject({
      value: 0.99,
      unit: 'share',
      n: 200,
      interval: { level: 0.95, method: 'wilson' },
    });
    expect(verdict).not.toHaveProperty('measurementsToSettle');
  });

  it('is not met when even the upper limit stays below it', () => {
    const verdict = assessStandard(onHold, calls(100, 100));
    expect(verdict.status).toBe('not-met');
    expect(verdict).not.toHaveProperty('measurementsToSettle');
  });

  it('is not proven by ten good calls out of ten: ten calls cannot tell', () => {
    const verdict = assessStandard(onHold, calls(10, 0));
    expect(verdict).toMatchObject({ status: 'not-proven', measurementsToSettle: 35 });
  });

  it('is not proven where the share is exactly the required one, and no number would settle that', () => {
    const verdict = assessStandard(onHold, calls(90, 10));
    expect(verdict.status).toBe('not-proven');
    expect(verdict).not.toHaveProperty('measurementsToSettle');
  });

  it('is not measured without measurements, which is neither met nor failed', () => {
    const verdict = assessStandard(onHold, []);
    expect(verdict).toEqual({
      standard: 'on-hold',
      status: 'not-measured',
      conformingShare: { kind: 'not-estimable', reason: 'no-answers', n: 0 },
      requiredShare: 0.9,
      operator: '<=',
      threshold: 30,
      conforming: 0,
      measured: 0,
      invalid: 0,
      firstInvalid: [],
    });
  });

  it.each<[Operator, number, number, number]>([
    // at the threshold, just below, just above: 1 conforms and 0 does not
    ['<=', 1, 1, 0],
    ['>=', 1, 0, 1],
    ['=', 1, 0, 0],
  ])('takes exactly the threshold as good enough for %s', (operator, at, below, above) => {
    const conforming = (value: number): number =>
      assessStandard({ ...onHold, operator }, [value]).conforming;
    expect(conforming(30)).toBe(at);
    expect(conforming(29.999)).toBe(below);
    expect(conforming(30.001)).toBe(above);
  });

  it('counts what is no number as invalid, neither way, and lists it by position', () => {
    const hostile: readonly unknown[] = [
      10,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      '10',
      null,
      undefined,
      true,
      [10],
      { valueOf: () => 10 },
      31,
    ];
    const verdict = assessStandard(onHold, hostile as number[]);
    expect(verdict).toMatchObject({ conforming: 1, measured: 2, invalid: 9 });
    expect(verdict.firstInvalid).toEqual([
      { position: 1, found: 'NaN' },
      { position: 2, found: 'Infinity' },
      { position: 3, found: '-Infinity' },
      { position: 4, found: '"10"' },
      { position: 5, found: 'null' },
      { position: 6, found: 'nothing' },
      { position: 7, found: 'true' },
      { position: 8, found: 'a list of 1' },
      { position: 9, found: 'an object with valueOf' },
    ]);
  });

  it('lists only the first invalid measurements and counts all of them', () => {
    const verdict = assessStandard(onHold, new Array<number>(50).fill(Number.NaN));
    expect(verdict.invalid).toBe(50);
    expect(verdict.firstInvalid).toHaveLength(LISTED_INVALID_MEASUREMENTS);
    expect(verdict.status).toBe('not-measured');
  });

  it('says met so far, and never met, when it is asked of every case and none fails', () => {
    const always = { ...onHold, requiredShare: 1 };
    for (const n of [1, 100, 10_000]) {
      const verdict = assessStandard(always, calls(n, 0));
      expect(verdict.status).toBe('met-so-far');
      expect(estimated(verdict.conformingShare).interval.high).toBe(1);
      expect(estimated(verdict.conformingShare).interval.low).toBeLessThan(1);
    }
  });

  it('is not met by a single failure when it is asked of every case', () => {
    const always = { ...onHold, requiredShare: 1 };
    for (const n of [0, 1, 100, 10_000]) {
      const verdict = assessStandard(always, calls(n, 1));
      expect(verdict.status).toBe('not-met');
      expect(verdict).not.toHaveProperty('measurementsToSettle');
    }
  });

  it('is met where the lower limit is exactly the required share, and not failed where the upper one is', () => {
    const { low, high } = wilsonInterval(45, 50);
    const statusAt = (requiredShare: number): string =>
      assessStandard({ ...onHold, requiredShare }, calls(45, 5)).status;
    expect(statusAt(low)).toBe('met');
    expect(statusAt(high)).toBe('not-proven');
  });

  it('is harder to prove the surer one wants to be', () => {
    const values = calls(97, 3);
    expect(assessStandard(onHold, values, { level: 0.9 }).status).toBe('met');
    expect(assessStandard(onHold, values, { level: 0.99 }).status).toBe('not-proven');
  });

  it.each([95, 1, 0, Number.NaN])('refuses %d as a confidence level', (level) => {
    expect(() => assessStandard(onHold, calls(9, 1), { level })).toThrow(
      expect.objectContaining({ name: 'ServiceCycleError', code: 'invalid-argument' }),
    );
  });
});
