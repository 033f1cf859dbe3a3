import { describe, expect, it } from 'vitest';
import type { AreaLevel, AreaReason } from '../areas/types.ts';
import type { CycleFinding } from '../model/checkCycle.ts';
import type { MomentLevel } from '../moments/types.ts';
import type { StandardStatus } from '../requirements/types.ts';
import type { ScoreWarning } from '../survey/score/surveyScores.ts';
import { nextSteps } from './nextSteps.ts';
import type { Review } from './types.ts';

/** A review in a few words: what each step found, by id. */
interface Found {
  readonly areas?: { readonly [area: string]: AreaLevel };
  readonly plans?: readonly string[];
  readonly standards?: { readonly [standard: string]: StandardStatus };
  readonly moments?: { readonly [moment: string]: MomentLevel };
  readonly warnings?: { readonly [question: string]: readonly ScoreWarning[] };
  readonly findings?: readonly CycleFinding[];
}

function stepsAfter(found: Found): readonly (readonly [string, readonly string[]])[] {
  return nextSteps(reviewOf(found)).map(({ code, ids }) => [code, ids]);
}

const reasons: readonly AreaReason[] = [
  {
    code: 'weak',
    performance: 0.5,
    weakness: { against: 'target', target: 0.7, upperLimit: 0.6 },
  },
  {
    code: 'standard-not-met',
    standards: [{ standard: 's', failed: 1, measured: 300, isMaterial: false, moments: ['m'] }],
  },
];

/** The parts of a review that next steps are drawn from; the rest of it does not matter here. */
function reviewOf(found: Found): Omit<Review, 'nextSteps'> {
  const { areas = {}, plans, standards = {}, moments = {}, warnings = {}, findings = [] } = found;
  const counts = { answered: 9, notApplicable: 0, skipped: 0, invalid: 1, perAnswer: [9] };
  return {
    kind: 'review',
    cycle: 'c',
    findings,
    areas: {
      kind: 'area-priorities',
      thresholds: { floor: 0.5, relevantFall: 0.05, minimumAnswers: 30 },
      areas: Object.entries(areas).map(([area, level]) => ({
        area,
        level,
        reasons,
        questions: [],
      })),
    },
    ...(plans && { plans: { chosen: plans.map((plan) => ({ plan })) } }),
    requirements: {
      kind: 'requirement-verdicts',
      findings: [],
      unknownStandards: [],
      requirements: [
        {
          requirement: 'r',
          moments: ['m'],
          status: 'not-met',
          standards: Object.entries(standards).map(([standard, status]) => ({
            standard,
            status,
            measured: 7,
            ...(standard === 'nearly' && { measurementsToSettle: 73 }),
            ...(standard === 'turned' && {
              measurementsToSettle: 90,
              correction: { message: 'corrected for 7 standards' },
            }),
            ...(standard === 'far' && { shortfall: { material: true } }),
          })),
        },
      ],
    },
    requirementLint: { kind: 'requirement-lint', hits: [], notChecked: [], untaggedLanguage: 'en' },
    criticalMoments: {
      kind: 'critical-moments',
      moments: Object.entries(moments).map(([moment, level]) => ({
        moment,
        level,
        reasons: [],
        disagreements: [],
      })),
    },
    scores: {
      kind: 'survey-scores',
      survey: 's',
      responses: 10,
      firstInvalid: [],
      questions: Object.entries(warnings).map(([question, list]) => ({
        question,
        warnings: list,
        scores: [{ counts }],
      })),
    },
  } as unknown as Omit<Review, 'nextSteps'>;
}

