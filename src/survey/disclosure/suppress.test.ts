import { describe, expect, it } from 'vitest';
import { groupsOf } from '../../../test/support/groupsOf.ts';
import type { SatisfactionSurvey } from '../../model/survey.ts';
import { discloses } from '../score/discloses.ts';
import { scoreTally } from '../score/scoreTally.ts';
import { mergeTallies } from '../tally/mergeTallies.ts';
import { rollUp } from '../tally/rollUp.ts';
import { tallyResponses } from '../tally/tallyResponses.ts';

function surveyOf(
  max: number,
  asks: 'incident' | 'satisfaction' = 'satisfaction',
): SatisfactionSurvey<'q'> {
  return {
    id: 's',
    title: 'S',
    questions: [{ id: 'q', text: 'Q', asks, scale: { min: asks === 'incident' ? 0 : 1, max } }],
  };
}
const survey = surveyOf(5);

function repeat<Row>(times: number, row: (at: number) => Row): Row[] {
  return Array.from({ length: times }, (_, at) => row(at));
}

/** The groups, each by its values, and what is shown of it: responses, or why not. */
function seen(scores: ReturnType<typeof scoreTally>): Record<string, number | string> {
  const { because = [] } = scores.groups ?? {};
  return Object.fromEntries(
    groupsOf(scores.groups).map(({ group, responses }, at) => [
      Object.values(group).join(' '),
      because[at] ?? responses,
    ]),
  );
}

describe('nested keys', () => {
  const mk = (branch: string, region: string, n: number, q: number) =>
    repeat(n, () => ({ branch, region, q }));
  const rows = [
    ...mk('A', 'R1', 4, 1),
    ...mk('C', 'R1', 40, 5),
    ...mk('B', 'R2', 16, 4),
    ...mk('D', 'R2', 60, 4),
  ];
  const tally = tallyResponses(survey, rows, { by: ['branch', 'region'] });

  it('have what protects a small branch within its own region, whichever roll-up is looked at', () => {
    const byBranch = scoreTally(survey, rollUp(tally, ['branch']));
    const byRegion = scoreTally(survey, rollUp(tally, ['region']));
    expect(seen(byBranch)).toEqual({ A: 'below-minimum', B: 16, C: 'protects-another', D: 60 });
    expect(seen(byRegion)).toEqual({ R1: 44, R2: 76 });
    expect(discloses([byBranch, byRegion, scoreTally(survey, tally)], { tally }).disclosed).toEqual(
      [],
    );
  });

  it('hide one more branch of the country, and show the other 198', () => {
    const many = repeat(10, (c) =>
      repeat(20, (b) =>
        repeat(c === 3 && b === 7 ? 3 : 50, (i) => ({
          country: `C${c}`,
          branch: `C${c}-B${b}`,
          q: 1 + ((i + b) % 5),
        })),
      ),
    ).flat(2);
    const scores = scoreTally(survey, tallyResponses(survey, many, { by: ['country', 'branch'] }));
    const because = scores.groups?.because ?? [];
    expect(because.filter((reason) => reason === null)).toHaveLength(198);
    expect(because.filter((reason) => reason === 'protects-another')).toHaveLength(1);
    expect(scores.groups?.notShown).toBe(53);
  });
});

describe('answers of small groups', () => {
  it('do not follow because no count is below 0', () => {
    const calm = surveyOf(1, 'incident');
    const cells: Record<string, readonly [number, number]> = {
      'night north': [1, 1],
      'night south': [8, 0],
      'day north': [9, 0],
      'day south': [9, 0],
      'night east': [40, 3],
      'day east': [40, 2],
      'eve north': [40, 4],
      'eve south': [40, 1],
      'eve east': [40, 5],
    };
    const rows = Object.entries(cells).flatMap(([name, [n, yes]]) => {
      const [shift, branch] = name.split(' ');
      return repeat(n, (i) => ({ shift, branch, q: i < yes ? 1 : 0 }));
    });
    const tally = tallyResponses(calm, rows, { by: ['shift', 'branch'] });
    const published = [[], ['shift'], ['branch'], ['shift', 'branch']].map((keys) =>
      scoreTally(calm, rollUp(tally, keys as ('shift' | 'branch')[])),
    );
    expect(discloses(published, { tally }).disclosed).toEqual([]);
    const scores = published[3]!;
    const hidden = groupsOf(scores.groups).filter(({ responses }) => responses === 'suppressed');
    expect(hidden.length).toBeLessThan(6);
    // To hide the sizes alone does not do: the one person of the night in the north said yes.
    expect(groupsOf(scores.groups).filter(({ n }) => n[0] === null).length).toBeGreaterThan(
      hidden.length - 1,
    );
  });
});

