import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attackFigures, attackTables, KINDS } from '../scripts/disclosure.js';
import type { SatisfactionSurvey } from '../src/model/survey.ts';
import { eliminate, propagate } from '../src/survey/disclosure/attack.ts';
import { discloses } from '../src/survey/score/discloses.ts';
import { scoreTally } from '../src/survey/score/scoreTally.ts';
import { rollUp } from '../src/survey/tally/rollUp.ts';
import { tallyResponses } from '../src/survey/tally/tallyResponses.ts';
import * as library from './support/everyEntry.ts';
import { groupsOf } from './support/groupsOf.ts';

const survey: SatisfactionSurvey<'q'> = {
  id: 's',
  title: 'S',
  questions: [{ id: 'q', text: 'Q', asks: 'satisfaction', scale: { min: 1, max: 3 } }],
};

/** A run of the attack of `npm run attack`, with other tables. */
const attack = (kind: string, from: typeof library, tables: number) =>
  kind === 'standards' || kind === 'charts'
    ? attackFigures(from, kind, tables, 7)
    : attackTables(from, kind, tables, 7);

describe('an attacker with all that is shown of a tally and its roll-ups', () => {
  it.each(KINDS)('finds no size and no answer of a small group: %s', (kind) => {
    const { small, sizes, answers } = attack(kind, library, kind.includes('3 x 2 x 3') ? 1 : 3);
    expect(small).toBeGreaterThan(0);
    expect({ sizes, answers }).toEqual({ sizes: 0, answers: 0 });
  });

  // Hides small groups and nothing else, as one would who does not think of subtraction.
  const careless = {
    ...library,
    scoreTally: (...[own, tally, options]: Parameters<typeof library.scoreTally>) => {
      const scores = library.scoreTally(own, tally, {
        ...options,
        published: [],
        minimumGroupSize: 1,
      });
      const { groups } = scores;
      if (groups === undefined) return scores;
      const isSmall = groups.responses.map((count) => (count ?? 0) < 5);
      const columns = groups.columns.map((column) => ({
        ...column,
        n: column.n.map((count, at) => (isSmall[at] === true ? null : count)),
      }));
      const responses = groups.responses.map((count, at) => (isSmall[at] === true ? null : count));
      return { ...scores, groups: { ...groups, responses, columns } };
    },
  } as typeof library;

  it.each(KINDS.filter((kind) => kind !== 'standards' && kind !== 'charts'))(
    'finds both where nothing but small groups is hidden: %s',
    (kind) => {
      const { sizes, answers } = attack(kind, careless, kind.includes('key') ? 18 : 3);
      expect(sizes).toBeGreaterThan(0);
      expect(answers).toBeGreaterThan(0);
    },
  );
});

/** Rows of groups by two keys, many of them small. */
const cell = fc.record({
  a: fc.constantFrom('x', 'y', 'z'),
  b: fc.constantFrom('m', 'n', 'o'),
  q: fc.integer({ min: 1, max: 3 }),
  times: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 20 })),
});
const rows = fc
  .array(cell, { minLength: 1, maxLength: 14 })
  .map((cells) =>
    cells.flatMap(({ times, ...row }) => Array.from({ length: times }, () => ({ ...row, w: 1 }))),
  );

describe('the attacker of the package', () => {
  it('finds nothing in what is shown of a tally and its roll-ups, and small groups in what is not guarded', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const tally = tallyResponses(survey, list, { by: ['a', 'b'] });
        const shownOf = (minimumGroupSize: number) =>
          ([[], ['a'], ['b'], ['a', 'b']] as const).map((keys) =>
            scoreTally(survey, rollUp(tally, keys), { minimumGroupSize }),
          );
        const minimumGroupSize = 5;
        const found = discloses(shownOf(5), { tally, minimumGroupSize });
        expect(found).toMatchObject({ disclosed: [], isComplete: true });
        const isAnySmall = groupsOf(scoreTally(survey, tally, { minimumGroupSize: 1 }).groups).some(
          ({ responses }) => Number(responses) < 5,
        );
        const careless = discloses(shownOf(1), { tally, minimumGroupSize });
        expect(careless.disclosed.length > 0).toBe(isAnySmall);
      }),
      { numRuns: 25 },
    );
  });
});

