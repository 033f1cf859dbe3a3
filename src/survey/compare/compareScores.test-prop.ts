import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answeredSurvey } from '../../../test/support/arbitrarySurvey.ts';
import { scoreSurvey } from '../score/scoreSurvey.ts';
import { compareScores } from './compareScores.ts';

/** Two surveys, most of whose questions are different things under the same names. */
const twoSurveys = fc.tuple(answeredSurvey, answeredSurvey).map(([one, other]) => ({
  before: scoreSurvey({ ...one.survey, id: 'before' }, one.responses),
  after: scoreSurvey({ ...other.survey, id: 'after' }, other.responses),
}));

/** One survey, answered twice. */
const answeredTwice = fc.tuple(answeredSurvey, fc.nat({ max: 12 })).map(([one, from]) => ({
  before: scoreSurvey(one.survey, one.responses.slice(0, from)),
  after: scoreSurvey(one.survey, one.responses.slice(from)),
}));

const pairs = fc.oneof(twoSurveys, answeredTwice);

describe('compareScores', () => {
  it('has every question of either survey, once', () => {
    fc.assert(
      fc.property(pairs, ({ before, after }) => {
        const ids = [...before.questions, ...after.questions].map(({ question }) => question);
        const compared = compareScores(before, after).questions.map(({ question }) => question);
        expect(compared).toEqual([...new Set(ids)]);
      }),
      { numRuns: 40 },
    );
  });

  it('never compares unlike things', () => {
    fc.assert(
      fc.property(pairs, ({ before, after }) => {
        for (const found of compareScores(before, after).questions) {
          if (found.kind !== 'comparison') continue;
          const [one, other] = [before, after].map(
            ({ questions }) => questions.find(({ question }) => question === found.question)!,
          );
          expect(one!.asks).toBe(other!.asks);
          const { definition } = one!.scores[0];
          const { scale } = other!.scores[0].definition;
          expect({ ...scale, notApplicable: [] }).toEqual({
            ...definition.scale,
            notApplicable: [],
          });
          expect(found.metric).toBe(definition.metric);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('never finds a change between a survey and itself', () => {
    fc.assert(
      fc.property(answeredSurvey, ({ survey, responses }) => {
        const scores = scoreSurvey(survey, responses);
        for (const found of compareScores(scores, scores).questions) {
          if (found.kind === 'not-comparable') expect(found.reason).toBe('not-estimable');
          else expect(found.verdict).toBe('no-proven-change');
        }
      }),
      { numRuns: 40 },
    );
  });

  it('does not care for the order of the questions', () => {
    fc.assert(
      fc.property(pairs, ({ before, after }) => {
        const turned = compareScores(
          { ...before, questions: before.questions.toReversed() },
          { ...after, questions: after.questions.toReversed() },
        );
        for (const found of compareScores(before, after).questions) {
          expect(turned.questions).toContainEqual(found);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('never makes a p value smaller by adjusting it', () => {
    fc.assert(
      fc.property(pairs, ({ before, after }) => {
        for (const found of compareScores(before, after).questions) {
          const tests = [
            ...('test' in found ? [found.test] : []),
            ...('ordinal' in found ? [found.ordinal.test] : []),
          ];
          for (const { pValue, adjustedPValue } of tests) {
            expect(adjustedPValue).toBeGreaterThanOrEqual(pValue);
            expect(adjustedPValue).toBeLessThanOrEqual(1);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('turns round when before and after change places', () => {
    fc.assert(
      fc.property(pairs, ({ before, after }) => {
        const back = compareScores(after, before).questions;
        for (const found of compareScores(before, after).questions) {
          const other = back.find(({ question }) => question === found.question)!;
          expect(other.kind).toBe(found.kind);
          if (found.kind === 'comparison' && other.kind === 'comparison') {
            expect(other.difference.value).toBeCloseTo(-found.difference.value, 9);
            expect(other.test.adjustedPValue).toBeCloseTo(found.test.adjustedPValue, 9);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
