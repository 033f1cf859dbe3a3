import { describe, expect, it } from 'vitest';
import { observed } from '../../test/support/observed.ts';
import type { Cycle } from '../model/cycle.ts';
import { compareReviews } from './compareReviews.ts';
import { reviewCycle } from './reviewCycle.ts';
import type { Review } from './types.ts';

type Changes = ReturnType<typeof compareReviews>;

/** A front desk; what is said of it changes from one review to the next. */
function cycleOf(judged: number, status: 'proposed' | 'done' = 'done'): Cycle {
  const standard = (id: string, requiredShare: number) =>
    ({ id, measure: id, unit: 'seconds', operator: '<=', threshold: 60, requiredShare }) as const;
  const question = (id: string, moment: string) =>
    ({ id, text: id, asks: 'satisfaction', about: { moment }, scale: { min: 1, max: 5 } }) as const;
  return {
    id: 'desk',
    name: 'Front desk',
    areas: [
      { id: 'hall', name: 'Hall' },
      { id: 'reception', name: 'Reception' },
    ],
    moments: [
      { id: 'wait', name: 'Waits', contact: 'none', area: 'hall' },
      {
        id: 'greet',
        name: 'Is greeted',
        contact: 'staff',
        area: 'reception',
        judgements: [{ by: 'analyst', severity: judged, occurrence: 3, detection: 3 }],
      },
    ],
    requirements: [
      {
        id: 'promptly',
        statement: 'A guest is greeted within 60 seconds',
        moments: ['greet'],
        source: { kind: 'expectation' },
        standards: [standard('greeted', 0.8), standard('seated', 0.5)],
      },
      {
        id: 'politely',
        statement: 'Politely',
        moments: ['greet'],
        source: { kind: 'expectation' },
      },
    ],
    actionPlans: [
      { id: 'clerk', name: 'A clerk', requirements: ['promptly'], effects: [], cost: {}, status },
      {
        id: 'course',
        name: 'A course',
        requirements: ['politely'],
        effects: [],
        cost: {},
        status: 'done',
      },
      {
        id: 'idea',
        name: 'An idea',
        requirements: ['promptly'],
        effects: [],
        cost: {},
        status: 'proposed',
      },
    ],
    survey: {
      id: 'leaving',
      title: 'On leaving',
      questions: [question('waiting', 'wait'), question('greeting', 'greet')],
    },
  };
}

interface Seen {
  readonly judged: number;
  readonly quick: number;
  readonly waiting: number;
}

/** A review of 200 customers: so many of a hundred cases are quick, so many customers satisfied with the wait. */
function reviewOf({ judged, quick, waiting }: Seen): Review {
  const hundred = Array.from({ length: 100 }, (_, place) => place);
  const cycle = cycleOf(judged);
  return reviewCycle(
    cycle,
    observed(cycle, {
      responses: Array.from({ length: 200 }, (_, place) => ({
        waiting: place < 2 * waiting ? 5 : 2,
        greeting: place < 180 ? 4 : 2,
      })),
      measurements: hundred.flatMap((place) => [
        { standard: 'greeted', value: place < quick ? 30 : 90 },
        { standard: 'seated', value: place < 95 ? 30 : 90 },
      ]),
    }),
  );
}

const spring = reviewOf({ judged: 9, quick: 60, waiting: 55 });
const autumn = reviewOf({ judged: 3, quick: 92, waiting: 85 });

