import { expectTypeOf, it } from 'vitest';
import { defineCycle } from '../model/defineCycle.ts';
import { trackActionPlans } from './trackActionPlans.ts';

const desk = defineCycle({
  id: 'desk',
  name: 'Desk',
  moments: [{ id: 'wait', name: 'Waits', contact: 'staff' }],
  requirements: [
    {
      id: 'well',
      statement: 'Quick',
      moments: ['wait'],
      source: { kind: 'expectation' },
      standards: [
        {
          id: 'quick',
          measure: 'Wait',
          unit: 'seconds',
          operator: '<=',
          threshold: 60,
          requiredShare: 0.9,
        },
      ],
    },
  ],
  actionPlans: [
    {
      id: 'clerk',
      name: 'Clerk',
      requirements: ['well'],
      effects: [],
      cost: {},
      status: 'done',
    },
  ],
});

it('tells plans and standards by the ids of the cycle', () => {
  const { plans, nextActions } = trackActionPlans(desk, { asOf: '2025-06-15' });
  expectTypeOf(plans[0]!.plan).toEqualTypeOf<'clerk'>();
  expectTypeOf(plans[0]!.standards[0]!.standard).toEqualTypeOf<'quick'>();
  expectTypeOf(nextActions[0]!.plan).toEqualTypeOf<'clerk'>();
});

it('takes measurements with further keys, and none of a standard that the cycle does not have', () => {
  const before = [{ standard: 'quick', value: 3, place: 'noon' }] as const;
  trackActionPlans(desk, { asOf: '2025-06-15', measurements: { before, after: [] } });
  const after = [{ standard: 'quik', value: 3 }] as const;
  // @ts-expect-error the standard is called quick
  trackActionPlans(desk, { asOf: '2025-06-15', measurements: { before, after } });
});

it('does not compile without a day', () => {
  // @ts-expect-error no day to look from
  trackActionPlans(desk, {});
});
