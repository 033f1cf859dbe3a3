import { describe, expect, it } from 'vitest';
import { defineCycle } from '../../model/defineCycle.ts';
import { defineSurvey } from '../../model/defineSurvey.ts';
import { scoreSurvey } from '../../survey/score/scoreSurvey.ts';
import { tallyResponses } from '../../survey/tally/tallyResponses.ts';
import type { DataRow } from '../reading/importTypes.ts';
import { readResponses } from './readResponses.ts';
import type { ResponseMapping } from './responseTypes.ts';

const survey = defineSurvey({
  id: 's',
  title: 'Leaving',
  questions: [
    { id: 'nps', text: 'Recommend?', asks: 'recommendation', scale: { min: 0, max: 10 } },
    { id: 'sat', text: 'Satisfied?', asks: 'satisfaction', scale: { min: 1, max: 5 } },
    { id: 'branch', text: 'Branch', asks: 'profile', choices: { A: 'Athens', B: 'Berlin' } },
    { id: 'why', text: 'Why?', asks: 'comment' },
  ],
});
type Mapping = ResponseMapping<'nps' | 'sat' | 'branch' | 'why'>;
const PLAIN: Mapping = { columns: { nps: 'nps', sat: 'sat', branch: 'branch' } };

/** Rows of cells out of lines of CSV without quotes. */
function lines(text: string): string[][] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(','));
}

function read(rows: Iterable<DataRow> | string, mapping: Mapping = PLAIN) {
  const result = readResponses(survey, typeof rows === 'string' ? lines(rows) : rows, mapping);
  return {
    ...result,
    value: result.ok ? result.value : undefined,
    codes: result.issues.map(({ code }) => code),
    messages: result.issues.map(({ message }) => message),
  };
}

