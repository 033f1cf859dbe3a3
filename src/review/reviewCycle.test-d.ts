import { expectTypeOf, it } from 'vitest';
import { defineCycle } from '../model/defineCycle.ts';
import { defineServicePlan } from '../model/defineServicePlan.ts';
import { tallyVisits } from '../moments/visits/tallyVisits.ts';
import { actionPlanStep } from '../plans/actionPlanStep.ts';
import { servicePlanStep } from '../service-plan/servicePlanStep.ts';
import { scoreSurvey } from '../survey/score/scoreSurvey.ts';
import { reviewCycle } from './reviewCycle.ts';

const bank = defineCycle({
  id: 'bank',
  name: 'Cashing a cheque',
  moments: [{ id: 'wait', name: 'Waits', contact: 'none' }],
  requirements: [
    {
      id: 'short-wait',
      statement: 'Nobody waits long',
      moments: ['wait'],
      source: { kind: 'expectation' },
    },
  ],
  actionPlans: [
    {
      id: 'second-cashier',
      name: 'Open a second cash desk',
      requirements: ['short-wait'],
      effects: [],
      cost: { euro: 900 },
      status: 'proposed',
    },
  ],
  survey: {
    id: 'leaving',
    title: 'On leaving',
    questions: [
      {
        id: 'waiting',
        text: 'How satisfied were you with the waiting time?',
        asks: 'satisfaction',
        about: { moment: 'wait' },
        scale: { min: 1, max: 5 },
      },
    ],
  },
});

it('keys all five steps by the ids of the cycle', () => {
  const review = reviewCycle(
    bank,
    { scores: scoreSurvey(bank.survey, [{ waiting: 3 }]) },
    { plans: actionPlanStep({ resources: { euro: 1000 } }) },
  );
  expectTypeOf(review.criticalMoments.moments[0]!.moment).toEqualTypeOf<'wait'>();
  expectTypeOf(review.requirements.requirements[0]!.requirement).toEqualTypeOf<'short-wait'>();
  expectTypeOf(review.plans!.chosen[0]!.plan).toEqualTypeOf<'second-cashier'>();
  expectTypeOf(review.scores.questions[0]!.question).toEqualTypeOf<'waiting'>();
});

it('does not compile with resources that do not cover what the plans cost', () => {
  // @ts-expect-error -- 'euro' is missing
  reviewCycle(bank, {}, { plans: actionPlanStep({ resources: {} }) });
});

it('does not compile with visits to moments that the cycle does not have', () => {
  const other = defineCycle({
    id: 'bank',
    name: 'Bank',
    moments: [{ id: 'waits', name: 'Waits', contact: 'none' }],
  });
  // @ts-expect-error -- 'waits' is no moment of the bank
  reviewCycle(bank, { visits: tallyVisits(other, []) });
});

it('takes a service plan that was defined for the cycle, and keys its hours by the moments', () => {
  const plan = defineServicePlan(
    {
      id: 'p',
      name: 'P',
      channels: [
        {
          id: 'desk',
          name: 'Desk',
          kind: 'in-person',
          answer: 'live',
          open: { weekly: [] },
          moments: ['wait'],
        },
      ],
      review: { everyMonths: 12 },
    },
    [bank],
  );
  const { servicePlan } = reviewCycle(
    bank,
    {},
    { servicePlan: servicePlanStep({ plan, asOf: '2026-03-01' }) },
  );
  expectTypeOf(servicePlan!.criticalMoments[0]!.moment).toEqualTypeOf<'wait'>();
});