describe('one bad row', () => {
  const by = { a: ['x', 'y', 'z'], b: ['m', 'n', 'o'] } as const;
  type Key = keyof typeof by;
  interface Row {
    a: string | null;
    b: string;
    q: number;
    r?: number;
    w: number;
  }
  const asked: SatisfactionSurvey<'q' | 'r'> = {
    ...survey,
    questions: [...survey.questions, { ...(survey.questions[0] as object), id: 'r' } as never],
  };

  /** Of every group by these keys whether it is shown, and whether each of its scores is. */
  function shown(
    list: readonly Row[],
    keys: readonly Key[],
    of: SatisfactionSurvey<'q' | 'r'> = asked,
  ): ReadonlyMap<string, string> {
    const tally = tallyResponses(of, list, { by, weight: 'w' });
    const { groups } = scoreTally(of, rollUp(tally, keys));
    return new Map(
      groupsOf(groups).map(({ group, responses, n }) => [
        keys.map((key) => group[key]).join(' '),
        [responses, ...n].map((count) => Number.isInteger(count)).join(' '),
      ]),
    );
  }

  /** The groups of which something else is shown since there is a row more, but for those that it is in. */
  function turned(list: readonly Row[], row: Row, keys: readonly Key[]): readonly string[] {
    const own = keys.map((key) => row[key]).join(' ');
    const after = shown([...list, row], keys);
    return [...shown(list, keys)].flatMap(([name, before]) =>
      name === own || after.get(name) === before ? [] : name,
    );
  }

  const answers = fc.record({
    q: fc.integer({ min: 1, max: 3 }),
    r: fc.integer({ min: 1, max: 3 }),
  });
  const place = fc.record({ a: fc.constantFrom('x', 'y', 'z'), b: fc.constantFrom('m', 'n', 'o') });
  const twice = fc
    .tuple(rows, fc.nat())
    .map(([list, salt]): Row[] =>
      list.map((row, at) => (at % 3 === 0 ? row : { ...row, r: 1 + ((at * salt) % 3) })),
    );
  const BOTH: readonly Key[] = ['a', 'b'];

  it('with a blank or misspelt key changes no table by that key', () => {
    const bad = fc.constantFrom(null, ' ', 'X', 'xx');
    fc.assert(
      fc.property(twice, answers, place, bad, (list, said, { b }, a) => {
        const row = { ...said, a, b, w: 1 };
        for (const keys of [BOTH, ['a']] as const) expect(turned(list, row, keys)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it.each([
    ['of weight 0', { w: 0 }],
    ['with no answer that is valid', { q: 9, r: 9 }],
  ])(
    '%s changes no other group, in any roll-up, not even where it is a group by itself',
    (_, bad) => {
      fc.assert(
        fc.property(twice, answers, place, (list, said, { a, b }) => {
          const row = { ...said, a, b, w: 1, ...bad };
          for (const keys of [BOTH, ['a'], ['b']] as const) {
            expect(turned(list, row, keys)).toEqual([]);
          }
        }),
        { numRuns: 25 },
      );
    },
  );

  it('would be noticed: one good row that is a group by itself hides another', () => {
    const list = [
      ['x', 'm', 9],
      ['y', 'm', 9],
      ['z', 'm', 9],
    ].flatMap(([a, b, n]) =>
      Array.from({ length: Number(n) }, (_, at) => ({ a, b, q: 1 + (at % 3), r: 1, w: 1 }) as Row),
    );
    const row = { a: 'x', b: 'n', q: 2, r: 2, w: 1 };
    expect(turned(list, row, BOTH)).toHaveLength(1);
    expect(turned(list, { ...row, q: 9, r: 9 }, BOTH)).toEqual([]);
    expect(shown([...list, { ...row, q: 9, r: 9 }], BOTH).get('x n')).not.toContain('true');
  });
});

describe('the bounds of unknown counts', () => {
  const system = fc
    .record({ values: fc.array(fc.nat({ max: 9 }), { minLength: 2, maxLength: 6 }) })
    .chain(({ values }) =>
      fc
        .array(fc.subarray([...values.keys()], { minLength: 1 }), { minLength: 1, maxLength: 5 })
        .map((sets) => ({ values, equations: sets.map((at) => ({ at, times: at.map(() => 1) })) })),
    );

  it('hold the true counts, in the sums as they are and as they are solved', () => {
    fc.assert(
      fc.property(system, ({ values, equations }) => {
        const all = [...equations, ...eliminate(equations, Infinity).equations];
        const sumOf = ({ at, times }: (typeof all)[number]): number =>
          at.reduce((sum, unknown, place) => sum + times[place]! * values[unknown]!, 0);
        const bounds = {
          low: new Float64Array(values.length),
          high: new Float64Array(values.length).fill(Infinity),
        };
        propagate(all, all.map(sumOf), bounds);
        for (const [at, value] of values.entries()) {
          expect(bounds.low[at]).toBeLessThanOrEqual(value);
          expect(bounds.high[at]).toBeGreaterThanOrEqual(value);
        }
      }),
    );
  });

  it('meet where one sum less another is one unknown', () => {
    const equations = [
      [0, 1, 2],
      [1, 2],
    ].map((at) => ({ at, times: at.map(() => 1) }));
    const { equations: solved } = eliminate(equations, Infinity);
    expect(solved).toContainEqual({ at: [0], times: [1] });
  });
});
