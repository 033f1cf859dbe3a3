import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMeaningless } from '../../../test/support/findMeaningless.ts';
import type { SatisfactionSurvey } from '../../model/survey.ts';
import { mergeGapTallies } from '../gaps/mergeGapTallies.ts';
import { perceptionGap } from '../gaps/perceptionGap.ts';
import { tallyGaps } from '../gaps/tallyGaps.ts';
import { importanceWeightedIndex } from '../indices/importanceWeightedIndex.ts';
import { mergeJointTallies } from '../joint/mergeJointTallies.ts';
import { tallyJointly } from '../joint/tallyJointly.ts';
import { cronbachAlpha } from '../reliability/cronbachAlpha.ts';
import { mergeItemTallies } from '../reliability/mergeItemTallies.ts';
import { tallyItems } from '../reliability/tallyItems.ts';
import { dimensionScores } from '../scores/dimensionScores.ts';
import { mergeDimensionTallies } from '../scores/mergeDimensionTallies.ts';
import { servperf } from '../scores/servperf.ts';
import { tallyDimensions } from '../scores/tallyDimensions.ts';
import { type DimensionTallies, parseDimensionTally } from './parseDimensionTally.ts';

const scale = { min: 1, max: 5, notApplicable: [9] };
const turned = { ...scale, reversed: true };
const survey: SatisfactionSurvey = {
  id: 's',
  title: 'S',
  questions: [
    { id: 'was1', text: 'Q', asks: 'perception', scale, dimension: 'a', about: { moment: 'x' } },
    { id: 'was2', text: 'Q', asks: 'perception', scale, dimension: 'a', about: { moment: 'y' } },
    { id: 'was3', text: 'Q', asks: 'perception', scale, dimension: 'valueOf' },
    { id: 'ought1', text: 'Q', asks: 'expectation', scale, dimension: 'a', about: { moment: 'x' } },
    { id: 'ought2', text: 'Q', asks: 'expectation', scale, dimension: 'a', about: { moment: 'y' } },
    { id: 'ought3', text: 'Q', asks: 'expectation', scale, dimension: 'valueOf' },
    { id: 'toString', text: 'Q', asks: 'importance', scale: { min: 0, max: 4 }, dimension: 'a' },
    { id: 'w2', text: 'Q', asks: 'importance', scale: { min: 0, max: 4 }, dimension: 'valueOf' },
    { id: 'free', text: 'Q', asks: 'satisfaction', scale: turned },
  ],
};
const ids = survey.questions.map(({ id }) => id);
const answer = fc.constantFrom<unknown>(0, 1, 2, 3, 4, 5, 5, 4, 4, 9, null, undefined, 'x', -0);
const rows = fc.array(
  fc
    .tuple(...ids.map(() => answer))
    .map((answers) => Object.fromEntries(ids.map((id, place) => [id, answers[place]]))),
  { maxLength: 12 },
);

type Kind = keyof DimensionTallies;
const weights = { from: 'ratings' } as const;

/** How each kind is made, and what is computed of it. */
const KINDS: {
  readonly [K in Kind]: {
    readonly make: (responses: never[], isWeighted: boolean) => DimensionTallies[K];
    readonly uses: readonly ((tally: DimensionTallies[K]) => unknown)[];
  };
} = {
  'joint-tally': {
    make: (responses) => tallyJointly(survey, responses),
    uses: [importanceWeightedIndex, (tally) => mergeJointTallies(tally, tally)],
  },
  'item-tally': {
    make: (responses) => tallyItems(survey, responses, { items: ['was1', 'free', 'toString'] }),
    uses: [cronbachAlpha, (tally) => mergeItemTallies(tally, tally)],
  },
  'gap-tally': {
    make: (responses, isWeighted) => tallyGaps(survey, responses, isWeighted ? { weights } : {}),
    uses: [perceptionGap, (tally) => mergeGapTallies(tally, tally)],
  },
  'dimension-tally': {
    make: (responses, isWeighted) =>
      tallyDimensions(survey, responses, {
        asks: 'perception',
        answeredShare: 0.5,
        ...(isWeighted && { weights }),
      }),
    uses: [
      dimensionScores,
      (tally) => servperf(tally as never),
      (tally) => mergeDimensionTallies(tally, tally),
    ],
  },
};
const kind = fc.constantFrom(...(Object.keys(KINDS) as Kind[]));

