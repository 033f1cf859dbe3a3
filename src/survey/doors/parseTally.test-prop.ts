import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answeredSurvey } from '../../../test/support/arbitrarySurvey.ts';
import { findMeaningless } from '../../../test/support/findMeaningless.ts';
import type { SatisfactionSurvey } from '../../model/survey.ts';
import { mergeDurationTallies } from '../quality/mergeDurationTallies.ts';
import { tallyDurations } from '../quality/tallyDurations.ts';
import { mergeTallies } from '../tally/mergeTallies.ts';
import { rollUp } from '../tally/rollUp.ts';
import { tallyResponses } from '../tally/tallyResponses.ts';
import type { Tally } from '../types.ts';
import { parseTally } from './parseTally.ts';

const survey: SatisfactionSurvey<'nps' | 'csat'> = {
  id: 's',
  title: 'S',
  questions: [
    { id: 'nps', text: 'Q', asks: 'recommendation', scale: { min: 0, max: 10 } },
    { id: 'csat', text: 'Q', asks: 'satisfaction', scale: { min: 1, max: 5, step: 0.5 } },
  ],
};

const NAMES = ['a', 'b', '', '__proto__', 'toString', '\ud800', undefined, null, Number.NaN];

const rows = fc.array(
  fc.record({
    nps: fc.constantFrom(0, 3, 9, 10, 11, null, 'not-applicable', '\ud800'.repeat(80)),
    csat: fc.constantFrom(1, 2.5, 5, 0.25, undefined),
    branch: fc.constantFrom(...NAMES),
    month: fc.constantFrom(1, 2, '10', -0),
    w: fc.oneof(
      fc.double({ min: 0, max: 1e6, noNaN: true }),
      fc.double({ min: 0, max: 1e-6, noNaN: true }),
      fc.constantFrom(0, 1, 0.1, 1e12, 5e-324, -1, Number.NaN),
    ),
    key: fc.constantFrom('x', 'y', 'z', undefined),
  }),
  { maxLength: 30 },
);

const options = fc.record({
  by: fc.subarray(['branch', 'month'] as const),
  weight: fc.constantFrom('w', undefined),
  duplicates: fc.constantFrom('first' as const, 'last' as const, undefined),
});

/** Tallies made in every way there is. */
const tally: fc.Arbitrary<Tally<'nps' | 'csat'>> = fc
  .tuple(rows, rows, options, fc.constantFrom('rows', 'merged', 'rolled-up', 'columns'))
  .map(([list, more, { by, weight, duplicates }, made]) => {
    const chosen = {
      by,
      ...(weight !== undefined && { weight }),
      ...(duplicates && { unique: { key: 'key', duplicates } }),
    };
    const whole: Tally<'nps' | 'csat'> = tallyResponses(survey, list, chosen);
    if (made === 'merged') return mergeTallies(whole, tallyResponses(survey, more, chosen));
    if (made === 'rolled-up') return rollUp(whole, by.slice(1));
    if (made === 'rows') return whole;
    const codes = list.map(({ branch }) => NAMES.indexOf(branch));
    const values = NAMES.map((name) => (typeof name === 'string' ? name : null));
    return tallyResponses(
      survey,
      {
        kind: 'columns',
        length: list.length,
        answers: { nps: list.map(({ nps }) => nps as number), csat: list.map(() => 1) },
        groups: { branch: { codes, values } },
        ...(weight !== undefined && { weights: list.map(({ w }) => w) }),
        ids: list.map(({ key }) => key),
      },
      {
        by: by.filter((key) => key === 'branch'),
        ...(duplicates && { unique: { key: 'key', duplicates } }),
      },
    );
  });

