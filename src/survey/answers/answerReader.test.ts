import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCounts } from '../../../test/support/arbitraryCounts.ts';
import { hostileAnswer } from '../../../test/support/arbitrarySurvey.ts';
import { scaleAnswers } from '../../model/scaleAnswers.ts';
import { answerReader, recodedReader } from './answerReader.ts';

describe('answerReader', () => {
  it('reads the place of every answer of a scale, and recoded from the worst', () => {
    fc.assert(
      fc.property(arbitraryCounts(0), ({ scale }) => {
        const answers = scaleAnswers(scale);
        const places = answers.map((_, place) => place);
        const read = answers.map((q) => answerReader({ id: 'q', scale })({ q }));
        expect(read).toEqual(places);
        const recoded = answers.map((q) => recodedReader({ id: 'q', scale })({ q }));
        expect(recoded).toEqual(scale.reversed === true ? places.toReversed() : places);
      }),
    );
  });

  it('finds no answer in what is no response, not even in the length of a text', () => {
    const read = answerReader({ id: 'length', scale: { min: 0, max: 10 } });
    expect([null, undefined, 5, 'text', () => 5].map(read)).toEqual(
      Array.from({ length: 5 }, () => 'invalid'),
    );
  });

  it('tells what does not apply, what was skipped and what is no answer', () => {
    const scale = { min: 1, max: 5, reversed: true, notApplicable: [9, 'none'] };
    for (const read of [answerReader({ id: 'q', scale }), recodedReader({ id: 'q', scale })]) {
      expect([9, 'none', 'not-applicable'].map((q) => read({ q }))).toEqual(
        Array.from({ length: 3 }, () => 'notApplicable'),
      );
      expect([{}, { q: null }, { q: undefined }].map(read)).toEqual([
        'skipped',
        'skipped',
        'skipped',
      ]);
      fc.assert(
        fc.property(hostileAnswer, (q) => {
          fc.pre(q !== 9);
          expect(read({ q })).toBe('invalid');
        }),
      );
    }
  });
});
