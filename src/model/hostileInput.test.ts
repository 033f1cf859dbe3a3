import { deleteGlobalConfig, setGlobalConfig } from 'valibot';
import { afterEach, describe, expect, it } from 'vitest';
import type { Issue } from '../shared/issue.ts';
import { checkCycle } from './checkCycle.ts';
import type { Cycle } from './cycle.ts';
import { parseCycle } from './parseCycle.ts';
import { parseSurvey } from './parseSurvey.ts';

const many = <T>(length: number, make: (place: number) => T): T[] =>
  Array.from({ length }, (_, place) => make(place));
const moment = { id: 'm', name: 'M', contact: 'staff' } as const;
const cycle = { id: 'c', name: 'C', moments: [moment] } as const;
const requirement = { id: 'r', statement: 'S', source: { kind: 'expectation' } } as const;

const issuesOf = (input: unknown): readonly Issue[] => {
  const result = parseCycle(input);
  return result.ok ? [] : result.issues;
};

/** The faults found: those listed, and those the last issue counts. */
const countOf = (input: unknown): number => {
  const issues = issuesOf(input);
  const last = issues.at(-1);
  return last?.code === 'not-listed'
    ? issues.length - 1 + Number.parseInt(last.found, 10)
    : issues.length;
};

describe('a body of a million characters', () => {
  const BODIES: readonly (readonly [string, unknown, number])[] = [
    [
      'with an unknown reference for each of its moments',
      {
        ...cycle,
        moments: many(20_000, (i) => ({ ...moment, id: `m${i}` })),
        requirements: [{ ...requirement, moments: many(20_000, (i) => `x${i}`) }],
      },
      20_000,
    ],
    [
      'with thousands of references beside one endless id',
      {
        ...cycle,
        moments: [{ ...moment, id: 'x'.repeat(50_000) }],
        requirements: [{ ...requirement, moments: many(8000, String) }],
      },
      8000,
    ],
    ['with one id for everything', { ...cycle, moments: many(20_000, () => moment) }, 19_999],
    ['of members that are none', { ...cycle, moments: many(300_000, () => 1) }, 300_000],
    [
      'of lists of members that are none',
      {
        ...cycle,
        moments: many(20, (i) => ({ ...moment, id: `m${i}`, judgements: many(9000, () => 1) })),
      },
      180_000,
    ],
    [
      'of keys that nobody knows',
      { ...cycle, ...Object.fromEntries(many(50_000, (i) => [`k${i}`, 1])) },
      50_000,
    ],
    [
      'of faults under one endless key',
      {
        ...cycle,
        survey: {
          id: 's',
          title: 'T',
          questions: [
            {
              id: 'q',
              text: 'T',
              asks: 'profile',
              choices: { ['x'.repeat(500_000)]: many(9000, () => 1) },
            },
          ],
        },
      },
      1,
    ],
  ];

  it.each(BODIES)(
    '%s is answered with at most a thousand faults and the count of the others',
    (_, body, count) => {
      const issues = issuesOf(body);
      expect(issues.length).toBeLessThanOrEqual(1001);
      expect(countOf(body)).toBe(count);
      for (const { message, expected } of issues) {
        expect(message.length).toBeLessThan(1000);
        expect(expected.length).toBeLessThan(1000);
      }
    },
  );

  it('names the neighbours of an unknown id, and how many others there are', () => {
    const [issue] = issuesOf({
      ...cycle,
      moments: many(3000, (i) => ({ ...moment, id: `m${i + 1000}` })),
      requirements: [{ ...requirement, moments: ['m2000-and-more'] }],
    });
    expect(issue?.expected).toBe('"m1999", "m2000", "m2001", "m2002" or one of 2996 others');
  });
});

describe('what the host has set up', () => {
  afterEach(() => {
    deleteGlobalConfig();
    delete (Object.prototype as { polluted?: unknown }).polluted;
    delete (Object.prototype as { stages?: unknown }).stages;
  });
  const faulty = { id: ' ', name: '', moments: [{ id: 'm', name: 'M', contact: 'x' }], stage: 1 };

  it('in valibot changes no word of what a door says', () => {
    const before = issuesOf(faulty);
    setGlobalConfig({ abortEarly: true, abortPipeEarly: true, lang: 'de' });
    expect(issuesOf(faulty)).toEqual(before);
    expect(before).toHaveLength(4);
  });

  it('on every object is in no cycle', () => {
    const before = issuesOf(faulty);
    Object.assign(Object.prototype, { polluted: 1, stages: [{ id: 'no' }, { id: 'no' }] });
    expect(parseCycle(cycle)).toEqual({ ok: true, value: cycle });
    expect(issuesOf(faulty)).toEqual(before);
    const profile = { id: 'q', text: { en: 'Q' }, asks: 'profile', choices: { a: 'A' } };
    const survey = { id: 's', title: 'T', questions: [profile] };
    expect(parseSurvey(survey)).toEqual({ ok: true, value: survey });
  });
});

describe('a scale of one answer', () => {
  it.each([
    { min: 0, max: 1, step: 1e10 },
    { min: 0, max: 1, step: 3 },
  ])('is refused at the door: %o', (scale) => {
    const questions = [{ id: 'q', text: 'Q', asks: 'satisfaction', scale }];
    expect(parseSurvey({ id: 's', title: 'T', questions }).ok).toBe(false);
  });
});

describe('plans that need each other', () => {
  const plans = (
    count: number,
    needs: (i: number) => string[],
    excludes: (i: number) => string[],
  ): Cycle => ({
    ...cycle,
    actionPlans: many(count, (i) => ({
      id: `p${i}`,
      name: 'P',
      requirements: [],
      effects: [{ moment: 'm', incidentRateFactor: 0.5 }],
      cost: {},
      status: 'planned',
      needs: needs(i),
      excludes: excludes(i),
    })) as never,
  });

  it('are found in their circles, eight hundred in all directions', () => {
    const all = many(800, (i) => `p${i}`);
    const found = checkCycle(
      plans(
        800,
        () => all,
        (i) => (i === 0 ? ['p799'] : []),
      ),
    );
    expect(found.filter(({ code }) => code === 'plan-needs-excluded')).toHaveLength(800);
    expect(found.filter(({ code }) => code === 'circular-needs')).toHaveLength(800);
  });

  it('are told apart from those that need nothing they exclude', () => {
    // Each needs the one before it; 'p9' excludes what it needs in the end, and so do all after it.
    const found = checkCycle(
      plans(
        40,
        (i) => (i === 0 ? [] : [`p${i - 1}`]),
        (i) => (i === 9 ? ['p2'] : i === 3 ? ['p39'] : []),
      ),
    );
    const clashes = found.filter(({ code }) => code === 'plan-needs-excluded');
    expect(clashes.map(({ ids: [id] }) => id)).toEqual(many(31, (i) => `p${i + 9}`));
    expect(found.some(({ code }) => code === 'circular-needs')).toBe(false);
  });

  it('in one circle of thousands are all named, and the first in the message', () => {
    const [circle] = checkCycle(
      plans(
        5000,
        (i) => [`p${(i + 1) % 5000}`],
        () => [],
      ),
    ).filter(({ code }) => code === 'circular-needs');
    expect(circle?.ids).toHaveLength(5000);
    expect(circle?.message).toContain('-> 4980 more -> "p0"');
  });
});
