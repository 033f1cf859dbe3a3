import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCycle } from '../../../test/support/arbitraryCycle.ts';
import { SurveyJsModel as Model } from '../../../test/support/surveyJsModel.ts';
import { defineSurvey } from '../../model/defineSurvey.ts';
import { scoreSurvey } from '../../survey/score/scoreSurvey.ts';
import { readResponses } from '../responses/readResponses.ts';
import { flattenSurveyJs } from './flattenSurveyJs.ts';
import { surveyFromSurveyJs } from './surveyFromSurveyJs.ts';
import { surveyToSurveyJs } from './surveyToSurveyJs.ts';

const survey = defineSurvey({
  id: 'leaving',
  title: { en: 'On leaving', el: 'Φεύγοντας' },
  questions: [
    { id: 'nps', text: 'Recommend?', asks: 'recommendation', scale: { min: 0, max: 10 } },
    {
      id: 'wait',
      text: { en: 'The wait?', el: 'Η αναμονή;' },
      asks: 'satisfaction',
      about: { moment: 'queue' },
      scale: { min: 1, max: 5, notApplicable: [9, 'none'], labels: { 1: 'Bad', 9: 'Not used' } },
      dimension: 'speed',
    },
    {
      id: 'easy',
      text: 'Easy?',
      asks: 'effort',
      scale: { min: 1, max: 5, reversed: true, step: 0.5 },
    },
    {
      id: 'share',
      text: 'How much of it?',
      asks: 'perception',
      scale: { min: 0, max: 100, step: 5 },
    },
    { id: 'wrong', text: 'Anything wrong?', asks: 'incident', scale: { min: 0, max: 1 } },
    { id: 'age', text: 'Age?', asks: 'profile', choices: { 1: 'under 30', 2: '30 and over' } },
    { id: 'why', text: 'Why?', asks: 'comment', about: { area: 'desk' } },
  ],
});