describe('readResponses reads cells', () => {
  it.each([
    ['9', 9],
    [' 9 ', 9],
    ['9.0', 9],
    ['+9', 9],
    ['９', 9],
    [9, 9],
    [9n, 9],
  ])('as the number that all of %o is', (cell, number) => {
    expect(read([{ nps: cell }], { columns: { nps: 'nps' } }).value).toEqual([{ nps: number }]);
  });

  it.each(['10 - Extremely likely', '9 of 10', '1e1', '0x9', '9,0', '10²', 'Infinity', '٩'])(
    'and never as a part of %o, which stays and is listed',
    (cell) => {
      const { value, codes, report } = read([{ nps: cell }], { columns: { nps: 'nps' } });
      expect([value, codes]).toEqual([[{ nps: cell }], ['unread-value']]);
      expect(report.columns[0]).toMatchObject({ unread: 1, answered: 0 });
    },
  );

  it('with a decimal comma where that is said', () => {
    const half = defineSurvey({
      id: 'h',
      title: 'H',
      questions: [
        { id: 'q', text: 'Q?', asks: 'satisfaction', scale: { min: 1, max: 5, step: 0.5 } },
      ],
    });
    const mapping = { defaults: { number: 'comma' }, columns: { q: 'q' } } as const;
    const result = readResponses(half, [{ q: '4,5' }, { q: '4.5' }], mapping);
    expect(result).toMatchObject({ ok: true, value: [{ q: 4.5 }, { q: '4.5' }] });
  });

  it('weights as the file writes its decimals', () => {
    const rows = [
      { nps: 9, w: '1,5' },
      { nps: 9, w: '1.5' },
      { nps: 9, w: 0.25 },
    ];
    const mapping: Mapping = { weight: 'w', columns: { nps: 'nps' } };
    const comma = read(rows, { ...mapping, defaults: { number: 'comma' } });
    expect(comma.value?.map(({ weight }) => weight)).toEqual([1.5, 0.25]);
    expect(comma.codes).toEqual(['unread-weight']);
    expect(read(rows, mapping).value?.map(({ weight }) => weight)).toEqual([1.5, 0.25]);
  });

  it('and leaves a text of more digits than a number holds a text', () => {
    const long = '9'.repeat(400);
    expect(read([{ nps: long }, { nps: '-0' }], { columns: { nps: 'nps' } })).toMatchObject({
      value: [{ nps: long }, { nps: 0 }],
      codes: ['unread-value'],
    });
  });

  it('by codes that are a list with its methods', () => {
    const notApplicable = Object.setPrototypeOf([9], null) as string[];
    const columns = { nps: { question: 'nps', notApplicable } } as const;
    expect(read([{ nps: 9 }], { columns }).messages).toEqual([
      expect.stringMatching(/notApplicable.+a list of codes/),
    ]);
  });

  it('by recode where a text is no number, and by codes compared as text', () => {
    const mapping: Mapping = {
      columns: {
        NPS: { question: 'nps', recode: { '10 - Extremely likely': 10, n: null }, blank: [99] },
        SAT: { question: 'sat', notApplicable: [6], recode: { never: 'not-applicable' } },
      },
    };
    const rows = 'NPS,SAT\n10 - Extremely likely,6\n99.0, 6 \nn,never\n9,5';
    expect(read(rows, mapping).value).toEqual([
      { nps: 10, sat: 'not-applicable' },
      { nps: null, sat: 'not-applicable' },
      { nps: null, sat: 'not-applicable' },
      { nps: 9, sat: 5 },
    ]);
  });

  it('by the codes of the file, which never take an answer of the question away', () => {
    const mapping: Mapping = { ...PLAIN, defaults: { notApplicable: [6], blank: [0] } };
    const { value, report } = read('nps,sat,branch\n0,0,A\n6,6,B', mapping);
    expect(value).toEqual([
      { nps: 0, sat: null, branch: 'A' },
      { nps: 6, sat: 'not-applicable', branch: 'B' },
    ]);
    expect(
      report.columns.map(({ answered, notApplicable, blank }) => [answered, notApplicable, blank]),
    ).toEqual([
      [2, 0, 0],
      [0, 1, 1],
      [2, 0, 0],
    ]);
  });

  it('in a recoded column takes the codes of the file before answers that nobody recoded', () => {
    const yesNo = defineSurvey({
      id: 'y',
      title: 'Y',
      questions: [{ id: 'problem', text: 'Problem?', asks: 'incident', scale: { min: 0, max: 1 } }],
    });
    const mapping = {
      defaults: { blank: [0] },
      columns: { P: { question: 'problem', recode: { 1: 1, 2: 0 } } },
    } as const;
    const result = readResponses(yesNo, [{ P: '1' }, { P: '2' }, { P: '0' }], mapping);
    expect(result).toMatchObject({
      ok: true,
      value: [{ problem: 1 }, { problem: 0 }, { problem: null }],
    });
  });

  it('counts what is off the scale as what it is, and says where it stands', () => {
    const { value, report, messages } = read('nps,sat\n11,5\n9,good\n11,good', {
      columns: { nps: 'nps', sat: 'sat' },
    });
    expect(value?.map(({ nps, sat }) => [nps, sat])).toEqual([
      [11, 5],
      [9, 'good'],
      [11, 'good'],
    ]);
    expect(report.columns[0]?.unreadValues).toEqual([{ value: '"11"', count: 2, rows: [0, 2] }]);
    expect(messages[1]).toBe('rows.sat: found "good" in row 1 and 1 more, expected 1 to 5');
  });

  it('makes a choice that is none no group, and lists it', () => {
    const { value, codes } = read('nps,sat,branch\n9,5,Z');
    expect([value, codes]).toEqual([[{ nps: 9, sat: 5, branch: null }], ['unknown-key-value']]);
  });
});

