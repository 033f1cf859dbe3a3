import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SatisfactionSurvey } from '../../model/survey.ts';
import { tallyResponses } from './tallyResponses.ts';

const SCALES = [
  { min: 0, max: 10 },
  { min: 1, max: 5, notApplicable: [9] },
  { min: 1, max: 7 },
  { min: 0, max: 4, step: 2 },
  { min: 2, max: 4, reversed: true },
  { min: 0, max: 1 },
] as const;
const BLANK = 255;

/** A survey of so many questions, on scales of every kind. */
function surveyOf(count: number): SatisfactionSurvey {
  return {
    id: 's',
    title: 'S',
    questions: Array.from({ length: count }, (_, at) => ({
      id: `q${String(at)}`,
      text: 'Q',
      asks: 'perception' as const,
      scale: SCALES[at % SCALES.length]!,
    })),
  };
}

/** A key in columns: its values, some of them twice or nothing, and codes, some of which mean none. */
interface CodedKey {
  readonly values: readonly (string | null)[];
  readonly codes: readonly number[];
}

const key = (length: number, many: number): fc.Arbitrary<CodedKey> =>
  fc.record({
    values: fc.constantFrom<readonly (string | null)[]>(
      ['a', 'b', 'c'],
      ['b', 'a', 'b', null],
      ['only'],
      Array.from({ length: many }, (_, at) => `v${String(at)}`),
    ),
    codes: fc.array(fc.oneof(fc.nat({ max: 4 }), fc.constantFrom(7, 200, 255)), {
      minLength: length,
      maxLength: length,
    }),
  });

const given = fc
  .record({
    length: fc.nat({ max: 40 }),
    questions: fc.nat({ max: 8 }),
    keys: fc.nat({ max: 5 }),
    many: fc.constantFrom(3, 60, 200),
    areBytes: fc.boolean(),
    isWeighted: fc.boolean(),
  })
  .chain((shape) => {
    const { length, questions, keys, many } = shape;
    const answers = fc.array(fc.oneof(fc.nat({ max: 12 }), fc.constant(BLANK)), {
      minLength: length,
      maxLength: length,
    });
    return fc.record({
      shape: fc.constant(shape),
      answers: fc.array(answers, { minLength: questions, maxLength: questions }),
      groups: fc.array(key(length, many), { minLength: keys, maxLength: keys }),
      weights: fc.array(fc.constantFrom(0, 0.5, 1, 3, -1), {
        minLength: length,
        maxLength: length,
      }),
    });
  });

describe('columns', () => {
  it('count what rows of the same answers and groups count, however many keys, values and questions', () => {
    fc.assert(
      fc.property(
        given,
        ({ shape: { length, areBytes, isWeighted }, answers, groups, weights }) => {
          const survey = surveyOf(answers.length);
          const by = groups.map((_, at) => `k${String(at)}`);
          const asColumn = (list: readonly number[]) => (areBytes ? Uint8Array.from(list) : list);
          const columns = tallyResponses(
            survey,
            {
              kind: 'columns',
              length,
              blank: BLANK,
              // Where neither questions nor keys have one, a column of something else tells the length.
              ids: Array.from({ length }, () => null),
              answers: Object.fromEntries(
                answers.map((list, at) => [`q${String(at)}`, asColumn(list)]),
              ),
              groups: Object.fromEntries(
                groups.map(({ values, codes }, at) => [
                  `k${String(at)}`,
                  { values, codes: asColumn(codes) },
                ]),
              ),
              ...(isWeighted && { weights }),
            },
            { by },
          );
          const rows = Array.from({ length }, (_, at) =>
            Object.fromEntries<string | number | null>([
              ...answers.map((list, question): [string, number | null] => [
                `q${String(question)}`,
                list[at] === BLANK ? null : (list[at] ?? null),
              ]),
              ...groups.map(({ values, codes }, place): [string, string | null] => [
                `k${String(place)}`,
                values[codes[at] ?? -1] ?? null,
              ]),
              ['w', weights[at] ?? null],
            ]),
          );
          const options = { by, ...(isWeighted && { weight: 'w' }) };
          expect(columns).toEqual(tallyResponses(survey, rows, options));
        },
      ),
      { numRuns: 400 },
    );
  });
});