/** Every number of a value, as the object that holds it and its key. */
function numbers(value: unknown): [object, string][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, held]) =>
    typeof held === 'number' ? [[value, key] as [object, string]] : numbers(held),
  );
}

describe('parseDimensionTally', () => {
  it('is undone by serializing: parse(serialize(x)) equals x', () => {
    fc.assert(
      fc.property(kind, rows, fc.boolean(), (one, responses, isWeighted) => {
        const tally = KINDS[one].make(responses as never, isWeighted);
        const result = parseDimensionTally(survey, JSON.parse(JSON.stringify(tally)), {
          kind: one,
        });
        expect(result).toEqual({ ok: true, value: tally });
      }),
      { numRuns: 300 },
    );
  });

  it('lets no number in of which something without meaning is computed', () => {
    const hostile = fc.constantFrom(
      Number.NaN,
      Infinity,
      -1,
      0,
      0.5,
      3,
      40,
      1e15,
      1e25,
      1.7e308,
      -0,
    );
    let accepted = 0;
    fc.assert(
      fc.property(
        kind,
        rows,
        fc.boolean(),
        fc.nat(),
        hostile,
        (one, responses, isWeighted, choice, number) => {
          const tally = structuredClone(KINDS[one].make(responses as never, isWeighted));
          const places = numbers(tally);
          const [holder, key] = places[choice % places.length] ?? [{}, ''];
          Reflect.set(holder, key, number);
          const result = parseDimensionTally(survey, tally, { kind: one });
          if (!result.ok) return;
          accepted += 1;
          for (const use of KINDS[one].uses) {
            expect(
              findMeaningless((use as (tally: unknown) => unknown)(result.value)),
            ).toBeUndefined();
          }
        },
      ),
      { numRuns: 1000 },
    );
    // Where none gets through, nothing was tried.
    expect(accepted).toBeGreaterThan(10);
  });

  it('answers anything at all with a result, and a tally of another kind with a fault', () => {
    fc.assert(
      fc.property(
        kind,
        fc.anything({ withNullPrototype: true, withBigInt: true }),
        (one, input) => {
          expect(parseDimensionTally(survey, input, { kind: one }).ok).toBe(false);
        },
      ),
    );
    const items = KINDS['item-tally'].make([], false);
    const result = parseDimensionTally(survey, items, { kind: 'joint-tally' });
    expect(result.ok ? '' : result.issues[0].message).toBe(
      'kind: found "item-tally", expected "joint-tally"',
    );
  });

  it('says where a figure cannot be', () => {
    const responses = [
      { was1: 1, free: 5, toString: 4 },
      { was1: 4, free: 2, toString: 0 },
    ];
    const items = KINDS['item-tally'].make(responses as never[], false);
    const broken = [
      { ...items, complete: 1e25 },
      { ...items, sums: [9, 3, 4] },
      { ...items, survey: 'another' },
      { ...items, items: items.items.slice(1) },
    ].map((tally) => parseDimensionTally(survey, tally, { kind: 'item-tally' }));
    expect(broken.map((result) => (result.ok ? '' : result.issues[0].message))).toEqual([
      'complete: found 1e+25, expected a whole number, 0 or more',
      'sums[0]: found 9, expected a whole number from 0 to 8',
      'survey: found "another", expected what survey "s" asks: "s"',
      'sums: found a list of 3, expected a list of 2',
    ]);
  });
});
