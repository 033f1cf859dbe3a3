import { describe, expect, it } from 'vitest';
import { crossProducts } from '../../stats/regression/crossProducts.ts';
import type { JointRatings } from '../visits/types.ts';
import { impactAsymmetry } from './impactAsymmetry.ts';
import type { ImpactAnalysis, ImpactOptions, MomentImpact } from './impactTypes.ts';

type Ratings = Readonly<Record<string, readonly number[]>>;

/** The sums of ratings from 1 to 5, of which 1 and 2 are low, 4 and 5 high. */
function jointOf(ratings: Ratings, overall: readonly number[]): JointRatings {
  const columns = Object.values(ratings).flatMap((given) => [
    given.map((rating) => Number(rating <= 2)),
    given.map((rating) => Number(rating >= 4)),
  ]);
  const products = crossProducts({ columns, outcome: overall });
  const drivers = Object.keys(ratings);
  return { drivers, products, noOverall: 0, incomplete: 0, unrated: drivers.map(() => 0) };
}

function impactsOf(
  ratings: Ratings,
  overall: readonly number[],
  options?: ImpactOptions,
): ImpactAnalysis {
  return impactAsymmetry(jointOf(ratings, overall), options);
}

function impactAt(analysis: ImpactAnalysis, place: number): MomentImpact {
  const found = analysis.moments[place];
  if (found?.kind !== 'estimate') throw new Error(`not estimable: ${found?.reason ?? 'absent'}`);
  return found;
}

const visits = Array.from({ length: 240 }, (_, i) => i);
const queue = visits.map((i) => 1 + ((7 * i + Math.floor(i / 5)) % 5));
const pay = visits.map((i) => 1 + ((3 * i + Math.floor((i * i) / 7)) % 5));
const noise = visits.map((i) => ((11 * i + Math.floor((i * i) / 3)) % 3) - 1);
const overall = visits.map((i) => {
  const fromQueue = queue[i]! <= 2 ? -3 : queue[i]! >= 4 ? 1 : 0;
  const fromPay = pay[i]! <= 2 ? -1 : pay[i]! >= 4 ? 2 : 0;
  return Math.min(10, Math.max(0, 6 + fromQueue + fromPay + noise[i]!));
});

