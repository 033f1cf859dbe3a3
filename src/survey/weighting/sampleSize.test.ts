import { describe, expect, it } from 'vitest';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { meanInterval } from '../../stats/intervals/meanInterval.ts';
import { sampleSize } from './sampleSize.ts';
import type { SamplePlan } from './types.ts';

const share = { kind: 'share', marginOfError: 0.05 } as const;

describe('sampleSize', () => {
  it('asks 385 for a share within 5 points of a hundred, when nothing is known', () => {
    expect(sampleSize(share)).toMatchObject({ answers: 385, invitations: 385 });
  });

  it('shows what it assumed', () => {
    expect(sampleSize(share).definition).toEqual({
      ...share,
      level: 0.95,
      designEffect: 1,
      responseRate: 1,
      expectedShare: 0.5,
    });
    expect(
      sampleSize({ kind: 'net-promoter-score', marginOfErrorPoints: 10 }).definition,
    ).toMatchObject({ variance: 1 });
  });

  it('asks 385 for a net promoter score within 10 points at worst, 231 at the usual variance of 0.6', () => {
    const plan = { kind: 'net-promoter-score', marginOfErrorPoints: 10 } as const;
    expect(sampleSize(plan).answers).toBe(385);
    expect(sampleSize({ ...plan, variance: 0.6 }).answers).toBe(231);
    expect(sampleSize(plan).marginOfError).toBeCloseTo(9.989, 3);
  });

  it('asks more for a mean than z alone says, so that its own interval keeps the margin', () => {
    const plan = { kind: 'mean', marginOfError: 1, standardDeviation: 2 } as const;
    const { answers, unrounded, marginOfError } = sampleSize(plan);
    expect(unrounded).toBeCloseTo(15.366, 3);
    expect(answers).toBe(18);
    const { low, high } = meanInterval({ n: 18, mean: 0, variance: 4 });
    expect((high - low) / 2).toBeCloseTo(marginOfError, 12);
    const tooFew = meanInterval({ n: 17, mean: 0, variance: 4 });
    expect((tooFew.high - tooFew.low) / 2).toBeGreaterThan(1);
  });

  it('asks two for the roughest mean there is, since one answer has no spread', () => {
    const plan = { kind: 'mean', marginOfError: 1000, standardDeviation: 1 } as const;
    expect(sampleSize(plan).answers).toBe(2);
  });

  it('asks fewer of few customers, and never more than there are', () => {
    expect(sampleSize({ ...share, population: 500 }).answers).toBe(218);
    expect(sampleSize({ ...share, population: 20 }).answers).toBe(20);
    expect(sampleSize({ ...share, population: 1 }).answers).toBe(1);
  });

  it('has no sampling error left when everybody is asked', () => {
    expect(sampleSize({ ...share, population: 10 }).marginOfError).toBe(0);
  });

  it('asks everybody where nothing less keeps the margin', () => {
    const plan = { ...share, population: 3, marginOfError: 0.001 };
    expect(sampleSize(plan)).toMatchObject({
      answers: 3,
      marginOfError: 0,
      exceedsPopulation: false,
    });
  });

  it('asks fewer of a small population, clusters and all', () => {
    expect(sampleSize({ ...share, population: 500, designEffect: 4 }).answers).toBe(378);
  });

  it('multiplies by the design effect, and divides by the share of those who answer', () => {
    expect(sampleSize({ ...share, designEffect: 1.5 }).answers).toBe(577);
    expect(sampleSize({ ...share, responseRate: 0.2 })).toMatchObject({
      answers: 385,
      invitations: 1925,
    });
  });

  it('does not round 100 up to 101 for the dust that dividing leaves', () => {
    // 57 / 0.57 is 100.00000000000001 in a computer.
    const plan = { ...share, marginOfError: 0.001, population: 57, responseRate: 0.57 };
    expect(sampleSize(plan)).toMatchObject({ answers: 57, invitations: 100 });
  });

  it('says when even asking everybody brings too few answers', () => {
    expect(sampleSize({ ...share, population: 500, responseRate: 0.25 })).toMatchObject({
      answers: 218,
      invitations: 872,
      exceedsPopulation: true,
    });
  });

  it('asks everybody for a margin too narrow for anything else', () => {
    for (const marginOfError of [1e-20, 1e-200]) {
      expect(sampleSize({ ...share, marginOfError, population: 9 }).answers).toBe(9);
      const plan = { kind: 'mean', marginOfError, standardDeviation: 1, population: 9 } as const;
      expect(sampleSize(plan).answers).toBe(9);
    }
  });

  it('asks one at a level near 0', () => {
    expect(sampleSize({ ...share, level: 1e-17, population: 1 }).answers).toBe(1);
    expect(sampleSize({ ...share, level: 1e-17 }).answers).toBe(1);
  });

  const nps = { kind: 'net-promoter-score', marginOfErrorPoints: 10 } as const;
  const mean = { kind: 'mean', marginOfError: 1, standardDeviation: 1 } as const;
  it.each<readonly [string, SamplePlan]>([
    ['level', { ...share, level: 95 }],
    ['marginOfError', { ...share, marginOfError: 5 }],
    ['marginOfError', { ...share, marginOfError: 0 }],
    ['marginOfError', { ...mean, marginOfError: -1 }],
    ['marginOfErrorPoints', { ...nps, marginOfErrorPoints: 200 }],
    ['marginOfErrorPoints', { ...nps, marginOfErrorPoints: NaN }],
    ['expectedShare', { ...share, expectedShare: 1 }],
    ['variance', { ...nps, variance: 1.1 }],
    ['standardDeviation', { ...mean, standardDeviation: Infinity }],
    ['population', { ...share, population: 0 }],
    ['population', { ...share, population: 99.5 }],
    ['population', { ...share, population: NaN }],
    ['designEffect', { ...share, designEffect: 0 }],
    ['responseRate', { ...share, responseRate: 20 }],
    ['responseRate', { ...share, responseRate: 0 }],
    ['answers', { ...share, marginOfError: 1e-20 }],
    ['answers', { ...mean, marginOfError: 1e-200 }],
    ['invitations', { ...share, responseRate: 1e-20 }],
  ])('refuses a %s outside its range: %j', (name, plan) => {
    expect(() => sampleSize(plan)).toThrow(ServiceCycleError);
    expect(() => sampleSize(plan)).toThrow(new RegExp(`^${name} is `));
  });
});

describe('a design effect in a small population', () => {
  const plan = { kind: 'share', marginOfError: 0.05, population: 400 } as const;

  it.each([
    [3, 298],
    [1.5, 237],
  ])('of %d is taken before the population is, so that %d are enough', (designEffect, answers) => {
    expect(sampleSize({ ...plan, designEffect }).answers).toBe(answers);
  });
});

describe('numbers at the end of what there is', () => {
  it('are a question that has an answer', () => {
    const huge = { marginOfError: 1.7e308, standardDeviation: 1.7e308 };
    const { answers, marginOfError } = sampleSize({ kind: 'mean', ...huge });
    expect(answers).toBe(
      sampleSize({ kind: 'mean', marginOfError: 1, standardDeviation: 1 }).answers,
    );
    expect(marginOfError).toBeLessThanOrEqual(1.7e308);
  });
});
