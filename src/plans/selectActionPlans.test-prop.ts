import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { remembered } from '../../test/support/remembered.ts';
import { REFERENCE } from '../../test/support/tolerances.ts';
import type { ActionPlan } from '../model/actionPlan.ts';
import type { Cycle } from '../model/cycle.ts';
import { expectedBenefit } from './expectedBenefit.ts';
import { selectActionPlans } from './selectActionPlans.ts';
import type { MomentStake } from './stakes.ts';
import type { FoundSelection, SelectionOptions } from './types.ts';

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
    atMostPerArea: fc.oneof(
      fc.constant({}),
      fc.nat(3),
      fc.record({ hall: fc.nat(3), desk: fc.nat(3) }, { requiredKeys: [] }),
    ),
    atLeastOneFor: fc.oneof(fc.constant([]), fc.subarray([...moments])),
  }),
});

const cycleWith = (actionPlans: readonly ActionPlan[]): Cycle => ({
  id: 'bank',
  name: 'Bank',
  areas: ['hall', 'desk'].map((id) => ({ id, name: id })),
  moments: moments.map((id) => ({
    id,
    name: id,
    area: id === 'pay' ? 'desk' : 'hall',
    contact: 'staff',
  })),
  requirements: [
    { id: 'all-well', statement: 'All well', moments, source: { kind: 'expectation' } },
  ],
  actionPlans,
});

const selected = remembered(
  ({ actionPlans, options }: { actionPlans: readonly ActionPlan[]; options: SelectionOptions }) =>
    selectActionPlans(cycleWith(actionPlans), options),
);

/** Holds a claim about every selection in which what must be done can be done. */
function always(
  claim: (
    selection: FoundSelection,
    given: { actionPlans: readonly ActionPlan[]; options: SelectionOptions },
  ) => void,
): void {
  fc.assert(
    fc.property(cases, ({ actionPlans, options }) => {
      const selection = selected({ actionPlans, options });
      if ('left' in selection) claim(selection, { actionPlans, options });
    }),
    { numRuns: 200 },
  );
}

/** Whether a plan works on a moment. */
const worksOn = ({ effects }: ActionPlan, at: string): boolean =>
  effects.some(({ moment, incidentReduction: { high } }) => moment === at && high > 0);

/** Whether a plan is chosen, or in progress. */
const isAtWork = (selection: FoundSelection, { id, status }: ActionPlan): boolean =>
  status === 'in-progress' || selection.chosen.some(({ plan }) => plan === id);

