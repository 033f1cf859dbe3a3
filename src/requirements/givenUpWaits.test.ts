import { describe, expect, it } from 'vitest';
import { estimated } from '../../test/support/estimated.ts';
import type { Measurement } from '../model/observations.ts';
import type { Standard } from '../model/requirement.ts';
import { createRandom, type Random } from '../stats/random/createRandom.ts';
import { assessStandard } from './assessStandard.ts';
import { tallyMeasurements } from './measurements/tallyMeasurements.ts';

/** The true wait would be 200 seconds on average for whoever stays on, spread exponentially. */
const MEAN_WAIT = 200;

type Case = Omit<Measurement, 'standard'>;

function within(threshold: number, requiredShare = 0.9): Standard {
  return {
    id: 'answered',
    measure: 'Time to the answer',
    unit: 'seconds',
    operator: '<=',
    threshold,
    requiredShare,
  };
}

function trueShare(threshold: number): number {
  return 1 - Math.exp(-threshold / MEAN_WAIT);
}

/** A made-up day of calls, recorded to the second, some of which end when patience does. */
function callsOf(random: Random, n: number, meanPatience: number): readonly Case[] {
  const draw = (mean: number): number => Math.ceil(-mean * Math.log(1 - random()));
  return Array.from({ length: n }, () => {
    const wait = draw(MEAN_WAIT);
    const patience = draw(meanPatience);
    return wait <= patience ? { value: wait } : { value: patience, ended: 'abandoned' };
  });
}

describe('a day of 2,400 calls of which four in ten give up', () => {
  const day = callsOf(createRandom(5), 2400, 300);

  it('shows the waits that the service has, and not those of the patient alone', () => {
    const { values } = assessStandard(within(60), day);
    // Four standard errors of a share of half of so many.
    const error = 4 * Math.sqrt(0.25 / 2400);
    expect(Math.abs(trueShare(values?.p50 ?? 0) - 0.5)).toBeLessThan(error);
    expect(Math.abs(trueShare(values?.p90 ?? 0) - 0.9)).toBeLessThan(error);
    const patient = day.filter(({ ended }) => ended === undefined);
    const { values: flattered } = assessStandard(within(60), patient);
    expect(trueShare(flattered?.p50 ?? 0)).toBeLessThan(0.5 - error);
    expect(trueShare(flattered?.p90 ?? 0)).toBeLessThan(0.9 - error);
  });

  it.each([20, 60, 180, 300])('shows the share within %d seconds that is true', (threshold) => {
    const verdict = assessStandard(within(threshold), day);
    const { value, interval, n } = estimated(verdict.conformingShare);
    expect(interval.low).toBeLessThanOrEqual(trueShare(threshold));
    expect(interval.high).toBeGreaterThanOrEqual(trueShare(threshold));
    expect(n).toBe(2400);
    // Those decided alone flatter the service.
    expect(verdict.conforming / verdict.measured).toBeGreaterThan(value);
    expect(verdict.effectiveCases).toBeLessThan(2400);
  });

  it('shows the same percentiles whatever threshold is asked about', () => {
    const [first, ...others] = [1, 20, 60, 600, 5000].map((threshold) => {
      const { values } = assessStandard(within(threshold), day);
      return [values?.p50, values?.p90, values?.p95, values?.minimum, values?.maximum];
    });
    for (const other of others) expect(other).toEqual(first);
  });

  it('never shows a smaller share for a later threshold', () => {
    let before = 0;
    for (let threshold = 0; threshold <= 900; threshold += 30) {
      const { value } = estimated(assessStandard(within(threshold), day).conformingShare);
      expect(value).toBeGreaterThanOrEqual(before);
      before = value;
    }
  });

  it('comes to nearly the same from a sketch', () => {
    for (const threshold of [20, 60, 300]) {
      const exact = assessStandard(within(threshold), day);
      const tally = tallyMeasurements(within(threshold), day, { values: 'sketch' });
      const sketched = assessStandard(within(threshold), tally);
      expect(sketched.status).toBe(exact.status);
      expect(sketched.conforming).toBe(exact.conforming);
      const [share, sameShare] = [exact, sketched].map(
        ({ conformingShare }) => estimated(conformingShare).value,
      );
      expect(Math.abs((sameShare ?? 0) - (share ?? 1))).toBeLessThan(0.005);
      for (const key of ['p50', 'p90'] as const) {
        const ratio = (sketched.values?.[key] ?? 0) / (exact.values?.[key] ?? 1);
        expect(Math.abs(ratio - 1)).toBeLessThan(0.025);
      }
    }
  });
});

