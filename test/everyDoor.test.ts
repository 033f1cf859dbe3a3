import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cycle } from '../src/model/cycle.ts';
import type { SatisfactionSurvey } from '../src/model/survey.ts';
import type { Result } from '../src/shared/result.ts';
import * as library from './support/everyEntry.ts';
import { findMeaningless } from './support/findMeaningless.ts';

const standard = {
  id: 'limit',
  measure: 'Time in line',
  unit: 'seconds',
  operator: '<=',
  threshold: 60,
  requiredShare: 0.9,
} as const;
const cycle: Cycle = {
  id: 'bank',
  name: 'Bank',
  moments: ['queue', '__proto__', 'pay'].map((id) => ({ id, name: id, contact: 'none' })),
  requirements: [
    {
      id: 'short-line',
      statement: 'The line is short',
      moments: ['queue'],
      source: { kind: 'expectation' },
      standards: [standard],
    },
  ],
};
const survey: SatisfactionSurvey = {
  id: 's',
  title: 'S',
  questions: ['a', 'valueOf', 'c', 'all'].map((id, at) => ({
    id,
    text: id,
    asks: 'satisfaction',
    scale: { min: 1, max: at === 2 ? 3 : 5, reversed: at === 1, notApplicable: [9] },
  })),
};

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined });
const answer = fc.constantFrom<unknown>(1, 2, 3, 4, 5, 5, 9, null, undefined, 'x');
const incident = fc.constantFrom<unknown>(
  true,
  false,
  null,
  'odd',
  { cause: 'late', severity: 7, recovered: true },
  { cause: '__proto__', severity: 99 },
);
const moment = fc.record(
  {
    rating: answer,
    incident: maybe(incident),
    delight: maybe(fc.boolean()),
    waitSeconds: fc.constantFrom<unknown>(0, 45, 60, 61.5, -1, null, undefined),
  },
  { requiredKeys: [] },
);
const row = fc.record({
  queue: maybe(moment),
  odd: maybe(moment),
  pay: maybe(moment),
  overall: answer,
  a: answer,
  valueOf: answer,
  c: answer,
  value: fc.constantFrom<unknown>(0, 10, 60, 60, 61, 90.25, -1, 'x'),
  ended: fc.constantFrom<unknown>(undefined, 'completed', 'abandoned', 'still-waiting'),
  branch: fc.constantFrom<unknown>('north', 'south', null),
  weight: fc.constantFrom<unknown>(1, 0.25, 1e-3, 0, 'x'),
  periods: fc.integer({ min: 0, max: 5 }),
  left: fc.boolean(),
});
type Row = typeof row extends fc.Arbitrary<infer One> ? One : never;
const rows = fc.array(row, { maxLength: 14 });

interface Door {
  readonly make: (of: readonly Row[], way: boolean) => object;
  readonly parse: (input: unknown) => Result<object>;
  readonly uses: readonly ((tally: never) => unknown)[];
}

const ofVisits = (of: readonly Row[]): unknown[] =>
  of.map(({ queue, odd, pay, overall, left, periods }) => ({
    overall,
    ...(left && { problem: { times: periods, answeredAfterHours: 2.5 * periods } }),
    moments: JSON.parse(
      JSON.stringify({ queue, pay, odd }).replace('"odd"', '"__proto__"'),
    ) as object,
  }));

/** How a tally of each kind is made and read, and what is computed of it. */
const DOORS: { readonly [name: string]: Door } = {
  'visit-tally': {
    make: (of, way) =>
      library.tallyVisits(
        cycle,
        ofVisits(of) as never[],
        way ? { waits: 'exact', drivers: ['pay'] } : {},
      ),
    parse: (input) => library.parseVisitTally(cycle, input),
    uses: [
      (tally) => library.mergeVisitTallies(tally, tally),
      (tally) => library.jointEffect(tally),
      (tally) => library.momentStakes(cycle, library.scoreSurvey(survey, []), { tally }),
      (tally) => library.flawlessCycle(tally),
      (tally) => library.momentStrengths(tally),
      (tally) => library.recoveryReview(tally),
    ],
  },
  'measurement-tally': {
    make: (of, way) =>
      library.tallyMeasurements(
        standard,
        of as never[],
        way ? { values: 'sketch', by: ['branch'] } : {},
      ),
    parse: (input) => library.parseMeasurementTally(standard, input),
    uses: [
      (tally) => library.mergeMeasurementTallies(tally, tally),
      (tally) => library.assessStandard(standard, tally),
    ],
  },
  'driver-tally': {
    make: (of, way) =>
      library.tallyDrivers(survey, of as never[], {
        outcome: 'a',
        drivers: ['c', { id: 'both', questions: ['valueOf', 'c'] }],
        ...(way && { weight: 'weight' }),
      }),
    parse: (input) => library.parseDriverTally(survey, input),
    uses: [
      (tally) => library.mergeDriverTallies(tally, tally),
      (tally) => library.deriveImportance(tally, { method: 'johnson' }),
      (tally) => library.deriveImportance(tally, { method: 'spearman' }),
    ],
  },
  'kano-tally': {
    make: (of) =>
      library.tallyKano([{ requirement: 'soon', functional: 'a', dysfunctional: 'c' }], of),
    parse: (input) => library.parseKanoTally(['soon'], input),
    uses: [(tally) => library.mergeKanoTallies(tally, tally), (tally) => library.kano(tally)],
  },
  'retention-tally': {
    make: (of) => library.tallyRetention(of as never[]),
    parse: (input) => library.parseRetentionTally(input),
    uses: [
      (tally) => library.mergeRetentionTallies(tally, tally),
      (tally) => library.retention(tally),
    ],
  },
};
const door = fc.constantFrom(...Object.entries(DOORS));

