import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AnsweredSurvey,
  answeredSurvey,
  hostileAnswer,
} from '../../../test/support/arbitrarySurvey.ts';
import type { SurveyResponse } from '../../model/observations.ts';
import { countsOf } from '../score/countsOf.ts';
import { tallyResponses } from './tallyResponses.ts';

function countsOfAll({ survey, responses }: Pick<AnsweredSurvey, 'survey' | 'responses'>) {
  const tally = tallyResponses(survey, responses);
  return tally.questions.map(({ id }) => countsOf(tally, 0, id));
}

describe('tallyResponses', () => {
  it('counts every response exactly once for every question, whatever it holds', () => {
    fc.assert(
      fc.property(answeredSurvey, ({ survey, responses }) => {
        const tally = tallyResponses(survey, responses);
        expect(tally.cells[0]).toBe(responses.length);
        for (const counts of countsOfAll({ survey, responses })) {
          const { perAnswer, notApplicable, skipped, invalid } = counts;
          const all = [...perAnswer, notApplicable ?? 0, skipped ?? 0, invalid ?? 0];
          expect(all.reduce((sum, count) => sum + count, 0)).toBe(responses.length);
        }
      }),
    );
  });

  it('is blind to the order of responses', () => {
    fc.assert(
      fc.property(answeredSurvey, ({ survey, responses }) => {
        const turned = responses.toReversed();
        expect(tallyResponses(survey, turned).cells).toEqual(
          tallyResponses(survey, responses).cells,
        );
      }),
    );
  });

  it('gives for all responses the sum of what it gives for two halves', () => {
    fc.assert(
      fc.property(answeredSurvey, fc.nat(), ({ survey, responses }, cut) => {
        const at = cut % (responses.length + 1);
        const first = tallyResponses(survey, responses.slice(0, at)).cells;
        const rest = tallyResponses(survey, responses.slice(at)).cells;
        expect(tallyResponses(survey, responses).cells).toEqual(
          first.map((cell, place) => cell + (rest[place] ?? Number.NaN)),
        );
      }),
    );
  });

  it('never scores what is no answer: it is listed and counted as invalid, and nothing breaks', () => {
    fc.assert(
      fc.property(
        answeredSurvey,
        fc.array(hostileAnswer, { maxLength: 10 }),
        ({ survey }, answers) => {
          const responses = answers.map(
            (answer) =>
              Object.fromEntries(survey.questions.map(({ id }) => [id, answer])) as SurveyResponse,
          );
          for (const counts of countsOfAll({ survey, responses })) {
            expect(counts.perAnswer.every((count) => count === 0)).toBe(true);
            expect(counts).toMatchObject({ skipped: 0, invalid: answers.length });
          }
          const { firstInvalid } = tallyResponses(survey, responses);
          const listed = Math.min(20, answers.length * survey.questions.length);
          expect(firstInvalid).toHaveLength(listed);
          for (const { found } of firstInvalid) expect(found.length).toBeLessThanOrEqual(60);
        },
      ),
    );
  });

  it('never scores what a question id finds on a plain object that nobody answered with', () => {
    const inherited = ['toString', 'valueOf', 'constructor', '__proto__', 'isPrototypeOf'];
    fc.assert(
      fc.property(fc.subarray(inherited, { minLength: 1 }), fc.nat({ max: 5 }), (ids, n) => {
        const survey = {
          id: 's',
          title: 'S',
          questions: ids.map((id) => ({
            id,
            text: 'Q',
            asks: 'satisfaction' as const,
            scale: { min: 0, max: 10 },
          })),
        };
        const responses = Array.from({ length: n }, (): SurveyResponse => ({}));
        for (const { perAnswer } of countsOfAll({ survey, responses })) {
          expect(perAnswer.every((count) => count === 0)).toBe(true);
        }
      }),
    );
  });

  it('leaves the responses as they are', () => {
    fc.assert(
      fc.property(answeredSurvey, ({ survey, responses }) => {
        const frozen = responses.map((response) => Object.freeze({ ...response }));
        expect(tallyResponses(survey, frozen)).toEqual(tallyResponses(survey, responses));
      }),
    );
  });
});
