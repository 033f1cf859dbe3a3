import { describe, expect, it } from 'vitest';
import type { SurveyResponse } from '../../model/observations.ts';
import type { SatisfactionSurvey, Scale } from '../../model/survey.ts';
import { countsOf } from '../score/countsOf.ts';
import { LISTED_INVALID_ANSWERS } from './invalidList.ts';
import { tallyResponses } from './tallyResponses.ts';

function surveyOn(scale: Scale): SatisfactionSurvey<'q'> {
  return { id: 's', title: 'S', questions: [{ id: 'q', text: 'Q', asks: 'satisfaction', scale }] };
}

/** What becomes of single answers, whatever they are, to a question on a scale. */
function fateOf(scale: Scale, ...answers: readonly unknown[]) {
  const responses = answers.map((q) => ({ q }) as SurveyResponse<'q'>);
  return countsOf(tallyResponses(surveyOn(scale), responses), 0, 'q');
}

const five = { min: 1, max: 5 } as const;

describe('tallyResponses', () => {
  it('counts how many gave each answer, the lowest first', () => {
    expect(fateOf(five, 1, 5, 5, 3, 5)).toEqual({
      scale: five,
      perAnswer: [1, 0, 1, 0, 3],
      notApplicable: 0,
      skipped: 0,
      invalid: 0,
    });
  });

  it('keeps apart what does not apply, what was skipped and what is no answer', () => {
    const fate = fateOf(five, 4, 'not-applicable', null, undefined, 6);
    expect(fate).toMatchObject({
      perAnswer: [0, 0, 0, 1, 0],
      notApplicable: 1,
      skipped: 2,
      invalid: 1,
    });
  });

  it('takes an absent answer for a skipped one', () => {
    const tally = tallyResponses(surveyOn(five), [{}, { q: 3 }] as SurveyResponse<'q'>[]);
    expect(countsOf(tally, 0, 'q')).toMatchObject({ perAnswer: [0, 0, 1, 0, 0], skipped: 1 });
  });

  it("understands the scale's own codes for what does not apply, numbers and texts", () => {
    const scale = { ...five, notApplicable: [9, 'no opinion'] };
    expect(fateOf(scale, 9, 'no opinion', 'not-applicable', 5)).toMatchObject({
      perAnswer: [0, 0, 0, 0, 1],
      notApplicable: 3,
      invalid: 0,
    });
  });

  it('does not take a code for another question for one of its own', () => {
    expect(fateOf(five, 9, 'no opinion')).toMatchObject({ notApplicable: 0, invalid: 2 });
  });

  it.each([
    ['11 on 0 to 10', { min: 0, max: 10 }, 11],
    ['-1 on 0 to 10', { min: 0, max: 10 }, -1],
    ['8.9, which is not cut to 8', { min: 0, max: 10 }, 8.9],
    ['7.5 between whole answers', { min: 0, max: 10 }, 7.5],
    ['0.3 between quarters', { min: 0, max: 1, step: 0.25 }, 0.3],
    ['4 on even answers only', { min: 1, max: 9, step: 2 }, 4],
    ['NaN', five, Number.NaN],
    ['infinity', five, Number.POSITIVE_INFINITY],
    ['a number as text', five, '5'],
    ['an empty text', five, ''],
    ['true, which is no 1', five, true],
    ['a big integer', five, 5n],
    ['a list that would turn into 5', five, [5]],
    ['an object that would turn into 5', five, { valueOf: () => 5 }],
    ['a number in an object', five, Object(5)],
    ['a function', five, () => 5],
    ['a symbol', five, Symbol('5')],
    ['a day', five, new Date(5)],
  ])('counts %s as invalid', (_, scale, answer) => {
    const fate = fateOf(scale, answer);
    expect(fate).toMatchObject({ notApplicable: 0, skipped: 0, invalid: 1 });
    expect(fate.perAnswer.every((count) => count === 0)).toBe(true);
  });

  it('counts 0 as the answer it is', () => {
    expect(fateOf({ min: 0, max: 10 }, 0, -0).perAnswer[0]).toBe(2);
  });

  it('finds every answer of a scale in tenths, though tenths are not exact in a computer', () => {
    const tenths = { min: 0, max: 1, step: 0.1 };
    const answers = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 0.1 + 0.2];
    expect(fateOf(tenths, ...answers)).toMatchObject({
      perAnswer: [1, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1],
      invalid: 0,
    });
  });

  it('lists the first invalid answers by question and position, and goes on counting', () => {
    const bad = Array.from({ length: 25 }, () => ({ q: 7 }));
    const tally = tallyResponses(surveyOn(five), [{ q: 5 }, ...bad]);
    expect(tally.firstInvalid).toHaveLength(LISTED_INVALID_ANSWERS);
    expect(tally.firstInvalid[0]).toEqual({ question: 'q', position: 1, found: '7' });
    expect(tally.firstInvalid.at(-1)).toEqual({ question: 'q', position: 20, found: '7' });
    expect(countsOf(tally, 0, 'q')).toMatchObject({ invalid: 25 });
  });

  it('keeps the good answers of a response that has a bad one', () => {
    const two: SatisfactionSurvey<'a' | 'b'> = {
      id: 's',
      title: 'S',
      questions: [
        { id: 'a', text: 'A', asks: 'satisfaction', scale: five },
        { id: 'b', text: 'B', asks: 'satisfaction', scale: five },
      ],
    };
    const tally = tallyResponses(two, [{ a: 99, b: 5 }]);
    expect(countsOf(tally, 0, 'a')).toMatchObject({ invalid: 1 });
    expect(countsOf(tally, 0, 'b')).toMatchObject({ perAnswer: [0, 0, 0, 0, 1] });
  });

  it('leaves comments and profile questions alone', () => {
    const survey: SatisfactionSurvey = {
      id: 's',
      title: 'S',
      questions: [
        { id: 'why', text: 'Why?', asks: 'comment' },
        { id: 'age', text: 'Age?', asks: 'profile', choices: { a: 'young', b: 'old' } },
        { id: 'q', text: 'Q', asks: 'satisfaction', scale: five },
      ],
    };
    const tally = tallyResponses(survey, [{ why: 'because', age: 'a', q: 4 }]);
    expect(tally.questions.map(({ id }) => id)).toEqual(['q']);
    expect(tally.firstInvalid).toEqual([]);
  });

  it('reads responses once, as a stream would give them', () => {
    function* stream() {
      yield { q: 1 };
      yield { q: 2 };
    }
    expect(countsOf(tallyResponses(surveyOn(five), stream()), 0, 'q').perAnswer).toEqual([
      1, 1, 0, 0, 0,
    ]);
  });

  it('is a plain value: stored as text and read back it is the same tally', () => {
    const tally = tallyResponses(surveyOn(five), [{ q: 5 }, { q: 'x' }, { q: null }]);
    expect(JSON.parse(JSON.stringify(tally))).toEqual(tally);
  });

  it('counts no responses as none', () => {
    const tally = tallyResponses(surveyOn(five), []);
    expect(tally.cells.every((cell) => cell === 0)).toBe(true);
    expect(tally.cells).toHaveLength(tally.width);
  });

  it.each(['toString', 'valueOf', 'constructor', '__proto__', 'hasOwnProperty'])(
    'scores a question called %s, a name that every object has, only when it is answered',
    (id) => {
      const survey: SatisfactionSurvey = {
        id: 's',
        title: 'S',
        questions: [{ id, text: 'Q', asks: 'satisfaction', scale: five }],
      };
      const silent: SurveyResponse = {};
      const said = JSON.parse(`{"${id}":4}`) as SurveyResponse;
      const counts = countsOf(tallyResponses(survey, [silent, said]), 0, id);
      expect(counts.perAnswer).toEqual([0, 0, 0, 1, 0]);
      expect((counts.skipped ?? 0) + (counts.invalid ?? 0)).toBe(1);
    },
  );

  it('does not take what every object inherits for an answer', () => {
    const survey = {
      id: 's',
      title: 'S',
      questions: ['toString', 'constructor', '__proto__', 'rating'].map((id) => ({
        id,
        text: 'How was it?',
        asks: 'satisfaction' as const,
        scale: { min: 1, max: 2 },
      })),
    };
    const rows = [{ rating: 1 }, JSON.parse('{ "__proto__": 2, "toString": 1, "rating": 3 }')];
    expect(tallyResponses(survey, rows).cells).toEqual([
      2, 1, 0, 0, 1, 0, 0, 0, 0, 2, 0, 0, 1, 0, 1, 0, 1, 0, 0, 0, 1,
    ]);
    const weighted = rows.map((row) => ({ ...row, weight: 1 }));
    expect(tallyResponses(survey, weighted, { weight: 'weight' }).cells.slice(0, 6)).toEqual([
      2, 1, 0, 0, 1, 0,
    ]);
  });

  it('counts responses to a survey without rated questions', () => {
    const survey = { id: 's', title: 'S', questions: [] };
    const rows = [{ at: 'a' }, { at: 'b' }, { at: 'a' }];
    const columns = {
      kind: 'columns',
      length: 3,
      answers: {},
      groups: { at: { codes: [0, 1, 0], values: ['a', 'b'] } },
    } as const;
    for (const tally of [
      tallyResponses(survey, rows, { by: ['at'] }),
      tallyResponses(survey, columns, { by: ['at'] }),
    ]) {
      expect(tally.cells).toEqual([2, 1]);
    }
    const ids = [7, 8, 9];
    expect(tallyResponses(survey, { ...columns, groups: {}, ids }).cells).toEqual([3]);
    expect(() => tallyResponses(survey, { ...columns, groups: {} })).toThrow(
      'length of the columns: found 3, expected the length of at least one of them',
    );
  });

  it('leaves out groups in which no response counts, from rows and from columns alike', () => {
    const survey = {
      id: 's',
      title: 'S',
      questions: [{ id: 'q', text: 'Q', asks: 'satisfaction', scale: { min: 1, max: 2 } }],
    } as const;
    const rows = [
      { q: 1, at: 'a', weight: 1 },
      { q: 2, at: 'b', weight: Number.NaN },
      { q: 2, at: 'c', weight: 2 },
    ];
    const columns = {
      kind: 'columns',
      length: 3,
      answers: { q: [1, 2, 2] },
      groups: { at: { codes: [0, 1, 2], values: ['a', 'b', 'c'] } },
      weights: [1, Number.NaN, 2],
    } as const;
    const tally = tallyResponses(survey, columns, { by: ['at'] });
    expect(tally).toEqual(tallyResponses(survey, rows, { by: ['at'], weight: 'weight' }));
    expect(tally.by).toEqual([{ name: 'at', values: ['a', 'c'] }]);
  });

  it.each([-1, 1.1e7, 1e-13, 1e200, Infinity, Number.NaN, '2'])(
    'does not count a weight of %o',
    (weight) => {
      const survey = {
        id: 's',
        title: 'S',
        questions: [{ id: 'q', text: 'Q', asks: 'satisfaction', scale: { min: 1, max: 2 } }],
      } as const;
      const tally = tallyResponses(survey, [{ q: 1, weight }], { weight: 'weight' });
      expect(tally.cells[0]).toBe(0);
      expect(tally.weights?.invalid).toBe(1);
    },
  );

  it('refuses a key that is named twice', () => {
    const survey = { id: 's', title: 'S', questions: [] };
    expect(() => tallyResponses(survey, [{ at: 'a' }], { by: ['at', 'at'] })).toThrow(
      'by names "at" twice; expected each key once',
    );
  });

  it('refuses a key that is no text', () => {
    const survey = { id: 's', title: 'S', questions: [] };
    expect(() => tallyResponses(survey, [], { by: [Array(1_000_000)] as never })).toThrow(
      'by names a list of 1000000; expected texts',
    );
  });

  it.each([null, undefined, 5, 'text', {}])('refuses %o in place of responses', (rows) => {
    const survey = { id: 's', title: 'S', questions: [] };
    expect(() => tallyResponses(survey, rows as never)).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
  });

  it.each([
    { min: 5, max: 1 },
    { min: Number.NaN, max: 5 },
    { min: 1, max: 2_147_483_648 },
  ])('refuses a question on the scale %o', (scale) => {
    const survey = {
      id: 's',
      title: 'S',
      questions: [{ id: 'q', text: 'Q', asks: 'satisfaction' as const, scale }],
    };
    expect(() => tallyResponses(survey, [{ q: 1 }])).toThrow(
      expect.objectContaining({ code: 'wrong-scale' }),
    );
  });
});
