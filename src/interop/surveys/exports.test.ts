import { describe, expect, it } from 'vitest';
import { googleFormsRows, limeSurveyRows, qualtricsRows, surveyMonkeyRows } from './exportRows.ts';
import { responseFromFormbricks, responseFromTypeform } from './responsesFromForms.ts';
import { surveyFromQsf } from './surveyFromQsf.ts';

const QUALTRICS = [
  ['\ufeffStatus', 'Finished', 'Q1'],
  ['Response Type', 'Finished', 'Recommend?'],
  ['{"ImportId":"status"}', '{"ImportId":"finished"}', '{"ImportId":"QID1"}'],
  ['0', '1', '9'],
  ['IP Address', 'True', '8'],
  ['1', '1', '7'],
  ['0', '0', '6'],
  ['', '', ''],
];

describe('qualtricsRows', () => {
  it('keeps what real people finished', () => {
    const read = qualtricsRows(QUALTRICS);
    expect(read.ok && read.value.slice(1).map(([, , nps]) => nps)).toEqual(['9', '8']);
    expect(read.report).toEqual({ read: 5, kept: 2, dropped: { 'not-kept': 2, 'blank-row': 1 } });
    expect(qualtricsRows(QUALTRICS, { keep: 'all' }).report.kept).toBe(4);
  });

  it('takes objects keyed by header as well', () => {
    const [headers = [], ...rows] = QUALTRICS;
    const objects = rows.map((row) =>
      Object.fromEntries(headers.map((name, at) => [name, row[at]])),
    );
    expect(qualtricsRows(objects)).toEqual(qualtricsRows(QUALTRICS));
  });

  it('names the columns of the older form by its second row', () => {
    const read = qualtricsRows([
      ['V1', 'V7', 'V10', 'Q1'],
      ['ResponseID', 'Status', 'Finished', 'Recommend?'],
      ['R_1', '0', '1', '9'],
    ]);
    expect(read.ok && read.value).toEqual([
      ['ResponseID', 'Status', 'Finished', 'Q1'],
      ['R_1', '0', '1', '9'],
    ]);
  });

  it('refuses what Qualtrics did not write, and a file cut in its headers', () => {
    expect(qualtricsRows([['a'], ['1']])).toMatchObject({
      ok: false,
      issues: [{ code: 'wrong-format' }],
    });
    expect(qualtricsRows(QUALTRICS.slice(0, 2))).toMatchObject({ ok: false });
    expect(qualtricsRows([])).toMatchObject({ ok: false, issues: [{ code: 'no-rows' }] });
    expect(qualtricsRows(QUALTRICS.slice(0, 3))).toMatchObject({
      ok: true,
      issues: [{ code: 'no-rows' }],
    });
  });
});

describe('other exports', () => {
  it('of LimeSurvey: complete ones, codes as numbers, unknown codes listed', () => {
    const rows = [
      ['\ufeffid', 'submitdate', 'HMI', 'S[1]'],
      ['1', '2020-09-28 12:21:05', 'A1', 'A5'],
      ['2', '', 'A1', 'A1'],
      ['3', '2020-09-28 12:21:05', 'A1', 'A9'],
    ];
    const read = limeSurveyRows(rows, { codes: { A1: 1, A5: 5 } });
    expect(read.ok && read.value.slice(1).map((row) => row.slice(2))).toEqual([
      ['A1', 5],
      ['A1', 'A9'],
    ]);
    expect(read.issues).toMatchObject([
      { code: 'unknown-key-value', count: 1, path: ['rows', 'S[1]'] },
    ]);
    expect(limeSurveyRows(rows, { keep: 'all' }).report.kept).toBe(3);
    expect(limeSurveyRows([['id']])).toMatchObject({
      ok: false,
      issues: [{ code: 'wrong-format' }],
    });
  });

  it('of SurveyMonkey with one row of headers stay as they are', () => {
    const rows = [
      ['RespondentID', 'How tall?'],
      ['1', '6'],
    ];
    expect(surveyMonkeyRows(rows)).toMatchObject({ ok: true, value: rows });
  });

  it('of SurveyMonkey and Google Forms number what comes again', () => {
    const monkey = surveyMonkeyRows([
      ['', 'Why', 'Why'],
      ['', 'Response', 'Response'],
      ['1', 'a', 'b'],
    ]);
    expect(monkey.ok && monkey.value[0]).toEqual(['', 'Why', 'Why (2)']);
    const google = googleFormsRows([['T', 'A', 'A', 'A']]);
    expect(google).toMatchObject({
      ok: true,
      value: [['T', 'A', 'A (2)', 'A (3)']],
      issues: [{ code: 'no-rows' }],
    });
  });

  it('with rows that are none say so', () => {
    expect(googleFormsRows([['a'], null, 3] as never)).toMatchObject({
      issues: [{ code: 'wrong-type', count: 2 }, { code: 'no-rows' }],
    });
  });
});

