import { describe, expect, it } from 'vitest';
import type { SatisfactionSurvey } from '../../model/survey.ts';
import { tallyResponses } from '../tally/tallyResponses.ts';
import { countsOf } from './countsOf.ts';

const survey: SatisfactionSurvey<'greeting' | 'paid'> = {
  id: 'leaving',
  title: 'On leaving',
  questions: [
    { id: 'greeting', text: 'G', asks: 'satisfaction', scale: { min: 1, max: 3 } },
    { id: 'paid', text: 'P', asks: 'incident', scale: { min: 0, max: 1 } },
  ],
};
const tally = tallyResponses(survey, [
  { greeting: 3, paid: 1 },
  { greeting: 3, paid: 'not-applicable' },
  { greeting: 1 },
  { greeting: 4, paid: 0 },
]);

describe('countsOf', () => {
  it('gives the counts of one question apart from those of the others', () => {
    expect(countsOf(tally, 0, 'greeting')).toEqual({
      scale: { min: 1, max: 3 },
      perAnswer: [1, 0, 2],
      notApplicable: 0,
      skipped: 0,
      invalid: 1,
    });
    expect(countsOf(tally, 0, 'paid')).toEqual({
      scale: { min: 0, max: 1 },
      perAnswer: [1, 1],
      notApplicable: 1,
      skipped: 1,
      invalid: 0,
    });
  });

  it('refuses a question that the tally does not have, by name', () => {
    const untyped: string = 'greetings';
    expect(() => countsOf<string>(tally, 0, untyped)).toThrow(
      expect.objectContaining({
        name: 'ServiceCycleError',
        code: 'unknown-id',
        message: expect.stringContaining('"greetings"'),
      }),
    );
  });
});
