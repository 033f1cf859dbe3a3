import { describe, expect, it } from 'vitest';
import { derivedOf } from '../../../test/support/driverSketch.ts';
import { createRandom } from '../../stats/random/createRandom.ts';
import { drawNormal } from '../../stats/random/drawNormal.ts';
import { correlationInterval } from './correlationInterval.ts';
import { deriveImportance } from './deriveImportance.ts';
import { drawChiSquare } from './drawChiSquare.ts';
import { percentileInterval } from './percentileInterval.ts';
import { tallyDrivers } from './tallyDrivers.ts';

/** Where answers on 1 to 5 are cut: most customers give the best one, or the middle one. */
const CUTS = { 'pile up at the best end': [-2, -1.6, -1.1, 0], 'are even': [-1.5, -0.5, 0.5, 1.5] };

/** What so many customers answer, who share a mood. */
function sample(random: () => number, size: number, cuts: readonly number[]) {
  const answer = (x: number): number => 1 + cuts.filter((cut) => x > cut).length;
  const rows = Array.from({ length: size }, () => {
    const mood = drawNormal(random);
    const [a, b] = [0.6 * mood + 0.8 * drawNormal(random), 0.6 * mood + 0.8 * drawNormal(random)];
    return [0.6 * a + 0.3 * b + 0.7 * drawNormal(random), a, b].map(answer);
  });
  const column = (place: number): number[] => rows.map((row) => row[place]!);
  return { all: column(0), a: column(1), b: column(2) };
}

describe('the intervals of derived importance', () => {
  it.each(Object.entries(CUTS))(
    'hold the truth in 90 to 99 of 100 surveys of 150 customers whose answers %s',
    (_, cuts) => {
      const random = createRandom(11);
      const truth = derivedOf(sample(random, 40_000, cuts));
      const trials = 200;
      let [ofR2, ofPart, ofSlope, ofCorrelation] = [0, 0, 0, 0];
      for (let trial = 0; trial < trials; trial += 1) {
        const found = derivedOf(sample(random, 150, cuts), { resamples: 150, seed: trial });
        const [known, own] = [truth.drivers[0]!, found.drivers[0]!];
        if (known.importance.kind !== 'estimate' || own.importance.kind !== 'estimate') {
          throw new Error('not estimable');
        }
        const holds = (
          interval: { low: number; high: number } | undefined,
          value: number,
        ): number =>
          Number(interval !== undefined && interval.low <= value && value <= interval.high);
        ofR2 += holds(found.adjustedRSquared.interval, truth.rSquared);
        ofPart += holds(own.importance.interval, known.importance.value);
        ofSlope += holds(own.standardized!.interval, known.standardized!.value);
        ofCorrelation += holds(own.pearson!.interval, known.pearson!.value);
      }
      for (const held of [ofR2, ofPart, ofSlope, ofCorrelation]) {
        expect(held / trials).toBeGreaterThan(0.9);
        expect(held / trials).toBeLessThan(0.995);
      }
    },
  );
});

describe('the order of derived importance', () => {
  it('is hardly ever made of noise: adjusted R² reaches a tenth where plain R² does often', () => {
    const random = createRandom(5);
    const trials = 200;
    let [plain, ordered] = [0, 0];
    for (let trial = 0; trial < trials; trial += 1) {
      const noise = (): number[] => Array.from({ length: 60 }, () => 1 + Math.floor(5 * random()));
      const table = { all: noise(), a: noise(), b: noise(), c: noise(), d: noise(), e: noise() };
      const found = derivedOf(table, { resamples: 0 });
      plain += Number(found.rSquared >= 0.1) / trials;
      ordered += Number(found.order.length > 0) / trials;
    }
    expect(plain).toBeGreaterThan(0.2);
    expect(ordered).toBeLessThan(0.1);
  });

  it('rests on an adjusted R² whose interval is centred on it', () => {
    const cuts = CUTS['are even'];
    const { adjustedRSquared } = derivedOf(sample(createRandom(4), 400, cuts), { resamples: 2000 });
    const { low, high } = adjustedRSquared.interval!;
    expect(Math.abs((low + high) / 2 - adjustedRSquared.value)).toBeLessThan(0.015);
  });
});

