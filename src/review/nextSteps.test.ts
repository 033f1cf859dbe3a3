import { describe, expect, it } from 'vitest';
import type { AreaLevel, AreaReason } from '../areas/types.ts';
import type { CycleFinding } from '../model/checkCycle.ts';
import type { Cycle } from '../model/cycle.ts';
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

/** A cycle with names for some of what the reviews are about. */
const cycle: Cycle = {
  id: 'c',
  name: 'Cashing a cheque',
  areas: [{ id: 'hall', name: { es: 'Sala', en: 'Hall' } }],
  moments: [
    { id: 'pay', name: 'Receives the money', contact: 'staff' },
    { id: 'm', name: 'Waits', contact: 'none' },
  ],
  requirements: [
    {
      id: 'r',
      statement: 'Nobody waits long',
      moments: ['m'],
      source: { kind: 'expectation' },
      standards: [
        {
          id: 's',
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
      id: 'p',
      name: { en: 'Open a second desk', es: 'Abrir otra caja' },
      requirements: ['r'],
      effects: [],
      cost: {},
      status: 'proposed',
    },
  ],
};

function stepsAfter(found: Found): readonly (readonly [string, readonly string[]])[] {
  return nextSteps(cycle, reviewOf(found)).map(({ code, ids }) => [code, ids]);
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
        reasons,
        questions: [],
        performance: { kind: 'estimate', value: 0.953 },
      })),
    },
    ...(plans && {
      plans: {
        chosen: plans.map((plan) => ({ plan, reasons: [{ code: 'brings', customers: 15.94 }] })),
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
            requiredShare: standard === 'far' ? 1 : 0.8,
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

  it('says why an area needs intervention', () => {
    const [step] = nextSteps(cycle, reviewOf({ areas: { hall: 'intervene-now' } }));
    expect(step?.message).toBe(
      'Intervene now in "Hall": 95 % favourable; weak: at most 60 %, below the target of 70 %; the standard "Time until served" failed in 1 of 300',
    );
  });

  it('says how many measurements would settle the matter, where that is known', () => {
    const messages = nextSteps(
      cycle,
      reviewOf({ standards: { nearly: 'not-proven', open: 'not-proven', turned: 'not-proven' } }),
    ).map(({ message }) => message);
    expect(messages).toEqual([
      'Measure "nearly" in about 73 cases: 7 are too few to tell',
      'Measure "open": 7 are too few to tell',
      'Measure "turned" in about 90 cases: 7 are too few to tell (corrected for 7 standards)',
    ]);
  });

  it('tells a standard that is just missed from one that is missed by far', () => {
    const steps = nextSteps(cycle, reviewOf({ standards: { near: 'not-met', far: 'not-met' } }));
    expect(steps.map(({ message }) => message)).toEqual([
      'Mend "near": 3 of 7 failed; 80 % have to conform',
      'Mend "far": 3 of 7 failed, more than can be borne; every case has to conform',
    ]);
  });

  it('names every moment that nobody has judged in one sentence', () => {
    const [step, ...others] = nextSteps(
      cycle,
      reviewOf({ moments: { enter: 'not-assessed', leave: 'not-assessed' } }),
    );
    expect(others).toEqual([]);
    expect(step?.message).toBe(
      'Have people who know the work judge what an incident does at "enter", "leave"',
    );
  });

  it('calls plans what the cycle calls them, and says what they bring', () => {
    const steps = nextSteps(cycle, reviewOf({ plans: ['p', 'unnamed'] }));
    expect(steps.map(({ message }) => message)).toEqual([
      'Carry out "Open a second desk": it keeps about 16 customers per period',
      'Carry out "unnamed": it keeps about 16 customers per period',
    ]);
  });

  it('asks for a plan where an area is weak', () => {
    const [step] = nextSteps(cycle, reviewOf({ areas: { hall: 'plan' } }));
    expect(step).toEqual({
      code: 'plan-for-area',
      ids: ['hall'],
      message:
        'Plan for "Hall": 95 % favourable; weak: at most 60 %, below the target of 70 %; the standard "Time until served" failed in 1 of 300',
    });
  });

  it('tells of demands on plans that cannot hold together', () => {
    const conflict = [
      { kind: 'must-do', plan: 'p' },
      { kind: 'needs', plan: 'p', needs: 'q' },
      { kind: 'capacity', resource: 'money', capacity: 5 },
    ];
    const plans = { status: 'infeasible', chosen: [], conflict } as unknown as Review['plans'];
    expect(nextSteps(cycle, { ...reviewOf({}), ...(plans && { plans }) })).toEqual([
      {
        code: 'settle-plans',
        ids: ['p'],
        message: 'Give up one of 3 demands on plans: they cannot hold together',
      },
    ]);
  });

  it('hands on what requirements contradict, and measurements of standards nobody knows', () => {
    const review = reviewOf({});
    const { requirements } = review;
    const steps = nextSteps(cycle, {
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
        message: 'Name the standard of 4 measurements: the cycle has no "wait"',
      },
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
    const [step] = nextSteps(cycle, {
      ...review,
      criticalMoments: { ...review.criticalMoments, moments },
    });
    expect(step).toEqual({
      code: 'settle-disagreement',
      ids: ['pay'],
      message:
        'Settle what people and data say of "Receives the money": declared critical, no effect seen in 1,204 visits',
    });
  });
});
