import fc from 'fast-check';
import type { SurveyResponse } from '../../src/model/observations.ts';
import { scaleAnswers } from '../../src/model/scaleAnswers.ts';
import type { Rated, SatisfactionSurvey, Scale } from '../../src/model/survey.ts';

const ASKS: readonly Rated[] = [
  'recommendation',
  'satisfaction',
  'effort',
  'perception',
  'expectation',
  'importance',
  'incident',
];

const scale: fc.Arbitrary<Scale> = fc.constantFrom(
  { min: 0, max: 10 },
  { min: 1, max: 5 },
  { min: 1, max: 5, reversed: true, notApplicable: [0, 'none'] },
  { min: 1, max: 7 },
  { min: 0, max: 1, step: 0.25 },
  { min: -2, max: 2, notApplicable: [9] },
);

/** Answers that are not on any scale above, and no way to say that none is given. */
export const hostileAnswer: fc.Arbitrary<unknown> = fc.oneof(
  fc.string().filter((text) => text !== 'not-applicable' && text !== 'none'),
  fc.constantFrom('5', '10', ' 3', '', 'toString'),
  // Not a quarter, nor within the dust that counting in tenths leaves.
  fc.double().filter((x) => Math.abs(4 * x - Math.round(4 * x)) > 1e-6),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e308, -7, 99),
  fc.boolean(),
  fc.bigInt(),
  fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 2 }),
  fc.object({ maxDepth: 2 }),
  fc.constantFrom<unknown>(
    { valueOf: () => 3 },
    Object(3),
    Object.create(null),
    () => 3,
    Symbol('3'),
    Object.freeze({ q: 3 }),
    new Date(3),
    new Map([[3, 3]]),
  ),
);

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
export const answeredSurvey: fc.Arbitrary<AnsweredSurvey> = fc
  .array(fc.record({ asks: fc.constantFrom(...ASKS), scale }), { minLength: 1, maxLength: 4 })
  .chain((asked) => {
    const questions = asked.map((one, place) => ({ ...one, id: `q${String(place)}`, text: 'Q' }));
    const responsesOf = (
      answerTo: (scale: Scale) => fc.Arbitrary<unknown>,
    ): fc.Arbitrary<SurveyResponse[]> =>
      fc.array(
        fc.record(Object.fromEntries(questions.map((one) => [one.id, answerTo(one.scale)])), {
          requiredKeys: [],
        }) as fc.Arbitrary<SurveyResponse>,
        { maxLength: 12 },
      );
    const none = fc.constantFrom(null, undefined, 'not-applicable');
    const good = (of: Scale): fc.Arbitrary<unknown> => fc.constantFrom(...scaleAnswers(of));
    return fc.record({
      survey: fc.constant({ id: 's', title: 'S', questions }),
      responses: responsesOf((of) =>
        fc.oneof(
          { weight: 6, arbitrary: good(of) },
          { weight: 1, arbitrary: none },
          { weight: 1, arbitrary: hostileAnswer },
        ),
      ),
      silent: responsesOf((of) =>
        fc.oneof(none, hostileAnswer, fc.constantFrom(null, ...(of.notApplicable ?? []))),
      ),
    });
  });