describe('readResponses groups', () => {
  it.each([
    ['2024-03-04 08:28:09', {}, '2024-03'],
    ['2024-03-04T23:59:00+02:00', {}, '2024-03'],
    ['4.3.2024', { order: 'dmy' }, '2024-03'],
    ['3/4/2024 8:28:09', { order: 'mdy' }, '2024-03'],
    ['25/12/2024', {}, '2024-12'],
    ['2024-03-04', { as: 'day' }, '2024-03-04'],
    ['2024-03-04', { as: 'quarter' }, '2024-Q1'],
    ['2024', { as: 'year' }, '2024'],
    [new Date(Date.UTC(2024, 1, 29, 23)), { as: 'day' }, '2024-02-29'],
  ] as const)('%s with %o as %s', (cell, rule, month) => {
    const mapping = {
      columns: { nps: 'nps' },
      keys: { month: { from: 'date', as: 'month', ...rule } },
    } as const;
    expect(read([{ nps: 9, date: cell }], mapping).value).toEqual([{ nps: 9, month }]);
  });

  it.each([
    ['3/4/2024', 'ambiguous-date'],
    ['30.2.2024', 'unread-value'],
    ['2023-02-29', 'unread-value'],
    ['4.3.24', 'unread-value'],
    ['March', 'unread-value'],
    ['45000', 'unread-value'],
  ])('no date that means two days or none: %s is %s', (cell, code) => {
    const mapping = {
      columns: { nps: 'nps' },
      keys: { month: { from: 'd', as: 'month' } },
    } as const;
    const { value, codes } = read([{ nps: 9, d: cell }], mapping);
    expect([value, codes]).toEqual([[{ nps: 9, month: null }], [code]]);
  });

  it('only by the values allowed, which are the choices of a profile question of that name', () => {
    const mapping = {
      columns: { nps: 'nps' },
      keys: { branch: 'B', region: { from: 'R', values: ['north'], recode: { N: 'north' } } },
    } as const;
    const { value, codes } = read('nps,B,R\n9,A,N\n9,C,south', mapping);
    expect(value).toEqual([
      { nps: 9, branch: 'A', region: 'north' },
      { nps: 9, branch: null, region: null },
    ]);
    expect(codes).toEqual(['unknown-key-value', 'unknown-key-value']);
  });

  it('so that the tally takes its keys by their names', () => {
    const result = readResponses(survey, lines('nps,Br\n9,North\n8,South'), {
      columns: { nps: 'nps' },
      keys: { place: 'Br' },
    });
    if (!result.ok) throw new Error('refused');
    expect(tallyResponses(survey, result.value, { by: ['place'] }).groups).toHaveLength(2);
  });
});

describe('readResponses chooses rows', () => {
  it('counts one response for each id: 1, "1" and "1 " are one', () => {
    const rows = [
      { id: 1, nps: 10 },
      { id: '1', nps: 9 },
      { id: '1 ', nps: 8 },
      { id: '2', nps: 0 },
      { id: '', nps: 0 },
    ];
    const mapping = { columns: { nps: 'nps' }, id: 'id' } as const;
    const first = read(rows, mapping);
    expect(first.value?.map(({ nps, id }) => [id, nps])).toEqual([
      ['1', 10],
      ['2', 0],
    ]);
    expect(first.report).toMatchObject({
      read: 5,
      kept: 2,
      dropped: { 'duplicate-id': 2, 'missing-id': 1 },
      positions: [0, 3],
    });
    const last = read(rows, { ...mapping, duplicates: 'last' });
    expect(last.value?.map(({ nps, id }) => [id, nps])).toEqual([
      ['1', 8],
      ['2', 0],
    ]);
    expect(last.report.columns[0]?.answered).toBe(2);
    expect(read(rows, { ...mapping, duplicates: 'refuse' }).ok).toBe(false);
  });

  it('keeps rows by the codes of other columns, and those of a readable weight', () => {
    const rows = 'nps,Finished,w\n9,1,0.5\n8,0,1\n7,TRUE,1\n6,1,x\n5,1,-1\n4,1,0';
    const mapping = {
      columns: { nps: 'nps' },
      weight: 'w',
      keep: { Finished: [1, 'TRUE'] },
    } as const;
    const { value, report } = read(rows, mapping);
    expect(value).toEqual([
      { nps: 9, weight: 0.5 },
      { nps: 7, weight: 1 },
      { nps: 4, weight: 0 },
    ]);
    expect(report.dropped).toEqual({ 'not-kept': 1, 'unread-weight': 2 });
  });

  it('leaves out blank lines, lines too long and lines too short, lists them, and goes on', () => {
    const rows = [
      ...lines('nps,sat,branch\n10,5,A,extra\n9,4\n8,3,A,, \n'),
      [''],
      ...lines('7,2,B'),
    ];
    const { value, report, codes } = read(rows);
    expect(value?.map(({ nps }) => nps)).toEqual([8, 7]);
    expect(report).toMatchObject({
      read: 5,
      kept: 2,
      dropped: { 'extra-cells': 1, 'missing-cells': 1, 'blank-row': 1 },
      positions: [2, 4],
    });
    expect(codes).toEqual(['extra-cells', 'missing-cells']);
  });

  it('does the same for objects as papaparse makes them', () => {
    const rows = [
      { nps: '8', sat: '3', branch: 'A' },
      { nps: '10', sat: '5', branch: 'A', __parsed_extra: ['x'] },
      { nps: '9', sat: '4' },
    ];
    expect(read(rows).report).toMatchObject({
      kept: 1,
      dropped: { 'extra-cells': 1, 'missing-cells': 1 },
    });
  });

  it('leaves out a second row of headers', () => {
    const body = '10,5,A\n9,4,A\n10,5,A\n8,4,A\n9,4,A\n10,3,A';
    const { value, codes } = read(`nps,sat,branch\nResponse,Open-Ended Response,Response\n${body}`);
    expect([value?.length, codes]).toEqual([6, ['second-header-row']]);
    expect(read(`nps,sat,branch\nRecommend?,Satisfied?,Branch\n${body}`).value).toHaveLength(6);
    expect(read(`nps,sat,branch\ngood,5,A\n${body}`).value).toHaveLength(7);
  });

  it('tells what is no row, and a file without rows', () => {
    const { report, codes } = read([{ nps: 9, sat: 1, branch: 'A' }, 'text', null, [1]] as never);
    expect([report.dropped, codes]).toEqual([{ 'not-a-row': 3 }, ['wrong-type']]);
    expect(read([])).toMatchObject({ ok: true, value: [], codes: ['no-rows'] });
    expect(read('nps,sat,branch')).toMatchObject({ ok: true, value: [], codes: ['no-rows'] });
  });
});