function keptBy(
  members: readonly string[],
  actionPlans: readonly ActionPlan[],
  { stakes: all, assumption = 'base' }: SelectionOptions,
): number {
  const kept = expectedBenefit(
    actionPlans.filter(({ id }) => members.includes(id)),
    all,
  );
  return kept.kind === 'expected-benefit' ? kept[assumption] : 0;
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

  it('keeps the conditions on areas and moments', () => {
    always((selection, { actionPlans, options }) => {
      const { atMostPerArea = {}, atLeastOneFor = [] } = options;
      const atWork = actionPlans.filter((plan) => isAtWork(selection, plan));
      for (const moment of atLeastOneFor) {
        expect(atWork.some((plan) => worksOn(plan, moment))).toBe(true);
      }
      for (const area of ['hall', 'desk']) {
        const atMost = typeof atMostPerArea === 'number' ? atMostPerArea : atMostPerArea[area];
        const there = moments.filter((moment) => (moment === 'pay') === (area === 'desk'));
        const working = atWork.filter((plan) => there.some((moment) => worksOn(plan, moment)));
        const begun = working.filter(({ status }) => status === 'in-progress').length;
        expect(working.length).toBeLessThanOrEqual(Math.max(begun, atMost ?? Infinity));
      }
    });
  });

  it('keeps as many customers as it says, and each plan brings what is lost without it', () => {
    always(({ chosen, benefit, bound, status }, { actionPlans, options }) => {
      const kept = (members: readonly string[]): number => keptBy(members, actionPlans, options);
      const taken = chosen.map(({ plan }) => plan);
      const { assumption = 'base' } = options;
      if (benefit.kind === 'expected-benefit') expect(benefit[assumption]).toBe(kept(taken));
      if (status === 'optimal') expect(Math.abs(bound - kept(taken))).toBeLessThan(REFERENCE);
      for (const { plan, reasons } of chosen) {
        const without = kept(taken.filter((id) => id !== plan));
        for (const reason of reasons) {
          if (reason.code !== 'brings') continue;
          expect(Math.abs(reason.customers - (kept(taken) - without))).toBeLessThan(REFERENCE);
        }
      }
    });
  });

  it('loses by an exchange what it says', () => {
    always(({ chosen, left }, { actionPlans, options }) => {
      const taken = chosen.map(({ plan }) => plan);
      for (const { plan, reasons } of left) {
        const needed = reasons.flatMap((one) => (one.code === 'needs-not-chosen' ? one.plans : []));
        for (const reason of reasons) {
          if (reason.code !== 'less-benefit') continue;
          expect(reason.exchange).toBe('best');
          const stay = taken.filter((id) => !reason.insteadOf.includes(id));
          const after = keptBy([...stay, plan, ...needed], actionPlans, options);
          const loss = keptBy(taken, actionPlans, options) - after;
          expect(Math.abs(reason.loss - loss)).toBeLessThan(1e-6);
        }
      }
    });
  });

  it('tells what a little more would bring as choosing again with it does', () => {
    always(({ marginal, bound, chosen }, { actionPlans, options }) => {
      for (const [name, value] of Object.entries(marginal)) {
        const { more, adds, status } = value!;
        expect(status).toBe('optimal');
        const resources = { ...options.resources, [name]: options.resources[name]! + more };
        const again = selectActionPlans(cycleWith(actionPlans), { ...options, resources });
        if (!('left' in again)) throw new Error(again.status);
        expect(adds).toBeGreaterThanOrEqual(0);
        expect(Math.abs(again.bound - bound - adds)).toBeLessThan(1e-6);
        expect(again.bound).toBeGreaterThanOrEqual(
          keptBy(
            chosen.map(({ plan }) => plan),
            actionPlans,
            options,
          ) - 1e-6,
        );
      }
    });
  });

  it('tells what is best under moved assumptions as choosing with them does', () => {
    always(({ robustness, chosen }, { actionPlans, options }) => {
      expect(robustness.proved).toBe(robustness.cases);
      const taken = chosen.map(({ plan }) => plan);
      for (const assumption of ['low', 'base', 'high'] as const) {
        const again = selectActionPlans(cycleWith(actionPlans), { ...options, assumption });
        if (!('left' in again)) throw new Error(again.status);
        const told = robustness.plans
          .filter(({ chosenWhenAll }) => chosenWhenAll[assumption])
          .map(({ plan }) => plan);
        const kept = keptBy(told, actionPlans, { ...options, assumption });
        expect(Math.abs(kept - again.bound)).toBeLessThan(1e-6);
      }
      for (const { plan, turnedBy } of robustness.plans) {
        for (const move of turnedBy) {
          const moved = actionPlans.map((each) =>
            each.id === move.plan ? movedTo(each, move.assumption) : each,
          );
          const again = selectActionPlans(cycleWith(moved), options);
          if (!('left' in again)) throw new Error(again.status);
          const before = keptBy(taken, moved, options);
          expect([plan, again.bound > before]).toEqual([plan, true]);
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
      if (greedy.unserved.length === 0) expect(greedy.shortfall).toBeGreaterThanOrEqual(0);
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

/** The plan with one figure of its effects for all three. */
function movedTo(plan: ActionPlan, assumption: 'low' | 'base' | 'high'): ActionPlan {
  const effects = plan.effects.map((each) => {
    const share = each.incidentReduction[assumption];
    return { ...each, incidentReduction: { low: share, base: share, high: share } };
  });
  return { ...plan, effects };
}
