import { describe, expect, it } from 'vitest';
import type { SatisfactionSurvey } from '../../model/survey.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { scoreTally } from '../score/scoreTally.ts';
import type { ResponseColumns } from './columns.ts';
import { fixedPointValue } from './fixedPointCells.ts';
import { mergeTallies } from './mergeTallies.ts';
import { rollUp } from './rollUp.ts';
import { tallyResponses } from './tallyResponses.ts';

const survey: SatisfactionSurvey<'q'> = {
  id: 's',
  title: 'S',
  questions: [{ id: 'q', text: 'Q', asks: 'satisfaction', scale: { min: 1, max: 3 } }],
};

const ROWS = [
  { q: 1, branch: 'south', month: 5 },
  { q: 3, branch: 'north', month: 5 },
  { q: null, branch: 'north', month: 6 },
  { q: 9, branch: undefined, month: 5 },
  { q: 3, branch: 'north', month: 5 },
];

describe('a tally by group', () => {
  it('has its groups in the order of their values, those without a value first', () => {
    const { by, groups, cells, width } = tallyResponses(survey, ROWS, { by: ['branch'] });
    expect(by).toEqual([{ name: 'branch', values: [null, 'north', 'south'] }]);
    expect([groups, width]).toEqual([[0, 1, 2], 7]);
    expect(cells).toEqual([
      ...[1, 0, 0, 0, 0, 0, 1],
      ...[3, 0, 0, 2, 0, 1, 0],
      ...[1, 1, 0, 0, 0, 0, 0],
    ]);
  });

  it('counts only the combinations of values that there are', () => {
    const { by, groups } = tallyResponses(survey, ROWS, { by: ['branch', 'month'] });
    expect(by.map(({ values }) => values)).toEqual([
      [null, 'north', 'south'],
      ['5', '6'],
    ]);
    expect(groups).toEqual([0, 2, 3, 4]);
  });

  it('takes __proto__, constructor and hasOwnProperty as the plain values and keys they are', () => {
    const rows = ['__proto__', 'constructor', 'hasOwnProperty', '__proto__'].map((branch) => ({
      q: 1,
      branch,
    }));
    const tally = tallyResponses(survey, rows, { by: ['branch'] });
    expect(tally.by[0]?.values).toEqual(['__proto__', 'constructor', 'hasOwnProperty']);
    expect(tally.groups).toHaveLength(3);
    const odd: { q: number }[] = [JSON.parse('{"q":1,"__proto__":"x"}'), { q: 1 }];
    const by = ['__proto__'] as never[];
    expect(tallyResponses(survey, odd, { by }).groups).toHaveLength(2);
  });

  it('tells values apart by their text, and groups what has none with those without', () => {
    const values: unknown[] = [1, '1', true, 'true', 10n, null, undefined, Number.NaN, () => 0];
    const rows = values.map((branch) => ({ q: 1, branch }));
    const { by, cells, width } = tallyResponses(survey, rows, { by: ['branch'] });
    expect(by[0]?.values).toEqual([null, '1', '10', 'true']);
    expect(cells.filter((_, cell) => cell % width === 0)).toEqual([4, 2, 1, 2]);
  });

  it('takes any number of values and up to six keys, however they come', () => {
    const keys = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
    const rows = Array.from({ length: 500 }, (_, at) => ({
      q: 1 + (at % 3),
      ...(Object.fromEntries(
        keys.map((key, level) => [key, (at * (level + 3)) % (7 + level)]),
      ) as Record<(typeof keys)[number], number>),
    }));
    const tally = tallyResponses(survey, rows, { by: keys });
    const distinct = new Set(rows.map((row) => keys.map((key) => row[key]).join()));
    expect(tally.groups).toHaveLength(distinct.size);
    expect(rollUp(tally, []).cells).toEqual(tallyResponses(survey, rows).cells);
  });

  it('refuses more combinations of values than numbers can tell apart', () => {
    const keys = Array.from({ length: 30 }, (_, level) => `key${String(level)}`);
    const rows = Array.from({ length: 5 }, (_, at) => ({
      q: 1,
      ...Object.fromEntries(keys.map((key) => [key, at])),
    }));
    expect(() => tallyResponses(survey, rows, { by: keys as never })).toThrow(
      'combinations of values',
    );
  });
});