describe('SurveyJS', () => {
  it('takes a survey and gives it back the same', () => {
    const back = surveyFromSurveyJs(surveyToSurveyJs(survey));
    expect(back).toMatchObject({ ok: true, issues: [], report: { read: 7, kept: 7 } });
    expect(back.ok && back.value.survey).toEqual(survey);
  });

  it('gives back any survey that can be written', () => {
    fc.assert(
      fc.property(arbitraryCycle, ({ survey: any }) => {
        fc.pre(any !== undefined);
        const json = JSON.parse(JSON.stringify(surveyToSurveyJs(any))) as unknown;
        const back = surveyFromSurveyJs(json);
        expect(back.ok && back.value.survey).toEqual(any);
      }),
      { numRuns: 60 },
    );
  });

  it('accepts the definition in survey-core, which gives the same survey back', () => {
    const model = new Model(surveyToSurveyJs(survey));
    expect(model.jsonErrors).toBeFalsy();
    expect(model.getAllQuestions().filter(({ isVisible }) => isVisible)).toHaveLength(7);
    const back = surveyFromSurveyJs(model.toJSON());
    expect(back.ok && back.value.survey).toEqual(survey);
  });

  it('asks for every answer of the scale, and its answers are read back', () => {
    const model = new Model(surveyToSurveyJs(survey));
    const values = (name: string): unknown[] =>
      (
        (model.getQuestionByName(name) as { visibleRateValues?: { value: unknown }[] })
          .visibleRateValues ?? []
      ).map(({ value }) => value);
    expect(values('nps')).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(values('easy')).toEqual([1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5]);
    const answers = { nps: 9, wait: 9, easy: 1.5, share: 35, wrong: 1, age: '2', why: 'Kind' };
    for (const [name, answer] of Object.entries(answers)) model.setValue(name, answer);
    expect(model.validate()).toBe(true);
    const back = surveyFromSurveyJs(model.toJSON());
    if (!back.ok) throw new Error('refused');
    const { survey: same, mapping } = back.value;
    const read = readResponses(
      same,
      [flattenSurveyJs(model.data as object as { [name: string]: unknown })],
      mapping,
    );
    expect(read.issues).toEqual([]);
    expect(read.ok && read.value).toEqual([{ ...answers, wait: 'not-applicable' }]);
    expect(read.ok && scoreSurvey(same, read.value).questions).toHaveLength(5);
  });

  it('shows a rating of seven by its count alone with five values, as we read it', () => {
    const json = { elements: [{ type: 'rating', name: 'q', rateCount: 7 }] };
    const shown = (
      new Model(json).getQuestionByName('q') as unknown as { visibleRateValues: unknown[] }
    ).visibleRateValues;
    const read = surveyFromSurveyJs(json);
    expect(shown).toHaveLength(5);
    expect(read.ok && read.value.survey.questions[0]).toMatchObject({ scale: { min: 1, max: 5 } });
    expect(read.issues).toMatchObject([{ code: 'contradiction', found: '7' }]);
  });

  it('is read in panels, matrices and with items that are no answers', () => {
    const json = {
      title: 'T',
      pages: [
        {
          elements: [
            {
              type: 'panel',
              elements: [
                {
                  type: 'matrix',
                  name: 'm',
                  title: 'How was',
                  columns: ['Bad', { value: 'Good', text: 'Good!' }],
                  rows: [{ value: 'wait', text: 'the wait' }, 'room'],
                },
                {
                  type: 'radiogroup',
                  name: 'n',
                  choices: [1, 2, 3],
                  showNoneItem: true,
                  showRefuseItem: true,
                  showDontKnowItem: true,
                },
              ],
            },
            { type: 'file', name: 'f' },
            { type: 'boolean', name: 'b' },
          ],
        },
      ],
    };
    const read = surveyFromSurveyJs(json, { asks: { n: 'effort' } });
    if (!read.ok) throw new Error('refused');
    expect(read.issues).toMatchObject([{ code: 'left-out', found: '"file"' }]);
    const data = [
      { m: { wait: 'Good', room: 'Bad' }, n: 3, b: true },
      { m: { wait: 'Bad' }, n: 'dontknow', b: false },
    ].map(flattenSurveyJs);
    const responses = readResponses(read.value.survey, data, read.value.mapping);
    expect(responses).toMatchObject({
      ok: true,
      issues: [],
      value: [
        { 'm.wait': 2, 'm.room': 1, n: 3, b: 1 },
        { 'm.wait': 1, 'm.room': null, n: 'not-applicable', b: 0 },
      ],
    });
  });

  it.each([undefined, null, [], 'text', {}, { pages: [] }, { pages: [{}] }, { elements: [{}] }])(
    'refuses %o, which is no definition',
    (json) => {
      expect(surveyFromSurveyJs(json).ok).toBe(false);
    },
  );

  it.each([
    { min: -Infinity, max: 5 },
    { min: 5, max: 1 },
    { min: 1, max: 5, step: 0 },
  ])('writes no survey with the scale %o', (scale) => {
    const question = { id: 'q', text: 'Q', asks: 'satisfaction', scale } as const;
    expect(() => surveyToSurveyJs({ id: 's', title: 'S', questions: [question] })).toThrow(
      expect.objectContaining({ code: 'wrong-scale' }),
    );
  });

  it('stands names that every object has, and definitions that are cut', () => {
    const json = JSON.parse(
      '{"elements":[{"type":"comment","name":"toString"},{"type":"html","name":"service-cycle","html":"{\\"id\\":"}]}',
    ) as unknown;
    expect(surveyFromSurveyJs(json)).toMatchObject({ ok: true, issues: [{ code: 'left-out' }] });
    expect(surveyFromSurveyJs({ elements: [{ type: 'comment', name: '__proto__' }] }).ok).toBe(
      false,
    );
    expect(
      Object.entries(
        flattenSurveyJs(
          JSON.parse('{"__proto__":1,"a":{"__proto__":2}}') as object as {
            [name: string]: unknown;
          },
        ),
      ),
    ).toEqual([
      ['__proto__', 1],
      ['a.__proto__', 2],
    ]);
  });
});
