import { describe, expect, it } from 'vitest';
import { defineCycle } from '../../model/defineCycle.ts';
import { quantileOf } from '../../stats/sketch/quantileOf.ts';
import type { VisitTallyOptions } from './definitionTypes.ts';
import { mergeVisitTallies } from './mergeVisitTallies.ts';
import { parseVisitTally } from './parseVisitTally.ts';
import { tallyVisits } from './tallyVisits.ts';

const desk = (threshold = 60) =>
  defineCycle({
    id: 'desk',
    name: 'Front desk',
    moments: [
      { id: 'greet', name: 'Is greeted', contact: 'staff' },
      { id: 'key', name: 'Gets the key', contact: 'staff' },
    ],
    requirements: [
      {
        id: 'promptly',
        statement: 'A guest is greeted at once',
        moments: ['greet'],
        source: { kind: 'expectation' },
        standards: [
          {
            id: 'in-time',
            measure: 'Time to the greeting',
            unit: 'seconds',
            operator: '<=',
            threshold,
            requiredShare: 0.9,
          },
        ],
      },
    ],
  });

describe('parseVisitTally', () => {
  it('refuses waits for answers that are more than the complaints, or fewer than the visits with one', () => {
    const counted = tallyVisits(desk(), [
      { moments: {}, problem: { times: 2, answeredAfterHours: 4 } },
      { moments: {}, problem: { complained: true } },
    ]);
    const withoutTimes = (withoutTime: number) =>
      parseVisitTally(desk(), {
        ...counted,
        problems: { ...counted.problems, answers: { ...counted.problems.answers, withoutTime } },
      });
    expect([0, 1, 2, 3].map((count) => withoutTimes(count).ok)).toEqual([false, true, true, false]);
    expect(withoutTimes(3)).toMatchObject({
      issues: [{ path: ['problems', 'answers'], found: '4' }],
    });
  });
});

describe('mergeVisitTallies', () => {
  it('adds up causes, waits and faults that only one part has', () => {
    const options = { waits: 'exact' } as const;
    const one = tallyVisits(
      desk(),
      [
        {
          moments: { greet: { incident: { cause: 'nobody there' }, waitSeconds: 90 } },
          overall: 1,
        },
      ],
      options,
    );
    const other = tallyVisits(
      desk(),
      [
        { moments: { greet: { incident: { cause: 'asleep' }, waitSeconds: 5 } } },
        { moments: { greet: { waitSeconds: 90 } }, overall: 4 },
      ],
      { ...options, firstPosition: 1 },
    );
    const [greet] = mergeVisitTallies(one, other).moments;
    expect(greet?.causes.map(({ cause }) => cause)).toEqual(['asleep', 'nobody there']);
    expect(greet?.waits).toEqual({
      kind: 'exact',
      n: 3,
      counts: [
        [5, 1],
        [90, 2],
      ],
    });
    expect(greet?.standards[0]?.beyond).toEqual({ dissatisfied: 1, satisfied: 1, unknown: 0 });
    expect(mergeVisitTallies(one, other).issues).toEqual([
      { code: 'no-outcome', count: 1, first: [{ position: 1, found: 'nothing' }] },
    ]);
  });

  it('adds up sketches of waits, which tell quantiles to one percent', () => {
    const waitsOf = (from: number) =>
      tallyVisits(
        desk(),
        Array.from({ length: 100 }, (_, n) => ({
          moments: { greet: { waitSeconds: from + n } },
          overall: 4,
        })),
      );
    const [greet] = mergeVisitTallies(waitsOf(1), waitsOf(101)).moments;
    const { waits } = greet!;
    const median = waits.kind === 'quantile-sketch' ? quantileOf(waits, 0.5) : undefined;
    expect(median).toMatchObject({ kind: 'estimate', n: 200 });
    expect(median?.kind === 'estimate' && Math.abs(median.value - 100)).toBeLessThanOrEqual(1);
  });

  it.each<[string, VisitTallyOptions<'greet' | 'key'>]>([
    ['ratingScale', { ratingScale: { min: 1, max: 7 } }],
    ['overallScale', { overallScale: { min: 0, max: 10 } }],
    ['lowUpTo', { lowUpTo: 1, highFrom: 4 }],
    ['highFrom', { highFrom: 5 }],
    ['dissatisfiedUpTo', { dissatisfiedUpTo: 1 }],
    ['incidentsFrom', { incidentsFrom: 'reports' }],
    ['reportsFrom', { reportsFrom: 'questionnaire' }],
    ['drivers', { drivers: ['key', 'greet'] }],
    ['waits', { waits: 'exact' }],
  ])('refuses to add up tallies that differ in %s', (field, options) => {
    const one = tallyVisits(desk(), []);
    const other = tallyVisits(desk(), [], options);
    expect(() => mergeVisitTallies(one, other)).toThrow(
      expect.objectContaining({
        code: 'invalid-argument',
        message: expect.stringContaining(`"${field}" is`) as string,
      }),
    );
  });

  it('refuses to add up tallies that were held against other standards, or of other cycles', () => {
    const other: ReturnType<typeof desk> = { ...desk(), id: 'other' };
    const one = tallyVisits(desk(), []);
    expect(() => mergeVisitTallies(one, tallyVisits(desk(90), []))).toThrow(/"standards" is/);
    expect(() => mergeVisitTallies(one, tallyVisits(other, []))).toThrow(
      /"cycle" is .*desk.* in one and .*other.* in the other/,
    );
  });

  it('adds up tallies of scales that differ in their words only', () => {
    const named = { ratingScale: { min: 1, max: 5, labels: { '1': 'bad' } } };
    const one = tallyVisits(desk(), [], named);
    expect(mergeVisitTallies(one, tallyVisits(desk(), []))).toEqual(one);
  });
});
