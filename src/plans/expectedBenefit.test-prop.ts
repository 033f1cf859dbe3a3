import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXACT } from '../../test/support/tolerances.ts';
import type { KnownBenefit, PlanEffects } from './benefitTypes.ts';
import { expectedBenefit } from './expectedBenefit.ts';
import type { MomentStake } from './stakes.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const basis = fc.constantFrom('measured', 'judged', 'assumed');
const moment = fc.constantFrom('greet', 'queue', 'pay');

const effect = fc.record({
  moment,
  incidentReduction: fc.tuple(share, share, share).map((shares) => ({
    low: Math.min(...shares),
    base: shares.sort((one, other) => one - other)[1],
    high: Math.max(...shares),
  })),
  basis,
});

const plans: fc.Arbitrary<PlanEffects[]> = fc
  .array(fc.array(effect, { maxLength: 4 }), { maxLength: 6 })
  .map((all) => all.map((effects, index) => ({ id: `plan-${index}`, effects })));

const stakes: fc.Arbitrary<MomentStake[]> = fc
  .tuple(
    ...['greet', 'queue', 'pay'].map((id) =>
      fc.record({
        moment: fc.constant(id),
        visits: fc.double({ min: 0, max: 1e6, noNaN: true }),
        incidentShare: fc.record({ value: share, basis }),
        harm: fc.record({ value: share, basis }),
      }),
    ),
  )
  .map((all) => [...all]);

function known(these: readonly PlanEffects[], all: readonly MomentStake[]): KnownBenefit {
  const benefit = expectedBenefit(these, all);
  if (benefit.kind === 'not-estimable') throw new Error(benefit.reason);
  return benefit;
}

const LIMIT = EXACT * 1e6;

describe('the benefit of plans', () => {
  it('lies between nothing and all that is at stake, and is in order from low to high', () => {
    fc.assert(
      fc.property(plans, stakes, (these, all) => {
        const { low, base, high } = known(these, all);
        const atStake = all.reduce(
          (sum, { visits, incidentShare, harm }) => sum + visits * incidentShare.value * harm.value,
          0,
        );
        expect(low).toBeGreaterThanOrEqual(0);
        expect(base).toBeGreaterThanOrEqual(low - LIMIT);
        expect(high).toBeGreaterThanOrEqual(base - LIMIT);
        expect(high).toBeLessThanOrEqual(atStake + LIMIT);
      }),
    );
  });

  it('is never more than the customers who end dissatisfied', () => {
    const dissatisfied = fc.double({ min: 0, max: 1e6, noNaN: true });
    const range = fc.array(share, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(plans, stakes, dissatisfied, range, (these, all, most, shares) => {
        const [low = 0, value = 0, high = 0] = shares.toSorted((a, b) => a - b);
        const moments = all.map((one) => ({ ...one, harm: { ...one.harm, low, value, high } }));
        const benefit = expectedBenefit(these, { moments, dissatisfied: most });
        if (benefit.kind === 'not-estimable') throw new Error(benefit.reason);
        expect(benefit.low).toBeGreaterThanOrEqual(0);
        expect(benefit.base).toBeGreaterThanOrEqual(benefit.low - LIMIT);
        expect(benefit.high).toBeGreaterThanOrEqual(benefit.base - LIMIT);
        expect(benefit.high).toBeLessThanOrEqual(most);
      }),
    );
  });

  it('never cuts down what was measured for what is assumed', () => {
    const from = (one: MomentStake, basis: 'measured' | 'assumed') => ({
      ...one,
      incidentShare: { ...one.incidentShare, basis: 'measured' as const },
      harm: { ...one.harm, basis },
    });
    fc.assert(
      fc.property(plans, stakes, fc.nat(1e6), (these, [one, ...others], dissatisfied) => {
        if (one === undefined) return;
        const measured = [from(one, 'measured')];
        const moments = [...measured, ...others.map((other) => from(other, 'assumed'))];
        const there = these.map(({ id, effects }) => ({
          id,
          effects: effects.filter(({ moment }) => moment === one.moment),
        }));
        const alone = expectedBenefit(there, { moments: measured, dissatisfied });
        expect(expectedBenefit(there, { moments, dissatisfied })).toEqual(alone);
      }),
    );
  });

  it('does not depend on the order of plans, effects or stakes', () => {
    fc.assert(
      fc.property(plans, stakes, (these, all) => {
        const turned = these.map((plan) => ({ ...plan, effects: [...plan.effects].reverse() }));
        const one = known(these, all);
        const other = known(turned.reverse(), [...all].reverse());
        expect(Math.abs(one.base - other.base)).toBeLessThanOrEqual(LIMIT);
        expect(other.basis).toBe(one.basis);
      }),
    );
  });

  it('grows with every further plan, and less the more there are already', () => {
    fc.assert(
      fc.property(plans, fc.array(effect), stakes, fc.nat(), (these, effects, all, cut) => {
        const further = { id: 'further', effects };
        const few = these.slice(0, cut % (these.length + 1));
        const toMany = known([...these, further], all).base - known(these, all).base;
        const toFew = known([...few, further], all).base - known(few, all).base;
        expect(toMany).toBeGreaterThanOrEqual(-LIMIT);
        expect(toFew).toBeGreaterThanOrEqual(toMany - LIMIT);
      }),
    );
  });

  it('never changes what it is given', () => {
    fc.assert(
      fc.property(plans, stakes, (these, all) => {
        const before = structuredClone([these, all]);
        expectedBenefit(these, all);
        expect([these, all]).toEqual(before);
      }),
    );
  });
});
