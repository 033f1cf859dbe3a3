import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SurveyResponse } from '../../model/observations.ts';
import type { SatisfactionSurvey, Scale } from '../../model/survey.ts';
import type { ResponseColumns } from '../../survey/tally/columns.ts';
import { mergeItemTallies } from './mergeItemTallies.ts';
import { tallyItems } from './tallyItems.ts';
import type { ItemTally } from './types.ts';

/** A survey and answers to it as codes, most of them on their scales, in whatever number of blocks. */
interface Coded {
  readonly survey: SatisfactionSurvey;
  readonly length: number;
  readonly codes: readonly (readonly number[])[];
}

const scale: fc.Arbitrary<Scale> = fc
  .record({
    min: fc.nat({ max: 3 }),
    steps: fc.oneof(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 124 })),
    reversed: fc.boolean(),
    notApplicable: fc.constantFrom<number[]>([], [200], [0, 255]),
  })
  .map(({ min, steps, reversed, notApplicable }) => ({
    min,
    max: min + steps,
    reversed,
    notApplicable: notApplicable.filter((code) => code < min || code > min + steps),
  }));

const coded: fc.Arbitrary<Coded> = fc
  .record({
    scales: fc.array(scale, { minLength: 1, maxLength: 5 }),
    length: fc.oneof(fc.nat({ max: 20 }), fc.integer({ min: 500, max: 1100 })),
    seed: fc.nat(),
    strange: fc.constantFrom(0, 0.001, 0.05, 0.6),
  })
  .map(({ scales, length, seed, strange }) => {
    const random = seededCodes(seed);
    return {
      survey: {
        id: 's',
        title: 'S',
        questions: scales.map((scale, place) => ({
          id: `q${place}`,
          text: 'Q',
          asks: 'perception',
          scale,
        })),
      },
      length,
      codes: scales.map(({ min, max }) =>
        Array.from({ length }, () =>
          random(1000) < 1000 * strange ? random(256) : min + random(max - min + 1),
        ),
      ),
    };
  });

/** Whole numbers below a limit, always the same ones for the same seed. */
function seededCodes(seed: number): (limit: number) => number {
  let state = seed | 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

function rowsOf({ length, codes }: Coded): SurveyResponse[] {
  return Array.from({ length }, (_, row) =>
    Object.fromEntries(codes.map((column, place) => [`q${place}`, column[row]])),
  );
}

function columnsOf(
  { length, codes }: Coded,
  toColumn: (column: readonly number[]) => ArrayLike<number>,
): ResponseColumns {
  return {
    kind: 'columns',
    length,
    answers: Object.fromEntries(codes.map((column, place) => [`q${place}`, toColumn(column)])),
  };
}

function tally({ survey }: Coded, responses: SurveyResponse[] | ResponseColumns): ItemTally {
  return tallyItems(survey, responses, { items: survey.questions.map(({ id }) => id) });
}

describe('tallyItems', () => {
  it.each<readonly [string, (column: readonly number[]) => ArrayLike<number>]>([
    ['bytes', (column) => Uint8Array.from(column)],
    ['bytes that start anywhere', (column) => Uint8Array.from([7, ...column]).subarray(1)],
    ['lists', (column) => column],
    ['floating-point numbers', (column) => Float64Array.from(column)],
    ['numbers of 16 bits', (column) => Uint16Array.from(column)],
  ])('gives for columns of %s what it gives for rows', (_, toColumn) => {
    fc.assert(
      fc.property(coded, (each) => {
        expect(tally(each, columnsOf(each, toColumn))).toEqual(tally(each, rowsOf(each)));
      }),
    );
  });

  it('counts every response exactly once', () => {
    fc.assert(
      fc.property(coded, (each) => {
        const { complete, incomplete, invalid } = tally(each, rowsOf(each));
        expect(complete + incomplete).toBe(each.length);
        expect(invalid).toBeLessThanOrEqual(incomplete);
      }),
      { numRuns: 40 },
    );
  });

  it('is blind to the order of responses', () => {
    fc.assert(
      fc.property(coded, (each) => {
        const rows = rowsOf(each);
        expect(tally(each, rows.toReversed())).toEqual(tally(each, rows));
      }),
      { numRuns: 40 },
    );
  });
});

describe('mergeItemTallies', () => {
  it('gives for the parts, to the last bit, what tallying at once gives', () => {
    fc.assert(
      fc.property(coded, fc.nat(), (each, cut) => {
        const rows = rowsOf(each);
        const at = cut % (rows.length + 1);
        const parts = mergeItemTallies(tally(each, rows.slice(0, at)), tally(each, rows.slice(at)));
        expect(parts).toEqual(tally(each, rows));
      }),
      { numRuns: 40 },
    );
  });

  it('is commutative and associative', () => {
    fc.assert(
      fc.property(coded, fc.nat(), fc.nat(), (each, one, other) => {
        const rows = rowsOf(each);
        const [first, last] = [one, other]
          .map((cut) => cut % (rows.length + 1))
          .toSorted((a, b) => a - b);
        const [a, b, c] = [
          tally(each, rows.slice(0, first)),
          tally(each, rows.slice(first, last)),
          tally(each, rows.slice(last)),
        ] as const;
        expect(mergeItemTallies(a, b)).toEqual(mergeItemTallies(b, a));
        expect(mergeItemTallies(mergeItemTallies(a, b), c)).toEqual(
          mergeItemTallies(a, mergeItemTallies(b, c)),
        );
      }),
      { numRuns: 40 },
    );
  });
});
