import { describe, expect, it } from 'vitest';
import type { Issue } from '../../shared/issue.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { DEFAULT_ITERATIONS, DEFAULT_TOLERANCE, rakeWeights, USUAL_BOUNDS } from './rakeWeights.ts';
import type { MarginTargets, RakedWeights, RakeOptions } from './types.ts';

type Rows = Iterable<Readonly<Record<string, unknown>>>;

function rake(rows: Rows, targets: MarginTargets, options: RakeOptions = {}): RakedWeights {
  const raked = rakeWeights(rows, targets, options);
  if (!raked.ok) throw new Error(raked.issues[0].message);
  return raked.value;
}

function issuesOf(rows: Rows, targets: MarginTargets, options: RakeOptions = {}): readonly Issue[] {
  const raked = rakeWeights(rows, targets, options);
  return raked.ok ? [] : raked.issues;
}

/** Rows of one margin, so many of each category. */
function rowsOf(margin: string, counts: Readonly<Record<string, number>>) {
  return Object.entries(counts).flatMap(([category, count]) =>
    Array.from({ length: count }, () => ({ [margin]: category })),
  );
}

const guests = [
  { age: 'young', channel: 'app' },
  { age: 'young', channel: 'desk' },
  { age: 'young', channel: 'desk' },
  { age: 'old', channel: 'desk' },
];

