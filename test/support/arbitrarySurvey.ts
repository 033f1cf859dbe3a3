import fc from 'fast-check';
import type { SurveyResponse } from '../../src/model/observations.ts';
import type { SatisfactionSurvey } from '../../src/model/survey.ts';
import { arbitraryResponses } from '../../src/testing/arbitraryResponses.ts';
import { arbitrarySurvey } from '../../src/testing/arbitrarySurvey.ts';
import { spoiledAnswer } from '../../src/testing/spoiledAnswer.ts';

/** What is an answer of no usual scale, and no way to say that none is given. */
export const hostileAnswer: fc.Arbitrary<unknown> = spoiledAnswer(fc);

/** A survey and the responses to it: good answers, blanks, and all that comes in by mistake. */
export interface AnsweredSurvey {
  /** The survey. */
  readonly survey: SatisfactionSurvey;
  /** The responses, of which no promise is kept. */
  readonly responses: readonly SurveyResponse[];
  /** Responses that answer nothing: blanks, what does not apply, and what is no answer. */
  readonly silent: readonly SurveyResponse[];
}

/** Any survey of one to four rated questions on the usual scales, answered well and badly. */
export const answeredSurvey: fc.Arbitrary<AnsweredSurvey> = arbitrarySurvey(fc).chain((survey) =>
  fc.record({
    survey: fc.constant(survey),
    responses: arbitraryResponses(fc, survey, { spoiled: 0.125, skipped: 0.125 }),
    silent: arbitraryResponses(fc, survey, { spoiled: 0.5, skipped: 0.5 }),
  }),
);