describe('columns', () => {
  const columns: ResponseColumns<'q', 'branch' | 'month'> = {
    kind: 'columns',
    length: 5,
    answers: { q: Uint8Array.from([1, 3, 255, 9, 3]) },
    blank: 255,
    groups: {
      branch: { codes: Uint8Array.from([1, 0, 0, 7, 0]), values: ['north', 'south', 'never'] },
      month: { codes: [0, 0, 1, 0, 0], values: ['5', '6'] },
    },
  };

  it.each([[[]], [['branch']], [['month', 'branch']], [['branch', 'month']]] as (
    | 'branch'
    | 'month'
  )[][][])('tally as rows do, by %j', (by) => {
    expect(tallyResponses(survey, columns, { by })).toEqual(tallyResponses(survey, ROWS, { by }));
  });

  it('take plain arrays and other typed arrays too', () => {
    const plain = { ...columns, answers: { q: [1, 3, null, 9, 3] } };
    const wide = { ...columns, answers: { q: Int16Array.from([1, 3, -1, 9, 3]) }, blank: -1 };
    const expected = tallyResponses(survey, ROWS, { by: ['branch'] });
    expect(tallyResponses(survey, plain, { by: ['branch'] })).toEqual(expected);
    expect(tallyResponses(survey, wide, { by: ['branch'] })).toEqual(expected);
  });

  it('count a question without a column as skipped', () => {
    const { cells } = tallyResponses(survey, { ...columns, answers: {} });
    expect(cells).toEqual([5, 0, 0, 0, 0, 5, 0]);
  });

  it('are refused when one is missing or too short', () => {
    const short = { ...columns, answers: { q: [1] } };
    expect(() => tallyResponses(survey, short)).toThrow('the column "q" has 1 entries; expected 5');
    expect(() =>
      tallyResponses(
        survey,
        { ...columns, groups: {} as NonNullable<typeof columns.groups> },
        { by: ['branch'] },
      ),
    ).toThrow('no column');
    expect(() => tallyResponses(survey, { ...columns, weights: [1] })).toThrow('"weights"');
  });

  it.each<[string, object, string]>([
    ['without answers', { kind: 'columns', length: 2 }, 'answers of the columns: found nothing'],
    ['without a length', { ...columns, length: undefined }, 'length of the columns: found nothing'],
    ['of half a response', { ...columns, length: 1.5 }, 'found 1.5, expected a whole number'],
    ['of more than a list can hold', { ...columns, length: 2 ** 32 }, 'found 4294967296'],
    ['of no codes', { ...columns, groups: { branch: { values: ['a'] } } }, 'has no column'],
    [
      'of codes for nothing',
      { ...columns, groups: { branch: { ...columns.groups!.branch, values: [5] } } },
      'expected a list of texts or null',
    ],
    ['of an endless number of ids', { ...columns, length: -1, ids: { length: 1e300 } }, 'found -1'],
  ])('are refused %s', (_, odd, message) => {
    expect(() =>
      tallyResponses(survey, odd as typeof columns, { by: ['branch'], unique: { key: 'id' } }),
    ).toThrow(expect.objectContaining({ code: 'invalid-argument' }));
    expect(() => tallyResponses(survey, odd as typeof columns, { by: ['branch'] })).toThrow(
      message,
    );
  });

  it('look at no more ids than there are responses', () => {
    const ids = { length: 1e300, 0: 'a', 1: 'b', 2: 'c', 3: 'd', 4: 'e' };
    const found = tallyResponses(survey, { ...columns, ids }, { unique: { key: 'id' } });
    expect(found.cells[0]).toBe(5);
  });
});

describe('a stream', () => {
  async function* stream(rows: readonly { q: number | null }[], failsAt = Infinity) {
    for (const [at, row] of rows.entries()) {
      if (at === failsAt) throw new Error('connection lost');
      yield await Promise.resolve(row);
    }
  }

  it('tallies as its rows do', async () => {
    const rows = Array.from({ length: 3000 }, (_, at) => ({ q: 1 + (at % 4), id: at }));
    expect(await tallyResponses(survey, stream(rows))).toEqual(tallyResponses(survey, rows));
    const unique = { key: 'id', duplicates: 'first' } as const;
    expect(await tallyResponses(survey, stream(rows), { unique })).toEqual(
      tallyResponses(survey, rows),
    );
  });

  it('passes its error on when it fails half way', async () => {
    await expect(tallyResponses(survey, stream(ROWS, 3))).rejects.toThrow('connection lost');
  });
});

