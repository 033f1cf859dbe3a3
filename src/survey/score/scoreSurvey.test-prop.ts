import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answeredSurvey } from '../../../test/support/arbitrarySurvey.ts';
import { scoreSurvey } from './scoreSurvey.ts';

describe('scoreSurvey', () => {
  it('is blind to the order of responses, but for the positions of the bad answers', () => {
    fc.assert(
      fc.property(answeredSurvey, ({ survey, responses }) => {
        const { questions } = scoreSurvey(survey, responses);
        expect(scoreSurvey(survey, responses.toReversed()).questions).toEqual(questions);
      }),
    );
  });

  it('is moved by no response that answers nothing: blank, not applicable or no answer', () => {
    fc.assert(
      fc.property(answeredSurvey, ({ survey, responses, silent }) => {
        const plain = scoreSurvey(survey, responses);
        const noisy = scoreSurvey(survey, [...silent, ...responses]);
        expect(noisy.responses).toBe(silent.length + responses.length);
        for (const [place, { scores }] of plain.questions.entries()) {
          const results = scores.map(({ counts, ...result }) => ({
            ...result,
            answered: counts.answered,
          }));
          expect(
            noisy.questions[place]?.scores.map(({ counts, ...result }) => ({
              ...result,
              answered: counts.answered,
            })),
          ).toEqual(results);
        }
      }),
    );
  });

  it('accounts for every response in every score', () => {
    fc.assert(
      fc.property(answeredSurvey, ({ survey, responses }) => {
        for (const { scores } of scoreSurvey(survey, responses).questions) {
          for (const { counts } of scores) {
            const { answered, notApplicable, skipped, invalid } = counts;
            expect(answered + notApplicable + skipped + invalid).toBe(responses.length);
            expect(counts.perAnswer.reduce((sum, count) => sum + count, 0)).toBe(answered);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('never gives a figure that is no number, and none at all without answers', () => {
    fc.assert(
      fc.property(answeredSurvey, ({ survey, responses }) => {
        for (const { scores } of scoreSurvey(survey, responses).questions) {
          for (const score of scores) {
            if (score.counts.answered === 0) expect(score.kind).toBe('not-estimable');
            if (score.kind === 'not-estimable') expect(score).not.toHaveProperty('value');
            else {
              const { value, interval } = score;
              for (const figure of [value, interval.low, interval.high]) {
                expect(figure).toSatisfy(Number.isFinite);
              }
              expect(score.n).toBe(score.counts.answered);
            }
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('never gives a net promoter score to a question that is not asked on 0 to 10', () => {
    fc.assert(
      fc.property(answeredSurvey, ({ survey, responses }) => {
        for (const { asks, scores, warnings } of scoreSurvey(survey, responses).questions) {
          const promoter = scores.some(
            ({ definition }) => definition.metric === 'net-promoter-score',
          );
          const { min, max } = scores[0].definition.scale;
          expect(promoter).toBe(asks === 'recommendation' && min === 0 && max === 10);
          expect(warnings.includes('not-a-net-promoter-scale')).toBe(
            asks === 'recommendation' && !promoter,
          );
        }
      }),
    );
  });
});
