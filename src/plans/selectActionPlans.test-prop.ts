import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REFERENCE } from '../../test/support/tolerances.ts';
import type { ActionPlan } from '../model/actionPlan.ts';
import type { Cycle } from '../model/cycle.ts';
import { expectedBenefit } from './expectedBenefit.ts';
import { selectActionPlans } from './selectActionPlans.ts';
import type { FoundSelection, MomentStake, SelectionOptions } from './types.ts';

const moments = ['greet', 'queue', 'pay'] as const;
const share = fc.constantFrom(0, 0.1, 0.25, 0.5, 1);
const ids = Array.from({ length: 9 }, (_, index) => `plan-${index}`);

const effect = fc.record({
  moment: fc.constantFrom(...moments),
  incidentReduction: share.map((base) => ({ low: base / 2, base, high: Math.min(1, 2 * base) })),
  basis: fc.constantFrom('measured', 'judged', 'assumed'),
});

const plans: fc.Arbitrary<ActionPlan[]> = fc.subarray(ids).chain((declared) => {
  const others = declared.length > 0 ? fc.subarray(declared, { maxLength: 1 }) : fc.constant([]);
  const statuses = [
    'proposed',
    'proposed',
    'proposed',
    'in-progress',
    'verified',
    'dropped',
  ] as const;
  return fc.tuple(
    ...declared.map((id) =>
      fc.record({
        id: fc.constant(id),
        name: fc.constant(id),
        requirements: fc.constant(['all-well']),
        effects: fc.array(effect, { maxLength: 3 }),
        cost: fc.record({ euro: fc.nat(9), hours: fc.nat(9) }),
        needs: others.map((all) => all.filter((other) => other !== id)),
        excludes: others.map((all) => all.filter((other) => other !== id)),
        mustDo: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
        status: fc.constantFrom(...statuses),
      }),
    ),
  );
});

const stakes: fc.Arbitrary<MomentStake[]> = fc.subarray([...moments]).map((known) =>
  known.map((moment, index) => ({
    moment,
    visits: 100 * (index + 1),
    incidentShare: { value: 0.3, basis: 'measured' },
    harm: { value: 0.7, basis: 'judged' },
  })),
);

const cases = fc.record({
  actionPlans: plans,
  options: fc.record({
    resources: fc.record({ euro: fc.nat(30), hours: fc.nat(30) }),
    stakes,
    assumption: fc.constantFrom('low', 'base', 'high'),
  }),
});

const cycleWith = (actionPlans: readonly ActionPlan[]): Cycle => ({
  id: 'bank',
  name: 'Bank',
  moments: moments.map((id) => ({ id, name: id, contact: 'staff' })),
  requirements: [
    { id: 'all-well', statement: 'All well', moments, source: { kind: 'expectation' } },
  ],
  actionPlans,
});

/** Holds a claim about every selection in which what must be done can be done. */
function always(
  claim: (
    selection: FoundSelection,
    given: { actionPlans: readonly ActionPlan[]; options: SelectionOptions },
  ) => void,
): void {
  fc.assert(
    fc.property(cases, ({ actionPlans, options }) => {
      const selection = selectActionPlans(cycleWith(actionPlans), options);
      if (selection.status !== 'infeasible') claim(selection, { actionPlans, options });
    }),
    { numRuns: 200 },
  );
}

describe('a selection', () => {
  it('has every plan either chosen or left, with at least one reason', () => {
    always(({ chosen, left }, { actionPlans }) => {
      const told = [...chosen, ...left];
      expect(told.map(({ plan }) => plan).sort()).toEqual(actionPlans.map(({ id }) => id).sort());
      for (const { reasons } of told) expect(reasons.length).toBeGreaterThan(0);
    });
  });

  it('takes only proposed plans, with all they need, and stays within the resources', () => {
    always(({ chosen, resources }, { actionPlans, options }) => {
      const taken = chosen.map(({ plan }) => plan);
      const carriedOut = actionPlans.filter(
        ({ id, status }) => taken.includes(id) || !['proposed', 'dropped'].includes(status),
      );
      const has = (id: string): boolean => carriedOut.some((plan) => plan.id === id);
      for (const { id, status, needs = [], excludes = [] } of carriedOut) {
        if (!taken.includes(id)) continue;
        expect(status).toBe('proposed');
        expect(needs.every(has)).toBe(true);
        expect(excludes.some(has)).toBe(false);
      }
      for (const [name, { used }] of Object.entries(resources)) {
        expect(used).toBeLessThanOrEqual(options.resources[name]!);
      }
    });
  });

  it('keeps as many customers as it says, and each plan brings what is lost without it', () => {
    always(({ chosen, benefit, bound, status }, { actionPlans, options }) => {
      const { stakes: all, assumption = 'base' } = options;
      const keptBy = (members: readonly string[]): number => {
        const kept = expectedBenefit(
          actionPlans.filter(({ id }) => members.includes(id)),
          all,
        );
        return kept.kind === 'expected-benefit' ? kept[assumption] : 0;
      };
      const taken = chosen.map(({ plan }) => plan);
      if (benefit.kind === 'expected-benefit') expect(benefit[assumption]).toBe(keptBy(taken));
      if (status === 'optimal') expect(Math.abs(bound - keptBy(taken))).toBeLessThan(REFERENCE);
      for (const { plan, reasons } of chosen) {
        const without = keptBy(taken.filter((id) => id !== plan));
        for (const reason of reasons) {
          if (reason.code !== 'brings') continue;
          expect(Math.abs(reason.customers - (keptBy(taken) - without))).toBeLessThan(REFERENCE);
        }
      }
    });
  });

  it('loses by every exchange that would let another plan in, or gains nothing', () => {
    always(({ left }) => {
      for (const reason of left.flatMap(({ reasons }) => reasons)) {
        if (reason.code === 'less-benefit') expect(reason.loss).toBeGreaterThanOrEqual(0);
      }
    });
  });

  it('is never worse than taking the best first', () => {
    always(({ greedy, bound }) => {
      expect(greedy.shortfall).toBeGreaterThanOrEqual(0);
      expect(Math.abs(greedy.benefit + greedy.shortfall - bound)).toBeLessThan(1e-6);
    });
  });

  it('chooses the same plans in whatever order they stand in the cycle', () => {
    always(({ chosen }, { actionPlans, options }) => {
      const turned = selectActionPlans(cycleWith([...actionPlans].reverse()), options);
      expect(turned.chosen.map(({ plan }) => plan).sort()).toEqual(
        chosen.map(({ plan }) => plan).sort(),
      );
    });
  });

  it('can be written as JSON and read back, and leaves the cycle as it was', () => {
    fc.assert(
      fc.property(cases, ({ actionPlans, options }) => {
        const cycle = cycleWith(actionPlans);
        const before = structuredClone(cycle);
        const selection = selectActionPlans(cycle, options);
        expect(cycle).toEqual(before);
        expect(JSON.parse(JSON.stringify(selection))).toEqual(selection);
      }),
    );
  });
});