describe('nextSteps', () => {
  it('asks for nothing when nothing is open', () => {
    expect(
      stepsAfter({
        areas: { a: 'keep', b: 'possible-overkill' },
        plans: [],
        standards: { a: 'met', b: 'met-so-far' },
        moments: { a: 'critical', b: 'watch', c: 'ordinary' },
        warnings: { a: [], b: ['few-answers'], c: ['not-a-net-promoter-scale'] },
      }),
    ).toEqual([]);
  });

  it('puts the most urgent first: areas, plans, standards that fail, then what to measure, judge and mend', () => {
    const finding = { code: 'moment-without-question', ids: ['m'], message: 'M' } as const;
    expect(
      stepsAfter({
        areas: { later: 'measure-first', first: 'intervene-now', second: 'intervene-now' },
        plans: ['p', 'q'],
        standards: { open: 'not-proven', blank: 'not-measured', broken: 'not-met' },
        moments: { m: 'not-assessed', n: 'not-assessed', o: 'critical' },
        warnings: { x: ['invalid-answers'], y: ['few-answers', 'invalid-answers'], z: [] },
        findings: [finding],
      }),
    ).toEqual([
      ['intervene-in-area', ['first']],
      ['intervene-in-area', ['second']],
      ['carry-out-plan', ['p']],
      ['carry-out-plan', ['q']],
      ['mend-standard', ['broken']],
      ['measure-standard', ['open']],
      ['measure-standard', ['blank']],
      ['measure-area', ['later']],
      ['judge-moment', ['m', 'n']],
      ['complete-cycle', ['m']],
      ['mend-survey-data', ['x', 'y']],
    ]);
  });

  it('says why an area needs intervention', () => {
    const [step] = nextSteps(reviewOf({ areas: { hall: 'intervene-now' } }));
    expect(step?.message).toBe('"hall" needs intervention now: weak, standard-not-met');
  });

  it('says how many measurements would settle the matter, where that is known', () => {
    const messages = nextSteps(
      reviewOf({ standards: { nearly: 'not-proven', open: 'not-proven', turned: 'not-proven' } }),
    ).map(({ message }) => message);
    expect(messages).toEqual([
      '"nearly" needs about 73 measurements to tell; it has 7',
      '"open" has 7 measurements, too few to tell',
      '"turned" needs about 90 measurements to tell; it has 7 (corrected for 7 standards)',
    ]);
  });

  it('tells a standard that is just missed from one that is missed by far', () => {
    const steps = nextSteps(reviewOf({ standards: { near: 'not-met', far: 'not-met' } }));
    expect(steps.map(({ message }) => message)).toEqual([
      '"near" is not met',
      '"far" is not met, by more than can be borne',
    ]);
  });

  it('names every moment that nobody has judged in one sentence', () => {
    const [step, ...others] = nextSteps(
      reviewOf({ moments: { enter: 'not-assessed', leave: 'not-assessed' } }),
    );
    expect(others).toEqual([]);
    expect(step?.message).toBe('nobody has judged "enter", "leave"');
  });

  it('asks for a plan where an area is weak', () => {
    const [step] = nextSteps(reviewOf({ areas: { hall: 'plan' } }));
    expect(step).toEqual({
      code: 'plan-for-area',
      ids: ['hall'],
      message: '"hall" needs a plan: weak, standard-not-met',
    });
  });

  it('tells of demands on plans that cannot hold together', () => {
    const conflict = [
      { kind: 'must-do', plan: 'p' },
      { kind: 'needs', plan: 'p', needs: 'q' },
      { kind: 'capacity', resource: 'money', capacity: 5 },
    ];
    const plans = { status: 'infeasible', chosen: [], conflict } as unknown as Review['plans'];
    expect(nextSteps({ ...reviewOf({}), ...(plans && { plans }) })).toEqual([
      {
        code: 'settle-plans',
        ids: ['p'],
        message: 'no set of plans meets all demands: 3 of them cannot hold together',
      },
    ]);
  });

  it('hands on what requirements contradict, and measurements of standards nobody knows', () => {
    const review = reviewOf({});
    const { requirements } = review;
    const steps = nextSteps({
      ...review,
      requirements: {
        ...requirements,
        requirements: [],
        unknownStandards: [{ standard: 'wait', count: 4 }],
        findings: [
          { code: 'requirement-without-standard', requirement: 'r', message: 'from checkCycle' },
          { code: 'missing-source', requirement: 'r', source: 'values', message: 'no source' },
          {
            code: 'contradicting-standards',
            standards: ['s', 't'],
            moments: ['m'],
            message: 'both',
          },
        ],
      },
    });
    expect(steps).toEqual([
      { code: 'complete-cycle', ids: ['s', 't'], message: 'both' },
      {
        code: 'name-standard',
        ids: [],
        message: '4 measurements name "wait", which is no standard',
      },
    ]);
  });

  it('hands on the words of requirements that everyone understands otherwise', () => {
    const review = reviewOf({});
    const word = { requirement: 'r', language: 'en', text: 'fast', span: { start: 0, end: 4 } };
    const hits = [{ ...word, message: 'fast says no number' }];
    const [step] = nextSteps({ ...review, requirementLint: { ...review.requirementLint, hits } });
    expect(step).toEqual({ code: 'complete-cycle', ids: ['r'], message: 'fast says no number' });
  });

  it('asks to settle where people and data do not agree about a moment', () => {
    const review = reviewOf({});
    const disagreement = {
      code: 'effect-not-seen',
      judged: ['declared'],
      measured: ['incident-effect'],
      visits: 1204,
      message: 'declared critical, no effect seen in 1,204 visits',
    } as const;
    const moments = [
      { moment: 'pay', level: 'critical', reasons: [], disagreements: [disagreement] },
    ] as const;
    const [step] = nextSteps({
      ...review,
      criticalMoments: { ...review.criticalMoments, moments },
    });
    expect(step).toEqual({
      code: 'settle-disagreement',
      ids: ['pay'],
      message: '"pay" is declared critical, no effect seen in 1,204 visits',
    });
  });
});
