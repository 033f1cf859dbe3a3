import { describe, expect, it } from 'vitest';
import { observed } from '../../test/support/observed.ts';
import { prioritizeAreas } from '../areas/prioritizeAreas.ts';
import { checkCycle } from '../model/checkCycle.ts';
import type { Cycle } from '../model/cycle.ts';
import { defineCycle } from '../model/defineCycle.ts';
import { detectCriticalMoments } from '../moments/detectCriticalMoments.ts';
import { tallyVisits } from '../moments/visits/tallyVisits.ts';
import { actionPlanStep } from '../plans/actionPlanStep.ts';
import { selectActionPlans } from '../plans/selectActionPlans.ts';
import { assessRequirements } from '../requirements/assessRequirements.ts';
import { scoreSurvey } from '../survey/score/scoreSurvey.ts';
import { momentStakes } from './momentStakes.ts';
import { reviewCycle } from './reviewCycle.ts';

const bank = defineCycle({
  id: 'bank',
  name: 'Cashing a cheque',
  areas: [
    { id: 'hall', name: 'Hall', importance: 30 },
    { id: 'cash-desk', name: 'Cash desk', importance: 70 },
  ],
  moments: [
    { id: 'wait', name: 'Waits', contact: 'none', area: 'hall' },
    {
      id: 'pay',
      name: 'Receives the money',
      contact: 'staff',
      area: 'cash-desk',
      judgements: [{ by: 'analyst', severity: 9, occurrence: 3, detection: 8 }],
    },
  ],
  requirements: [
    {
      id: 'short-wait',
      statement: 'Nobody waits long',
      moments: ['wait'],
      source: { kind: 'expectation' },
      standards: [
        {
          id: 'served-in-5-min',
          measure: 'Time until served',
          unit: 'minutes',
          operator: '<=',
          threshold: 5,
          requiredShare: 0.8,
        },
      ],
    },
  ],
  actionPlans: [
    {
      id: 'second-cashier',
      name: 'Open a second cash desk',
      requirements: ['short-wait'],
      effects: [
        {
          moment: 'wait',
          incidentReduction: { low: 0.2, base: 0.5, high: 0.8 },
          basis: 'judged',
        },
      ],
      cost: { euro: 900 },
      status: 'proposed',
    },
    {
      id: 'bank-hall-rebuilt',
      name: 'Rebuild the hall',
      requirements: ['short-wait'],
      effects: [
        {
          moment: 'wait',
          incidentReduction: { low: 0.1, base: 0.2, high: 0.3 },
          basis: 'assumed',
        },
      ],
      cost: { euro: 90_000 },
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
      {
        id: 'paying',
        text: 'How satisfied were you with the cashier?',
        asks: 'satisfaction',
        about: { moment: 'pay' },
        scale: { min: 1, max: 5 },
      },
    ],
  },
});

const responses = Array.from({ length: 60 }, (_, visit) => ({
  waiting: visit < 45 ? 2 : 4,
  paying: visit < 6 ? 3 : 5,
}));
const scores = scoreSurvey(bank.survey, responses);
const measurements = Array.from({ length: 50 }, (_, visit) => ({
  standard: 'served-in-5-min' as const,
  value: visit < 20 ? 4 : 9,
}));

