import { describe, expect, it } from 'vitest';
import { estimated } from '../../../test/support/estimated.ts';
import type { SurveyResponse } from '../../model/observations.ts';
import type { Rated, SatisfactionSurvey, Scale } from '../../model/survey.ts';
import { dimensionScores } from './dimensionScores.ts';
import { mergeDimensionTallies } from './mergeDimensionTallies.ts';
import { tallyDimensions } from './tallyDimensions.ts';

const five = { min: 1, max: 5 };

function surveyOf(
  ...questions: readonly (readonly [
    id: string,
    dimension?: string | undefined,
    scale?: Scale,
    asks?: Rated,
  ])[]
): SatisfactionSurvey {
  return {
    id: 's',
    title: 'S',
    questions: questions.map(([id, dimension, scale = five, asks = 'satisfaction']) => ({
      id,
      text: 'Q',
      asks,
      scale,
      ...(dimension !== undefined && { dimension }),
    })),
  };
}

const staff = surveyOf(['q0', 'staff'], ['q1', 'staff'], ['q2', 'staff'], ['q3', 'staff']);
const asks = { asks: 'satisfaction' } as const;

describe('dimensionScores', () => {
  it('is the mean of what each respondent scores, and not of all answers', () => {
    const responses = [
      { q0: 5, q1: 5, q2: 5, q3: 5 },
      { q0: 1, q1: 3 },
      { q0: 2, q1: 2, q2: 5 },
    ];
    const [found] = dimensionScores(tallyDimensions(staff, responses, asks)).dimensions;
    expect(found!.score).toMatchObject({ kind: 'estimate', value: (5 + 2 + 3) / 3, n: 3 });
    expect(estimated(found!.score).interval.low).toBe(1);
    expect(estimated(found!.score).interval.high).toBe(5);
    const narrow = dimensionScores(tallyDimensions(staff, responses, asks), { level: 0.5 });
    const { low, high } = estimated(narrow.dimensions[0]!.score).interval;
    expect((low + high) / 2).toBeCloseTo(10 / 3, 12);
    expect(high - low).toBeCloseTo(2 * 0.816496580927726 * Math.sqrt(7 / 9), 9);
  });

  it('gives no score to those who answered fewer than half, and counts them', () => {
    const responses = [{ q0: 5, q1: 4 }, { q0: 5 }, { q0: 3, q1: 'not-applicable', q2: 9 }, {}];
    const [found] = dimensionScores(tallyDimensions(staff, responses, asks)).dimensions;
    expect(found).toMatchObject({
      dimension: 'staff',
      items: ['q0', 'q1', 'q2', 'q3'],
      needed: 2,
      score: { kind: 'not-estimable', reason: 'one-answer', n: 1 },
      counts: { scored: 1, tooFew: 2, unanswered: 1 },
    });
  });

  it('is stricter where asked to be, and says so', () => {
    const responses = [
      { q0: 5, q1: 4, q2: 4 },
      { q0: 5, q1: 4, q2: 4, q3: 3 },
    ];
    const tally = tallyDimensions(staff, responses, { ...asks, answeredShare: 0.8 });
    expect(tally.dimensions).toEqual([{ scored: 1, tooFew: 1, unanswered: 0 }]);
    expect(dimensionScores(tally).definition).toEqual({
      metric: 'dimension-scores',
      asks: 'satisfaction',
      recoded: [],
      answeredShare: 0.8,
    });
  });

  it('turns items on a reversed scale round, so that the best answer is always the highest', () => {
    const survey = surveyOf(['kind', 'staff'], ['rude', 'staff', { ...five, reversed: true }]);
    const responses = [
      { kind: 5, rude: 1 },
      { kind: 4, rude: 2 },
    ];
    const found = dimensionScores(tallyDimensions(survey, responses, asks));
    expect(estimated(found.dimensions[0]!.score).value).toBe(4.5);
    expect(found.definition.recoded).toEqual(['rude']);
  });

  it('keeps what is asked apart: perceptions and expectations of one dimension are never mixed', () => {
    const survey = surveyOf(
      ['was', 'd', five, 'perception'],
      ['ought', 'd', five, 'expectation'],
      ['alone', undefined, five, 'perception'],
    );
    const tally = tallyDimensions(survey, [{ was: 2, ought: 5, alone: 1 }], { asks: 'perception' });
    expect(tally.layout.dimensions).toEqual([{ dimension: 'd', items: ['was'], needed: 1 }]);
  });

  it('lets each dimension have a scale of its own, but not each item', () => {
    const survey = surveyOf(['a', 'x'], ['b', 'y', { min: 0, max: 10 }]);
    const responses = [
      { a: 1, b: 10 },
      { a: 2, b: 9 },
    ] as SurveyResponse[];
    const found = dimensionScores(tallyDimensions(survey, responses, asks));
    expect(found.dimensions.map(({ score }) => estimated(score).value)).toEqual([1.5, 9.5]);
    const mixed = surveyOf(['a', 'x'], ['b', 'x', { min: 0, max: 10 }]);
    expect(() => tallyDimensions(mixed, [], asks)).toThrow(
      expect.objectContaining({ code: 'wrong-scale' }),
    );
  });

  it.each([
    ['no-answers', 0, []],
    ['one-answer', 1, [{ q0: 5, q1: 5 }]],
    [
      'zero-variance',
      2,
      [
        { q0: 4, q1: 5 },
        { q0: 5, q1: 4, q2: null },
      ],
    ],
  ])('says %s', (reason, n, responses) => {
    const [found] = dimensionScores(tallyDimensions(staff, responses, asks)).dimensions;
    expect(found!.score).toEqual({ kind: 'not-estimable', reason, n });
  });

  it('refuses a survey without such a dimension', () => {
    expect(() => tallyDimensions(staff, [], { asks: 'perception' })).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
    expect(() => tallyDimensions(surveyOf(['a']), [], asks)).toThrow(/names a dimension/);
  });

  it('takes dimensions by any name, those of every object too', () => {
    const names = ['__proto__', 'constructor', 'toString'];
    const survey = surveyOf(...names.map((name, i) => [`q${String(i)}`, name] as const));
    const responses = [
      { q0: 1, q1: 2, q2: 3 },
      { q0: 2, q1: 3, q2: 4 },
    ] as SurveyResponse[];
    const { dimensions } = dimensionScores(tallyDimensions(survey, responses, asks));
    expect(dimensions.map(({ dimension }) => dimension)).toEqual(names);
    expect(dimensions.map(({ score }) => estimated(score).value)).toEqual([1.5, 2.5, 3.5]);
  });

  it('merges tallies of the same questions only', () => {
    const one = tallyDimensions(staff, [{ q0: 5, q1: 4 }], asks);
    expect(mergeDimensionTallies(one, one).dimensions[0]).toMatchObject({ scored: 2 });
    const other = tallyDimensions(surveyOf(['q0', 'staff']), [], asks);
    expect(() => mergeDimensionTallies(one, other)).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
  });

  it('reads a stream', async () => {
    async function* stream() {
      yield await Promise.resolve({ q0: 5, q1: 4 });
      yield { q0: 1, q1: 1 };
    }
    expect(await tallyDimensions(staff, stream(), asks)).toEqual(
      tallyDimensions(
        staff,
        [
          { q0: 5, q1: 4 },
          { q0: 1, q1: 1 },
        ],
        asks,
      ),
    );
  });
});
