import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXACT } from '../../../test/support/tolerances.ts';
import { normalQuantile } from '../../stats/distributions/normal.ts';
import { wilsonInterval } from '../../stats/intervals/wilsonInterval.ts';
import { sampleSize } from './sampleSize.ts';
import type { SampleFacts, SamplePlan } from './types.ts';

const level = fc.double({ min: 0.5, max: 0.999, noNaN: true });

const facts: fc.Arbitrary<SampleFacts> = fc.record(
  {
    level,
    population: fc.integer({ min: 1, max: 100_000 }),
    designEffect: fc.double({ min: 0.5, max: 4, noNaN: true }),
    responseRate: fc.double({ min: 0.01, max: 1, noNaN: true }),
  },
  { requiredKeys: [] },
);

/** A plan whose margin is a factor times some margin. */
const plan: fc.Arbitrary<(factor: number) => SamplePlan> = fc
  .record({
    facts,
    kind: fc.constantFrom('share', 'net-promoter-score', 'mean'),
    margin: fc.double({ min: 0.01, max: 0.2, noNaN: true }),
    spread: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
  })
  .map(({ facts, kind, margin, spread }) => (factor) => {
    switch (kind) {
      case 'share':
        return { ...facts, kind, marginOfError: factor * margin, expectedShare: spread };
      case 'net-promoter-score':
        return { ...facts, kind, marginOfErrorPoints: 100 * factor * margin, variance: spread };
      case 'mean':
        return { ...facts, kind, marginOfError: factor * margin, standardDeviation: spread };
    }
  });

const marginOf = (plan: SamplePlan): number =>
  plan.kind === 'net-promoter-score' ? plan.marginOfErrorPoints : plan.marginOfError;

describe('sampleSize', () => {
  it('keeps the margin that was asked for, whatever the plan', () => {
    fc.assert(
      fc.property(plan, (plan) => {
        const { marginOfError } = sampleSize(plan(1));
        expect(marginOfError).toBeGreaterThanOrEqual(0);
        expect(marginOfError).toBeLessThanOrEqual(marginOf(plan(1)) * (1 + 10 * EXACT));
      }),
    );
  });

  it('asks for whole numbers of answers, no more than there are customers, and no fewer invitations', () => {
    fc.assert(
      fc.property(plan, (plan) => {
        const { answers, invitations, exceedsPopulation } = sampleSize(plan(1));
        const { population = Infinity } = plan(1);
        expect(Number.isSafeInteger(answers) && answers >= 1).toBe(true);
        expect(answers).toBeLessThanOrEqual(population);
        expect(invitations).toBeGreaterThanOrEqual(answers);
        expect(exceedsPopulation).toBe(invitations > population);
      }),
    );
  });

  it('never asks for more when the margin is wider', () => {
    fc.assert(
      fc.property(plan, fc.double({ min: 1, max: 4, noNaN: true }), (plan, factor) => {
        expect(sampleSize(plan(factor)).answers).toBeLessThanOrEqual(sampleSize(plan(1)).answers);
      }),
    );
  });

  it('never asks for fewer when the level is higher', () => {
    fc.assert(
      fc.property(plan, level, level, (plan, one, other) => {
        const low = sampleSize({ ...plan(1), level: Math.min(one, other) });
        const high = sampleSize({ ...plan(1), level: Math.max(one, other) });
        expect(low.answers).toBeLessThanOrEqual(high.answers);
      }),
    );
  });

  it('never asks for more answers when the population is smaller', () => {
    const population = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(plan, population, population, (plan, one, other) => {
        const small = sampleSize({ ...plan(1), population: Math.min(one, other) });
        const large = sampleSize({ ...plan(1), population: Math.max(one, other) });
        expect(small.answers).toBeLessThanOrEqual(large.answers);
      }),
    );
  });

  it('leaves no Wilson interval of an even share, and no textbook one, wider than the margin', () => {
    const margin = fc.double({ min: 0.01, max: 0.3, noNaN: true });
    fc.assert(
      fc.property(margin, level, (marginOfError, level) => {
        const { answers } = sampleSize({ kind: 'share', marginOfError, level });
        const even = 2 * Math.ceil(answers / 2);
        const { low, high } = wilsonInterval(even / 2, even, { level });
        expect((high - low) / 2).toBeLessThanOrEqual(marginOfError);
        const textbook = normalQuantile((1 + level) / 2) * Math.sqrt(0.25 / answers);
        expect(textbook).toBeLessThanOrEqual(marginOfError * (1 + 10 * EXACT));
      }),
    );
  });
});
