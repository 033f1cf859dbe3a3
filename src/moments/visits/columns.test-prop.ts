import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cycle } from '../../model/cycle.ts';
import type { Visit } from '../../model/observations.ts';
import type { VisitColumns } from './columns.ts';
import type { VisitTallyOptions } from './definitionTypes.ts';
import { tallyVisits } from './tallyVisits.ts';

const IDS = ['queue', 'greet', 'pay'] as const;
type Id = (typeof IDS)[number];

const cycle: Cycle = {
  id: 'bank',
  name: 'Bank',
  moments: IDS.map((id) => ({ id, name: id, contact: 'none' })),
};

const BLANK = 99;
const rating = fc.constantFrom(1, 2, 3, 4, 5, 5, 4, 3, 7, 2.5, BLANK);
const told = fc.constantFrom(0, 1, BLANK, BLANK);
const wait = fc.constantFrom(0, 30, 90, BLANK, BLANK);

/** A visit as numbers: three of each kind, and how it ended. */
const visit = fc.record({
  ratings: fc.tuple(rating, rating, rating),
  incidents: fc.tuple(told, told, told),
  delights: fc.tuple(told, told, told),
  waits: fc.tuple(wait, wait, wait),
  problem: told,
  overall: rating,
  wouldReturn: told,
});

type Numbers = typeof visit extends fc.Arbitrary<infer One> ? One : never;

const options: fc.Arbitrary<VisitTallyOptions> = fc.record(
  {
    incidentsFrom: fc.constantFrom('reports', 'reports-and-low-ratings'),
    drivers: fc.constantFrom(['pay', 'queue'], ['greet']),
  },
  { requiredKeys: [] },
);

const kinds = fc.subarray(['incidents', 'delights', 'waits', 'problem'] as const);

function toRow(all: Numbers, taken: readonly string[]): Visit {
  const said = (value: number): boolean | null => (value === BLANK ? null : value === 1);
  const number = (value: number): number | null => (value === BLANK ? null : value);
  const moments = IDS.map((id, place) => {
    const record = {
      rating: number(all.ratings[place] ?? BLANK),
      incident: taken.includes('incidents') ? said(all.incidents[place] ?? BLANK) : null,
      delight: taken.includes('delights') ? said(all.delights[place] ?? BLANK) : null,
      waitSeconds: taken.includes('waits') ? number(all.waits[place] ?? BLANK) : null,
    };
    const isPassed = Object.values(record).some((value) => value !== null);
    return [id, isPassed ? record : null] as const;
  });
  return {
    moments: Object.fromEntries(moments),
    problem: taken.includes('problem') ? said(all.problem) : null,
    overall: number(all.overall),
    wouldReturn: said(all.wouldReturn),
  };
}

function toColumns(
  all: readonly Numbers[],
  taken: readonly string[],
  list: (values: readonly number[]) => ArrayLike<number>,
): VisitColumns<Id> {
  const moments = IDS.map((id, place) => [
    id,
    {
      rating: list(all.map(({ ratings }) => ratings[place] ?? BLANK)),
      ...(taken.includes('incidents') && {
        incident: list(all.map(({ incidents }) => incidents[place] ?? BLANK)),
      }),
      ...(taken.includes('delights') && {
        delight: list(all.map(({ delights }) => delights[place] ?? BLANK)),
      }),
      ...(taken.includes('waits') && {
        waitSeconds: list(all.map(({ waits }) => waits[place] ?? BLANK)),
      }),
    },
  ]);
  return {
    kind: 'columns',
    length: all.length,
    blank: BLANK,
    moments: Object.fromEntries(moments) as VisitColumns<Id>['moments'],
    ...(taken.includes('problem') && { problem: list(all.map(({ problem }) => problem)) }),
    overall: list(all.map(({ overall }) => overall)),
    wouldReturn: list(all.map(({ wouldReturn }) => wouldReturn)),
  };
}

describe('visits in columns', () => {
  it('count as the same visits in rows do, in lists and in typed arrays', () => {
    fc.assert(
      fc.property(
        fc.array(visit, { maxLength: 30 }),
        kinds,
        options,
        fc.boolean(),
        (all, taken, how, isTyped) => {
          const list = isTyped
            ? (values: readonly number[]) => Float32Array.from(values)
            : (values: readonly number[]) => values;
          const columns = toColumns(all, taken, list);
          const rows = all.map((each) => toRow(each, taken));
          expect(tallyVisits(cycle, columns, how)).toEqual(tallyVisits(cycle, rows, how));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('count over many blocks, with visits between that hold more than ratings', () => {
    const all = Array.from({ length: 1500 }, (_, i) => ({
      ratings: [1 + (i % 5), i % 97 === 0 ? 7 : 1 + (i % 4), i % 101 === 0 ? BLANK : 5] as const,
      incidents: [BLANK, BLANK, BLANK] as const,
      delights: [BLANK, BLANK, BLANK] as const,
      waits: [BLANK, BLANK, BLANK] as const,
      problem: BLANK,
      overall: 1 + ((i * 7) % 5),
      wouldReturn: i % 13 === 0 ? 0 : BLANK,
    }));
    const numbers = all as unknown as readonly Numbers[];
    const columns = toColumns(numbers, [], (values) => Uint8Array.from(values));
    const rows = numbers.map((each) => toRow(each, []));
    expect(tallyVisits(cycle, columns)).toEqual(tallyVisits(cycle, rows));
  });

  it('name their faults by position and id, from where a part starts', () => {
    const columns: VisitColumns<Id> = {
      kind: 'columns',
      length: 2,
      moments: { pay: { rating: [5, 11] } },
      overall: [4, 4],
      ids: ['a', 'b'],
    };
    const { issues } = tallyVisits(cycle, columns, { firstPosition: 100 });
    expect(issues).toEqual([
      {
        code: 'invalid-rating',
        count: 1,
        first: [{ position: 101, visit: 'b', moment: 'pay', found: '11' }],
      },
    ]);
  });

  it.each([
    ['no length', { length: -1 }, /length of the columns is -1/],
    ['a short column', { overall: [1] }, /length of overall is 1; expected 2/],
    ['a text for a column', { overall: 'ab' }, /overall is "ab"/],
    [
      'a moment that the cycle does not have',
      { moments: { x: {} } },
      /moment of the columns is "x"/,
    ],
    [
      'a short column of a moment',
      { moments: { pay: { rating: [] } } },
      /length of rating of moment "pay"/,
    ],
    ['weights', { weights: [1, 2] }, /weights is .*expected none/],
    ['a blank that is no number', { blank: '' }, /blank is ""/],
  ])('are refused with %s', (_, wrong, message) => {
    const columns = { kind: 'columns', length: 2, moments: {}, overall: [1, 5], ...wrong };
    expect(() => tallyVisits(cycle, columns as VisitColumns<Id>)).toThrow(message);
  });
});

describe('tallyVisits', () => {
  it('refuses weights by name, and options that it does not have', () => {
    expect(() => tallyVisits(cycle, [], { weight: 'w' } as never)).toThrow(
      /weight is "w"; expected none, since every visit counts once/,
    );
    expect(() => tallyVisits(cycle, [], { lowUpto: 2 } as never)).toThrow(/did you mean "lowUpTo"/);
  });

  it('refuses more moments than it can keep pairs of, before it counts any', () => {
    const moments = Array.from({ length: 2001 }, (_, i) => ({
      id: String(i),
      name: String(i),
      contact: 'none' as const,
    }));
    expect(() => tallyVisits({ ...cycle, moments }, [])).toThrow(
      /the number of moments is 2001; expected at most 2000/,
    );
  });
});