describe('waits that were given up', () => {
  it('do not matter for a share when they are longer than the threshold', () => {
    const rows: readonly Case[] = [
      { value: 10 },
      { value: 20 },
      { value: 90 },
      { value: 70, ended: 'abandoned' },
    ];
    const verdict = assessStandard(within(60), rows);
    expect(estimated(verdict.conformingShare)).toMatchObject({ value: 0.5, n: 4 });
    expect(verdict).not.toHaveProperty('effectiveCases');
  });

  it('leave a percentile open that nobody stayed to see', () => {
    const rows: readonly Case[] = [
      { value: 10 },
      { value: 20 },
      { value: 30, ended: 'abandoned' },
      { value: 30, ended: 'still-waiting' },
    ];
    expect(assessStandard(within(60), rows).values).toEqual({ p50: 20, minimum: 10, maximum: 30 });
    const lit = { ...within(5, 0.5), operator: '>=' } as const;
    const { values } = assessStandard(lit, rows);
    expect(values).toEqual({ p90: 10, p95: 10, minimum: 10, maximum: 30 });
  });

  it('leave the share open where nobody stayed to the threshold', () => {
    const rows: readonly Case[] = [
      ...Array.from({ length: 40 }, () => ({ value: 10 })),
      ...Array.from({ length: 60 }, () => ({ value: 20, ended: 'abandoned' as const })),
    ];
    const verdict = assessStandard(within(60), rows);
    expect(verdict.status).toBe('not-proven');
    expect(verdict).not.toHaveProperty('measurementsToSettle');
    const { value, interval } = estimated(verdict.conformingShare);
    expect(value).toBeCloseTo(0.4, 12);
    expect(interval.high).toBe(1);
    const lit = assessStandard({ ...within(60), operator: '>=' }, rows);
    expect(estimated(lit.conformingShare)).toMatchObject({ interval: { low: 0 } });
    expect(estimated(lit.conformingShare).value).toBeCloseTo(0.6, 12);
  });

  it('are no measurement where no case is decided', () => {
    const rows: readonly Case[] = [{ value: 10, ended: 'abandoned' }];
    expect(assessStandard(within(60), rows)).toMatchObject({
      status: 'not-measured',
      undecided: { abandoned: 1 },
    });
    const beyond: readonly Case[] = [
      { value: 90, ended: 'abandoned' },
      { value: 10, ended: 'abandoned' },
    ];
    const { conformingShare, values } = assessStandard(within(60), beyond);
    expect(estimated(conformingShare).value).toBe(0);
    expect(values).toEqual({ minimum: 10, maximum: 90, meanExcess: 30 });
  });

  it('take so many more measurements to settle as they tell less', () => {
    const rows = callsOf(createRandom(3), 150, 300);
    const {
      measurementsToSettle,
      measured,
      effectiveCases = 0,
    } = assessStandard(within(300, 0.78), rows);
    expect(effectiveCases).toBeLessThan(measured);
    expect(measurementsToSettle).toBeGreaterThan(measured);
  });

  it('say how long lamps burn of which some still do', () => {
    const lamps: readonly Case[] = [
      ...Array.from({ length: 30 }, () => ({ value: 500 })),
      ...Array.from({ length: 5 }, () => ({ value: 200 })),
      ...Array.from({ length: 10 }, () => ({ value: 300, ended: 'still-waiting' as const })),
    ];
    const burns = { ...within(450), operator: '>=', unit: 'hours' } as const;
    const { conformingShare, conforming, measured } = assessStandard(burns, lamps);
    // 40 of 45 outlast 200 hours, and nobody else fails before 450.
    expect(estimated(conformingShare).value).toBeCloseTo(40 / 45, 12);
    expect([conforming, measured]).toEqual([30, 35]);
  });
});

describe('a standard that is just met, where callers give up', () => {
  const RUNS = 1000;
  // Four standard errors above (1 - 0.95)/2.
  const LIMIT = 0.025 + 4 * Math.sqrt((0.025 * 0.975) / RUNS);

  it.each([
    [1000, 60, 100],
    [300, 60, 100],
    [300, 300, 30],
    [300, 300, 300],
    [100, 60, 100],
    [100, 300, 100],
    [100, 300, 300],
  ])(
    'is rarely called anything else: patience %d s, threshold %d s, %d calls',
    (patience, threshold, n) => {
      const random = createRandom(n + threshold + patience);
      const standard = within(threshold, trueShare(threshold));
      let met = 0;
      let notMet = 0;
      for (let run = 0; run < RUNS; run += 1) {
        const { status } = assessStandard(standard, callsOf(random, n, patience));
        if (status === 'met') met += 1 / RUNS;
        if (status === 'not-met') notMet += 1 / RUNS;
      }
      expect(met).toBeLessThan(LIMIT);
      expect(notMet).toBeLessThan(LIMIT);
    },
  );
});