describe('readResponses refuses a mapping', () => {
  it.each<[string, unknown, string]>([
    [
      'two-columns',
      { columns: { nps: 'nps', sat: 'nps' } },
      'one column for "nps", which "nps" is too',
    ],
    [
      'unknown-key',
      { columns: { nps: { question: 'nps', blanks: [0] } } },
      'did you mean "blank"?',
    ],
    ['unknown-key', { columns: {}, responseId: 'id' }, 'expected "cycle"'],
    ['unknown-reference', { columns: { nps: 'npss' } }, 'did you mean "nps"?'],
    ['no-column', { columns: { npss: 'nps' } }, 'did you mean "nps"?'],
    ['no-column', { columns: { 'sat ': 'sat' } }, 'did you mean "sat"?'],
    [
      'mapping-of-another-cycle',
      { survey: 'other', columns: {} },
      'expected "s", the survey that is read',
    ],
    ['wrong-type', { columns: { nps: { question: 'nps', blank: 0 } } }, 'a list of codes'],
    ['wrong-type', { columns: { nps: 3 } }, 'expected an object'],
    ['missing', {}, 'mapping.columns: found nothing'],
    [
      'missing',
      { columns: { nps: 'nps' }, layout: 'long', id: 'sat', item: 'nps' },
      'mapping.answer',
    ],
    ['not-allowed', { columns: { nps: { question: 'nps', recode: { x: 12 } } } }, '0 to 10'],
    ['not-allowed', { columns: {}, layout: 'tall' }, '"wide" or "long"'],
    ['wrong-type', null, 'mapping: found null'],
    ['two-columns', { columns: { nps: 'nps' }, keys: { nps: 'sat' } }, 'one column for "nps"'],
  ])('for %s: %o', (code, mapping, message) => {
    const result = read('nps,sat,branch\n9,5,A', mapping as Mapping);
    expect(result).toMatchObject({ ok: false, value: undefined });
    expect(result.codes).toContain(code);
    expect(result.messages.join()).toContain(message);
  });

  it('made for another cycle', () => {
    const cycle = defineCycle({
      id: 'c',
      name: 'C',
      moments: [{ id: 'm', name: 'M', contact: 'none' }],
      survey: { id: 's', title: 'S', questions: survey.questions },
    });
    const columns = { nps: 'nps' } as const;
    const rows = [{ nps: 9 }];
    expect(readResponses(cycle, rows, { cycle: 'c', columns }).ok).toBe(true);
    expect(readResponses(cycle, rows, { cycle: 'other', columns })).toMatchObject({
      ok: false,
      issues: [{ code: 'mapping-of-another-cycle', path: ['mapping', 'cycle'] }],
    });
  });

  it('that names a column which stands twice in the file, and only then', () => {
    expect(read('nps,nps,sat\n9,1,5', { columns: { nps: 'nps' } })).toMatchObject({
      ok: false,
      codes: ['repeated-header'],
    });
    expect(read('nps,x,x\n9,1,5', { columns: { nps: 'nps' } })).toMatchObject({
      ok: true,
      codes: ['repeated-header'],
    });
  });
});

