import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOT_APPLICABLE } from '../../model/observations.ts';
import { netPromoterScore } from '../score/netPromoterScore.ts';
import { scoreSurvey } from '../score/scoreSurvey.ts';
import { tallyResponses } from '../tally/tallyResponses.ts';
import { countAnswers, NPS_SCALE } from './countAnswers.ts';

const answer = fc.oneof(
  fc.integer({ min: 0, max: 10 }),
  fc.constantFrom(null, undefined, NOT_APPLICABLE, 99, 11, 7.5, -1, Number.NaN, '7'),
);

describe('countAnswers', () => {
  it('is all it takes from a list of answers to a net promoter score', () => {
    const nps = netPromoterScore(countAnswers([9, 10, 3], NPS_SCALE));
    expect(nps).toMatchObject({ kind: 'estimate', n: 3 });
  });

  it('counts every list of answers as a survey of that question does', () => {
    const scale = { ...NPS_SCALE, notApplicable: [99] };
    fc.assert(
      fc.property(fc.array(answer), (answers) => {
        const survey = {
          id: 's',
          title: 'S',
          questions: [{ id: 'q', text: 'Q', asks: 'recommendation', scale }],
        } as const;
        const { questions } = scoreSurvey(
          survey,
          answers.map((q) => ({ q })),
        );
        const score = netPromoterScore(countAnswers(answers as number[], scale));
        expect(score).toEqual(questions[0]?.scores[0]);
      }),
    );
  });

  it('counts what tallyResponses counts of a column of the same answers', () => {
    const scale = { ...NPS_SCALE, notApplicable: [99] };
    fc.assert(
      fc.property(fc.array(answer), (answers) => {
        const survey = {
          id: 's',
          title: 'S',
          questions: [{ id: 'q', text: 'Q', asks: 'recommendation', scale }],
        } as const;
        const columns = {
          kind: 'columns',
          length: answers.length,
          answers: { q: answers },
        } as const;
        const counts = countAnswers(answers as number[], scale);
        const { perAnswer, notApplicable, skipped, invalid } = counts;
        const tallied = tallyResponses(survey, columns as never).cells.slice(1);
        expect([...perAnswer, notApplicable, skipped, invalid]).toEqual(
          tallied.length > 0 ? tallied : new Array<number>(14).fill(0),
        );
      }),
    );
  });

  it.each([undefined, null, 5, {}])('refuses %o as a list of answers', (answers) => {
    expect(() => countAnswers(answers as never, NPS_SCALE)).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
  });

  it('refuses a scale that is none', () => {
    expect(() => countAnswers([1], { min: 5, max: 1 })).toThrow(
      expect.objectContaining({ code: 'wrong-scale' }),
    );
  });
});