describe('rakeWeights', () => {
  it('lets the few speak for the many, and the weights add up to the rows', () => {
    const { weights } = rake(rowsOf('age', { young: 3, old: 1 }), {
      age: { young: 0.5, old: 0.5 },
    });
    expect(weights).toEqual([2 / 3, 2 / 3, 2 / 3, 2]);
  });

  it('shows each margin before and after, beside what it should be', () => {
    const { margins } = rake(guests, { age: { young: 1, old: 1 }, channel: { app: 1, desk: 3 } });
    expect(margins.map(({ margin }) => margin)).toEqual(['age', 'channel']);
    const [young, old] = margins[0]!.categories;
    expect(young).toMatchObject({ category: 'young', rows: 3, before: 0.75, target: 0.5 });
    expect(old).toMatchObject({ category: 'old', rows: 1, before: 0.25, target: 0.5 });
    for (const { achieved, target } of margins.flatMap(({ categories }) => categories)) {
      expect(Math.abs(achieved / target - 1)).toBeLessThan(DEFAULT_TOLERANCE);
    }
  });

  it('says how it went and what it costs', () => {
    expect(rake(guests, { age: { young: 0.5, old: 0.5 } })).toMatchObject({
      kind: 'raked-weights',
      n: 4,
      dropped: 0,
      converged: true,
      iterations: 1,
      effectiveN: 3,
      designEffect: 4 / 3,
      trimmed: 0,
      warnings: [],
      definition: { method: 'raking', tolerance: 1e-6, maximumIterations: DEFAULT_ITERATIONS },
    });
  });

  it('takes targets as shares or as numbers, each margin in proportion to its own sum', () => {
    const { weights } = rake(guests, {
      age: { young: 0.4, old: 0.6 },
      channel: { app: 1, desk: 3 },
    });
    const targets = { age: { young: 40, old: 60 }, channel: { app: 0.25, desk: 0.75 } };
    expect(rake(guests, targets).weights).toEqual(weights);
  });

  it('does nothing to a sample that fits', () => {
    const { weights, iterations } = rake(guests, { age: { young: 300, old: 100 } });
    expect(weights).toEqual([1, 1, 1, 1]);
    expect(iterations).toBe(0);
  });

  it('has nothing to do with one category', () => {
    expect(rake([{ age: 'old' }, { age: 'old' }], { age: { old: 7 } })).toMatchObject({
      weights: [1, 1],
      effectiveN: 2,
    });
  });

  it('starts from base weights, whatever their unit', () => {
    const rows = rowsOf('age', { young: 2, old: 2 });
    const targets = { age: { young: 1, old: 1 } };
    const { weights } = rake(rows, targets, { baseWeights: [1, 3, 2, 2] });
    expect(weights).toEqual([0.5, 1.5, 1, 1]);
    for (const unit of [1e300, 1e-300]) {
      const baseWeights = Float64Array.of(unit, 3 * unit, 2 * unit, 2 * unit);
      const scaled = rake(rows, targets, { baseWeights }).weights;
      for (const [place, weight] of scaled.entries())
        expect(weight).toBeCloseTo(weights[place]!, 12);
    }
  });

  it('drops a category whose target is 0, and rows whose base weight is 0', () => {
    const rows = [...guests, { age: 'child', channel: 'desk' }, { age: 'old', channel: 'app' }];
    const raked = rake(
      rows,
      { age: { young: 1, old: 1, child: 0 } },
      { baseWeights: [1, 1, 1, 1, 1, 0] },
    );
    expect(raked).toMatchObject({ n: 4, dropped: 2 });
    expect(raked.weights.slice(4)).toEqual([0, 0]);
    expect(raked.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(4, 12);
    expect(raked.margins[0]!.categories[2]).toEqual({
      category: 'child',
      rows: 1,
      before: 0.2,
      achieved: 0,
      target: 0,
    });
  });

  it('reads numbers and truth values as the categories they are written as', () => {
    const rows = [
      { floor: 1, member: true },
      { floor: 2, member: false },
    ];
    const targets = { floor: { 1: 0.5, 2: 0.5 }, member: { true: 0.5, false: 0.5 } };
    expect(rake(rows, targets).weights).toEqual([1, 1]);
  });

  it('takes margins and categories that are called like what every object has', () => {
    const rows = JSON.parse('[{"__proto__":"toString"},{"__proto__":"__proto__"}]') as Rows;
    const targets = JSON.parse('{"__proto__":{"toString":3,"__proto__":1}}') as MarginTargets;
    expect(rake(rows, targets).weights).toEqual([1.5, 0.5]);
  });

  it('reads rows once, as a stream would give them', () => {
    function* stream() {
      yield* guests;
    }
    expect(rake(stream(), { age: { young: 3, old: 1 } }).weights).toHaveLength(4);
  });

  it('warns of margins that contradict each other, and says by how much they are missed', () => {
    const rows = [
      { age: 'young', channel: 'app' },
      { age: 'old', channel: 'desk' },
    ];
    const targets = { age: { young: 0.5, old: 0.5 }, channel: { app: 0.2, desk: 0.8 } };
    const raked = rake(rows, targets);
    expect(raked).toMatchObject({ converged: false, iterations: 100, warnings: ['not-converged'] });
    expect(raked.maximumRelativeDifference).toBeCloseTo(0.6, 12);
    expect(raked.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(2, 12);
  });

  it('stops after as many rounds as it was given', () => {
    const targets = { age: { young: 0.3, old: 0.7 }, channel: { app: 0.2, desk: 0.8 } };
    expect(rake(guests, targets, { maximumIterations: 2 })).toMatchObject({
      iterations: 2,
      converged: false,
    });
    expect(rake(guests, targets, { tolerance: 0.1 }).iterations).toBeLessThan(
      rake(guests, targets).iterations,
    );
  });

  it('warns when a few rows speak for many', () => {
    const rows = rowsOf('age', { young: 99, old: 1 });
    expect(rake(rows, { age: { young: 0.9, old: 0.1 } })).toMatchObject({
      warnings: ['extreme-weights'],
    });
    expect(rake(rows, { age: { young: 0.98, old: 0.02 } }).warnings).toEqual([]);
  });

  describe('with bounds', () => {
    it('cuts off what is too large, and goes on fitting the margins with the others', () => {
      // One row of base weight 60 among 100: raked alone it would have 37 times the mean.
      const rows = rowsOf('age', { young: 50, old: 50 });
      const baseWeights = rows.map((_, position) => (position === 0 ? 60 : 1));
      const targets = { age: { young: 1, old: 1 } };
      const options = { baseWeights, bounds: USUAL_BOUNDS };
      expect(Math.max(...rake(rows, targets, { baseWeights }).weights)).toBeGreaterThan(25);
      const raked = rake(rows, targets, options);
      expect(raked).toMatchObject({ converged: true, trimmed: 1, warnings: [] });
      expect(raked.weights[0]).toBe(5);
      for (const weight of raked.weights.slice(1, 50)) expect(weight).toBeCloseTo(45 / 49, 6);
      for (const weight of raked.weights.slice(50)) expect(weight).toBeCloseTo(1, 6);
      expect(raked.definition.bounds).toEqual(USUAL_BOUNDS);
    });

    it('cuts off what is too small', () => {
      const rows = rowsOf('age', { young: 10, old: 10 });
      const baseWeights = rows.map((_, position) => (position === 0 ? 0.001 : 1));
      const options = { baseWeights, bounds: { low: 0.5, high: 2 } };
      const raked = rake(rows, { age: { young: 1, old: 1 } }, options);
      expect(raked).toMatchObject({ converged: true, trimmed: 1 });
      expect(raked.weights[0]).toBe(0.5);
    });

    it('cuts off even where the margins fit from the start', () => {
      const rows = rowsOf('age', { old: 12 });
      const baseWeights = rows.map((_, position) => (position === 0 ? 100 : 1));
      const raked = rake(rows, { age: { old: 1 } }, { baseWeights, bounds: USUAL_BOUNDS });
      expect(raked.weights[0]).toBe(5);
      expect(raked.weights[1]).toBeCloseTo(7 / 11, 12);
    });

    it('stays as near to the base weights as targets and bounds allow', () => {
      const sample = [
        ['young app', 4],
        ['young app', 1],
        ['young desk', 1],
        ['young desk', 1],
        ['old app', 1],
        ['old app', 3],
        ['old desk', 1],
        ['old desk', 1],
        ['old desk', 2],
        ['old desk', 1],
      ] as const;
      const raked = rake(
        sample.map(([row]) => ({ age: row.split(' ')[0], channel: row.split(' ')[1] })),
        { age: { young: 0.6, old: 0.4 }, channel: { app: 0.55, desk: 0.45 } },
        {
          baseWeights: sample.map(([, weight]) => weight),
          bounds: { low: 0.45, high: 2 },
          tolerance: 1e-13,
        },
      );
      expect(raked).toMatchObject({ converged: true, trimmed: 4 });
      // One row is at 2 and three at 0.45. The margins leave one unknown of the others, and their odds
      // ratio of 1 makes it the root of 3p² + 4.1p - 14.
      const p = (-4.1 + Math.sqrt(4.1 ** 2 + 12 * 14)) / 6;
      const [q, r, t] = [(4 - p) / 2, (3.5 - p) / 4, (p - 0.85) / 2];
      const expected = [2, p, q, q, r, 3 * r, 0.45, 0.45, 2 * t, 0.45];
      for (const [i, weight] of raked.weights.entries()) {
        expect(weight).toBeCloseTo(expected[i]!, 11);
      }
    });

    const outOfReach = ['north', 'south'].flatMap((branch) => [
      ...rowsOf('age', { young: 40, old: 60 }).map((row) => ({ ...row, branch })),
      { age: 'young', branch: 'east' },
    ]);
    const branch = { north: 0.3, south: 0.5, east: 0.2 };
    const age = { young: 0.5, old: 0.5 };

    it.each<readonly [string, MarginTargets]>([
      ['first', { branch, age }],
      ['last', { age, branch }],
    ])('goes as near as it can to a target out of reach, its margin standing %s', (_, targets) => {
      const raked = rake(outOfReach, targets, { bounds: USUAL_BOUNDS });
      const shares = Object.fromEntries(
        raked.margins.flatMap(({ categories }) =>
          categories.map(({ category, achieved }) => [category, achieved]),
        ),
      );
      const east = 10 / 202;
      expect(raked).toMatchObject({ converged: false, trimmed: 2, warnings: ['not-converged'] });
      expect(raked.maximumRelativeDifference).toBeCloseTo(1 - east / 0.2, 12);
      expect(raked.iterations).toBeLessThan(10);
      expect(shares['east']).toBeCloseTo(east, 12);
      expect(shares['north']).toBeCloseTo((1 - east) * (3 / 8), 6);
      expect(shares['south']).toBeCloseTo((1 - east) * (5 / 8), 6);
      expect(shares['young']).toBeCloseTo(0.5, 6);
    });

    it('ends, and says so, where each margin can be met but not all at once', () => {
      // Seven tenths young and seven tenths by app need four tenths of young by app: 40 in one row.
      const cells = { 'young app': 1, 'young desk': 49, 'old app': 49, 'old desk': 1 };
      const rows = Object.entries(cells).flatMap(([cell, count]) =>
        rowsOf('age', { [cell.split(' ')[0]!]: count }).map((row) => ({
          ...row,
          channel: cell.split(' ')[1],
        })),
      );
      const targets = { age: { young: 0.7, old: 0.3 }, channel: { app: 0.7, desk: 0.3 } };
      const bounds = { low: 0.2, high: 1.5 };
      for (const maximumIterations of [1, 100, 20_000]) {
        const raked = rake(rows, targets, { bounds, maximumIterations });
        expect(raked).toMatchObject({
          converged: false,
          iterations: maximumIterations,
          warnings: ['not-converged'],
        });
        expect(raked.maximumRelativeDifference).toBeGreaterThan(0.2);
        expect(Math.max(...raked.weights)).toBeLessThanOrEqual(1.5);
      }
    });

    it('takes bounds that a computer can hardly hold', () => {
      const rows = rowsOf('age', { young: 3, old: 1 });
      const options = { bounds: { low: 1e-320, high: 1.7e308 }, baseWeights: [1e-300, 1, 1, 1] };
      const raked = rake(rows, { age: { young: 0.5, old: 0.5 } }, options);
      expect(raked.converged).toBe(true);
      expect(raked.weights.slice(1)).toEqual([1, 1, 2]);
    });

    it('keeps the bounds and misses the margins where both cannot be had', () => {
      const rows = rowsOf('age', { young: 99, old: 1 });
      const raked = rake(rows, { age: { young: 0.5, old: 0.5 } }, { bounds: USUAL_BOUNDS });
      expect(raked).toMatchObject({ converged: false, trimmed: 1, warnings: ['not-converged'] });
      expect(raked.weights[99]).toBeCloseTo(5, 12);
      expect(raked.margins[0]!.categories[1]!.achieved).toBeCloseTo(0.05, 12);
    });
  });

  describe('refuses, with every fault at once,', () => {
    it('a category that is asked for and that nobody is in, by margin and category', () => {
      const issues = issuesOf(guests, {
        age: { young: 0.5, old: 0.4, child: 0.1 },
        channel: { app: 0.5, desk: 0.3, phone: 0.2 },
      });
      expect(issues.map(({ code, path }) => [code, ...path])).toEqual([
        ['contradiction', 'targets', 'age', 'child'],
        ['contradiction', 'targets', 'channel', 'phone'],
      ]);
      expect(issues[0]!.message).toBe(
        'targets.age.child: a share of 0.1 is asked for, but no row of "child" has a weight; join it with another category',
      );
    });

    it('a category that is emptied by dropping another one', () => {
      const issues = issuesOf(guests, { age: { young: 1, old: 0 }, channel: { app: 1, desk: 1 } });
      expect(issues).toEqual([]);
      const emptied = issuesOf(guests, { age: { young: 0, old: 1 }, channel: { app: 1, desk: 1 } });
      expect(emptied.map(({ path }) => path)).toEqual([['targets', 'channel', 'app']]);
    });

    it('a category that has no target, with the first row and the number of rows', () => {
      const [issue, ...more] = issuesOf(guests, {
        age: { young: 1 },
        channel: { app: 1, dekc: 1 },
      });
      expect(issue).toEqual({
        code: 'unknown-reference',
        path: ['rows', 3, 'age'],
        found: '"old"',
        expected: '"young"',
        message: 'rows[3].age: found "old", for which targets.age has no target; expected "young"',
      });
      expect(more.map(({ code, path }) => [code, ...path])).toEqual([
        ['unknown-reference', 'rows', 1, 'channel'],
        ['contradiction', 'targets', 'channel', 'dekc'],
      ]);
      expect(more[0]!.message).toContain('found "desk", as in 3 rows');
    });

    it('rows without a category, or with what can be none', () => {
      const rows = [
        { age: 'old' },
        {},
        { age: null },
        { age: undefined },
        { age: ['old'] },
        null,
        7,
      ];
      expect(issuesOf(rows as Rows, { age: { old: 1 } })).toEqual([
        {
          code: 'missing',
          path: ['rows', 1, 'age'],
          found: 'nothing',
          expected: '"old"',
          message:
            'rows[1].age: no category, as in 6 rows; leave such rows out or give them a category of their own',
        },
      ]);
    });

    it('no rows, and no margins', () => {
      expect(issuesOf([], { age: { old: 1 } })).toMatchObject([
        { code: 'missing', path: ['rows'] },
      ]);
      expect(issuesOf(guests, {})).toMatchObject([{ code: 'missing', path: ['targets'] }]);
    });

    it.each([-1, NaN, Infinity])('the target %d', (target) => {
      const issues = issuesOf(guests, { age: { young: target, old: 1 } });
      expect(issues[0]).toEqual({
        code: 'out-of-range',
        path: ['targets', 'age', 'young'],
        found: String(target),
        expected: 'a finite number, 0 or more',
        message: `targets.age.young: found ${target}, expected a finite number, 0 or more`,
      });
    });

    it('a margin with nothing but zeros, or with nothing', () => {
      for (const age of [{ young: 0, old: 0 }, {}]) {
        expect(issuesOf(guests, { age })[0]).toMatchObject({
          code: 'out-of-range',
          path: ['targets', 'age'],
          expected: 'at least one category with a target above 0',
        });
      }
    });

    it.each([-1, NaN, Infinity, -Infinity])('the base weight %d', (weight) => {
      const targets = { age: { young: 1, old: 1 } };
      expect(issuesOf(guests, targets, { baseWeights: [1, weight, weight, 1] })).toMatchObject([
        {
          code: 'out-of-range',
          path: ['baseWeights', 1],
          found: String(weight),
          message: `baseWeights[1]: found ${weight}, expected a finite number, 0 or more, as in 2 rows`,
        },
      ]);
    });

    it('fewer or more base weights than rows, and nothing but zeros', () => {
      const targets = { age: { young: 1, old: 1 } };
      expect(issuesOf(guests, targets, { baseWeights: [1, 1, 1, 1, 1] })).toMatchObject([
        { code: 'out-of-range', path: ['baseWeights'], found: '5 weights' },
      ]);
      expect(issuesOf(guests, targets, { baseWeights: [1, 1] })).toMatchObject([
        { path: ['baseWeights'] },
        { code: 'contradiction', path: ['targets', 'age', 'old'] },
      ]);
      expect(issuesOf(guests, targets, { baseWeights: [0, 0, 0, 0] })).toMatchObject([
        { path: ['targets', 'age', 'young'] },
        { path: ['targets', 'age', 'old'] },
      ]);
    });
  });

  it('takes targets so large that their sum overflows', () => {
    const { margins } = rake(guests, { age: { young: 1.5e308, old: 0.5e308 } });
    expect(margins[0]!.categories.map(({ target }) => target)).toEqual([0.75, 0.25]);
  });

  it('says that it has not converged where so little is asked for that no weight is left', () => {
    const rows = [
      { age: 'young', channel: 'app' },
      { age: 'old', channel: 'app' },
      { age: 'old', channel: 'desk' },
    ];
    const raked = rake(rows, { age: { young: 1e-200, old: 1 }, channel: { app: 1e-200, desk: 1 } });
    expect(raked).toMatchObject({ converged: false, maximumRelativeDifference: 1 });
    expect(raked.weights[0]).toBe(0);
    expect(raked.weights[2]).toBeCloseTo(3, 12);
  });

  it.each<readonly [string, RakeOptions]>([
    ['bounds.low', { bounds: { low: -0.1, high: 5 } }],
    ['bounds.low', { bounds: { low: 1, high: 5 } }],
    ['bounds.high', { bounds: { low: 0.2, high: 1 } }],
    ['bounds.low', { bounds: { low: NaN, high: 5 } }],
    ['bounds.high', { bounds: { low: 0, high: Infinity } }],
    ['tolerance', { tolerance: 0 }],
    ['tolerance', { tolerance: NaN }],
    ['maximumIterations', { maximumIterations: 0 }],
    ['maximumIterations', { maximumIterations: 2.5 }],
    ['maximumIterations', { maximumIterations: 1e7 }],
  ])('throws for %s that cannot be meant: %j', (name, options) => {
    expect(() => rakeWeights(guests, { age: { young: 1, old: 1 } }, options)).toThrow(
      ServiceCycleError,
    );
    expect(() => rakeWeights(guests, { age: { young: 1, old: 1 } }, options)).toThrow(
      new RegExp(`^${name} is `),
    );
  });
});

describe('shares as targets that do not add up', () => {
  const rows = [...Array<object>(30).fill({ a: 'x' }), ...Array<object>(70).fill({ a: 'y' })] as {
    readonly a: string;
  }[];

  it('are refused by name, since one may be missing', () => {
    const raked = rakeWeights(rows, { a: { x: 0.5, y: 0.4 } });
    expect(raked).toMatchObject({ ok: false, issues: [{ path: ['targets', 'a'] }] });
    expect(!raked.ok && raked.issues[0].message).toContain('add up to 0.9');
  });

  it('may be numbers of a census, or shares off by rounding', () => {
    expect(rakeWeights(rows, { a: { x: 500, y: 400 } }).ok).toBe(true);
    expect(rakeWeights(rows, { a: { x: 0.3333333, y: 0.6666666 } }).ok).toBe(true);
  });
});