describe('readResponses reads one row an answer', () => {
  const mapping = {
    layout: 'long',
    id: 'who',
    item: 'what',
    answer: 'value',
    columns: { Q1: 'nps', Q2: 'sat' },
    keys: { place: 'at' },
  } as const;

  it('into one response a person, whatever the order', () => {
    const rows = 'who,what,value,at\n1,Q1,9,N\n2,Q2,4,S\n1,Q2,5,N\n2,Q1,x,S';
    const { value, report } = read(rows, mapping);
    expect(value).toEqual([
      { nps: 9, sat: 5, place: 'N', id: '1' },
      { nps: 'x', sat: 4, place: 'S', id: '2' },
    ]);
    expect(report).toMatchObject({ read: 4, kept: 4, positions: [0, 1] });
    expect(report.columns[0]).toMatchObject({ header: 'Q1', as: 'nps', answered: 1, unread: 1 });
  });

  it('and lists unknown items, second answers and keys that differ', () => {
    const rows = 'who,what,value,at\n1,Q1,9,N\n1,Q1,0,N\n1,Q3,9,N\n1,Q2,5,S\n,Q1,1,S';
    const { value, codes, report } = read(rows, mapping);
    expect(value).toEqual([{ nps: 9, sat: 5, place: 'N', id: '1' }]);
    expect(codes).toEqual(['duplicate-id', 'unread-value', 'differing-values', 'missing-id']);
    expect(report.dropped).toEqual({ 'duplicate-id': 1, unread: 1, 'missing-id': 1 });
  });
});

