import { describe, expect, it } from 'vitest';
import { sketchBank, sketchPlan, sketchStakes } from '../../test/support/planSketch.ts';
import type { ActionPlan } from '../model/actionPlan.ts';
import { selectActionPlans } from './selectActionPlans.ts';
import type { SelectionOptions, SelectionRobustness } from './types.ts';

/** A plan at one moment whose effect is this range. */
function ranged(id: string, moment: string, low: number, base: number, high: number): ActionPlan {
  const incidentReduction = { low, base, high };
  return sketchPlan(id, {}, 1, { effects: [{ moment, incidentReduction, basis: 'assumed' }] });
}

function robustness(
  plans: readonly ActionPlan[],
  rest: Partial<SelectionOptions> = {},
): SelectionRobustness {
  const selection = selectActionPlans(sketchBank(...plans), {
    resources: { euro: 1 },
    stakes: sketchStakes('greet', 'pay', 'app'),
    ...rest,
  });
  if (!('robustness' in selection)) throw new Error(selection.status);
  return selection.robustness;
}

describe('how a choice fares when assumptions move', () => {
  const sure = ranged('sure', 'greet', 0.4, 0.4, 0.4);
  const hopeful = ranged('hopeful', 'pay', 0.1, 0.3, 0.6);

  it('tells which plan comes in by which move, and how often each is chosen', () => {
    expect(robustness([sure, hopeful])).toEqual({
      cases: 5,
      proved: 5,
      unchanged: 3,
      plans: [
        {
          plan: 'sure',
          chosenWhenAll: { low: true, base: true, high: false },
          chosenShare: 0.6,
          turnedBy: [{ plan: 'hopeful', assumption: 'high' }],
        },
        {
          plan: 'hopeful',
          chosenWhenAll: { low: false, base: false, high: true },
          chosenShare: 0.4,
          turnedBy: [{ plan: 'hopeful', assumption: 'high' }],
        },
      ],
    });
  });

  it('moves from the figures that are counted with', () => {
    const { cases, plans } = robustness([sure, hopeful], { assumption: 'high' });
    expect(cases).toBe(5);
    expect(plans.map(({ plan, turnedBy }) => [plan, turnedBy])).toEqual([
      [
        'sure',
        [
          { plan: 'hopeful', assumption: 'low' },
          { plan: 'hopeful', assumption: 'base' },
        ],
      ],
      [
        'hopeful',
        [
          { plan: 'hopeful', assumption: 'low' },
          { plan: 'hopeful', assumption: 'base' },
        ],
      ],
    ]);
  });

  it('has three cases that are one when nothing is a range, and no plan turns', () => {
    expect(robustness([sure])).toEqual({
      cases: 3,
      proved: 3,
      unchanged: 3,
      plans: [
        {
          plan: 'sure',
          chosenWhenAll: { low: true, base: true, high: true },
          chosenShare: 1,
          turnedBy: [],
        },
      ],
    });
  });

  it('leaves the choice as it is where another set is as good and no better', () => {
    const twin = ranged('twin', 'pay', 0.4, 0.4, 0.6);
    const { plans } = robustness([sure, twin]);
    expect(plans.find(({ plan }) => plan === 'sure')?.chosenWhenAll).toEqual({
      low: true,
      base: true,
      high: false,
    });
  });

  it('counts what a plan under another figure takes from those beside it', () => {
    const first = ranged('first', 'greet', 0.5, 0.5, 1);
    const second = ranged('second', 'greet', 0.4, 0.4, 0.4);
    const other = ranged('other', 'pay', 0.1, 0.1, 0.1);
    const { plans } = robustness([first, second, other], { resources: { euro: 2 } });
    expect(plans.find(({ plan }) => plan === 'other')?.turnedBy).toEqual([
      { plan: 'first', assumption: 'high' },
    ]);
  });

  it('has nothing to tell of a cycle without plans', () => {
    expect(robustness([])).toEqual({ cases: 3, proved: 3, unchanged: 3, plans: [] });
  });
});
