import { describe, expectTypeOf, it } from 'vitest';
import { defineCycle } from '../model/defineCycle.ts';
import { defineServicePlan } from '../model/defineServicePlan.ts';
import { channelCoverage } from './channelCoverage.ts';
import { trainingCoverage } from './trainingCoverage.ts';

const hotel = defineCycle({
  id: 'hotel',
  name: 'Hotel',
  moments: [{ id: 'check-out', name: 'Leaves', contact: 'staff' }],
  requirements: [
    {
      id: 'right-bill',
      statement: 'Right',
      moments: ['check-out'],
      source: { kind: 'values' },
      standards: [
        {
          id: 'bill-right',
          measure: 'M',
          unit: 'u',
          operator: '=',
          threshold: 0,
          requiredShare: 1,
        },
      ],
    },
  ],
});
const bank = defineCycle({
  id: 'bank',
  name: 'Bank',
  moments: [{ id: 'pay', name: 'Is paid', contact: 'staff' }],
});
const open = { weekly: [] };
const review = { everyMonths: 12 };

describe('defineServicePlan', () => {
  it('knows its channels and training by their ids', () => {
    const plan = defineServicePlan(
      {
        id: 'p',
        name: 'P',
        channels: [
          {
            id: 'desk',
            name: 'D',
            kind: 'in-person',
            answer: 'live',
            open,
            moments: ['check-out', 'pay'],
            answersWithin: 'bill-right',
          },
          { id: 'mail', name: 'M', kind: 'my own', answer: 'deferred', open },
        ],
        needs: [
          {
            id: 'n',
            statement: 'N',
            of: 'price',
            requirements: ['right-bill'],
            source: { kind: 'values' },
          },
        ],
        training: [
          { id: 'bills', audience: 'staff', topic: 'T', moments: ['check-out'], required: 4 },
        ],
        review,
      },
      [hotel, bank],
    );
    expectTypeOf(plan.channels[0]?.id).toEqualTypeOf<'desk' | 'mail' | undefined>();
    const coverage = channelCoverage(plan, [], { from: '2026-03-02', to: '2026-03-08' });
    if (coverage.kind === 'channel-coverage') {
      expectTypeOf(coverage.channels[0]?.channel).toEqualTypeOf<'desk' | 'mail' | undefined>();
    }
    // @ts-expect-error -- there is no such training
    trainingCoverage(plan.training ?? [], [{ training: 'bill', on: '2026-01-01' }], {
      asOf: '2026-01-01',
    });
  });

  it('does not compile with what none of its cycles has', () => {
    defineServicePlan(
      {
        id: 'p',
        name: 'P',
        channels: [
          // @ts-expect-error -- there is no such moment
          { id: 'a', name: 'A', kind: 'web', answer: 'live', open, moments: ['chek-out'] },
          // @ts-expect-error -- there is no such standard
          { id: 'b', name: 'B', kind: 'web', answer: 'live', open, answersWithin: 'bill-rigt' },
          // @ts-expect-error -- there is no such answer
          { id: 'c', name: 'C', kind: 'web', answer: 'alive', open },
        ],
        needs: [
          {
            id: 'n',
            statement: 'N',
            of: 'price',
            // @ts-expect-error -- there is no such requirement
            requirements: ['bill'],
            source: { kind: 'values' },
          },
        ],
        // @ts-expect-error -- the moment is one of another cycle
        training: [{ id: 't', audience: 'staff', topic: 'T', moments: ['pay'], required: 4 }],
        review,
      },
      [hotel],
    );
  });

  it('takes any text where no cycle is given', () => {
    const plan = defineServicePlan({
      id: 'p',
      name: 'P',
      channels: [{ id: 'a', name: 'A', kind: 'web', answer: 'live', open, moments: ['anything'] }],
      review,
    });
    expectTypeOf(plan.channels[0]?.moments).toEqualTypeOf<readonly string[] | undefined>();
  });
});