describe('readResponses stands hostile files', () => {
  it('with headers and values named like what every object has', () => {
    const rows = [
      ['__proto__', 'constructor', "a';--", '`"\0'],
      ['9', '5', 'x', '1'],
      ['__proto__', 'toString', 'y', '2'],
    ];
    const mapping = JSON.parse(
      '{"columns":{"__proto__":"nps","constructor":"sat"},"keys":{"__proto__":"a\';--","hasOwnProperty":"`\\"\\u0000"}}',
    ) as Mapping;
    const { value, codes } = read(rows, mapping);
    expect(value?.map((row) => Object.entries(row))).toEqual([
      [
        ['nps', 9],
        ['sat', 5],
        ['__proto__', 'x'],
        ['hasOwnProperty', '1'],
      ],
      [
        ['nps', '__proto__'],
        ['sat', 'toString'],
        ['__proto__', 'y'],
        ['hasOwnProperty', '2'],
      ],
    ]);
    expect(Object.getPrototypeOf(value?.[0])).toBe(Object.prototype);
    expect(codes).toEqual(['encoding', 'unread-value', 'unread-value']);
  });

  it.each([
    ['read as Latin-1', 'GrÃ¶ÃŸe'],
    ['read as UTF-8', 'Gr\ufffd\ufffde'],
    ['of two bytes a letter', 'G\0r\0'],
  ])('%s, which it says', (_, header) => {
    const { codes } = read([{ nps: 9, [header]: 1 }], { columns: { nps: 'nps' } });
    expect(codes).toEqual(['encoding']);
    expect(read([{ nps: header }], { columns: { nps: 'nps' } }).codes).toEqual([
      'unread-value',
      'encoding',
    ]);
  });

  it('with signs that were replaced in a key or a comment, which stay, and are told', () => {
    const rows = [
      { nps: 9, why: 'Qualité»', town: 'Z\ufffdrich' },
      { nps: 9, why: 'tr\ufffds bien', town: 'Zürich' },
    ];
    const { value, codes, issues } = read(rows, {
      columns: { nps: 'nps', why: 'why' },
      keys: { town: 'town' },
    });
    expect(value?.map(({ town }) => town)).toEqual(['Z\ufffdrich', 'Zürich']);
    expect(codes).toEqual(['encoding', 'encoding']);
    expect(issues.flatMap(({ rows: at }) => at).toSorted()).toEqual([0, 1]);
  });

  it('with a byte order mark before the first header', () => {
    expect(read('\ufeffnps,sat,branch\n9,5,A').ok).toBe(true);
    expect(read([{ '\ufeffnps': 9 }], { columns: { nps: 'nps' } }).value).toEqual([{ nps: 9 }]);
  });

  it('with many faults, of which it lists the first and counts all', () => {
    function* rows() {
      for (let i = 0; i < 20_000; i += 1) yield { nps: i % 100 === 0 ? `bad ${i}` : i % 11 };
    }
    const { report, issues } = read(rows(), { columns: { nps: 'nps' } });
    expect(issues).toMatchObject([{ code: 'unread-value', count: 200 }]);
    expect(issues[0].rows).toHaveLength(10);
    expect(report.columns[0]).toMatchObject({ unread: 200, answered: 19_800 });
    expect(report.columns[0]?.unreadValues).toHaveLength(20);
  });

  it('of many rows with one fault in a hundred, every one of which is counted', () => {
    const faults = ['', '11', 'ten', ';DROP TABLE r;--', '\0', '7.5'];
    const kinds = faults.length;
    let made = 0;
    const cells = function* (): Generator<string[]> {
      yield ['id', 'nps', 'sat', 'branch'];
      for (let at = 0; at < 30_000; at += 1) {
        const nps = at % 100 === 37 ? (faults[(made += 1) % kinds] ?? '') : String(at % 11);
        yield [String(at), nps, String(1 + (at % 5)), at % 2 === 0 ? 'A' : 'B'];
      }
    };
    const { value, report, issues } = read(cells(), { ...PLAIN, id: 'id' });
    expect([made, report.read, report.kept]).toEqual([300, 30_000, 30_000]);
    const nps = report.columns.find(({ as }) => as === 'nps');
    expect([nps?.answered, nps?.blank, nps?.unread]).toEqual([29_700, 50, 250]);
    expect(issues.reduce((sum, { count }) => sum + count, 0)).toBe(250 + 50);
    expect(JSON.stringify(issues).length).toBeLessThan(5000);
    const tally = tallyResponses(survey, value ?? []);
    // 30,000 responses, of which 50 left the question out and 250 answered off its scale.
    expect(tally.cells.slice(12, 15)).toEqual([0, 50, 250]);
  });

  it('as a stream gives what a list gives, and fails as the stream fails', async () => {
    const rows = lines('nps,sat,branch\n9,5,A\n8,x,B');
    async function* stream() {
      for (const row of rows) yield await Promise.resolve(row);
    }
    async function* broken() {
      yield await Promise.resolve(['nps']);
      throw new Error('cut');
    }
    expect(await readResponses(survey, stream(), PLAIN)).toEqual(
      readResponses(survey, rows, PLAIN),
    );
    await expect(readResponses(survey, broken(), PLAIN)).rejects.toThrow('cut');
  });

  it('and leaves the mapping and the rows as they are', () => {
    const rows = Object.freeze([Object.freeze({ nps: '9', sat: '5', branch: 'A' })]);
    expect(read(rows, Object.freeze(PLAIN)).ok).toBe(true);
  });
});

describe('what was read scores as what was meant', () => {
  it('three people, one of them exported three times: a net promoter score of -33', () => {
    const { value } = read('id,nps,sat,branch\n1,10,5,A\n1,10,5,A\n1,10,5,A\n2,0,1,A\n3,0,1,B', {
      ...PLAIN,
      id: 'id',
    });
    const score = scoreSurvey(survey, value ?? []).questions[0]?.scores[0];
    expect(score?.counts.answered).toBe(3);
    expect(score?.kind === 'estimate' && score.value).toBeCloseTo(-100 / 3, 9);
  });
});
