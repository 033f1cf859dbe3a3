import { describe, expect, it } from 'vitest';
import type { SatisfactionSurvey } from '../../model/survey.ts';
import { tallyResponses } from '../tally/tallyResponses.ts';
import { scoreSurvey } from './scoreSurvey.ts';
import { scoreTally } from './scoreTally.ts';

const survey: SatisfactionSurvey<'ease' | 'recommend'> = {
  id: 'leaving',
  title: 'On leaving',
  questions: [
    { id: 'ease', text: 'E', asks: 'effort', scale: { min: 1, max: 7 } },
    { id: 'recommend', text: 'R', asks: 'recommendation', scale: { min: 0, max: 10 } },
  ],
};
const responses = [
  { ease: 7, recommend: 10 },
  { ease: 'not-applicable', recommend: 9 },
  { ease: 6, recommend: 3 },
];

describe('scoreSurvey', () => {
  it('is the tally of the responses, scored', () => {
    expect(scoreSurvey(survey, responses)).toEqual(
      scoreTally(survey, tallyResponses(survey, responses)),
    );
  });

  it('passes on the confidence level', () => {
    expect(scoreSurvey(survey, responses, { level: 0.8 })).toEqual(
      scoreTally(survey, tallyResponses(survey, responses), { level: 0.8 }),
    );
  });

  it('says of a survey that nobody answered that it has no scores, and nothing else', () => {
    const { questions } = scoreSurvey(survey, []);
    expect(
      questions.map(({ question, scores: [score], warnings }) => [question, score.kind, warnings]),
    ).toEqual([
      ['ease', 'not-estimable', ['few-answers']],
      ['recommend', 'not-estimable', ['few-answers']],
    ]);
  });
});