describe('drawChiSquare', () => {
  it.each([0.5, 1, 3, 10, 1000])('has the mean and the variance of %d degrees of freedom', (df) => {
    const random = createRandom(3);
    const draws = Array.from({ length: 20_000 }, () => drawChiSquare(random, df));
    const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
    const variance = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws.length;
    expect(Math.abs(mean / df - 1)).toBeLessThan(4 * Math.sqrt(2 / df / draws.length));
    expect(Math.abs(variance / (2 * df) - 1)).toBeLessThan(
      4 * Math.sqrt((2 + 12 / df) / draws.length),
    );
    expect(Math.min(...draws)).toBeGreaterThanOrEqual(0);
  });
});

describe('percentileInterval', () => {
  it('lies between the draws that leave the same share on either side', () => {
    const draws = Array.from({ length: 1000 }, (_, i) => i + 1).toReversed();
    expect(percentileInterval(draws, 0.95)).toEqual({ low: 25, high: 976 });
    expect(percentileInterval([7], 0.95)).toEqual({ low: 7, high: 7 });
  });
});

describe('correlationInterval', () => {
  it('knows nothing from three cases, and is wider for ranks', () => {
    expect(correlationInterval(0.9, 3, 'fisher-z', 0.95)).toMatchObject({ low: -1, high: 1 });
    const [r, ranks] = (['fisher-z', 'bonett-wright'] as const).map((method) =>
      correlationInterval(0.6, 50, method, 0.95),
    );
    expect(ranks!.high - ranks!.low).toBeGreaterThan(r!.high - r!.low);
    expect(correlationInterval(1, 50, 'fisher-z', 0.95)).toMatchObject({ low: 1, high: 1 });
  });

  // 0.6 from 28: artanh 0.6 ± 1.959964/5 by hand.
  it('is that of Fisher', () => {
    const { low, high } = correlationInterval(0.6, 28, 'fisher-z', 0.95);
    expect(low).toBeCloseTo(Math.tanh(0.6931471805599453 - 0.3919927969080108), 12);
    expect(high).toBeCloseTo(Math.tanh(0.6931471805599453 + 0.3919927969080108), 12);
  });
});

describe('derived importance of weighted responses', () => {
  const rows = Array.from({ length: 60 }, (_, i) => ({ a: 1 + (i % 5), b: 1 + (i % 3) }));
  const answered = rows.map((row, i) => ({
    ...row,
    all: Math.round((2 * row.a + row.b + (i % 4)) / 4) || 1,
  }));
  const ask = (id: string) =>
    ({ id, text: id, asks: 'satisfaction', scale: { min: 1, max: 5 } }) as const;
  const survey = { id: 's', title: 's', questions: [ask('a'), ask('b'), ask('all')] };
  const tallied = (unit: number) =>
    tallyDrivers(
      survey,
      answered.map((row, i) => ({ ...row, w: unit * (1 + (i % 2)) })),
      { outcome: 'all', drivers: ['a', 'b'], weight: 'w' },
    );

  it.each([1e-9, 6.7e-7, 1e-3, 1e6, 4e8])(
    'is the same in whatever unit weights are: %d',
    (unit) => {
      const one = deriveImportance(tallied(1), { resamples: 50 });
      const other = deriveImportance(tallied(unit), { resamples: 50 });
      if (one.kind !== 'estimate' || other.kind !== 'estimate') throw new Error('not estimable');
      expect(other.rSquared).toBeCloseTo(one.rSquared, 9);
      expect(other.definition.equivalentCases).toBeCloseTo(one.definition.equivalentCases, 6);
    },
  );

  it.each([1e-10, 1e-15, 1e-200, 1e10, Infinity, Number.NaN])(
    'leaves responses out by count whose weight is lost in the sums: %d',
    (unit) => {
      const tally = tallied(unit);
      expect(tally.withoutWeight).toBe(60);
      expect(deriveImportance(tally)).toMatchObject({ kind: 'not-estimable', reason: 'no-data' });
    },
  );

  it('ends for a tally from elsewhere whose weights square to nothing', () => {
    const { sums, ...tally } = tallied(1);
    const fine = sums.fine.with(-1, 0);
    const fraction = sums.fraction.with(-1, 0);
    const broken = { ...tally, sums: { whole: sums.whole.with(-1, 0), fraction, fine } };
    const found = deriveImportance(broken, { resamples: 20 });
    expect(JSON.stringify(found)).not.toContain('null');
  });
});