describe('compareReviews', () => {
  const changes = compareReviews(spring, autumn);

  it('says what ceased to be critical, and which standards are met anew', () => {
    expect(changes.moments).toEqual([
      {
        moment: 'greet',
        verdict: 'ceased-to-be-critical',
        before: 'critical',
        after: autumn.criticalMoments.moments.find(({ moment }) => moment === 'greet')?.level,
        isUnstable: false,
      },
    ]);
    expect(changes.standards).toEqual([
      { standard: 'greeted', verdict: 'met-anew', before: 'not-met', after: 'met' },
    ]);
  });

  it('verifies plans that are carried out and moved a standard, and no others', () => {
    expect(
      changes.plans.map(({ plan, verdict, standards }) => [plan, verdict, standards.length]),
    ).toEqual([
      ['clerk', 'verified', 2],
      ['course', 'not-verified', 0],
    ]);
    expect(changes.plans[0]?.standards).toMatchObject([
      { standard: 'greeted', movement: 'moved' },
      { standard: 'seated', movement: 'not-proven', difference: 0 },
    ]);
    expect(changes.plans[0]?.standards[0]?.difference).toBeCloseTo(0.32, 12);
    const worse = compareReviews(autumn, spring);
    expect(worse.plans[0]).toMatchObject({
      verdict: 'not-verified',
      standards: [{ movement: 'worse' }, { movement: 'not-proven' }],
    });
  });

  it('says which scores rose, with their tests, and how areas changed', () => {
    const [waiting, greeting] = changes.scores.questions;
    expect(waiting).toMatchObject({ question: 'waiting', verdict: 'rose' });
    expect(greeting).toMatchObject({ question: 'greeting', verdict: 'no-proven-change' });
    const hall = changes.areas.changes.find(({ area }) => area === 'hall');
    expect(hall?.performance).toMatchObject({ verdict: 'better' });
    expect(hall?.performance?.change.value).toBeCloseTo(0.3, 12);
  });

  it('finds no change between a review and itself', () => {
    for (const review of [spring, autumn]) {
      const { moments, standards, plans, areas, scores } = compareReviews(review, review);
      expect(moments).toEqual([]);
      expect(standards).toEqual([]);
      expect(plans.every(({ verdict }) => verdict === 'not-verified')).toBe(true);
      expect(areas.changes.every(({ verdict }) => verdict === 'noise')).toBe(true);
      for (const each of scores.questions) {
        expect(each).toMatchObject({ verdict: 'no-proven-change', difference: { value: 0 } });
      }
    }
  });

  it('reverses every change when the reviews change places', () => {
    const back = compareReviews(autumn, spring);
    const turn = { 'became-critical': 'ceased-to-be-critical', 'met-anew': 'lost', rose: 'fell' };
    const turned = Object.fromEntries(
      Object.entries(turn).flatMap(([one, other]) => [
        [one, other],
        [other, one],
      ]),
    );
    const verdicts = ({ moments, standards, areas, scores }: Changes) => [
      ...moments.map(({ moment, verdict }) => [moment, verdict]),
      ...standards.map(({ standard, verdict }) => [standard, verdict]),
      ...areas.changes
        .map(({ area, verdict }) => [area, verdict])
        .toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
      ...scores.questions.map((each) => [
        each.question,
        each.kind === 'comparison' ? each.verdict : each.reason,
      ]),
    ];
    expect(verdicts(back)).toEqual(
      verdicts(changes).map(([id, verdict]) => [id, turned[String(verdict)] ?? verdict]),
    );
  });

  it('tells of parts that only one of the cycles has', () => {
    const bare = reviewCycle({ id: 'desk', name: 'Desk', moments: [] }, {});
    const { moments, standards, plans, areas } = compareReviews<never>(
      bare as never,
      spring as never,
    );
    expect(moments).toEqual([
      { moment: 'greet', verdict: 'became-critical', after: 'critical', isUnstable: false },
    ]);
    expect(standards).toEqual([{ standard: 'seated', verdict: 'met-anew', after: 'met' }]);
    expect(plans[0]).toMatchObject({ verdict: 'not-verified', standards: [] });
    expect(areas.changes.map(({ verdict }) => verdict)).toEqual(['new', 'new']);
    const gone = compareReviews<never>(spring as never, bare as never);
    expect(gone.moments).toMatchObject([{ moment: 'greet', verdict: 'ceased-to-be-critical' }]);
    expect(gone.standards).toEqual([{ standard: 'seated', verdict: 'lost', before: 'met' }]);
  });

  it('is a plain value', () => {
    expect(JSON.parse(JSON.stringify(changes))).toEqual(changes);
  });

  it.each<readonly [unknown, unknown, object, string]>([
    [spring.areas, autumn, {}, 'the kind of before is "area-priorities"; expected "review"'],
    [spring, null, {}, 'after is null'],
    [spring, { ...autumn, cycle: 'bank' }, {}, 'the cycle of the later review is "bank"'],
    [spring, autumn, { levl: 0.9 }, 'did you mean "level"?'],
    [spring, autumn, { level: 95 }, 'level is 95'],
  ])('refuses what are no two reviews of one cycle', (before, after, options, message) => {
    expect(() => compareReviews(before as Review, after as Review, options)).toThrow(message);
  });
});
