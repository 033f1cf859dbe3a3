import { describe, expect, it } from 'vitest';
import { defineSurvey } from '../model/defineSurvey.ts';
import type { ServicePlan } from '../model/index.ts';
import { mergeTallies } from '../survey/tally/mergeTallies.ts';
import { tallyResponses } from '../survey/tally/tallyResponses.ts';
import { rakeWeights } from '../survey/weighting/rakeWeights.ts';
import { compareProfile, profileTargets } from './compareProfile.ts';

const planOf = (
  shares: { readonly [category: string]: number },
  question?: string,
): ServicePlan => ({
  id: 'p',
  name: 'P',
  profile: [{ id: 'kind', name: 'Kind', shares, ...(question !== undefined && { question }) }],
  channels: [],
  review: { everyMonths: 12 },
});
const rowsOf = (key: string, counts: { readonly [code: string]: number }) =>
  Object.entries(counts).flatMap(([code, n]) => Array.from({ length: n }, () => ({ [key]: code })));

describe('compareProfile', () => {
  it('peas as Mendel counted them go with 9 : 3 : 3 : 1', () => {
    const plan = planOf({ a: 9 / 16, b: 3 / 16, c: 3 / 16, d: 1 / 16 });
    const [found] = compareProfile(plan, rowsOf('kind', { a: 315, b: 108, c: 101, d: 32 }));
    expect(found?.status).toBe('not-proven');
    expect(found?.test?.statistic).toBeCloseTo(0.470024, 6);
    expect(found?.test?.pValue).toBeCloseTo(0.925426, 6);
    expect(found?.test?.degreesOfFreedom).toBe(3);
  });

  it('counts by the question where there is one, and apart those who told nothing or something else', () => {
    const rows = [
      ...rowsOf('purpose', { work: 10, rest: 30, other: 2 }),
      { purpose: null },
      {},
      { purpose: { work: 1 } },
      null as never,
    ];
    const [found] = compareProfile(planOf({ work: 0.5, rest: 0.5, none: 0 }, 'purpose'), rows);
    expect(found).toMatchObject({ key: 'purpose', n: 40, others: 3, blank: 3, status: 'differs' });
    expect(found?.categories).toEqual([
      { category: 'work', planned: 0.5, observed: 10 },
      { category: 'rest', planned: 0.5, observed: 30 },
    ]);
  });

  it('shows no figures where a category is so small that it could tell of a person', () => {
    const plan = planOf({ work: 0.5, rest: 0.5 });
    const rows = rowsOf('kind', { work: 3, rest: 40 });
    expect(compareProfile(plan, rows)).toEqual([
      { trait: 'kind', key: 'kind', n: 43, others: 0, blank: 0, status: 'differs' },
    ]);
    expect(compareProfile(plan, rows, { minimumGroupSize: 1 })[0]?.test).toBeDefined();
  });

  it('says the same of a tally as of its rows, merged, by more keys and with values it does not allow', () => {
    const plan = planOf({ work: 0.5, rest: 0.5, none: 0 }, 'purpose');
    const survey = defineSurvey({
      id: 's',
      title: 'S',
      questions: [{ id: 'q', text: 'Q?', asks: 'effort', scale: { min: 1, max: 5 } }],
    });
    const rows = [
      ...rowsOf('purpose', { work: 12, rest: 40, none: 6, other: 7 }),
      { purpose: null },
      {},
    ].map((row, at) => ({ purpose: undefined, ...row, place: `p${String(at % 3)}`, q: 3, w: 0.5 }));
    const expected = compareProfile(plan, rows);
    expect(expected[0]).toMatchObject({ n: 52, others: 13, blank: 2 });
    const by = { purpose: ['work', 'rest', 'none'], place: ['p0', 'p1', 'p2'] };
    for (const how of [{ by: ['purpose'] }, { by: ['place', 'purpose'], weight: 'w' }, { by }]) {
      const count = (of: readonly object[]) => tallyResponses(survey, of as never, how as never);
      expect(compareProfile(plan, count(rows))).toEqual(expected);
      const merged = mergeTallies(count(rows.slice(0, 20)), count(rows.slice(20)));
      expect(compareProfile(plan, merged)).toEqual(expected);
    }
    const [untold] = compareProfile(plan, tallyResponses(survey, rows as never, { by: [] }));
    expect(untold).toMatchObject({ status: 'no-answers', n: 0, others: 0, blank: 67 });
  });

  it('says when nobody told', () => {
    expect(compareProfile(planOf({ a: 1 }), [])[0]?.status).toBe('no-answers');
    expect(compareProfile(planOf({ a: 1 }), rowsOf('kind', { a: 9 }))[0]?.test?.pValue).toBe(1);
  });

  it('refuses shares that do not add up, and a sample that is none', () => {
    expect(() => compareProfile(planOf({ a: 0.5, b: 0.4 }), [])).toThrow('expected 1');
    expect(() => compareProfile(planOf({ a: 50 }), [])).toThrow('expected a number from 0 to 1');
    expect(() => compareProfile(planOf({ a: 1 }), 5 as never)).toThrow('sample is 5');
  });
});

describe('profileTargets', () => {
  it('makes answers count as those of the customers of the plan', () => {
    const plan = planOf({ work: 0.5, rest: 0.5 }, 'purpose');
    const rows = rowsOf('purpose', { work: 10, rest: 30 });
    const raked = rakeWeights(rows, profileTargets(plan));
    const weights = raked.ok ? raked.value.weights : [];
    expect([weights[0], weights.at(-1)]).toEqual([2, expect.closeTo(2 / 3, 9)]);
  });
});
