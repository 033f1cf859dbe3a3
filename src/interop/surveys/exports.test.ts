import { describe, expect, it } from 'vitest';
import { readResponses } from '../responses/readResponses.ts';
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

  it('reads a whole file as Qualtrics writes it: blocks in order, forms, questions without an answer to rate', () => {
    const element = (Element: string, PrimaryAttribute: string, Payload: unknown) => ({
      SurveyID: 'SV_1',
      Element,
      PrimaryAttribute,
      SecondaryAttribute: null,
      TertiaryAttribute: null,
      Payload,
    });
    const question = (id: string, tag: string, text: string, more: object) =>
      element('SQ', id, {
        QuestionText: text,
        DefaultChoices: false,
        DataExportTag: tag,
        Configuration: { QuestionDescriptionOption: 'UseText' },
        QuestionDescription: text,
        Validation: { Settings: { ForceResponse: 'OFF', ForceResponseType: 'ON', Type: 'None' } },
        GradingData: [],
        Language: [],
        NextChoiceId: 4,
        NextAnswerId: 1,
        QuestionID: id,
        ...more,
      });
    const block = (Type: string, ...ids: string[]) => ({
      Type,
      SubType: '',
      Description: 'Block',
      ID: `BL_${ids[0] ?? ''}`,
      BlockElements: ids.map((QuestionID) => ({ Type: 'Question', QuestionID })),
    });
    const choices = {
      '1': { Display: 'Quiet' },
      '2': { Display: 'Clean' },
      '4': { Display: 'Other:', TextEntry: 'true' },
    };
    const qsf = {
      SurveyEntry: {
        SurveyID: 'SV_1',
        SurveyName: 'After the stay',
        SurveyDescription: null,
        SurveyLanguage: 'EN',
        SurveyExpirationDate: '0000-00-00 00:00:00',
        Deleted: null,
      },
      SurveyElements: [
        element('BL', 'Survey Blocks', [
          block('Default', 'QID15', 'QID5'),
          block('Trash', 'QID2'),
          block('Standard', 'QID9', 'QID13', 'QID6', 'QID16', 'QID99'),
        ]),
        element('FL', 'Survey Flow', {
          Flow: [{ ID: 'BL_QID15', Type: 'Block', FlowID: 'FL_2' }],
          Type: 'Root',
        }),
        element('SCO', 'Scoring', { ScoringCategories: [] }),
        element('QC', 'Survey Question Count', null),
        question('QID99', 'Q99', 'Browser', {
          QuestionType: 'Meta',
          Selector: 'Browser',
          Choices: { '1': { Display: 'Browser', TextEntry: 1 } },
        }),
        question('QID2', 'Q2', 'Unused', { QuestionType: 'MC', Selector: 'MSB', Choices: choices }),
        element('RS', 'RS_1', null),
        question('QID9', 'Q9', 'How do we reach you?', {
          QuestionType: 'TE',
          Selector: 'FORM',
          Choices: { '1': { Display: 'Name' }, '2': { Display: 'Room' } },
          ChoiceOrder: ['2', '1'],
        }),
        question('QID13', 'Q13', 'What did you use?', {
          QuestionType: 'Matrix',
          Selector: 'Likert',
          SubSelector: 'MultipleAnswer',
          Choices: choices,
          Answers: { '1': { Display: 'Day' }, '2': { Display: 'Night' } },
          ChoiceDataExportTags: false,
        }),
        question('QID6', 'Q6', 'Best and worst', {
          QuestionType: 'Matrix',
          Selector: 'MaxDiff',
          Choices: choices,
          Answers: { '1': { Display: 'Best', ExclusiveAnswer: true } },
          AnswerOrder: [1],
        }),
        question('QID16', 'Q16', 'Timing', { QuestionType: 'Timing', Selector: 'PageTimer' }),
        question('QID5', 'Q5', 'How was the room?', {
          QuestionType: 'Matrix',
          Selector: 'Likert',
          SubSelector: 'SingleAnswer',
          Choices: choices,
          ChoiceOrder: ['1', '4', '2'],
          Answers: { '1': { Display: 'Bad' }, '2': { Display: 'Fair' }, '3': { Display: 'Good' } },
          AnswerOrder: ['1', '2', '3'],
          ChoiceDataExportTags: false,
        }),
        question('QID15', 'Q15', 'Recommend us?', {
          QuestionType: 'MC',
          Selector: 'NPS',
          Choices: Array.from({ length: 11 }, (_, answer) => ({ Display: String(answer) })),
          ColumnLabels: [{ Display: 'Not at all likely' }, { Display: 'Extremely likely' }],
        }),
      ],
    };
    const read = surveyFromQsf(qsf);
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    const { survey, mapping } = read.value;
    expect(survey.questions.map(({ id, asks }) => `${id} ${asks}`)).toEqual([
      'Q15 recommendation',
      'Q5_1 satisfaction',
      'Q5_4 satisfaction',
      'Q5_2 satisfaction',
      'Q9_2 comment',
      'Q9_1 comment',
    ]);
    expect(read.issues.map(({ found }) => found)).toEqual([
      '"Matrix Likert"',
      '"Matrix MaxDiff"',
      '"Timing PageTimer"',
      '"Meta Browser"',
    ]);
    // Its export, with further columns for the group of the recommendation and for texts beside a row.
    const rows = qualtricsRows([
      [
        'Status',
        'Finished',
        'ResponseId',
        'Q15',
        'Q15_NPS_GROUP',
        'Q5_1',
        'Q5_4',
        'Q5_4_TEXT',
        'Q5_2',
        'Q9_2',
        'Q9_1',
      ],
      ['Response Type', 'Finished', 'Response ID', ...Array.from({ length: 8 }, () => 'text')],
      Array.from({ length: 11 }, (_, at) => `{"ImportId":"${String(at)}"}`),
      ['0', '1', 'R_1', '9', '3', '3', '', '', '1', '12', 'Ann'],
    ]);
    expect(
      readResponses(survey, rows.ok ? rows.value : [], { ...mapping, id: 'ResponseId' }),
    ).toMatchObject({
      ok: true,
      issues: [],
      value: [{ id: 'R_1', Q15: 9, Q5_1: 3, Q5_4: null, Q5_2: 1, Q9_2: '12', Q9_1: 'Ann' }],
    });
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

  it('of Typeform come as its webhook and as its Responses API give them', () => {
    const response = {
      token: 'a3a12ec6',
      landing_id: 'a3a12ec6',
      landed_at: '2026-05-02T09:00:00Z',
      submitted_at: '2026-05-02T09:02:10Z',
      hidden: { branch: 'north' },
      calculated: { score: 9 },
      metadata: { browser: 'default', platform: 'other' },
      answers: [
        {
          type: 'number',
          number: 9,
          field: { id: 'NRsx', type: 'opinion_scale', ref: 'recommend' },
        },
        { type: 'number', number: 4, field: { id: 'WOTd', type: 'rating', ref: 'wait' } },
        { type: 'boolean', boolean: true, field: { id: 'RUqk', type: 'yes_no', ref: 'problem' } },
        {
          type: 'choice',
          choice: { id: 'k6TP', ref: 'car', label: 'By car' },
          field: { id: 'k6TP', type: 'multiple_choice', ref: 'came' },
        },
      ],
    };
    const row = {
      token: 'a3a12ec6',
      submitted_at: '2026-05-02T09:02:10Z',
      branch: 'north',
      recommend: 9,
      wait: 4,
      problem: true,
      came: 'By car',
    };
    const hook = { event_id: '01EK', event_type: 'form_response', form_response: response };
    for (const payload of [hook, response])
      expect(responseFromTypeform(payload)).toMatchObject({ ok: true, value: row, issues: [] });
    // Whoever sent the form empty.
    expect(responseFromTypeform({ token: 'b', answers: null })).toMatchObject({
      ok: true,
      value: { token: 'b' },
      report: { read: 0, kept: 0 },
    });
  });

  it('of Formbricks as its webhook sends them, matrices taken apart', () => {
    const body = {
      webhookId: 'cm8x2',
      event: 'responseFinished',
      data: {
        id: 'cm8x3',
        createdAt: '2026-05-02T09:02:10.012Z',
        updatedAt: '2026-05-02T09:03:04.776Z',
        surveyId: 'cm8wz',
        finished: true,
        data: {
          y4t3: 8,
          ty1z: ['Quiet', 'Clean'],
          dc18: 'Kind people',
          m1: { Wait: '4', Room: '5' },
        },
        survey: { title: 'After the stay', type: 'link', status: 'inProgress' },
        meta: { source: 'link' },
        tags: [],
      },
    };
    const row = {
      id: 'cm8x3',
      surveyId: 'cm8wz',
      finished: true,
      createdAt: '2026-05-02T09:02:10.012Z',
      y4t3: 8,
      ty1z: ['Quiet', 'Clean'],
      dc18: 'Kind people',
      'm1.Wait': '4',
      'm1.Room': '5',
    };
    const read = responseFromFormbricks(body);
    expect(read.ok && read.value).toEqual(row);
    expect(read.report).toEqual({ read: 5, kept: 5 });
    // A question whose id is `data` is no body of a webhook.
    const own = responseFromFormbricks({ surveyId: 's', data: { data: { a: 1 } } });
    expect(own.ok && own.value).toEqual({ surveyId: 's', 'data.a': 1 });
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