describe('surveyFromQsf', () => {
  const sq = (id: string, payload: object): object => ({
    Element: 'SQ',
    PrimaryAttribute: id,
    Payload: { DataExportTag: id, QuestionText: `${id}?`, ...payload },
  });
  const file = (...questions: object[]): object => ({
    SurveyEntry: { SurveyID: 'SV', SurveyName: 'Leaving' },
    SurveyElements: [
      {
        Element: 'BL',
        Payload: [{ Type: 'Trash', BlockElements: [{ Type: 'Question', QuestionID: 'old' }] }],
      },
      ...questions,
    ],
  });

  it('reads net promoter, choices, matrices and texts, and leaves out the rest by name', () => {
    const read = surveyFromQsf(
      file(
        sq('nps', { QuestionType: 'MC', Selector: 'NPS', Choices: [{ Display: '0' }] }),
        sq('age', {
          QuestionType: 'MC',
          Selector: 'SAVR',
          Choices: { 1: { Display: 'Young' }, 2: { Display: 'Old &amp; wise' } },
          ChoiceOrder: ['2', '1'],
          RecodeValues: { 1: '10', 2: '20' },
        }),
        sq('ease', {
          QuestionType: 'MC',
          Selector: 'DL',
          Choices: { 1: { Display: 'Hard' }, 2: { Display: 'Easy' }, 3: { Display: 'n/a' } },
          AnalyzeChoices: { 3: 'No' },
        }),
        sq('m', {
          QuestionType: 'Matrix',
          Selector: 'Likert',
          SubSelector: 'SingleAnswer',
          ChoiceDataExportTags: false,
          Choices: { 4: { Display: 'wait' }, 7: { Display: 'room' } },
          ChoiceOrder: [7, 4],
          Answers: { 1: { Display: 'Bad' }, 2: { Display: 'Good' } },
          AnswerOrder: [1, 2],
        }),
        sq('why', { QuestionType: 'TE', Selector: 'SL' }),
        sq('intro', { QuestionType: 'DB', Selector: 'TB' }),
        sq('map', { QuestionType: 'HeatMap', Selector: 'Image' }),
        sq('old', { QuestionType: 'TE' }),
      ),
      { asks: { ease: 'effort', m_4: 'importance' } },
    );
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    const { survey, mapping } = read.value;
    expect(survey.questions.map(({ id, asks }) => [id, asks])).toEqual([
      ['nps', 'recommendation'],
      ['age', 'profile'],
      ['ease', 'effort'],
      ['m_7', 'satisfaction'],
      ['m_4', 'importance'],
      ['why', 'comment'],
    ]);
    expect(survey.questions[1]).toMatchObject({ choices: { 10: 'Young', 20: 'Old & wise' } });
    expect(mapping.columns['ease']).toEqual({ question: 'ease', notApplicable: ['3'] });
    expect(read.issues).toMatchObject([{ code: 'left-out', found: '"HeatMap Image"' }]);
    expect(read.report).toEqual({ read: 7, kept: 6 });
  });

  it.each([
    undefined,
    null,
    {},
    [],
    'SurveyElements',
    { SurveyElements: {} },
    { SurveyElements: [{ Element: 'FL' }] },
    {
      SurveyElements: [
        { Element: 'SQ', Payload: null },
        { Element: 'BL', Payload: null },
      ],
    },
  ])('refuses %o', (json) => {
    expect(surveyFromQsf(json).ok).toBe(false);
  });
});

describe('responses of forms', () => {
  it('of Typeform hold every kind of answer, and list what has no value', () => {
    const field = (ref: string) => ({ id: `id-${ref}`, ref, type: 'x' });
    const read = responseFromTypeform({
      form_response: {
        token: 't',
        answers: [
          { type: 'choice', choice: { label: 'Yes' }, field: field('a') },
          { type: 'choices', choices: { labels: ['x', 'y'], other: 'z' }, field: field('b') },
          { type: 'boolean', boolean: false, field: field('c') },
          { type: 'text', text: 'Hi', field: { id: 'only-id' } },
          { type: 'payment', payment: { amount: 1 }, field: field('d') },
          { type: 'number', number: 3, field: field('a') },
          { type: 'number', number: 3, field: field('__proto__') },
          null,
        ],
      },
    });
    expect(read.ok && Object.entries(read.value)).toEqual([
      ['token', 't'],
      ['a', 'Yes'],
      ['b', ['x', 'y', 'z']],
      ['c', false],
      ['only-id', 'Hi'],
      ['__proto__', 3],
    ]);
    expect(read.issues.map(({ code }) => code)).toEqual(['left-out', 'duplicate-id', 'left-out']);
    expect(read.report).toEqual({ read: 8, kept: 5 });
  });

  it('of Formbricks come bare or in the body of a webhook', () => {
    const response = { id: 'r', surveyId: 's', finished: false, data: { nps: 9, tags: ['a'] } };
    const row = { id: 'r', surveyId: 's', finished: false, nps: 9, tags: ['a'] };
    expect(responseFromFormbricks(response)).toMatchObject({ ok: true, value: row });
    expect(responseFromFormbricks({ event: 'responseFinished', data: response })).toMatchObject({
      ok: true,
      value: row,
    });
  });

  it.each([undefined, null, 3, {}, { form_response: {} }, { data: [] }, { data: {} }])(
    'refuse %o',
    (payload) => {
      expect(responseFromTypeform(payload)).toMatchObject({
        ok: false,
        issues: [{ code: 'wrong-format' }],
      });
      expect(responseFromFormbricks(payload)).toMatchObject({
        ok: false,
        issues: [{ code: 'wrong-format' }],
      });
    },
  );
});
