import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Cycle, SatisfactionSurvey, ServicePlan } from '../model/index.ts';
import { parseCycle } from '../model/parseCycle.ts';
import { parseServicePlan } from '../model/parseServicePlan.ts';
import { servicePlanStep } from '../service-plan/servicePlanStep.ts';
import { tallyResponses } from '../survey/tally/tallyResponses.ts';
import { reviewCycle } from './reviewCycle.ts';
import type { Review } from './types.ts';

function example(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), 'utf8'));
}

function read(name: string): { readonly cycle: Cycle; readonly plan: ServicePlan } {
  const cycle = parseCycle(example(`${name}.cycle`));
  if (!cycle.ok) throw new Error('no cycle');
  const plan = parseServicePlan(example(`${name}.service-plan`), [cycle.value]);
  if (!plan.ok) throw new Error(plan.issues.map(({ message }) => message).join('\n'));
  expect(plan.value).toEqual(example(`${name}.service-plan`));
  return { cycle: cycle.value, plan: plan.value };
}

const stepsOf = (review: Review) =>
  review.nextSteps
    .filter(({ code }) => /^(cover|train|review|complete-service)/.test(code))
    .map(({ code, ids }) => [code, ...ids]);

/** How sure the order of areas is does not matter here. */
const QUICK = { areas: { resamples: 0 } };

const hotel = read('hotel-stay');

