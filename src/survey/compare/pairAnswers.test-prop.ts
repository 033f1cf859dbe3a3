import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCounts } from '../../../test/support/arbitraryCounts.ts';
import { hostileAnswer } from '../../../test/support/arbitrarySurvey.ts';
import type { Answer } from '../../model/observations.ts';
import { scaleAnswers } from '../../model/scaleAnswers.ts';
import { scoreSurvey } from '../score/scoreSurvey.ts';
import { pairAnswers } from './pairAnswers.ts';

const answeredTwice = arbitraryCounts(0)
  .map(({ scale }) => ({ ...scale, notApplicable: [999, 'none'] }))
  .chain((scale) => {
    const answer = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...scaleAnswers(scale)) },
      { weight: 1, arbitrary: fc.constantFrom(null, undefined, 'not-applicable', 999, 'none') },
      { weight: 1, arbitrary: hostileAnswer },
    ) as fc.Arbitrary<Answer>;
    return fc.record({ scale: fc.constant(scale), people: fc.array(fc.tuple(answer, answer)) });
  });

describe('pairAnswers', () => {
  it('understands an answer as a survey does', () => {
    fc.assert(
      fc.property(answeredTwice, ({ scale, people }) => {
        const survey = {
          id: 's',
          title: 'S',
          questions: [{ id: 'q', text: 'Q', asks: 'perception' as const, scale }],
        };
        const responses = people.map(([before]) => ({ q: before }));
        const { counts } = scoreSurvey(survey, responses).questions[0]!.scores[0];
        const all = people.map(([before]) => before);
        const { perPair, neither, onlyBefore, invalid } = pairAnswers(scale, all, all);
        expect(perPair.map((row, place) => row[place])).toEqual(counts.perAnswer);
        expect(neither).toBe(counts.notApplicable + counts.skipped + counts.invalid);
        expect(invalid).toBe(2 * counts.invalid);
        expect(onlyBefore).toBe(0);
      }),
    );
  });

  it('turns over when before and after change places, and loses nobody', () => {
    fc.assert(
      fc.property(answeredTwice, ({ scale, people }) => {
        const before = people.map(([one]) => one);
        const after = people.map(([, other]) => other);
        const there = pairAnswers(scale, before, after);
        const back = pairAnswers(scale, after, before);
        expect(back.perPair).toEqual(
          there.perPair.map((_, place) => there.perPair.map((row) => row[place])),
        );
        expect(back.onlyBefore).toBe(there.onlyAfter);
        const paired = there.perPair.flat().reduce((sum, count) => sum + count, 0);
        expect(paired + there.onlyBefore + there.onlyAfter + there.neither).toBe(people.length);
      }),
    );
  });
});
