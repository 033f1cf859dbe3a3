import { DEFAULT_LEVEL } from '../../shared/estimate.ts';
import {
  checkCount,
  checkLevel,
  checkNumberThat,
  checkObject,
  checkOneOf,
  checkPositive,
} from '../../shared/refuse.ts';
import { criticalValue } from '../../stats/distributions/normal.ts';
import { studentTQuantile } from '../../stats/distributions/studentT.ts';
import type { SampleDefinition, SamplePlan, SampleSize } from './types.ts';

/**
 * How many answers an estimate needs to be within a margin of error, and how many customers to ask.
 *
 *     n₀ = z² · variance / margin²             the variance of a share is share · (1 - share)
 *     n  = n₀ / (1 + (n₀ - 1)/population)      where the population is known, n₀ times the design effect first
 *     answers     = n, rounded up, at most the population
 *     invitations = answers / responseRate, rounded up
 *
 * For a mean, answers are added until Student's t keeps the margin too, where z alone would not. The
 * margin is one of sampling only: those who do not answer may think otherwise, however many are asked.
 *
 * @param plan - what is to be estimated, and how exactly
 * @throws ServiceCycleError `invalid-argument` naming a number outside its range
 * @example
 * sampleSize({ kind: 'share', marginOfError: 0.05 }).answers // => 385
 * sampleSize({ kind: 'share', marginOfError: 0.05, population: 500 }).answers // => 218
 * sampleSize({ kind: 'share', marginOfError: 0.05, responseRate: 0.25 }).invitations // => 1540
 * sampleSize({ kind: 'net-promoter-score', marginOfErrorPoints: 10 }).answers // => 385
 * sampleSize({ kind: 'mean', marginOfError: 0.5, standardDeviation: 2 }).answers // => 64
 * @see Cochran (1977), Sampling Techniques, 4.4 to 4.8
 */
export function sampleSize(plan: SamplePlan): SampleSize {
  const definition = withDefaults(plan);
  const { level, designEffect, responseRate, population = Infinity } = definition;
  const { margin, deviation, unit } = target(definition);

  const z = criticalValue(level);
  const infinite = designEffect * (z * (deviation / margin)) ** 2;
  const corrected =
    population === Infinity ? infinite : 1 / ((1 - 1 / population) / infinite + 1 / population);
  // A level near 0 asks for nothing: one answer is the least there is.
  const unrounded = Math.min(population, corrected || 1);
  checkCountable('answers', unrounded);
  // In standard deviations, so that no product overflows.
  const relativeHalfWidth = (answers: number): number => {
    if (answers === population) return 0;
    const quantile = plan.kind === 'mean' ? -studentTQuantile((1 - level) / 2, answers - 1) : z;
    const remaining = population === Infinity ? 1 : (population - answers) / (population - 1);
    return quantile * Math.sqrt((designEffect * remaining) / answers);
  };

  let answers = Math.min(population, roundUp(unrounded));
  if (plan.kind === 'mean') {
    answers = Math.min(population, Math.max(2, answers));
    for (let added = 0; added < MOST_ADDED; added += 1) {
      if (!(relativeHalfWidth(answers) * (deviation / margin) > 1 + 1e-12)) break;
      answers += 1;
    }
  }
  const invitations = Math.max(answers, roundUp(answers / responseRate));
  checkCountable('invitations', invitations);
  return {
    kind: 'sample-size',
    answers,
    invitations,
    unrounded,
    marginOfError: unit * deviation * relativeHalfWidth(answers),
    exceedsPopulation: invitations > population,
    definition,
  };
}

/**
 * Student's t asks for about z²/4 answers more than z, and for z² at most where there are few: z is below
 * 8.3 for every level that is below 1. Beyond 10^12 answers, one more is less than the rounding.
 */
const MOST_ADDED = 200;

function withDefaults(plan: SamplePlan): SampleDefinition {
  checkObject('plan', plan);
  checkOneOf('plan.kind', plan.kind, ['share', 'net-promoter-score', 'mean']);
  const { level = DEFAULT_LEVEL, designEffect = 1, responseRate = 1, population } = plan;
  checkLevel(level);
  checkPositive('designEffect', designEffect);
  checkUpTo1('responseRate', responseRate);
  if (population !== undefined) checkCount('population', population, 1);
  const facts = {
    level,
    designEffect,
    responseRate,
    ...(population !== undefined && { population }),
  };
  switch (plan.kind) {
    case 'share': {
      const { expectedShare = 0.5 } = plan;
      checkBelow('expectedShare', expectedShare, 1);
      checkBelow('marginOfError', plan.marginOfError, 1);
      return { kind: plan.kind, marginOfError: plan.marginOfError, ...facts, expectedShare };
    }
    case 'net-promoter-score': {
      const { variance = 1, marginOfErrorPoints: points } = plan;
      checkUpTo1('variance', variance);
      checkBelow('marginOfErrorPoints', points, 200);
      return { kind: plan.kind, marginOfErrorPoints: points, ...facts, variance };
    }
    case 'mean':
      checkPositive('standardDeviation', plan.standardDeviation);
      checkPositive('marginOfError', plan.marginOfError);
      return {
        kind: plan.kind,
        marginOfError: plan.marginOfError,
        standardDeviation: plan.standardDeviation,
        ...facts,
      };
  }
}

/** The margin and the standard deviation of an answer, both in units of so many points. */
function target(plan: SampleDefinition): { margin: number; deviation: number; unit: number } {
  switch (plan.kind) {
    case 'share': {
      const { marginOfError: margin, expectedShare } = plan;
      return { margin, deviation: Math.sqrt(expectedShare * (1 - expectedShare)), unit: 1 };
    }
    case 'net-promoter-score':
      return {
        margin: plan.marginOfErrorPoints / 100,
        deviation: Math.sqrt(plan.variance),
        unit: 100,
      };
    case 'mean':
      return { margin: plan.marginOfError, deviation: plan.standardDeviation, unit: 1 };
  }
}

/** Up to the next whole number, unless the fraction is only the dust that dividing leaves. */
function roundUp(x: number): number {
  return Math.ceil(x * (1 - 1e-12));
}

function checkUpTo1(name: string, found: unknown): void {
  checkNumberThat(name, found, 'a number above 0, and 1 at most', (x) => x > 0 && x <= 1);
}

function checkBelow(name: string, found: unknown, limit: number): void {
  checkNumberThat(name, found, `a number above 0 and below ${limit}`, (x) => x > 0 && x < limit);
}

/** Refuses what came out too large to be counted, since a margin that is too small asks for it. */
function checkCountable(name: string, found: unknown): void {
  checkNumberThat(name, found, 'a number that can be counted', (x) => x <= Number.MAX_SAFE_INTEGER);
}
