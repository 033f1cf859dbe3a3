import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arbitraryWave,
  SURVEY_OF_METRICS as survey,
} from '../../../test/support/surveyOfMetrics.ts';
import { scoreSurvey } from './scoreSurvey.ts';

const rows = arbitraryWave(fc.constant(1));

describe('a score of weighted responses', () => {
  it('counts each answer as often as its weight says', () => {
    const responses = [
      { nps: 10, csat: 5, ces: 1, problem: 1, w: 3 },
      { nps: 0, csat: 2, ces: 5, problem: 0, w: 1 },
    ];
    const { questions } = scoreSurvey(survey, responses, { weight: 'w' });
    const values = questions.map(({ scores: [score] }) =>
      score.kind === 'estimate' ? score.value : score.reason,
    );
    expect(values).toEqual([50, 0.75, 2, 0.75]);
    for (const {
      scores: [score],
    } of questions)
      expect(score.designEffect).toBeCloseTo(2 / (16 / 10), 12);
    expect(questions[0]?.scores[0].counts.answered).toBe(2);
  });

  it('is, with all weights equal, the unweighted score', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(0.25, 1, 3), (responses, w) => {
        const weighted = scoreSurvey(
          survey,
          responses.map((row) => ({ ...row, w })),
          { weight: 'w' },
        );
        const plain = scoreSurvey(survey, responses);
        for (const [at, { scores }] of weighted.questions.entries()) {
          for (const [which, score] of scores.entries()) {
            const other = plain.questions[at]?.scores[which];
            expect(score.kind).toBe(other?.kind);
            if (score.kind !== 'estimate' || other?.kind !== 'estimate') continue;
            expect(score.value).toBeCloseTo(other.value, 9);
            expect(score.interval.low).toBeCloseTo(other.interval.low, 9);
            expect(score.interval.high).toBeCloseTo(other.interval.high, 9);
          }
        }
      }),
    );
  });

  it('does not depend on the unit of the weights', () => {
    fc.assert(
      fc.property(rows, (responses) => {
        const weigh = (unit: number) =>
          scoreSurvey(
            survey,
            responses.map((row, at) => ({ ...row, w: unit * (1 + (at % 4)) })),
            { weight: 'w' },
          ).questions.flatMap(({ scores }) =>
            scores.map((score) => (score.kind === 'estimate' ? score.value : score.reason)),
          );
        for (const [at, value] of weigh(1).entries()) {
          const other = weigh(8)[at];
          if (typeof value === 'number') expect(other).toBeCloseTo(value, 9);
          else expect(other).toBe(value);
        }
      }),
    );
  });

  it('is not estimable where nobody who answered has any weight', () => {
    const { questions } = scoreSurvey(survey, [{ nps: 9, w: 0 }], { weight: 'w' });
    expect(questions[0]?.scores[0]).toMatchObject({
      kind: 'not-estimable',
      reason: 'no-answers',
      counts: { answered: 0 },
    });
  });
});
