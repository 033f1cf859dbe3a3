import { DEFAULT_LEVEL } from '../../shared/estimate.ts';
import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { checkLevel, checkOpenShare } from '../../shared/refuse.ts';
import { normalQuantile } from '../../stats/distributions/normal.ts';
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

  const z = -normalQuantile((1 - level) / 2);
  const infinite = designEffect * (z * (deviation / margin)) ** 2;
  const corrected =
    population === Infinity ? infinite : 1 / ((1 - 1 / population) / infinite + 1 / population);
  // A level near 0 asks for nothing: one answer is the least there is.
  const unrounded = Math.min(population, corrected || 1);
  check('answers', unrounded, unrounded <= Number.MAX_SAFE_INTEGER, 'a number that can be counted');
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
    while (relativeHalfWidth(answers) * (deviation / margin) > 1 + 1e-12) answers += 1;
  }
  const invitations = roundUp(answers / responseRate);
  check(
    'invitations',
    invitations,
    invitations <= Number.MAX_SAFE_INTEGER,
    'a number that can be asked',
  );
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

function withDefaults(plan: SamplePlan): SampleDefinition {
  const { level = DEFAULT_LEVEL, designEffect = 1, responseRate = 1, population } = plan;
  checkLevel(level);
  checkFinite('designEffect', designEffect);
  check(
    'responseRate',
    responseRate,
    responseRate > 0 && responseRate <= 1,
    'above 0, and 1 at most',
  );
  if (population !== undefined) {
    const isCount = Number.isSafeInteger(population) && population >= 1;
    check('population', population, isCount, 'a whole number, 1 or more');
  }
  const facts = { level, designEffect, responseRate };
  switch (plan.kind) {
    case 'share': {
      const { expectedShare = 0.5 } = plan;
      checkOpenShare('expectedShare', expectedShare);
      checkOpenShare('marginOfError', plan.marginOfError);
      return { ...plan, ...facts, expectedShare };
    }
    case 'net-promoter-score': {
      const { variance = 1, marginOfErrorPoints: points } = plan;
      check('variance', variance, variance > 0 && variance <= 1, 'above 0, and 1 at most');
      check('marginOfErrorPoints', points, points > 0 && points < 200, 'above 0 and below 200');
      return { ...plan, ...facts, variance };
    }
    case 'mean':
      checkFinite('standardDeviation', plan.standardDeviation);
      checkFinite('marginOfError', plan.marginOfError);
      return { ...plan, ...facts };
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

function checkFinite(name: string, found: number): void {
  check(name, found, found > 0 && found < Infinity, 'a finite number above 0');
}

function check(name: string, found: number, holds: boolean, expected: string): void {
  if (!holds) {
    throw new ServiceCycleError(
      'invalid-argument',
      `${name} is ${quote(found)}; expected ${expected}`,
    );
  }
}