/** Every number of a value, as the object that holds it and its key. */
function numbers(value: unknown): [object, string][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, held]) =>
    typeof held === 'number' ? [[value, key] as [object, string]] : numbers(held),
  );
}

describe('the doors of tallies in the rooms above survey', () => {
  it('are undone by serializing: parse(serialize(x)) equals x', () => {
    fc.assert(
      fc.property(door, rows, fc.boolean(), ([, { make, parse }], of, way) => {
        const tally = make(of, way);
        expect(parse(JSON.parse(JSON.stringify(tally)))).toEqual({ ok: true, value: tally });
      }),
      { numRuns: 100 },
    );
  });

  it('take what was merged', () => {
    fc.assert(
      fc.property(door, rows, rows, fc.boolean(), ([, { make, parse, uses }], of, more, way) => {
        const merge = uses[0] as (one: object, other?: object) => object;
        const merged = merge(make([...of, ...more], way));
        expect(parse(JSON.parse(JSON.stringify(merged)))).toEqual({ ok: true, value: merged });
      }),
      { numRuns: 40 },
    );
  });

  it.each(Object.entries(DOORS))(
    'let no number into a %s of which something without meaning is computed',
    (_, { make, parse, uses }) => {
      const hostile = fc.constantFrom(NaN, Infinity, -1, 0, 0.5, 3, 40, 1e15, 1e25, 1.7e308, -0);
      let refused = 0;
      fc.assert(
        fc.property(rows, fc.boolean(), fc.nat(), hostile, (of, way, choice, number) => {
          const tally = structuredClone(make(of, way));
          const places = numbers(tally);
          const [holder, key] = places[choice % places.length] ?? [{}, ''];
          const before: unknown = Reflect.get(holder, key);
          Reflect.set(holder, key, number);
          const result = parse(tally);
          if (!result.ok) {
            refused += Object.is(before, number) ? 0 : 1;
            expect(findMeaningless(result.issues)).toBeUndefined();
            return;
          }
          for (const use of uses) {
            try {
              expect(findMeaningless(use(result.value as never))).toBeUndefined();
            } catch (error) {
              if (!library.isServiceCycleError(error)) throw error;
            }
          }
        }),
        { numRuns: 60 },
      );
      expect(refused).toBeGreaterThan(20);
    },
  );

  const products = library.crossProducts({ columns: [[1, 2]], outcome: [3, 5] });
  it.each<[string, object, Door['uses']]>([
    ...Object.entries(DOORS).map(([kind, { make, uses }]): [string, object, Door['uses']] => [
      kind,
      make([], true),
      uses,
    ]),
    [
      'tally',
      library.tallyResponses(survey, [{ a: 1 }]),
      [
        (tally) => library.mergeTallies(tally, tally),
        (tally) => library.rollUp(tally, []),
        (tally) => library.scoreTally(survey, tally),
      ],
    ],
    ['cross-products', products, [(one) => library.mergeCrossProducts([one, one])]],
    ['cross-products', products, [(one) => library.mergeCrossProducts([one])]],
  ])('hand nothing on that a %s does not hold', (_, tally, uses) => {
    for (const use of uses) {
      const asItIs = use(tally as never);
      expect(use({ ...tally, more: Number.NaN } as never)).toEqual(asItIs);
    }
  });

  it.each(Object.entries(DOORS))('let nothing else into a %s', (kind, { parse, make }) => {
    for (const input of [undefined, null, 5, 'x', [], {}, { kind }, { kind: 'tally' }]) {
      expect(parse(input).ok).toBe(false);
    }
    const strange = parse({ ...make([], false), more: 1 });
    expect(strange.ok || strange.issues[0].code).toBe('unknown-key');
  });
});
