import { describe, expect, it } from 'vitest';
import { estimated } from '../../test/support/estimated.ts';
import type { Operator, Standard } from '../model/requirement.ts';
import { wilsonInterval } from '../stats/intervals/wilsonInterval.ts';
import { assessStandard } from './assessStandard.ts';
import { LISTED_INVALID_MEASUREMENTS } from './measurements/measurementCounter.ts';
import { tallyMeasurements } from './measurements/tallyMeasurements.ts';

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
    expect(verdict).toMatchObject({ status: 'not-proven', measurementsToSettle: 36 });
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
      unit: 'seconds',
      customer: 'external',
      conforming: 0,
      measured: 0,
      undecided: { abandoned: 0, stillWaiting: 0 },
      invalid: 0,
      otherStandards: 0,
      otherCustomers: 0,
      firstInvalid: [],
      groups: [],
      minimumGroupSize: 5,
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
    const because = 'not-a-number';
    expect(verdict.firstInvalid).toEqual([
      { position: 1, because, found: 'NaN' },
      { position: 2, because, found: 'Infinity' },
      { position: 3, because, found: '-Infinity' },
      { position: 4, because, found: '"10"' },
      { position: 5, because, found: 'null' },
      { position: 6, because, found: 'nothing' },
      { position: 7, because, found: 'true' },
      { position: 8, because, found: 'a list of 1' },
      { position: 9, because, found: 'an object with valueOf' },
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

  it('does not fail 11 of 12 at a required 99 %: who just keeps to that shows it in 11 % of samples', () => {
    const verdict = assessStandard({ ...onHold, requiredShare: 0.99 }, calls(11, 1));
    expect(verdict.status).toBe('not-proven');
    expect(verdict.pValues?.notMet).toBeCloseTo(1 - 0.99 ** 12, 12);
    expect(wilsonInterval(11, 12).high).toBeLessThan(0.99);
  });

  it('is met from the count on that is rarer than half of what the level leaves', () => {
    const statusOf = (conforming: number): string =>
      assessStandard(onHold, calls(conforming, 100 - conforming)).status;
    // P(X >= 96) = 0.0237 and P(X >= 95) = 0.0576, P(X <= 83) = 0.0206 and P(X <= 84) = 0.0399.
    expect([96, 95, 84, 83].map(statusOf)).toEqual(['met', 'not-proven', 'not-proven', 'not-met']);
  });

  it('says by how much a standard is missed, and whether that matters', () => {
    expect(assessStandard(onHold, calls(80, 20)).shortfall).toMatchObject({
      bearable: 1 - 0.9,
      margin: 0.05,
      material: false,
    });
    expect(assessStandard(onHold, calls(70, 30)).shortfall?.material).toBe(true);
    expect(assessStandard(onHold, calls(95, 5))).not.toHaveProperty('shortfall');
    const strict = assessStandard(onHold, calls(80, 20), { relevantShortfall: 0 });
    expect(strict.shortfall).toMatchObject({ margin: 0, material: true });
  });

  it('takes twice the failures that can be borne for a margin where few can', () => {
    const nearlyAll = { ...onHold, requiredShare: 0.99 };
    const { shortfall } = assessStandard(nearlyAll, calls(950, 50));
    expect(shortfall?.margin).toBeCloseTo(0.01, 12);
    expect(shortfall?.material).toBe(true);
    expect(assessStandard(nearlyAll, calls(975, 25)).shortfall?.material).toBe(false);
  });

  it('does not take one wrong payment in 300 for a disaster, and says what that is per thousand', () => {
    const everyCase = { ...onHold, requiredShare: 1 };
    const verdict = assessStandard(everyCase, calls(299, 1));
    expect(verdict).toMatchObject({
      status: 'not-met',
      shortfall: { bearable: 0, material: false },
    });
    const { failuresPerThousand } = verdict;
    expect(failuresPerThousand?.value).toBeCloseTo(1000 / 300, 10);
    const { low, high } = wilsonInterval(1, 300);
    expect(failuresPerThousand?.interval.low).toBeCloseTo(1000 * low, 10);
    expect(failuresPerThousand?.interval.high).toBeCloseTo(1000 * high, 10);
    expect(assessStandard(everyCase, calls(270, 30)).shortfall?.material).toBe(true);
    expect(assessStandard(everyCase, calls(300, 0))).not.toHaveProperty('failuresPerThousand');
    expect(assessStandard(onHold, calls(10, 30))).not.toHaveProperty('failuresPerThousand');
  });

  it('holds failures against what the standard tolerates, where it says so', () => {
    const everyCase = { ...onHold, requiredShare: 1, tolerated: 0.0001 };
    const shortfallOf = (n: number, failing: number) =>
      assessStandard(everyCase, calls(n - failing, failing)).shortfall;
    expect(shortfallOf(300, 1)).toMatchObject({
      bearable: 0.0001,
      margin: 0.0001,
      material: false,
    });
    expect(shortfallOf(300, 3)?.material).toBe(true);
    expect(shortfallOf(100_000, 12)?.material).toBe(false);
    const generous = { ...onHold, tolerated: 0.3 };
    expect(assessStandard(generous, calls(70, 30)).shortfall).toMatchObject({
      bearable: 0.3,
      material: false,
    });
  });

  it.each([-0.1, 1.5, Number.NaN])('refuses %d as what is tolerated or relevant', (odd) => {
    expect(() => assessStandard({ ...onHold, tolerated: odd }, [10])).toThrow(
      `tolerated of the standard "on-hold" is ${odd}; expected a number from 0 to 1`,
    );
    expect(() => assessStandard(onHold, [10], { relevantShortfall: odd })).toThrow(
      `relevantShortfall is ${odd}; expected a number from 0 to 1`,
    );
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

  it('says which share of cases a run without failure proves, where every case is asked for', () => {
    const always = { ...onHold, requiredShare: 1 };
    expect(assessStandard(always, calls(59, 0)).provenShare).toBeCloseTo(0.05 ** (1 / 59), 12);
    expect(assessStandard(always, calls(59, 0)).provenShare).toBeGreaterThanOrEqual(0.95);
    expect(assessStandard(always, calls(58, 0)).provenShare).toBeLessThan(0.95);
    expect(assessStandard(always, calls(58, 1))).not.toHaveProperty('provenShare');
    expect(assessStandard(onHold, calls(59, 0))).not.toHaveProperty('provenShare');
  });

  it('fails who has waited too long already, and counts apart whose wait may still go either way', () => {
    const verdict = assessStandard(onHold, [
      { value: 10 },
      { value: 31, ended: 'abandoned' },
      { value: 90, ended: 'still-waiting' },
      { value: 30, ended: 'abandoned' },
      { value: 12, ended: 'abandoned' },
      { value: 30, ended: 'still-waiting' },
    ]);
    expect(verdict).toMatchObject({
      conforming: 1,
      measured: 3,
      undecided: { abandoned: 2, stillWaiting: 1 },
      values: { maximum: 90 },
    });
  });

  it('passes what has reached a lower limit before it is over', () => {
    const lit = { ...onHold, operator: '>=', unit: 'hours' } as const;
    const verdict = assessStandard(lit, [
      { value: 30, ended: 'still-waiting' },
      { value: 29, ended: 'still-waiting' },
      { value: 29, ended: 'completed' },
    ]);
    expect(verdict).toMatchObject({
      conforming: 1,
      measured: 2,
      undecided: { abandoned: 0, stillWaiting: 1 },
    });
  });

  it('cannot tell of an exact value that is not reached, and fails one that is passed', () => {
    const exact = { ...onHold, operator: '=' } as const;
    const verdict = assessStandard(exact, [
      { value: 30, ended: 'still-waiting' },
      { value: 31, ended: 'still-waiting' },
    ]);
    expect(verdict).toMatchObject({ conforming: 0, measured: 1, undecided: { stillWaiting: 1 } });
  });

  it('gives percentiles by nearest rank, though 0.95 times 20 is not quite 19 to a machine', () => {
    const twenty = Array.from({ length: 20 }, (_, k) => k + 1);
    expect(assessStandard({ ...onHold, threshold: 18 }, twenty).values).toEqual({
      p50: 10,
      p90: 18,
      p95: 19,
      minimum: 1,
      maximum: 20,
      meanExcess: 1.5,
    });
  });

  it('counts percentiles from above where more is better', () => {
    const lit: Standard = { ...onHold, operator: '>=', threshold: 450, unit: 'lux' };
    const values = [500, 490, 480, 470, 460, 450, 440, 430, 420, 300];
    expect(assessStandard(lit, values).values).toEqual({
      p50: 460,
      p90: 420,
      p95: 300,
      minimum: 300,
      maximum: 500,
      meanExcess: (10 + 20 + 30 + 150) / 4,
    });
  });

  it('measures how far failures miss an exact value on either side', () => {
    const exact: Standard = { ...onHold, operator: '=' };
    expect(assessStandard(exact, [30, 29, 34, 30]).values?.meanExcess).toBe(2.5);
  });

  it('has no mean excess where nothing fails, and no values where nothing is measured', () => {
    expect(assessStandard(onHold, [10]).values).not.toHaveProperty('meanExcess');
    expect(assessStandard(onHold, [Number.NaN])).not.toHaveProperty('values');
  });

  it('brings minutes to seconds and refuses points', () => {
    const verdict = assessStandard(onHold, [
      { value: 0.5, unit: 'minutes' },
      { value: 0.51, unit: ' Min ' },
      { value: 30_000, unit: 'ms' },
      { value: 30, unit: 'points' },
      { value: 1, unit: 5 as unknown as string },
    ]);
    expect(verdict).toMatchObject({ conforming: 2, measured: 3, invalid: 2 });
    expect(verdict.firstInvalid).toEqual([
      { position: 3, because: 'other-unit', found: '"points"' },
      { position: 4, because: 'other-unit', found: '5' },
    ]);
  });

  it('takes no time below 0 and no way to end of its own, though a temperature may be below 0', () => {
    const times = [{ value: -1 }, { value: 5, ended: 'done' as 'completed' }, { value: -0 }];
    const verdict = assessStandard(onHold, times);
    expect(verdict).toMatchObject({ conforming: 1, measured: 1, invalid: 2 });
    expect(verdict.firstInvalid).toEqual([
      { position: 0, because: 'negative-time', found: '-1' },
      { position: 1, because: 'unknown-end', found: '"done"' },
    ]);
    expect(assessStandard({ ...onHold, unit: 'degrees' }, times.slice(0, 1)).conforming).toBe(1);
  });

  it('passes over measurements of other standards and other customers, and counts them', () => {
    const verdict = assessStandard(onHold, [
      { standard: 'on-hold', value: 10 },
      { standard: 'other', value: 10 },
      { value: 10, customer: 'internal' },
      { value: Number.NaN, customer: 'external' },
    ]);
    expect(verdict).toMatchObject({
      measured: 1,
      invalid: 1,
      otherStandards: 1,
      otherCustomers: 1,
    });
    expect(verdict.firstInvalid[0]?.position).toBe(2);
    const staff = assessStandard(onHold, [{ value: 10, customer: 'internal' }, 10], {
      customer: 'internal',
    });
    expect(staff).toMatchObject({ measured: 2, otherCustomers: 0, customer: 'internal' });
  });

  it('shows groups that are large enough, and the total of all', () => {
    const rows = [
      ...calls(9, 3).map((value) => ({ value, branch: 'north', month: 5 })),
      ...calls(20, 0).map((value) => ({ value, branch: 'south', month: 5 })),
      { value: 10, ended: 'abandoned', branch: 'south', month: 5 } as const,
    ];
    const verdict = assessStandard(onHold, rows, { by: ['branch', 'month'] });
    expect(verdict).toMatchObject({ conforming: 29, measured: 32 });
    expect(verdict.groups).toMatchObject([
      { group: { branch: 'north', month: '5' }, cases: 12, figures: { status: 'not-proven' } },
      { group: { branch: 'south', month: '5' }, cases: 21, figures: { conforming: 20 } },
    ]);
  });

  it('hides a small group, and the next smallest from which it could be worked out', () => {
    const rows = [
      ...calls(2, 1).map((value) => ({ value, branch: 'small' })),
      ...calls(9, 3).map((value) => ({ value, branch: 'middle' })),
      ...calls(20, 9).map((value) => ({ value, branch: 'large' })),
    ];
    const by = ['branch'] as const;
    const shown = assessStandard(onHold, rows, { by }).groups.map(({ group, figures }) => [
      group.branch,
      figures.status,
    ]);
    expect(shown).toEqual([
      ['large', 'not-met'],
      ['middle', 'suppressed'],
      ['small', 'suppressed'],
    ]);
    const all = assessStandard(onHold, rows, { by, minimumGroupSize: 1 });
    expect(all.groups.every(({ cases }) => cases !== 'suppressed')).toBe(true);
  });

  it('says the same of a tally as of the rows it was made of', () => {
    const rows = calls(30, 5).map((value, k) => ({ value, branch: String(k % 3) }));
    const tally = tallyMeasurements(onHold, rows, { by: ['branch'] });
    expect(assessStandard(onHold, tally)).toEqual(assessStandard(onHold, rows, { by: ['branch'] }));
    expect(assessStandard(onHold, JSON.parse(JSON.stringify(tally)))).toEqual(
      assessStandard(onHold, tally),
    );
  });

  it('refuses a tally of another standard, threshold or unit', () => {
    const tally = tallyMeasurements(onHold, [10]);
    for (const other of [{ threshold: 20 }, { unit: 'minutes' }, { operator: '>=' } as const]) {
      expect(() => assessStandard({ ...onHold, ...other }, tally)).toThrow(
        expect.objectContaining({ code: 'invalid-argument' }),
      );
    }
    expect(() => assessStandard<string>({ ...onHold, id: 'queue' }, tally)).toThrow(
      'standard of the tally is "on-hold"; expected "queue"',
    );
  });

  it.each([
    [{ threshold: NaN }, 'threshold of the standard "on-hold" is NaN; expected a finite number'],
    [{ requiredShare: NaN }, 'is NaN; expected a number above 0, up to 1'],
    [{ requiredShare: 90 }, 'is 90; expected a number above 0, up to 1'],
  ])('refuses a standard with %o, and counts nothing against it', (odd, message) => {
    expect(() => assessStandard({ ...onHold, ...odd }, [10])).toThrow(message);
    expect(() => tallyMeasurements({ ...onHold, ...odd }, [10])).toThrow(message);
  });

  it.each([null, 5, 'text', {}, { kind: 'columns' }])('refuses %o for measurements', (none) => {
    expect(() => assessStandard(onHold, none as never)).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
  });

  describe('where so few cases are grouped that all of them together could reveal a person', () => {
    const rows = [10, 31, 10].map((value) => ({ standard: 'on-hold', value, branch: 'north' }));

    it('shows nothing of them, and says why', () => {
      const verdict = assessStandard(onHold, rows, { by: ['branch'] });
      expect(verdict).toMatchObject({
        suppressed: 'below-minimum',
        status: 'not-measured',
        measured: 0,
        conforming: 0,
        withoutGroup: 'suppressed',
      });
      expect(verdict).not.toHaveProperty('values');
    });

    it('shows them where that is asked for, and where nothing is grouped', () => {
      const asked = assessStandard(onHold, rows, { by: ['branch'], minimumTotal: 1 });
      expect(asked).toMatchObject({ measured: 3, conforming: 2 });
      expect(asked).not.toHaveProperty('suppressed');
      expect(asked.groups[0]?.cases).toBe('suppressed');
      expect(assessStandard(onHold, rows).measured).toBe(3);
    });
  });

  it.each([0, 2.5, 6, Number.NaN])('refuses %d as the minimum total', (minimumTotal) => {
    expect(() => assessStandard(onHold, [10], { minimumTotal })).toThrow(
      `minimumTotal is ${minimumTotal}; expected a whole number from 1 to 5`,
    );
  });

  it.each([0, 2.5, Number.NaN])('refuses %d as the minimum group size', (minimumGroupSize) => {
    expect(() => assessStandard(onHold, [10], { minimumGroupSize })).toThrow(
      `minimumGroupSize is ${minimumGroupSize}; expected a whole number, 1 or more`,
    );
  });
});