describe('responses with the same id', () => {
  const rows = [
    { q: 1, id: 'a' },
    { q: 2, id: 'b' },
    { q: 9, id: 'a' },
    { q: 3, id: undefined },
    { q: 3, id: undefined },
  ];
  const ids = rows.map(({ id }) => id);
  const columns: ResponseColumns<'q'> = {
    kind: 'columns',
    length: 5,
    answers: { q: rows.map(({ q }) => q) },
    ids,
  };

  it('are refused by default, with the ids', () => {
    for (const responses of [rows, columns]) {
      const tally = (): unknown =>
        tallyResponses(survey, responses as typeof rows, { unique: { key: 'id' } });
      expect(tally).toThrow(ServiceCycleError);
      expect(tally).toThrow('1 response ids come more than once: "a"');
    }
  });

  it.each([
    ['first', [4, 1, 1, 2, 0, 0, 0], 0],
    ['last', [4, 0, 1, 2, 0, 0, 1], 1],
  ] as const)(
    'count once where the %s is chosen, in its own position',
    (duplicates, cells, invalid) => {
      for (const responses of [rows, columns]) {
        const tally = tallyResponses(survey, responses as typeof rows, {
          unique: { key: 'id', duplicates },
        });
        expect(tally.cells).toEqual(cells);
        expect(tally.firstInvalid).toHaveLength(invalid);
        if (invalid > 0) expect(tally.firstInvalid[0]?.position).toBe(2);
      }
    },
  );
});

describe('weighted responses', () => {
  const rows = [
    { q: 1, w: 0.5 },
    { q: 3, w: 2.25 },
    { q: 3, w: 0 },
    { q: 3, w: -1 },
    { q: 3, w: Number.NaN },
    { q: 3, w: 'heavy' },
  ];

  it('carry sums of weights and of squares beside the counts; one without a weight, or with one of 0, does not count', () => {
    const { cells, weights } = tallyResponses(survey, rows, { weight: 'w' });
    expect(cells).toEqual([2, 1, 0, 1, 0, 0, 0]);
    expect(weights).toMatchObject({ invalid: 3, zero: 1 });
    const sums = cells.map((_, cell) => weights && fixedPointValue(weights.sums, cell));
    const squares = cells.map((_, cell) => weights && fixedPointValue(weights.squares, cell));
    expect(sums).toEqual([2.75, 0.5, 0, 2.25, 0, 0, 0]);
    expect(squares).toEqual([5.3125, 0.25, 0, 5.0625, 0, 0, 0]);
  });

  it('tally alike from columns', () => {
    const columns = {
      kind: 'columns',
      length: 6,
      answers: { q: Uint8Array.from(rows, ({ q }) => q) },
      weights: rows.map(({ w }) => w as number),
    } as const;
    expect(tallyResponses(survey, columns)).toEqual(tallyResponses(survey, rows, { weight: 'w' }));
  });
});

