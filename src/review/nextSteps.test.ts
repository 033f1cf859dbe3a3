import { describe, expect, it } from 'vitest';
import type { AreaLevel } from '../areas/types.ts';
import type { CycleFinding } from '../model/checkCycle.ts';
import type { MomentLevel } from '../moments/reasonTypes.ts';
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

/** The parts of a review that next steps are drawn from; the rest of it does not matter here. */
function reviewOf(found: Found): Omit<Review, 'nextSteps' | 'planStates'> {
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
        reasons: [],
        questions: [],
      })),
    },
    ...(plans && {
      plans: {
        chosen: plans.map((plan) => ({ plan, reasons: [{ code: 'must-do' }] })),
      },
    }),
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
            conforming: 4,
            requiredShare: 0.8,
          })),
        },
      ],
    },
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
  } as unknown as Omit<Review, 'nextSteps' | 'planStates'>;
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

  it('tells of demands on plans that cannot hold together', () => {
    const conflict = [
      { kind: 'must-do', plan: 'p' },
      { kind: 'needs', plan: 'p', needs: 'q' },
      { kind: 'capacity', resource: 'money', capacity: 5 },
    ];
    const plans = { status: 'infeasible', chosen: [], conflict } as unknown as Review['plans'];
    expect(nextSteps({ ...reviewOf({}), ...(plans && { plans }) })).toEqual([
      { code: 'settle-plans', ids: ['p'] },
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
      { code: 'complete-cycle', ids: ['s', 't'], finding: 'contradicting-standards' },
      { code: 'name-standard', ids: ['wait'] },
    ]);
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
    expect(step).toEqual({ code: 'settle-disagreement', ids: ['pay'] });
  });
});