describe('impactAsymmetry', () => {
  // The expected figures: numpy 2.4.6 and scipy, least squares by singular values and closed formulas.
  it('gives the coefficients, errors and intervals of the joint regression', () => {
    const analysis = impactsOf({ queue, pay }, overall);
    expect(analysis.n).toBe(240);
    expect(analysis.rSquared).toBeCloseTo(0.8924353397767073, 10);
    const { penalty, reward, reference } = impactAt(analysis, 0);
    expect([penalty.cases, reference, reward.cases]).toEqual([96, 48, 96]);
    expect(penalty.coefficient).toBeCloseTo(-3.100291528667179, 10);
    expect(penalty.standardError).toBeCloseTo(0.14643880587642352, 10);
    expect(penalty.interval?.low).toBeCloseTo(-3.388792093630846, 9);
    expect(penalty.interval?.high).toBeCloseTo(-2.8117909637035114, 9);
    expect(penalty.varianceInflation).toBeCloseTo(1.8086905540068865, 9);
    expect(reward.coefficient).toBeCloseTo(0.9618453786633216, 10);
    expect(reward.standardError).toBeCloseTo(0.14643075668018768, 10);
    const other = impactAt(analysis, 1);
    expect(other.penalty.coefficient).toBeCloseTo(-1.034856896272329, 10);
    expect(other.reward.coefficient).toBeCloseTo(2.014223886004984, 10);
    expect(other.reward.varianceInflation).toBeCloseTo(2.0166418737948755, 9);
  });

  it('gives range, asymmetry and the test of whether penalty and reward are the same', () => {
    const analysis = impactsOf({ queue, pay }, overall);
    const first = impactAt(analysis, 0);
    expect(first.range).toBeCloseTo(4.0621369073305, 10);
    expect(first.asymmetry).toMatchObject({ kind: 'estimate', impactClass: 'dissatisfier' });
    expect(valueOf(first)).toBeCloseTo(-0.5264337955091652, 10);
    expect(first.asymmetryTest?.statistic).toBeCloseTo(-7.9949699771395775, 8);
    expect(first.asymmetryTest?.degreesOfFreedom).toBe(235);
    expect(first.asymmetryTest?.pValue).toBeCloseTo(5.851275605275263e-14, 20);
    const second = impactAt(analysis, 1);
    expect(second.asymmetry).toMatchObject({ kind: 'estimate', impactClass: 'satisfier' });
    expect(valueOf(second)).toBeCloseTo(0.32120073545613975, 10);
    expect(second.asymmetryTest?.pValue).toBeCloseTo(0.000760520692673232, 12);
  });

  it('draws the interval of the asymmetry, as two million other draws give it', () => {
    const analysis = impactsOf({ queue, pay }, overall, { resamples: 100_000, seed: 3 });
    const [first, second] = [0, 1].map((place) => intervalOf(impactAt(analysis, place)));
    expect(Math.abs(first!.low - -0.66114)).toBeLessThan(0.003);
    expect(Math.abs(first!.high - -0.39529)).toBeLessThan(0.003);
    expect(Math.abs(second!.low - 0.13572)).toBeLessThan(0.003);
    expect(Math.abs(second!.high - 0.51238)).toBeLessThan(0.003);
  });

  it('gives the same figures for the same seed, which it returns, and others for another', () => {
    const one = impactsOf({ queue, pay }, overall, { seed: 5 });
    expect(one.settings.seed).toBe(5);
    expect(impactsOf({ queue, pay }, overall, { seed: 5 })).toEqual(one);
    const other = impactsOf({ queue, pay }, overall, { seed: 6 });
    expect(intervalOf(impactAt(other, 0))).not.toEqual(intervalOf(impactAt(one, 0)));
  });

  it('says in which third of the moments each range lies', () => {
    const analysis = impactsOf({ queue, pay }, overall);
    expect([0, 1].map((place) => impactAt(analysis, place).impactLevel)).toEqual(['high', 'low']);
    expect('impactLevel' in impactAt(impactsOf({ queue }, overall), 0)).toBe(false);
  });

  it('names extremes: what only spoils is a frustrator, what only delights a delighter', () => {
    const spoilt = queue.map((rating, i) => (rating <= 2 ? 2 : 6) + noise[i]!);
    const delighted = queue.map((rating, i) => (rating >= 4 ? 6 : 2) + noise[i]!);
    const steep = { thresholds: { hybrid: 0.2, extreme: 0.9 } };
    expect(impactAt(impactsOf({ queue }, spoilt), 0).asymmetry).toMatchObject({
      impactClass: 'dissatisfier',
      extreme: 'frustrator',
    });
    expect(impactAt(impactsOf({ queue }, delighted), 0).asymmetry).toMatchObject({
      impactClass: 'satisfier',
      extreme: 'delighter',
    });
    expect('extreme' in impactAt(impactsOf({ queue }, overall, steep), 0).asymmetry).toBe(false);
  });

  it('takes an asymmetry on a threshold for the milder class', () => {
    // Means of 2, 4 and 5: penalty 2, reward 1, asymmetry -1/3.
    const mean = queue.map((rating) => (rating <= 2 ? 2 : rating === 3 ? 4 : 5));
    const [classed, outside] = [1 / 3, 0.3].map(
      (hybrid) =>
        impactAt(
          impactsOf({ queue }, mean, { thresholds: { hybrid: hybrid + 1e-12, extreme: 0.7 } }),
          0,
        ).asymmetry,
    );
    expect(classed).toMatchObject({ impactClass: 'hybrid' });
    expect(outside).toMatchObject({ impactClass: 'dissatisfier' });
  });

  it('takes a wrong sign for no impact, and says so', () => {
    const odd = queue.map((rating, i) => (rating <= 2 ? 5 : rating === 3 ? 4 : 7) + noise[i]!);
    const found = impactAt(impactsOf({ queue }, odd), 0);
    expect(found.penalty.coefficient).toBeGreaterThan(0);
    expect(found.penalty).toMatchObject({ sign: 'wrong', size: 0 });
    expect(found.reward.sign).toBe('expected');
    expect(found.cautions).toEqual(['wrong-sign-penalty']);
    expect(valueOf(found)).toBe(1);
    expect(found.range).toBe(found.reward.coefficient);
  });

  it('has no asymmetry when both signs are wrong', () => {
    const odd = queue.map((rating, i) => (rating === 3 ? 7 : rating <= 2 ? 8 : 5) + noise[i]!);
    const found = impactAt(impactsOf({ queue }, odd), 0);
    expect(found.range).toBe(0);
    expect(found.asymmetry).toEqual({ kind: 'not-estimable', reason: 'zero-range' });
    expect(found.cautions).toEqual(['wrong-sign-penalty', 'wrong-sign-reward']);
  });

  it('claims no certainty for answers that fit without error', () => {
    const exact = queue.map((rating) => (rating <= 2 ? 2 : rating === 3 ? 4 : 5));
    const found = impactAt(impactsOf({ queue }, exact), 0);
    expect(found.range).toBeCloseTo(3, 10);
    expect(found.penalty.interval).toBeUndefined();
    expect(found.asymmetryTest).toBeUndefined();
    expect(found.asymmetry).not.toHaveProperty('interval');
  });

  it('does not estimate a moment with too few low ratings, and keeps its high ones in', () => {
    const rarely = pay.map((rating, i) => (rating <= 2 && i > 20 ? 3 : rating));
    const analysis = impactsOf({ queue, pay: rarely }, overall);
    const low = rarely.filter((rating) => rating <= 2).length;
    expect(analysis.moments[1]).toEqual({
      kind: 'not-estimable',
      moment: 'pay',
      reason: 'too-few',
      tooFew: ['low'],
      minimumCases: 10,
      n: 240,
      low,
      reference: rarely.filter((rating) => rating === 3).length,
      high: rarely.filter((rating) => rating >= 4).length,
    });
    expect(low).toBeLessThan(10);
    // Without the high ratings of the other moment the fit would be that of the queue alone.
    expect(analysis.rSquared).toBeGreaterThan(impactsOf({ queue }, overall).rSquared! + 0.1);
    const lower = impactsOf({ queue, pay: rarely }, overall, { minimumCases: low });
    expect(lower.moments[1]?.kind).toBe('estimate');
  });

  it('does not estimate a moment that nobody rates in between', () => {
    const twoSided = pay.map((rating) => (rating === 3 ? 4 : rating));
    const [first, second] = impactsOf({ queue, pay: twoSided }, overall).moments;
    expect(first?.kind).toBe('estimate');
    expect(second).toMatchObject({ reason: 'too-few', tooFew: ['reference'], reference: 0 });
  });

  it('names the moment that another one is a copy of, and what the first stands for', () => {
    const analysis = impactsOf({ queue, pay, again: queue }, overall);
    expect(analysis.moments[2]).toMatchObject({
      kind: 'not-estimable',
      reason: 'collinear',
      moment: 'again',
      duplicates: ['queue'],
    });
    expect(impactAt(analysis, 0).standsFor).toEqual(['again']);
    expect(impactAt(analysis, 1).standsFor).toEqual([]);
    expect(impactAt(analysis, 0).penalty.coefficient).toBeCloseTo(-3.100291528667179, 10);
  });

  it('names the first of several copies for all of the others', () => {
    const analysis = impactsOf({ queue, again: queue, pay, third: queue }, overall);
    for (const place of [1, 3]) {
      expect(analysis.moments[place]).toMatchObject({ duplicates: ['queue'] });
    }
    expect(impactAt(analysis, 0).standsFor).toEqual(['again', 'third']);
    expect(impactAt(analysis, 2).standsFor).toEqual([]);
  });

  it('is cautious about moments that are nearly copies of each other', () => {
    const nearly = queue.map((rating, i) => (i % 40 === 0 ? 3 : rating));
    const analysis = impactsOf({ queue, nearly }, overall);
    expect(impactAt(analysis, 0).cautions).toContain('variance-inflation');
    expect(impactAt(impactsOf({ queue, pay }, overall), 0).cautions).toEqual([]);
  });

  it('says when all overall answers are the same, and when there are too few visits', () => {
    const same = impactsOf(
      { queue },
      queue.map(() => 4),
    );
    expect(same.moments[0]).toMatchObject({ kind: 'not-estimable', reason: 'zero-variance' });
    expect('rSquared' in same).toBe(false);
    const few = impactsOf({ queue: [1, 3, 5] }, [1, 2, 4], { minimumCases: 1 });
    expect(few.moments[0]).toMatchObject({ kind: 'not-estimable', reason: 'too-few-visits' });
  });

  it('names what is missing when there is no visit at all, or a single one', () => {
    expect(impactsOf({ queue: [] }, []).moments[0]).toMatchObject({
      reason: 'too-few',
      tooFew: ['low', 'reference', 'high'],
      n: 0,
    });
    expect(impactsOf({ queue: [2] }, [1]).moments[0]).toMatchObject({ reason: 'too-few', n: 1 });
    expect(impactsOf({}, [1, 2]).moments).toEqual([]);
  });

  it.each([
    [{ seed: 1.5 }, 'seed is 1.5; expected a whole number'],
    [{ resamples: 10 }, 'resamples is 10; expected a whole number from 100 to 100000'],
    [{ minimumCases: 0 }, 'minimumCases is 0; expected a whole number, 1 or more'],
    [{ thresholds: { hybrid: 0.8, extreme: 0.7 } }, 'thresholds.hybrid is 0.8'],
    [{ thresholds: { hybrid: 0.2, extreme: 1.1 } }, 'thresholds.extreme is 1.1'],
    [{ thresholds: { hybrid: 0.2, extreme: NaN } }, 'thresholds.extreme is NaN'],
    [{ level: 95 }, 'level is 95'],
  ])('refuses %j', (options, message) => {
    expect(() => impactsOf({ queue }, overall, options)).toThrow(message);
  });

  it('refuses sums of other moments than are named', () => {
    const products = crossProducts({ columns: [[0, 1]], outcome: [1, 2] });
    const joint = { products, noOverall: 0, incomplete: 0, unrated: [0] };
    expect(() => impactAsymmetry({ ...joint, drivers: ['a', 'b'] })).toThrow(
      'products.columns is 1; expected two for each of 2 drivers',
    );
  });
});

function valueOf({ asymmetry }: MomentImpact): number {
  return asymmetry.kind === 'estimate' ? asymmetry.value : NaN;
}

function intervalOf({ asymmetry }: MomentImpact): { low: number; high: number } {
  const interval = asymmetry.kind === 'estimate' ? asymmetry.interval : undefined;
  if (interval === undefined) throw new Error('no interval');
  return interval;
}