describe('mergeTallies', () => {
  it('refuses tallies that count other things', () => {
    const tally = tallyResponses(survey, ROWS);
    const other = {
      ...survey,
      questions: survey.questions.map((one) => ({ ...one, scale: { min: 1, max: 5 } })),
    } as typeof survey;
    expect(() => mergeTallies(tally, tallyResponses(other, ROWS))).toThrow('questions or scales');
    expect(() =>
      mergeTallies(tally, tallyResponses(survey, ROWS, { by: ['month'] }) as never),
    ).toThrow('grouping keys');
    const weighted = tallyResponses(
      survey,
      ROWS.map((row) => ({ ...row, w: 1 })),
      { weight: 'w' },
    );
    expect(() => mergeTallies(tally, weighted)).toThrow('weighting');
    const wider = { ...tally, width: tally.width + 1, cells: [...tally.cells, 0] };
    expect(() => mergeTallies(tally, wider)).toThrow('questions or scales');
  });

  it.each([10n, Symbol('x'), '3', null, {}, new Proxy({}, { get: () => 1 })])(
    'refuses a count that is no number, which only code can bring: %o',
    (count) => {
      const tally = tallyResponses(survey, ROWS);
      const odd = { ...tally, cells: tally.cells.with(0, count as never) };
      const bare = { ...tally, cells: Object.setPrototypeOf([...tally.cells], null) as number[] };
      for (const one of [odd, bare]) {
        expect(() => mergeTallies(one, tally)).toThrow(ServiceCycleError);
        expect(() => mergeTallies(tally, one)).toThrow(ServiceCycleError);
      }
    },
  );

  it('refuses counts that are none in the groups of either tally, and names the place', () => {
    const by = { by: ['branch'] } as const;
    const north = tallyResponses(survey, [{ q: 1, branch: 'north' }], by as never);
    const all = tallyResponses(survey, ROWS, by as never);
    for (const count of [-1, 0.5, Number.NaN, undefined, 2 ** 53]) {
      for (const [cell, tally] of [
        [2, north],
        [1, all],
        [9, all],
        [15, all],
      ] as const) {
        const odd = { ...tally, cells: tally.cells.with(cell, count as never) };
        const rest = tally === all ? north : all;
        expect(() => mergeTallies(odd, rest)).toThrow(`first.cells[${String(cell)}]`);
        expect(() => mergeTallies(rest, odd)).toThrow(`second.cells[${String(cell)}]`);
      }
    }
  });

  it('refuses counts that are none only while they are added', () => {
    const tally = tallyResponses(survey, ROWS);
    let reads = 0;
    const cells = new Proxy([...tally.cells], {
      get: (target, key) => (key === '0' && (reads += 1) === 1 ? -1 : Reflect.get(target, key)),
    });
    expect(() => mergeTallies(tally, { ...tally, cells })).toThrow('change while they are read');
  });

  it('adds counts beyond 32 bits too', () => {
    const tally = tallyResponses(survey, ROWS);
    const [half, rest] = [2 ** 52 - 1, 2 ** 40];
    const one = { ...tally, cells: tally.cells.map(() => half) };
    const other = { ...tally, cells: tally.cells.map(() => rest) };
    expect(mergeTallies(one, other).cells).toEqual(tally.cells.map(() => half + rest));
  });
});

describe('a tally changed by hand', () => {
  const tally = tallyResponses(survey, ROWS, { by: ['branch', 'month'] });

  it.each<[string, object]>([
    ['groups that are no list', { groups: 'north' }],
    [
      'a value twice',
      { by: tally.by.map(({ name, values }) => ({ name, values: values.map(() => 'x') })) },
    ],
    ['groups that are no numbers', { groups: tally.groups.map(String) }],
    ['groups out of order', { groups: tally.groups.toReversed() }],
    ['a group twice', { groups: tally.groups.map(() => 0) }],
    ['a group that no values make', { groups: tally.groups.map((code) => code + 1e6) }],
    ['a group that is NaN', { groups: tally.groups.with(0, NaN) }],
    ['a width that the cells are not of', { width: 2 ** 31 }],
    ['a width that is none', { width: NaN }],
    ['too few cells', { cells: tally.cells.slice(1) }],
    ['a count below 0', { cells: tally.cells.with(-1, -1) }],
    ['a count that is half a customer', { cells: tally.cells.with(0, 1.5) }],
    ['a count as text', { cells: tally.cells.map(String) }],
    ['cells that are one text', { cells: '1'.repeat(tally.cells.length) }],
  ])('is refused with %s, since adding it up might not end', (_, changed) => {
    const odd = { ...tally, ...changed };
    for (const use of [
      () => mergeTallies(tally, odd),
      () => mergeTallies(odd, tally),
      () => rollUp(odd, ['month']),
      () => scoreTally(survey, odd),
    ]) {
      expect(use).toThrow(expect.objectContaining({ code: 'invalid-argument' }));
    }
  });

  it('is told by what is odd about it', () => {
    expect(() => rollUp({ ...tally, width: 3 }, [])).toThrow(
      `the tally of "s": found ${tally.cells.length} cells, expected ${tally.groups.length * 3}`,
    );
  });
});

describe('rollUp', () => {
  it('refuses a key that the tally is not grouped by', () => {
    const tally = tallyResponses(survey, ROWS, { by: ['branch'] });
    expect(() => rollUp(tally, ['month' as never])).toThrow('not grouped by "month"');
  });
});