describe('parseTally', () => {
  it('is undone by serializing: parse(serialize(x)) equals x, for every tally that can be made', () => {
    fc.assert(
      fc.property(tally, (one) => {
        const text = JSON.stringify(one);
        expect(parseTally(survey, JSON.parse(text))).toEqual({ ok: true, value: one });
      }),
      { numRuns: 150 },
    );
  });

  it('reads back the tally of any survey, answered well and badly', () => {
    fc.assert(
      fc.property(answeredSurvey, ({ survey: asked, responses }) => {
        const one = tallyResponses(asked, responses);
        const result = parseTally(asked, JSON.parse(JSON.stringify(one)));
        expect(result).toEqual({ ok: true, value: one });
      }),
    );
  });

  it('answers anything at all with a result, never a throw', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true }), (input) => {
        expect(parseTally(survey, input).ok).toBe(false);
      }),
    );
  });

  it('answers with a result, never a throw, wherever a part of a tally is replaced by anything', () => {
    fc.assert(
      fc.property(tally, fc.nat(), fc.anything(), (one, choice, hostile) => {
        const copy = structuredClone(one);
        const spots = places(copy);
        const [owner, key] = spots[choice % spots.length] ?? [{}, ''];
        Object.assign(owner, { [key]: hostile });
        const result = parseTally(survey, copy);
        if (result.ok) expect(JSON.parse(JSON.stringify(result.value))).toEqual(result.value);
        else expect(result.issues[0].message).toContain(result.issues[0].path[0] ?? '');
      }),
      { numRuns: 150 },
    );
  });

  it('finds the fault wherever one count is another', () => {
    fc.assert(
      fc.property(tally, fc.nat(), fc.constantFrom(1, -1, 0.5, 2 ** 53), (one, choice, more) => {
        fc.pre(one.cells.length > 0);
        const changed = choice % one.cells.length;
        const cells = one.cells.map((cell, place) => (place === changed ? cell + more : cell));
        const result = parseTally(survey, { ...one, cells });
        expect(result.ok ? [] : result.issues[0].path[0]).toBe('cells');
      }),
    );
  });

  it('finds the fault wherever one sum of weights is another', () => {
    fc.assert(
      fc.property(
        tally,
        fc.nat(),
        fc.constantFrom('sums' as const, 'squares' as const),
        fc.constantFrom('whole' as const, 'fraction' as const),
        (one, choice, which, part) => {
          const { weights, cells } = one;
          fc.pre(weights !== undefined && cells.length > 0);
          const copy = structuredClone(weights);
          const numbers = copy[which][part] as number[];
          const changed = choice % numbers.length;
          // Where sums are beyond 2^53 they are rounded, and one more may be no more.
          fc.pre(copy[which].whole.every(Number.isSafeInteger));
          numbers[changed] = (numbers[changed] ?? 0) + 1;
          const result = parseTally(survey, { ...one, weights: copy });
          expect(result.ok ? [] : result.issues[0].path.slice(0, 2)).toEqual(['weights', which]);
        },
      ),
    );
  });

  it('never changes its input', () => {
    fc.assert(
      fc.property(tally, (one) => {
        const before = structuredClone(one);
        parseTally(survey, one);
        expect(one).toEqual(before);
      }),
    );
  });
});

describe('parseTally of durations', () => {
  const kind = 'duration-tally';
  const durations = fc
    .array(fc.constantFrom(1, 30, 30.5, 0, 'x', null))
    .map((list) => list.map((seconds) => ({ seconds })))
    .map((list) => tallyDurations(list, { duration: 'seconds' }));

  it('is undone by serializing: parse(serialize(x)) equals x', () => {
    fc.assert(
      fc.property(durations, (one) => {
        const result = parseTally(survey, JSON.parse(JSON.stringify(one)), { kind });
        expect(result).toEqual({ ok: true, value: one });
      }),
    );
  });

  it('lets no number in that makes merged counts anything but whole numbers', () => {
    const hostile = fc.constantFrom(Number.NaN, Infinity, -1, 0, 0.5, 3, 40, 1e25, 1.7e308, -0);
    let accepted = 0;
    fc.assert(
      fc.property(durations, fc.nat(), hostile, (one, choice, number) => {
        const copy = structuredClone(one);
        const spots = places(copy).filter(
          ([owner, key]) => typeof Reflect.get(owner, key) === 'number',
        );
        const [owner, key] = spots[choice % spots.length] ?? [{}, ''];
        Reflect.set(owner, key, number);
        const result = parseTally(survey, copy, { kind });
        if (!result.ok) return;
        accepted += 1;
        const merged = mergeDurationTallies(result.value, result.value);
        expect(findMeaningless(merged)).toBeUndefined();
        expect(merged.counts.every(([, count]) => Number.isSafeInteger(count))).toBe(true);
      }),
      { numRuns: 300 },
    );
    // Where none gets through, nothing was tried.
    expect(accepted).toBeGreaterThan(3);
  });

  it('answers anything else with a fault, a tally of responses too', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), tally), (input) => {
        expect(parseTally(survey, input, { kind }).ok).toBe(false);
      }),
    );
  });
});

/** Every place in a value, its own objects and lists included. */
function places(owner: object): [object, string][] {
  return Object.entries(owner).flatMap(([key, value]: [string, unknown]) => [
    [owner, key] satisfies [object, string],
    ...(typeof value === 'object' && value !== null ? places(value) : []),
  ]);
}
