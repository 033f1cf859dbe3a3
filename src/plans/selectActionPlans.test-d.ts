import { expectTypeOf, it } from 'vitest';
import { defineCycle } from '../model/defineCycle.ts';
import { selectActionPlans } from './selectActionPlans.ts';

const bank = defineCycle({
  id: 'bank',
  name: 'Bank',
  areas: [{ id: 'hall', name: 'Hall' }],
  moments: [
    { id: 'queue', name: 'Waits', contact: 'none', area: 'hall' },
    { id: 'pay', name: 'Is paid', contact: 'staff' },
  ],
  requirements: [
    { id: 'quick', statement: 'Quick', moments: ['queue'], source: { kind: 'expectation' } },
  ],
  actionPlans: [
    {
      id: 'desk',
      name: 'Desk',
      requirements: ['quick'],
      effects: [],
      cost: { euro: 1 },
      status: 'proposed',
    },
    {
      id: 'app',
      name: 'App',
      requirements: ['quick'],
      effects: [],
      cost: { hours: 1 },
      status: 'proposed',
    },
  ],
});

it('tells plans, moments and resources by the ids of the cycle', () => {
  const selection = selectActionPlans(bank, { resources: { euro: 1, hours: 1 }, stakes: [] });
  expectTypeOf(selection.chosen[0]!.plan).toEqualTypeOf<'desk' | 'app'>();
  if (!('left' in selection)) return;
  expectTypeOf(selection.resources).toHaveProperty('euro');
  expectTypeOf(selection.resources).toHaveProperty('hours');
  expectTypeOf(selection.left[0]!.plan).toEqualTypeOf<'desk' | 'app'>();
  expectTypeOf(selection.benefit.unknownMoments).toEqualTypeOf<readonly ('queue' | 'pay')[]>();
});

it('does not compile without a resource that plans cost', () => {
  // @ts-expect-error hours are missing
  selectActionPlans(bank, { resources: { euro: 1 }, stakes: [] });
});

it('does not compile with a resource that no plan costs', () => {
  // @ts-expect-error no plan costs dollars
  selectActionPlans(bank, { resources: { euro: 1, hours: 1, dollars: 1 }, stakes: [] });
});

it('does not compile with a stake at a moment that the cycle does not have', () => {
  const sure = { value: 1, basis: 'measured' } as const;
  selectActionPlans(bank, {
    resources: { euro: 1, hours: 1 },
    // @ts-expect-error the moment is called queue
    stakes: [{ moment: 'que', visits: 1, incidentShare: sure, harm: sure }],
  });
});

it('tells what more of each resource brings, and how plans fare, by the ids of the cycle', () => {
  const resources = { euro: 1, hours: 1 };
  const selection = selectActionPlans(bank, { resources, stakes: [], more: { euro: 100 } });
  if (!('left' in selection)) return;
  expectTypeOf(selection.marginal).toHaveProperty('euro');
  expectTypeOf(selection.marginal.hours!.adds).toEqualTypeOf<number>();
  expectTypeOf(selection.robustness.plans[0]!.turnedBy[0]!.plan).toEqualTypeOf<'desk' | 'app'>();
  expectTypeOf(selection.greedy.unserved).toEqualTypeOf<readonly ('queue' | 'pay')[]>();
});

it('does not compile with a condition on an area or a moment that the cycle does not have', () => {
  const given = { resources: { euro: 1, hours: 1 }, stakes: [] } as const;
  selectActionPlans(bank, { ...given, atMostPerArea: 1 });
  selectActionPlans(bank, { ...given, atMostPerArea: { hall: 1 } });
  // @ts-expect-error the area is called hall
  selectActionPlans(bank, { ...given, atMostPerArea: { hal: 1 } });
  // @ts-expect-error the moment is called queue
  selectActionPlans(bank, { ...given, atLeastOneFor: ['que'] });
  // @ts-expect-error no plan costs dollars
  selectActionPlans(bank, { ...given, more: { dollars: 1 } });
});
