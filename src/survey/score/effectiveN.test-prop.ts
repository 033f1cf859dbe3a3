import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SURVEY_OF_METRICS as survey } from '../../../test/support/surveyOfMetrics.ts';
import { tallyResponses } from '../tally/tallyResponses.ts';
import { scoreSurvey } from './scoreSurvey.ts';
import { scoreTally } from './scoreTally.ts';

const answers = [
  { nps: 10, csat: 5, ces: 6, problem: 0 },
  { nps: 3, csat: 5, ces: 7, problem: 0 },
  { nps: 9, csat: 2, ces: 3, problem: 1 },
  { nps: 7, csat: 4, ces: 6, problem: 0 },
];

/** What the weights cost, and how many answers each score is worth, with weights of k times 1, 1, 3, 1. */
function sizesAt(k: number): readonly number[] {
  const rows = answers.map((row, at) => ({ ...row, w: at === 2 ? 3 * k : k }));
  const { questions } = scoreSurvey(survey, rows, { weight: 'w' });
  return questions.flatMap(({ scores }) =>
    scores.flatMap(({ effectiveN, designEffect }) => [effectiveN ?? 0, 4 / (designEffect ?? 0)]),
  );
}

describe('the effective number of answers', () => {
  it('is the same in whatever unit the weights are, from 1e-9 to 1e6', () => {
    const inOnes = sizesAt(1);
    for (const at of [1, 3, 5, 7, 9]) expect(inOnes[at]).toBeCloseTo(3, 12);
    fc.assert(
      fc.property(fc.double({ min: -9, max: 6, noNaN: true }), (exponent) => {
        for (const [at, size] of sizesAt(10 ** exponent).entries()) {
          expect(Math.abs(size / (inOnes[at] ?? 0) - 1)).toBeLessThan(1e-9);
        }
      }),
    );
  });

  it('is all of a million where their weights are alike and add up to 1', () => {
    const length = 1e6;
    const tally = tallyResponses(survey, {
      kind: 'columns',
      length,
      answers: { csat: Uint8Array.from({ length }, (_, at) => 1 + (at % 5)) },
      weights: new Float64Array(length).fill(1 / length),
    });
    const [share] = scoreTally(survey, tally).questions[1]!.scores;
    expect(share).toMatchObject({ kind: 'estimate', n: length });
    expect((share.effectiveN ?? 0) / length).toBeCloseTo(1, 9);
  });

  it('is given for weights of half a millionth too', () => {
    const rows = answers.map((row) => ({ ...row, w: 5e-7 }));
    const { questions } = scoreSurvey(survey, rows, { weight: 'w' });
    expect(questions[1]?.scores[0]).toMatchObject({ kind: 'estimate', value: 0.75 });
    expect(questions[1]?.scores[0].effectiveN).toBeCloseTo(4, 9);
  });
});