describe('a question that few answered', () => {
  it('hides its own groups and no other question', () => {
    const two = {
      ...survey,
      questions: [survey.questions[0]!, { ...survey.questions[0]!, id: 'p' }],
    } as unknown as SatisfactionSurvey<'p' | 'q'>;
    const sizes = [
      ['C', 'am', 62, 20],
      ['C', 'pm', 45, 18],
      ['E', 'am', 63, 22],
      ['E', 'pm', 12, 3],
    ] as const;
    const rows = sizes.flatMap(([area, time, n, p]) =>
      repeat(n, (i) => ({ area, time, q: 1 + (i % 5), p: i < p ? 1 + ((2 * i) % 5) : null })),
    );
    const scores = scoreTally(two, tallyResponses(two, rows, { by: ['area', 'time'] }));
    expect(seen(scores)).toEqual({ 'C am': 62, 'C pm': 45, 'E am': 63, 'E pm': 12 });
    const shown = groupsOf(scores.groups).map(({ n }) => n);
    expect(shown.map(([q]) => q)).toEqual([62, 45, 63, 12]);
    expect(shown[3]?.[2]).toBe(null);
    const reasons = groupsOf(scores.groups).map(({ outcomes }) => outcomes[2]?.because);
    expect(reasons[3]).toBe('below-minimum');
    expect(new Set(reasons.slice(0, 3))).toEqual(new Set(['protects-another']));
  });
});

describe('those who have no group', () => {
  it('are counted apart, and what is not among the choices is named', () => {
    const withBranch: SatisfactionSurvey<'q' | 'g'> = {
      ...survey,
      questions: [
        ...survey.questions,
        { id: 'g', text: 'Branch', asks: 'profile', choices: { A: 'A', B: 'B' } },
      ],
    };
    const rows = [
      ...['A', 'a', 'Zzz'].flatMap((g) => repeat(6, () => ({ q: 5, g }))),
      ...['', null].flatMap((g) => repeat(6, () => ({ q: 1, g }))),
    ];
    for (const by of [['g'] as const, { g: ['A', 'B'] } as const]) {
      const { groups } = scoreTally(withBranch, tallyResponses(withBranch, rows, { by }));
      expect(groups?.keys).toEqual([{ name: 'g', values: ['A'], codes: [0] }]);
      expect([groups?.responses, groups?.withoutGroup]).toEqual([[6], 24]);
      expect(groups?.unlisted).toEqual([
        {
          key: 'g',
          responses: 12,
          values: [
            { value: 'Zzz', responses: 6 },
            { value: 'a', responses: 6 },
          ],
        },
      ]);
    }
    const any = tallyResponses(withBranch, rows, { by: { g: 'any' } });
    expect(any.by[0]?.values).toEqual([null, 'A', 'Zzz', 'a']);
  });

  it('add up over tallies, and lie in no group of them', () => {
    const tallies = ['A', 'a', 'b'].map((g) =>
      tallyResponses(
        survey,
        repeat(6, () => ({ q: 5, g })),
        { by: { g: ['A'] } },
      ),
    );
    const [first, second, third] = tallies;
    const merged = mergeTallies(mergeTallies(first!, second!), third!);
    expect(merged.unlisted).toEqual([
      {
        key: 'g',
        responses: 12,
        values: [
          { value: 'a', responses: 6 },
          { value: 'b', responses: 6 },
        ],
      },
    ]);
    expect(merged.by).toEqual([{ name: 'g', values: [null, 'A'] }]);
  });

  it('hide no month of 100,000', () => {
    const rows = ['May', 'June', undefined].map((month, at) => ({
      month,
      times: at === 2 ? 1 : 100_000,
    }));
    const tally = tallyResponses(
      survey,
      rows.flatMap(({ month, times }) => repeat(times, (i) => ({ month, q: 1 + (i % 5) }))),
      { by: ['month'] },
    );
    expect(seen(scoreTally(survey, tally))).toEqual({ May: 100_000, June: 100_000 });
  });

  it.each([[new Date(0)], [[1]], [{}]])(
    'are not those with %o for a value: that is a fault',
    (month) => {
      expect(() => tallyResponses(survey, [{ q: 1, month }], { by: ['month'] })).toThrow(
        expect.objectContaining({ code: 'invalid-argument' }),
      );
    },
  );

  it('is a fault to allow what is no value', () => {
    const by = { month: [{}] } as unknown as { month: string[] };
    expect(() => tallyResponses(survey, [{ q: 1, month: 'May' }], { by })).toThrow('by.month');
  });
});