describe('a review with a service plan', () => {
  it('says of the hotel what is due: hours of the transport, training, the review, a standard', () => {
    const review = reviewCycle(
      hotel.cycle,
      {},
      {
        ...QUICK,
        servicePlan: servicePlanStep({
          plan: hotel.plan,
          asOf: '2026-03-01',
          records: [
            { training: 'bills', on: '2025-06-01', people: 14 },
            { training: 'bills', on: '2024-06-01', person: 'maria' },
            { training: 'meeting-guests', on: '2024-03-20', people: 6 },
            { training: 'finding-the-driver', on: '2026-02-01', people: 55 },
          ],
        }),
      },
    );
    expect(stepsOf(review)).toEqual([
      ['cover-hours', 'transport-to-hotel'],
      // It holds for 14 of 20.
      ['train-people', 'bills'],
      // It expires for all within 30 days.
      ['train-people', 'meeting-guests'],
      ['review-service-plan', hotel.plan.id],
      ['complete-service-plan', 'mail'],
    ]);
    expect(review.nextSteps).toContainEqual({
      code: 'complete-service-plan',
      ids: ['mail'],
      finding: 'channel-without-standard',
    });
    expect(review.servicePlan?.criticalMoments.map(({ moment, share }) => [moment, share])).toEqual(
      [
        ['transport-to-hotel', expect.closeTo(162 / 176, 12)],
        ['check-out-wait', 1],
        ['bill-and-payment', 1],
      ],
    );
    expect(JSON.parse(JSON.stringify(review.servicePlan))).toEqual(review.servicePlan);
  });

  it('says of the bank on foot that the hours of its critical moments end too early, and of the one by car that nobody ever looked at the plan', () => {
    const foot = read('bank-on-foot');
    const asOf = '2026-03-01';
    const first = reviewCycle(
      foot.cycle,
      {},
      { ...QUICK, servicePlan: servicePlanStep({ plan: foot.plan, asOf }) },
    );
    expect(first.servicePlan?.findings).toEqual([]);
    expect(first.servicePlan?.training).toBeUndefined();
    expect(stepsOf(first).map(([code]) => code)).toEqual(['cover-hours', 'cover-hours']);
    const car = read('bank-by-car');
    const second = reviewCycle(
      car.cycle,
      {},
      { ...QUICK, servicePlan: servicePlanStep({ plan: car.plan, asOf }) },
    );
    expect(stepsOf(second).at(-2)).toEqual(['review-service-plan', car.plan.id]);
    expect(second.servicePlan?.findings.map(({ code, ids }) => [code, ids[0]])).toEqual([
      ['channel-without-standard', 'chat'],
    ]);
    const { coverage } = second.servicePlan ?? {};
    expect(coverage?.kind === 'channel-coverage' && coverage.any.share).toBe(1);
  });

  it('asks for a review of the plan as soon as something happened that calls for one', () => {
    const asOf = '2025-09-01';
    const stepsAfter = (on: string) =>
      stepsOf(
        reviewCycle(
          hotel.cycle,
          {},
          {
            ...QUICK,
            servicePlan: servicePlanStep({
              plan: hotel.plan,
              asOf,
              events: [{ trigger: 'channels', on }],
            }),
          },
        ),
      ).map(([code]) => code);
    expect(stepsAfter('2025-08-20')).toContain('review-service-plan');
    expect(stepsAfter('2025-03-01')).not.toContain('review-service-plan');
  });

  it('holds the profile against a tally that is grouped by it, and against none that is not', () => {
    const rows = Array.from({ length: 60 }, () => ({ purpose: 'leisure' }));
    const findings = (by: readonly string[]) =>
      reviewCycle(
        hotel.cycle,
        {},
        {
          ...QUICK,
          servicePlan: servicePlanStep({
            plan: hotel.plan,
            asOf: '2025-09-01',
            sample: tallyResponses(hotel.cycle.survey as SatisfactionSurvey, rows, { by } as never),
          }),
        },
      ).servicePlan?.findings.map(({ code }) => code);
    expect(findings(['purpose'])).toContain('profile-differs');
    expect(findings([])).not.toContain('profile-differs');
  });

  it('holds the profile against responses as rows', () => {
    const sample = Array.from({ length: 60 }, () => ({ purpose: 'leisure' }));
    const { servicePlan } = reviewCycle(
      hotel.cycle,
      {},
      {
        servicePlan: servicePlanStep({ plan: hotel.plan, asOf: '2026-03-01', sample }),
      },
    );
    expect(servicePlan?.findings.map(({ code }) => code)).toContain('profile-differs');
  });

  it('is the same review without a plan', () => {
    expect(reviewCycle(hotel.cycle, {}, QUICK)).not.toHaveProperty('servicePlan');
  });

  it('passes over what a plan for several cycles names of another', () => {
    const plan = {
      ...hotel.plan,
      cycles: ['hotel-stay', 'other'],
      training: [{ id: 't', audience: 'staff', topic: 'T', moments: ['elsewhere'], required: 1 }],
    } as const;
    const { servicePlan } = reviewCycle(
      hotel.cycle,
      {},
      { ...QUICK, servicePlan: servicePlanStep({ plan, asOf: '2026-03-01' }) },
    );
    expect(servicePlan?.findings.map(({ code }) => code)).not.toContain('unknown-id');
  });

  it.each([
    ['no plan', { asOf: '2026-03-01' }, 'plan is nothing'],
    ['no day', { plan: hotel.plan }, 'asOf is nothing; expected a day'],
    [
      'a plan of another cycle',
      { plan: { ...hotel.plan, cycles: ['bank'] }, asOf: '2026-03-01' },
      'expected the cycle "hotel-stay" among them',
    ],
    ['an unknown option', { plan: hotel.plan, asof: '2026-03-01' }, 'did you mean "asOf"?'],
    [
      'a period that is none',
      { plan: hotel.plan, asOf: '2026-03-01', period: '2026' },
      'period is "2026"',
    ],
  ])('refuses %s', (_, given, message) => {
    expect(() =>
      reviewCycle(hotel.cycle, {}, { ...QUICK, servicePlan: servicePlanStep(given as never) }),
    ).toThrow(message);
  });

  it('refuses a plan that is no step', () => {
    const given = { plan: hotel.plan, asOf: '2026-03-01' };
    expect(() => reviewCycle(hotel.cycle, {}, { servicePlan: given as never })).toThrow(
      'options.servicePlan is an object with plan, asOf; expected a step from servicePlanStep',
    );
  });
});
