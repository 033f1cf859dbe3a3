import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SatisfactionSurvey } from '../../model/survey.ts';
import { mergeTallies } from './mergeTallies.ts';
import { rollUp } from './rollUp.ts';
import { tallyResponses } from './tallyResponses.ts';

const survey: SatisfactionSurvey<'nps' | 'csat'> = {
  id: 's',
  title: 'S',
  questions: [
    { id: 'nps', text: 'Q', asks: 'recommendation', scale: { min: 0, max: 10 } },
    { id: 'csat', text: 'Q', asks: 'satisfaction', scale: { min: 1, max: 5, step: 0.5 } },
  ],
};

const rows = fc.array(
  fc.record({
    nps: fc.constantFrom(0, 3, 9, 10, 11, null, 'not-applicable'),
    csat: fc.constantFrom(1, 2.5, 5, 0.25, undefined),
    branch: fc.constantFrom('a', 'b', 'c', undefined),
    month: fc.constantFrom(1, 2, '10'),
    w: fc.double({ min: 0, max: 1e6, noNaN: true }),
  }),
  { maxLength: 30 },
);
const OPTIONS = { by: ['branch', 'month'], weight: 'w' } as const;

const tally = rows.map((list) => tallyResponses(survey, list, OPTIONS));

describe('a tally', () => {
  it('is the same to the last bit in whatever order the responses come', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const one = tallyResponses(survey, list, OPTIONS);
        const other = tallyResponses(survey, list.toReversed(), OPTIONS);
        expect({ ...other, firstInvalid: [] }).toEqual({ ...one, firstInvalid: [] });
      }),
    );
  });

  it('is a plain JSON value: it comes back from text as it was', () => {
    fc.assert(
      fc.property(tally, (one) => {
        expect(JSON.parse(JSON.stringify(one))).toEqual(one);
      }),
    );
  });

  it('never changes the responses', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const before = structuredClone(list);
        tallyResponses(survey, list, OPTIONS);
        expect(list).toEqual(before);
      }),
    );
  });
});

describe('mergeTallies', () => {
  it('gives, to the last bit, what tallying all at once gives', () => {
    fc.assert(
      fc.property(rows, rows, (first, second) => {
        const merged = mergeTallies(
          tallyResponses(survey, first, OPTIONS),
          tallyResponses(survey, second, OPTIONS),
        );
        const atOnce = tallyResponses(survey, [...first, ...second], OPTIONS);
        expect({ ...merged, firstInvalid: [] }).toEqual({ ...atOnce, firstInvalid: [] });
      }),
    );
  });

  it('is commutative: merge(a, b) equals merge(b, a)', () => {
    fc.assert(
      fc.property(tally, tally, (a, b) => {
        expect(mergeTallies(b, a)).toEqual(mergeTallies(a, b));
      }),
    );
  });

  it('is associative: merge(merge(a, b), c) equals merge(a, merge(b, c))', () => {
    fc.assert(
      fc.property(tally, tally, tally, (a, b, c) => {
        expect(mergeTallies(mergeTallies(a, b), c)).toEqual(mergeTallies(a, mergeTallies(b, c)));
      }),
    );
  });

  it('has the tally of no responses as its zero', () => {
    fc.assert(
      fc.property(tally, (one) => {
        expect(mergeTallies(one, tallyResponses(survey, [], OPTIONS))).toEqual(one);
      }),
    );
  });
});

describe('rollUp', () => {
  it('gives, to the last bit, what tallying by fewer keys gives', () => {
    fc.assert(
      fc.property(rows, fc.subarray(['branch', 'month'] as const), (list, keep) => {
        const whole = tallyResponses(survey, list, OPTIONS);
        const { rolledUpFrom, ...rolled } = rollUp(whole, keep);
        expect(rolled).toEqual(tallyResponses(survey, list, { ...OPTIONS, by: keep }));
        expect(rolledUpFrom).toEqual(keep.length < whole.by.length ? whole : undefined);
      }),
    );
  });

  it('goes through merging: the roll-up of a sum is the sum of the roll-ups', () => {
    fc.assert(
      fc.property(tally, tally, (a, b) => {
        expect(rollUp(mergeTallies(a, b), ['month'])).toEqual(
          mergeTallies(rollUp(a, ['month']), rollUp(b, ['month'])),
        );
      }),
    );
  });
});
