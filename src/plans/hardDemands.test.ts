import { describe, expect, it } from 'vitest';
import type { ActionPlan } from '../model/actionPlan.ts';
import type { Cycle } from '../model/cycle.ts';
import { selectActionPlans } from './selectActionPlans.ts';
import type { PlanSelection, SelectionOptions } from './types.ts';

const PLANS = 200;
const MOMENTS = Array.from({ length: 40 }, (_, place) => `m${String(place)}`);
const idAt = (plan: number): string => `p${String(plan).padStart(3, '0')}`;
const allBefore = (plan: number): string[] => Array.from({ length: plan }, (_, i) => idAt(i));

/** 200 plans, each for one of 40 moments, that cost 10 each of the 1,000 there are. */
function choose(
  more: (plan: number) => Partial<ActionPlan>,
  options: Partial<SelectionOptions> = {},
): PlanSelection {
  const cycle: Cycle = {
    id: 'bank',
    name: 'Bank',
    moments: MOMENTS.map((id) => ({ id, name: id, contact: 'none' })),
    actionPlans: Array.from({ length: PLANS }, (_, plan) => {
      const share = 0.1 + ((plan * 37) % 100) / 250;
      return {
        id: idAt(plan),
        name: idAt(plan),
        requirements: [],
        effects: [
          {
            moment: MOMENTS[plan % MOMENTS.length] ?? '',
            incidentReduction: { low: share, base: share, high: share },
            basis: 'judged',
          },
        ],
        cost: { euro: 10 },
        status: 'proposed',
        ...more(plan),
      };
    }),
  };
  const stakes = MOMENTS.map((moment, place) => ({
    moment,
    visits: 1000 + place,
    incidentShare: { value: 0.2, basis: 'measured' as const },
    harm: { value: 0.4, basis: 'measured' as const },
  }));
  return selectActionPlans(cycle, { resources: { euro: 1000 }, stakes, ...options });
}

/** At least one plan for each of the first moments. */
const forFirst = (moments: number) => ({ atLeastOneFor: MOMENTS.slice(0, moments) });

// Each of these took 16 to 106 seconds while every question was asked about every demand.
describe('200 plans with hard demands', () => {
  it('names the smallest conflict of a plan that needs all before it, which cost too much', () => {
    const selection = choose((plan) => ({
      needs: allBefore(plan),
      ...(plan === PLANS - 1 && { mustDo: true }),
    }));
    if (selection.status !== 'infeasible') throw new Error(selection.status);
    expect(selection.smallest).toBe('proved');
    // The plan, 100 of those it needs, and the money for 100.
    expect(selection.conflict).toHaveLength(102);
    expect(selection.conflict[0]).toMatchObject({ kind: 'capacity', resource: 'euro' });
    expect(selection.conflict.at(-1)).toEqual({ kind: 'must-do', plan: 'p199' });
  });

  it('proves the best of plans that each need all before it', () => {
    const selection = choose((plan) => ({ needs: allBefore(plan) }));
    expect(selection.status).toBe('optimal');
    expect(selection.chosen.map(({ plan }) => plan)).toEqual(allBefore(100));
  });

  it('proves the best of plans that all exclude each other', () => {
    const selection = choose((plan) => ({ excludes: allBefore(plan) }));
    expect(selection).toMatchObject({ status: 'optimal', nodes: 1 });
    expect(selection.chosen).toHaveLength(1);
  });

  it('names two moments that cannot both have a plan where all plans exclude each other', () => {
    const selection = choose((plan) => ({ excludes: allBefore(plan) }), forFirst(20));
    if (selection.status !== 'infeasible') throw new Error(selection.status);
    const kinds = selection.conflict.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'at-least-one-for')).toHaveLength(2);
    // Five plans work on each of the two.
    expect(kinds.filter((kind) => kind === 'excludes')).toHaveLength(25);
    expect(selection).toMatchObject({ smallest: 'proved' });
  });

  it('stops looking for the smallest conflict where needs and exclusions are tangled, and says so', () => {
    const selection = choose(
      (plan) => ({
        cost: { euro: 5 + ((plan * 31) % 50) },
        needs: plan === 0 ? [] : [idAt((plan * 7919) % plan), idAt((plan * 104_729) % plan)],
        excludes: [idAt((plan * 31 + 17) % PLANS), idAt((plan * 53 + 29) % PLANS)].filter(
          (other) => other !== idAt(plan),
        ),
      }),
      { ...forFirst(20), resources: { euro: 150 } },
    );
    if (selection.status !== 'infeasible') throw new Error(selection.status);
    expect(selection.conflict.length).toBeLessThan(300);
    expect(['proved', 'open']).toContain(selection.smallest);
  });
});