describe('reviewCycle', () => {
  it('is one pass through all five steps, each as it would be alone', () => {
    const review = reviewCycle(
      bank,
      { scores, measurements },
      { plans: actionPlanStep({ resources: { euro: 1000 } }) },
    );
    const criticalMoments = detectCriticalMoments(bank);
    const requirements = assessRequirements(bank, measurements, { scores });
    expect(review).toMatchObject({ kind: 'review', cycle: 'bank' });
    expect(review.scores).toEqual(scores);
    expect(review.criticalMoments).toEqual(criticalMoments);
    expect(review.requirements).toEqual(requirements);
    expect(review.plans).toEqual(
      selectActionPlans(bank, {
        resources: { euro: 1000 },
        stakes: momentStakes(bank, scores),
      }),
    );
    expect(review.areas).toEqual(prioritizeAreas(bank, { scores, criticalMoments, requirements }));
  });

  it('finds in the bank what a manager would: the wait is bad, a second cashier helps, payment is critical', () => {
    const review = reviewCycle(
      bank,
      { scores, measurements },
      { plans: actionPlanStep({ resources: { euro: 1000 } }) },
    );
    expect(review.criticalMoments.moments[0]).toMatchObject({ moment: 'pay', level: 'critical' });
    expect(review.requirements.requirements).toMatchObject([{ status: 'not-met' }]);
    expect(review.plans?.chosen.map(({ plan }) => plan)).toEqual(['second-cashier']);
    expect(review.areas.areas.map(({ area, level }) => [area, level])).toEqual([
      ['hall', 'intervene-now'],
      ['cash-desk', 'keep'],
    ]);
    expect(review.nextSteps.map(({ code, ids }) => [code, ids])).toEqual([
      ['intervene-in-area', ['hall']],
      ['carry-out-plan', ['second-cashier']],
      ['mend-standard', ['served-in-5-min']],
      ['judge-moment', ['wait']],
      ['complete-cycle', ['pay']],
    ]);
  });

  it('holds as critical what it found, and not only what was declared, when it looks for gaps', () => {
    expect(checkCycle(bank)).toEqual([]);
    expect(reviewCycle(bank, {}).findings).toMatchObject([
      { code: 'critical-moment-without-requirement', ids: ['pay'] },
    ]);
  });

  it('judges nothing without observations, and says what to measure', () => {
    const review = reviewCycle(bank, {});
    expect(review.scores).toMatchObject({ responses: 0 });
    for (const { scores } of review.scores.questions) expect(scores[0].kind).toBe('not-estimable');
    expect(review.requirements.requirements).toMatchObject([{ status: 'not-measured' }]);
    expect(review.areas.areas).toMatchObject([
      { area: 'cash-desk', level: 'measure-first' },
      { area: 'hall', level: 'measure-first' },
    ]);
    expect(review.nextSteps.map(({ code, ids }) => [code, ids])).toEqual([
      ['measure-standard', ['served-in-5-min']],
      ['measure-area', ['cash-desk']],
      ['measure-area', ['hall']],
      ['judge-moment', ['wait']],
      ['complete-cycle', ['pay']],
    ]);
  });

  it('lets visits tell which moments are critical and what is at stake at them', () => {
    const visit = (incident: boolean, overall: number) => ({
      moments: { wait: { incident }, pay: { incident: false } },
      overall,
    });
    const visits = tallyVisits(bank, [
      ...Array.from({ length: 30 }, () => visit(true, 1)),
      ...Array.from({ length: 20 }, () => visit(true, 5)),
      ...Array.from({ length: 10 }, () => visit(false, 1)),
      ...Array.from({ length: 90 }, () => visit(false, 5)),
    ]);
    const review = reviewCycle(
      bank,
      { visits },
      { plans: actionPlanStep({ resources: { euro: 1000 } }), visitsPerPeriod: 1000 },
    );
    const wait = review.criticalMoments.moments.find(({ moment }) => moment === 'wait');
    expect(wait?.level).toBe('critical');
    expect(wait?.reasons[0]?.code).toBe('incident-effect');
    const scores = scoreSurvey(bank.survey, []);
    const spread = (x: number, n: number) => ((x + 1) * (n - x + 1)) / (n + 2) ** 3;
    const noise = spread(30, 50) + spread(10, 100);
    expect(review.stakes).toEqual(momentStakes(bank, scores, { visits: 1000, tally: visits }));
    expect(review.stakes).toMatchObject({
      moments: [
        {
          moment: 'wait',
          visits: 1000,
          incidentShare: { value: 1 / 3, basis: 'measured' },
          // 30 of 50 with an incident end dissatisfied, 10 of 100 without: 0.5, less its noise.
          harm: { value: expect.closeTo(0.5 - noise / 0.5, 12), basis: 'measured' },
        },
        { moment: 'pay', incidentShare: { value: 0 } },
      ],
    });
    expect(review.plans?.chosen.map(({ plan }) => plan)).toEqual(['second-cashier']);
  });

  it('chooses no plan when no resources are given, rather than none of worth', () => {
    expect(reviewCycle(bank, { scores })).not.toHaveProperty('plans');
  });

  it('chooses by the visits of the period to plan for, and by the effects it may count on', () => {
    const resources = { euro: 100_000 };
    const kept = (options: object, assumption?: 'low' | 'high'): unknown => {
      const { plans } = reviewCycle(
        bank,
        { scores },
        { ...options, plans: actionPlanStep({ resources, ...(assumption && { assumption }) }) },
      );
      return plans?.status === 'optimal' && plans.bound;
    };
    // 45 of 60 are dissatisfied with the wait; both plans leave (1 - 0.5) · (1 - 0.2) of them.
    // No harm was measured; the one severity that was judged is 9 of 10, and nothing is proved of it.
    expect(kept({})).toBeCloseTo(0.9 * 45 * 0.6, 6);
    expect(kept({ visitsPerPeriod: 6000 })).toBeCloseTo(0.9 * 4500 * 0.6, 4);
    expect(kept({}, 'low')).toBe(0);
    expect(kept({}, 'high')).toBeCloseTo(45 * (1 - 0.2 * 0.7), 6);
  });

  it('sees from earlier responses that an area has fallen', () => {
    const earlierResponses = Array.from({ length: 200 }, () => ({ paying: 5 }));
    const now = Array.from({ length: 200 }, (_, visit) => ({ paying: visit < 60 ? 2 : 5 }));
    const scores = scoreSurvey(bank.survey, now);
    const earlierScores = scoreSurvey(bank.survey, earlierResponses);
    const { areas } = reviewCycle(bank, { scores, earlierScores }).areas;
    const desk = areas.find(({ area }) => area === 'cash-desk');
    expect(desk?.reasons.map(({ code }) => code)).toContain('trend-deteriorated');
    const alone = reviewCycle(bank, { scores }).areas.areas;
    expect(alone.flatMap(({ reasons }) => reasons.map(({ code }) => code))).not.toContain(
      'trend-deteriorated',
    );
  });

  it('applies the lines, the rules and the level it is given to every step', () => {
    const options = {
      level: 0.8,
      areas: { floor: 0.95, minimumAnswers: 60, relevantFall: 0.5 },
      detection: { rules: [] },
    };
    const review = reviewCycle(bank, { scores, measurements }, options);
    expect(review.areas.thresholds).toMatchObject({
      floor: 0.95,
      minimumAnswers: 60,
      relevantFall: 0.5,
    });
    expect(review.criticalMoments.moments.map(({ level }) => level)).toEqual([
      'not-assessed',
      'not-assessed',
    ]);
    const [verdict] = review.requirements.requirements;
    expect(verdict?.standards[0]?.conformingShare).toMatchObject({ interval: { level: 0.8 } });
  });

  it('holds moments and stakes against one line of what is grave', () => {
    // Every fifth visit goes wrong at the till, and half of these are lost.
    const visits = Array.from({ length: 1000 }, (_, i) => ({
      moments: { wait: { incident: false }, pay: { incident: i % 5 === 0 } },
      overall: i % 10 === 0 ? 1 : 5,
    }));
    const detection = { resamples: 0 };
    const found = [{}, { gravity: 0.6 }].map((options) => {
      const review = reviewCycle(bank, observed(bank, { responses, visits }), {
        ...options,
        detection,
      });
      const moment = review.criticalMoments.moments.find((each) => each.moment === 'pay');
      const effect = moment?.reasons.find(({ code }) => code === 'incident-effect');
      const stake = review.stakes.moments.find((each) => each.moment === 'pay');
      return [effect?.level, stake?.harm.low?.toFixed(2)];
    });
    expect(found).toEqual([
      ['critical', '0.43'],
      ['watch', '0.00'],
    ]);
    expect(() => reviewCycle(bank, {}, { gravity: 60 })).toThrow(/gravity is 60/);
    expect(() => reviewCycle(bank, {}, { detection: { gravity: 0.6 } as never })).toThrow(
      /a key of options.detection is "gravity"/,
    );
  });

  it('reviews a cycle that has no survey, no areas, no requirements and no plans', () => {
    const bare: Cycle = {
      id: 'bare',
      name: 'Bare',
      moments: [{ id: 'enter', name: 'Enters', contact: 'none' }],
    };
    const review = reviewCycle(bare, {}, { plans: actionPlanStep({ resources: {} }) });
    expect(review.scores).toMatchObject({ responses: 0, questions: [] });
    expect(review.areas.areas).toEqual([]);
    expect(review.requirements.requirements).toEqual([]);
    expect(review.plans?.chosen).toEqual([]);
    expect(review.nextSteps.map(({ code, ids }) => [code, ids])).toEqual([
      ['judge-moment', ['enter']],
      ['complete-cycle', ['enter']],
    ]);
  });

  it('says that answers are not on their scale, whoever they come from', () => {
    const broken = [...responses, { waiting: 9, paying: 5 }];
    const { nextSteps, scores } = reviewCycle(bank, observed(bank, { responses: broken }));
    expect(scores.firstInvalid).toEqual([{ question: 'waiting', position: 60, found: '9' }]);
    expect(nextSteps.at(-1)).toMatchObject({ code: 'mend-survey-data', ids: ['waiting'] });
  });

  it('reads measurements once, as an iterator gives them', () => {
    const once = <Item>(items: readonly Item[]): Iterable<Item> => items.values();
    expect(
      reviewCycle(bank, {
        measurements: once(measurements),
      }),
    ).toEqual(reviewCycle(bank, { measurements }));
  });

  it('is a plain value: stored as text and read back it is the same review', () => {
    const review = reviewCycle(
      bank,
      { scores, measurements, earlierScores: scores },
      { plans: actionPlanStep({ resources: { euro: 1000 } }) },
    );
    expect(JSON.parse(JSON.stringify(review))).toEqual(review);
  });

  it('refuses to plan without knowing how much there is of what plans cost', () => {
    const untyped = {} as { readonly euro: number };
    expect(() =>
      reviewCycle(bank, { scores }, { plans: actionPlanStep({ resources: untyped }) }),
    ).toThrow(expect.objectContaining({ name: 'ServiceCycleError', code: 'invalid-argument' }));
  });
});
