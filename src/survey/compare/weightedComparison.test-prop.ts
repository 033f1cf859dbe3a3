import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  SURVEY_OF_METRICS as survey,
  arbitraryWave as wave,
} from '../../../test/support/surveyOfMetrics.ts';
import { scoreSurvey } from '../score/scoreSurvey.ts';
import { compareScores } from './compareScores.ts';

const anyWeight = fc.oneof(
  fc.double({ min: 0.01, max: 100, noNaN: true }),
  fc.constantFrom(0, 1, 3),
);

describe('a comparison, whatever the weights', () => {
  it('gives as the difference the later value less the earlier one, to the last bit', () => {
    fc.assert(
      fc.property(wave(anyWeight), wave(anyWeight), (before, after) => {
        const { questions } = compareScores(
          scoreSurvey(survey, before, { weight: 'w' }),
          scoreSurvey(survey, after, { weight: 'w' }),
        );
        for (const question of questions) {
          if (question.kind !== 'comparison') continue;
          const { difference } = question;
          expect(difference.value).toBe(question.after.value - question.before.value);
          expect(difference.interval.low).toBeLessThanOrEqual(difference.value);
          expect(difference.interval.high).toBeGreaterThanOrEqual(difference.value);
          expect(question.test.pValue).toBeGreaterThanOrEqual(0);
          expect(question.test.pValue).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is, with weights of 1, the unweighted one to the last bit', () => {
    const one = wave(fc.constant(1));
    fc.assert(
      fc.property(one, one, (before, after) => {
        const plain = compareScores(scoreSurvey(survey, before), scoreSurvey(survey, after));
        const weighted = compareScores(
          scoreSurvey(survey, before, { weight: 'w' }),
          scoreSurvey(survey, after, { weight: 'w' }),
        );
        expect(weighted).toEqual(plain);
      }),
      { numRuns: 40 },
    );
  });

  it('is, with weights that are all the same, the unweighted one but for rounding', () => {
    const one = wave(fc.constant(1));
    fc.assert(
      fc.property(one, one, fc.constantFrom(0.1, 3, 1e-6), (before, after, w) => {
        const plain = compareScores(scoreSurvey(survey, before), scoreSurvey(survey, after));
        const weighted = compareScores(
          scoreSurvey(
            survey,
            before.map((row) => ({ ...row, w })),
            { weight: 'w' },
          ),
          scoreSurvey(
            survey,
            after.map((row) => ({ ...row, w })),
            { weight: 'w' },
          ),
        );
        for (const [at, question] of weighted.questions.entries()) {
          const other = plain.questions[at];
          if (question.kind !== 'comparison' || other?.kind !== 'comparison') continue;
          expect(question.test).toEqual(other.test);
          expect(question.ordinal).toEqual(other.ordinal);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('has the values that whole weights written out as rows have', () => {
    const whole = wave(fc.integer({ min: 1, max: 4 }));
    const written = <Row extends { readonly w: number }>(rows: readonly Row[]): Row[] =>
      rows.flatMap((row) => Array.from({ length: row.w }, () => row));
    fc.assert(
      fc.property(whole, whole, (before, after) => {
        const weighted = compareScores(
          scoreSurvey(survey, before, { weight: 'w' }),
          scoreSurvey(survey, after, { weight: 'w' }),
        );
        const replicated = compareScores(
          scoreSurvey(survey, written(before)),
          scoreSurvey(survey, written(after)),
        );
        for (const [at, one] of weighted.questions.entries()) {
          const other = replicated.questions[at];
          if (one.kind !== 'comparison' || other?.kind !== 'comparison') continue;
          expect(one.difference.value).toBeCloseTo(other.difference.value, 10);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('a score of weighted answers', () => {
  it('has with weights of 1 the figures of the unweighted one to the last bit', () => {
    fc.assert(
      fc.property(wave(fc.constant(1)), (rows) => {
        const plain = scoreSurvey(survey, rows);
        const weighted = scoreSurvey(survey, rows, { weight: 'w' });
        for (const [at, { scores }] of weighted.questions.entries()) {
          for (const [which, score] of scores.entries()) {
            const { effectiveN, designEffect, weights, ...figures } = score;
            expect(weights?.perAnswer).toEqual(score.counts.perAnswer);
            expect(figures).toEqual(plain.questions[at]?.scores[which]);
            if (score.kind === 'estimate') expect([effectiveN, designEffect]).toEqual([score.n, 1]);
          }
        }
      }),
    );
  });
});