describe('the total', () => {
  const rows = repeat(3, (i) => ({ q: 1 + i, branch: 'north' }));
  const tally = tallyResponses(survey, rows, { by: ['branch'] });

  it('is hidden where it is below the minimum, and shown where it is asked for', () => {
    const scores = scoreTally(survey, tally);
    expect([scores.responses, scores.questions, scores.suppressedQuestions]).toEqual([
      'suppressed',
      [],
      ['q'],
    ]);
    expect(scoreTally(survey, rollUp(tally, [])).responses).toBe('suppressed');
    const asked = scoreTally(survey, tally, { minimumTotal: 1 });
    expect(asked.responses).toBe(3);
    expect(seen(asked)).toEqual({ north: 'below-minimum' });
  });

  it('of responses that are not grouped is shown, however few', () => {
    expect(scoreTally(survey, tallyResponses(survey, rows)).responses).toBe(3);
  });

  it('and all groups are shown with a minimum of 1', () => {
    expect(seen(scoreTally(survey, tally, { minimumGroupSize: 1 }))).toEqual({ north: 3 });
  });
});

describe('what somebody typed', () => {
  it('is listed by its kind where anything is hidden', () => {
    const rows = [
      ...repeat(9, () => ({ q: 1, branch: 'north' })),
      ...repeat(9, () => ({ q: 2, branch: 'south' })),
      { q: 'ask for Ada at the desk', branch: 'harbour' },
      { q: 11, branch: 'harbour' },
    ] as { q: number; branch: string }[];
    const hidden = scoreTally(survey, tallyResponses(survey, rows, { by: ['branch'] }));
    expect(hidden.firstInvalid.map(({ found }) => found)).toEqual(['text', '11']);
    expect(JSON.stringify(hidden)).not.toContain('Ada');
    const all = scoreTally(survey, tallyResponses(survey, rows, { by: ['branch'] }), {
      minimumGroupSize: 1,
    });
    expect(JSON.stringify(all)).toContain('Ada');
  });
});

describe('too much to settle', () => {
  it('hides more, and says so', () => {
    // Six keys of six values each, without a pattern in them.
    const rows = repeat(4000, (i) => ({
      q: 1 + (i % 5),
      ...Object.fromEntries(
        'abcdef'
          .split('')
          .map((key, at) => [key, (Math.imul(i + 1, 2_654_435_761 + 2 * at) >>> (8 + 3 * at)) & 7]),
      ),
    })) as { q: number; a: number; b: number }[];
    const by = ['a', 'b', 'c', 'd', 'e', 'f'] as unknown as ('a' | 'b')[];
    const tally = tallyResponses(survey, rows, { by });
    const { groups } = scoreTally(survey, tally);
    expect([groups?.fallback, groups?.responses, groups?.notShown]).toEqual([
      'single-keys',
      [],
      4000,
    ]);
    const one = scoreTally(survey, rollUp(tally, ['a']));
    expect(one.groups?.fallback).toBe('single-keys');
    expect(one.groups?.responses.filter((count) => count !== null).length).toBeGreaterThan(0);
  });

  it('shows groups by single keys where that was so of most answers', () => {
    // Most branches have one response a month, or two.
    const rows = repeat(6000, (i) => ({
      q: 1 + (i % 5),
      month: `m${(Math.imul(i + 1, 2_654_435_761) >>> 8) % 12}`,
      branch: `b${(Math.imul(i + 1, 1_597_334_677) >>> 10) % 300}`,
    }));
    const tally = tallyResponses(survey, rows, { by: ['branch', 'month'] });
    const { groups } = scoreTally(survey, rollUp(tally, ['month']));
    expect([groups?.fallback, groups?.unsettledQuestions]).toEqual(['single-keys', []]);
    expect(groups?.columns[0]?.n.filter((n) => n !== null)).toHaveLength(12);
  });
});

describe('tallies published before', () => {
  const rows = repeat(60, (i) => ({ q: 1 + (i % 5), branch: `b${i % 3}`, month: `m${i % 2}` }));
  const both = tallyResponses(survey, rows, { by: ['branch', 'month'] });

  it('are not guarded against where they lack a key, which is said', () => {
    const byBranch = tallyResponses(survey, rows, { by: ['branch'] });
    const byMonth = tallyResponses(survey, rows, { by: ['month'] });
    expect(scoreTally(survey, byMonth, { published: [byBranch] }).notGuarded).toEqual([0]);
    const published = [rollUp(both, ['branch'])];
    expect(scoreTally(survey, rollUp(both, ['month']), { published }).notGuarded).toEqual([]);
  });

  it('keep what two people said who came since', () => {
    const more = [
      ...rows,
      { q: 5, branch: 'b0', month: 'm0' },
      { q: 4, branch: 'b0', month: 'm0' },
    ];
    const after = tallyResponses(survey, more, { by: ['branch', 'month'] });
    const scores = scoreTally(survey, rollUp(after, ['branch']), { published: [both] });
    expect(seen(scores)['b0']).not.toBe(22);
    expect(scores.responses).toBe('suppressed');
    expect(seen(scoreTally(survey, rollUp(after, ['branch'])))['b0']).toBe(22);
  });

  it('must have the same questions', () => {
    const other = tallyResponses(surveyOf(3), [], { by: ['branch'] });
    expect(() => scoreTally(survey, both, { published: [other] })).toThrow('published[0]');
  });
});
