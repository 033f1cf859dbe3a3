import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { observedCycle } from '../../test/support/arbitraryObservations.ts';
import { observed } from '../../test/support/observed.ts';
import { actionPlanStep } from '../plans/actionPlanStep.ts';
import { reviewCycle } from './reviewCycle.ts';

const withPlans = { plans: actionPlanStep({ resources: { money: 500, hours: 40 } }) };

describe('reviewCycle', () => {
  it('reviews any valid cycle on any observations, and gives a plain value', () => {
    fc.assert(
      fc.property(observedCycle, ([cycle, rows, plans]) => {
        const review = reviewCycle(cycle, observed(cycle, rows), plans ? withPlans : {});
        expect(JSON.parse(JSON.stringify(review))).toEqual(review);
        expect('plans' in review).toBe(plans);
      }),
    );
  });

  it('asks only for what concerns things the cycle has, in the order of urgency', () => {
    const order = [
      'intervene-in-area',
      'carry-out-plan',
      'settle-plans',
      'mend-standard',
      'measure-standard',
      'plan-for-area',
      'measure-area',
      'judge-moment',
      'settle-disagreement',
      'complete-cycle',
      'name-standard',
      'mend-survey-data',
    ];
    fc.assert(
      fc.property(observedCycle, ([cycle, rows, plans]) => {
        const text = JSON.stringify(cycle);
        const { nextSteps } = reviewCycle(cycle, observed(cycle, rows), plans ? withPlans : {});
        const ranks = nextSteps.map(({ code }) => order.indexOf(code));
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
        for (const { code, ids } of nextSteps) {
          if (code === 'name-standard') continue;
          if (code !== 'settle-plans') expect(ids.length).toBeGreaterThan(0);
          for (const id of ids) expect(text).toContain(JSON.stringify(id));
        }
      }),
    );
  });

  it('forgets nothing that is open: every urgent area, failed standard and chosen plan has its step', () => {
    fc.assert(
      fc.property(observedCycle, ([cycle, rows, plans]) => {
        const review = reviewCycle(cycle, observed(cycle, rows), plans ? withPlans : {});
        const stepsFor = (code: string): readonly string[] =>
          review.nextSteps.filter((step) => step.code === code).flatMap(({ ids }) => ids);
        const areasAt = (at: string): readonly string[] =>
          review.areas.areas.filter(({ level }) => level === at).map(({ area }) => area);
        const standards = review.requirements.requirements.flatMap((one) => one.standards);
        expect(stepsFor('intervene-in-area')).toEqual(areasAt('intervene-now'));
        expect(stepsFor('measure-area')).toEqual(areasAt('measure-first'));
        expect(stepsFor('carry-out-plan')).toEqual(
          (review.plans?.chosen ?? []).map(({ plan }) => plan),
        );
        expect(stepsFor('mend-standard')).toEqual(
          standards.filter(({ status }) => status === 'not-met').map(({ standard }) => standard),
        );
        expect(stepsFor('measure-standard')).toEqual(
          standards
            .filter(({ status }) => status === 'not-proven' || status === 'not-measured')
            .map(({ standard }) => standard),
        );
        const lacking = review.findings.flatMap(({ ids }) => ids);
        expect(stepsFor('complete-cycle').slice(0, lacking.length)).toEqual(lacking);
        expect(stepsFor('plan-for-area')).toEqual(areasAt('plan'));
      }),
    );
  });

  it('says nothing else when the same observations come in another order', () => {
    fc.assert(
      fc.property(observedCycle, ([cycle, rows]) => {
        const turned = Object.fromEntries(
          Object.entries(rows).map(([key, list]) => [
            key,
            [...(list as Iterable<unknown>)].reverse(),
          ]),
        ) as typeof rows;
        const { areas, nextSteps } = reviewCycle(cycle, observed(cycle, rows));
        const again = reviewCycle(cycle, observed(cycle, turned));
        expect(again.areas).toEqual(areas);
        expect(again.nextSteps).toEqual(nextSteps);
      }),
    );
  });
});
