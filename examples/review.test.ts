import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reviewProgram } from './review.js';

const folder = mkdtempSync(join(tmpdir(), 'review-'));
const AIRPORT = 'examples/airport-visit.cycle.json';
const COLUMNS = 'examples/airport-visit-2017.columns.json';

const CYCLE = {
  id: 'desk',
  name: 'Front desk',
  moments: [{ id: 'greet', name: 'Is greeted', contact: 'staff' }],
  survey: {
    id: 'leaving',
    title: 'On leaving',
    questions: [
      { id: 'nps', text: 'Recommend?', asks: 'recommendation', scale: { min: 0, max: 10 } },
      {
        id: 'greeting',
        text: 'Greeting?',
        asks: 'satisfaction',
        about: { moment: 'greet' },
        scale: { min: 1, max: 5 },
      },
    ],
  },
};
const COLUMNS_OF_DESK = {
  columns: {
    NPS: { question: 'nps', blank: [99] },
    GREET: { question: 'greeting', notApplicable: [6], blank: [0] },
  },
};

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

interface Reviewed {
  readonly code: number | null;
  /** What is printed. */
  readonly out: string;
  readonly errors: string;
  /** The report as Markdown, without the signs that keep text from being markup. */
  readonly report: () => string;
}

/** Runs the program here: a process for each of thirty runs would load the package and the charts anew. */
async function review(...args: string[]): Promise<Reviewed> {
  const path = join(folder, 'report.md');
  const printed = { out: '', errors: '' };
  const code = await reviewProgram(['--out', path, ...args], {
    out: (text) => void (printed.out += text),
    errors: (text) => void (printed.errors += text),
  });
  return { code, ...printed, report: () => readReport(path) };
}

/** Runs it as whoever types its name. */
function reviewInProcess(...args: string[]): Reviewed {
  const path = join(folder, 'in-process.md');
  const run = spawnSync(process.execPath, ['examples/review.js', '--out', path, ...args], {
    encoding: 'utf8',
  });
  return {
    code: run.status,
    out: run.stdout,
    errors: run.stderr,
    report: () => readReport(path),
  };
}

function readReport(path: string): string {
  return readFileSync(path, 'utf8').replaceAll(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** How many answered a question, to how many it did not apply, who skipped it, and what was invalid. */
function countsOf(report: string, question: string): readonly string[] | undefined {
  const row = report.split('\n').find((line) => line.startsWith('| ') && line.includes(question));
  return row?.split(' | ').slice(3, 7);
}

/** What the program says when it gives up: every fault on a line of its own, and no stack trace. */
async function faultsOf(...args: string[]): Promise<readonly string[]> {
  const { code, out, errors } = await review(...args);
  expect([code, out]).toEqual([2, '']);
  expect(errors).not.toMatch(/^\s+at /m);
  return errors.trimEnd().split('\n- ').slice(1);
}

/** What comes out where nothing is asked for, and the report: worked out once for all that read it. */
let byDefault: (Reviewed & { readonly text: string }) | undefined;
function reviewedByDefault(): Reviewed & { readonly text: string } {
  if (byDefault === undefined) {
    const reviewed = reviewInProcess();
    byDefault = { ...reviewed, text: reviewed.report() };
  }
  return byDefault;
}

describe('the review program', () => {
  it('reviews made-up visits to bank A by default, says that they are synthetic, and writes Markdown', () => {
    const { code, out, errors, text } = reviewedByDefault();
    expect([code, errors]).toEqual([0, '']);
    expect(out).toContain('300 synthetic visits (seed 1): no customer was asked');
    expect(out.match(/^## .*$/gm)).toEqual([
      '## In short',
      '## What was left out, and why',
      '## What to do next',
    ]);
    expect(text.match(/^## .*$/gm)).toEqual([
      '## In short',
      '## 1. Moments of truth',
      '## 2. Requirements',
      '## 3. Action plans',
      '## 4. Areas',
      '## 5. What customers say',
      '## What was left out, and why',
      '## What to do next',
    ]);
    expect(
      text.match(/^\| \d+ \| .* \| \*\*critical\*\* /gm)?.map((row) => row.slice(0, 4)),
    ).toEqual(['| 6 ', '| 7 ', '| 12']);
  });

  it('says of bank A what a consultant would: being paid comes first, and no area is weak for being below a mean', () => {
    const { text } = reviewedByDefault();
    expect(text).toMatch(/Critical, 3 of 15 moments: “Answers and receives the money”, “Waits/);
    expect(text).toContain('The gravest is “Answers and receives the money”');
    // The cash desk is to be intervened in for what it failed, and not for its 95 %.
    const desk = text.split('\n').find((line) => line.includes('| Cash desk |')) ?? '';
    expect(desk).toMatch(/\*\*intervene now\*\* \| 95%/);
    expect(desk).toContain('failed in 1 of 300 cases');
    expect(desk).not.toMatch(/weak/);
    const [, kept = '', most = ''] =
      /about (\d+) customers per period are kept \(0 to (\d+)/.exec(text) ?? [];
    const [, dissatisfied = ''] =
      /Of 300 visits per period (\d+) end dissatisfied/.exec(text) ?? [];
    expect(Number(kept)).toBeGreaterThan(0);
    expect(Number(most)).toBeLessThanOrEqual(Number(dissatisfied));
  });

  it('ends its process with the code, prints faults beside the verdict, and is the same as a function', async () => {
    const args = ['--cycle', 'none.json'];
    const { code, out, errors } = await review(...args);
    expect(reviewInProcess(...args)).toMatchObject({ code, out, errors });
    expect([code, out, errors]).toEqual([2, '', expect.stringContaining('none.json')]);
  });

  it('writes the report as a page beside the Markdown, and in the language that is asked for', async () => {
    const { code } = await review(
      '--cycle',
      'examples/emergency-care.cycle.json',
      '--language',
      'lv',
    );
    expect(code).toBe(0);
    const page = readFileSync(join(folder, 'report.html'), 'utf8');
    expect(page).toMatch(/^<!doctype html>\n<html lang="lv">/);
    expect(page).toContain('<h2>Īsumā</h2>');
    expect(page).not.toMatch(/<(script|link|iframe)|(src|href)="http/);
    expect(await faultsOf('--language', 'xx')).toEqual([
      '--language: found "xx", expected en, es, el, pl or lv',
    ]);
  });

  it('gives the same report for the same seed and another for another', async () => {
    const outs: string[] = [];
    for (const seed of ['7', '7', '8']) {
      outs.push(
        (await review('--cycle', 'examples/emergency-care.cycle.json', '--seed', seed)).out,
      );
    }
    const [one, again, other] = outs;
    expect(again).toBe(one);
    expect(other).not.toBe(one);
  });

  it.each(['bank-by-car', 'hotel-stay', 'emergency-care', 'airport-visit'])(
    'reviews made-up visits of %s',
    async (name) => {
      const { code, out } = await review('--cycle', `examples/${name}.cycle.json`);
      expect(code).toBe(0);
      expect(out).not.toMatch(/undefined|NaN|\[object/);
    },
  );

  it("counts an airport's file as its field guide says: 6 not applicable, 0 and blank skipped, 11 skipped for NPS", async () => {
    const columns = JSON.parse(readFileSync(COLUMNS, 'utf8')) as { columns: object };
    const headers = ['RESPNUM', ...Object.keys(columns.columns)];
    let id = 0;
    const row = (nps: string, rating: string): string =>
      headers
        .map((header) => (header === 'RESPNUM' ? (id += 1) : header === 'NETPRO' ? nps : rating))
        .join(',');
    const rows = [row('10', '5'), row('11', '6'), row('0', '0'), row('9', '')];
    const responses = file('airport.csv', [headers.join(','), ...rows].join('\n'));
    const { report } = await review(
      '--cycle',
      AIRPORT,
      '--columns',
      COLUMNS,
      '--responses',
      responses,
    );
    expect(countsOf(report(), 'recommend this airport')).toEqual(['3', '0', '1', '0']);
    expect(countsOf(report(), 'How do you rate the restaurants?')).toEqual(['1', '1', '2', '0']);
  });

  it('lists answers that cannot be used by row and column, keeps the rest of the row, and ends with 2', async () => {
    const cycle = file('desk.json', CYCLE);
    const columns = file('columns.json', COLUMNS_OF_DESK);
    const responses = file('bad.csv', 'NPS,GREET,NOTE\n11,5,x\n9,good,y\n10,4.5,z\n0,3,\n99,6,\n');
    const { code, out, errors, report } = await review(
      ...['--cycle', cycle, '--columns', columns, '--responses', responses],
    );
    expect(code).toBe(2);
    expect(errors).toContain('3 answers of');
    expect(errors).not.toMatch(/^\s+at /m);
    expect(out).toContain('line 2, column NPS: found 11, expected 0 to 10 (Recommend?)');
    expect(out).toContain('line 3, column GREET: found "good", expected 1 to 5 (Greeting?)');
    expect(out).toContain('line 4, column GREET: found 4.5, expected 1 to 5 (Greeting?)');
    expect(countsOf(report(), 'Recommend?')).toEqual(['3', '0', '1', '1']);
    expect(countsOf(report(), 'Greeting?')).toEqual(['2', '1', '0', '2']);
  });

  it('names all files that are not there', async () => {
    const faults = await faultsOf(
      '--cycle',
      AIRPORT,
      '--columns',
      'no.json',
      '--responses',
      'no.csv',
    );
    expect(faults).toEqual(['no.json: there is no such file', 'no.csv: there is no such file']);
    expect(await faultsOf('--cycle', 'none.json')).toEqual(['none.json: there is no such file']);
  });

  it('names the line where a file is no longer JSON', async () => {
    const broken = file('broken.json', '{\n  "id": "desk",\n  "name": }\n');
    expect(await faultsOf('--cycle', broken)).toMatchObject([
      expect.stringContaining('broken.json, line 3: this is not JSON'),
    ]);
  });

  it('names every fault of a cycle with its path', async () => {
    const cycle = JSON.stringify(CYCLE)
      .replace('"contact":"staff"', '"contact":"phone"')
      .replace('"moment":"greet"', '"moment":"gret"');
    expect(await faultsOf('--cycle', file('faulty.json', cycle))).toMatchObject([
      expect.stringContaining('moments[0].contact: found "phone", expected "staff"'),
      expect.stringContaining('there is no moment "gret", did you mean "greet"?'),
    ]);
  });

  it('names every column that is not there, and every question the survey does not ask', async () => {
    const cycle = file('desk.json', CYCLE);
    const responses = file('short.csv', 'NPS\n9\n');
    const columns = file('columns.json', COLUMNS_OF_DESK);
    const args = ['--cycle', cycle, '--responses', responses, '--columns'];
    expect(await faultsOf(...args, columns)).toMatchObject([
      expect.stringContaining('columns.GREET: found "GREET", expected a header of the rows'),
    ]);
    const wrong = file('wrong.json', {
      columns: { NPS: { question: 'npss' }, GREET: { question: 'greeting', blank: 0 }, X: 3 },
    });
    expect(await faultsOf(...args, wrong)).toMatchObject([
      expect.stringContaining('columns.NPS.question: found "npss"'),
      expect.stringContaining('columns.GREET.blank: found 0, expected a list of codes'),
      expect.stringContaining('columns.X: found 3, expected an object'),
    ]);
  });

  it.each([
    ['two columns for one question', { NPS: 'nps', GREET: 'nps' }, 'which "NPS" is too'],
    [
      'keys of a column it does not know',
      { NPS: { question: 'nps', blanks: [0] } },
      'did you mean "blank"?',
    ],
  ])('refuses %s', async (_, columns, message) => {
    const args = [
      '--cycle',
      file('desk.json', CYCLE),
      '--responses',
      file('r.csv', 'NPS,GREET\n9,5\n'),
    ];
    expect((await faultsOf(...args, '--columns', file('c.json', { columns }))).join()).toContain(
      message,
    );
  });

  it('refuses the columns of another cycle, and keys they do not have', async () => {
    const args = [
      '--cycle',
      file('desk.json', CYCLE),
      '--responses',
      file('r.csv', 'NPS,GREET\n9,5\n'),
    ];
    const other = file('c.json', { cycle: 'bank', responseId: 'id', columns: { NPS: 'nps' } });
    expect(await faultsOf(...args, '--columns', other)).toMatchObject([
      expect.stringContaining('mapping.responseId: found "responseId"'),
      expect.stringContaining('[mapping-of-another-cycle]'),
    ]);
  });

  it('counts each id once, leaves out faulty lines and headers, and lists them by their line', async () => {
    const rows =
      'id,NPS,GREET,DAY\n,Response,Response,\n1,10,5,3.4.2024\n"1",10,5,3.4.2024\n2,9,"5\n",3.5.2024\n3,8,4,1.5.2024,x\n4,0\n';
    const { code, out } = await review(
      ...['--cycle', file('desk.json', CYCLE), '--responses', file('r.csv', rows), '--by', 'month'],
      '--columns',
      file('c.json', {
        columns: { NPS: 'nps', GREET: 'greeting' },
        id: 'id',
        keys: { month: { from: 'DAY', as: 'month', order: 'dmy' } },
      }),
    );
    expect(code).toBe(0);
    expect(out).toContain(
      '6 rows, 2 counted; left out: 1 second-header-row, 1 duplicate-id, 1 extra-cells, 1 missing-cells',
    );
    expect(out).toMatch(/found "1".* \(line 4\) \[duplicate-id\]/);
    expect(out).toMatch(/\(line 7\) \[extra-cells\]/);
    expect(out).toMatch(/\(line 8\) \[missing-cells\]/);
  });

  it('reads one row an answer, and weights', async () => {
    const rows = 'who,what,value,w\n1,NPS,10,3\n1,GREET,5,3\n2,NPS,0,1\n';
    const { code, out } = await review(
      ...['--cycle', file('desk.json', CYCLE), '--responses', file('r.csv', rows)],
      '--columns',
      file('c.json', {
        layout: 'long',
        id: 'who',
        item: 'what',
        answer: 'value',
        weight: 'w',
        columns: { NPS: 'nps', GREET: 'greeting' },
      }),
    );
    expect(code).toBe(0);
    expect(out).toContain('- 2 responses; ');
    expect(out).toContain('weights count in scores and areas');
  });

  it('reviews nothing where no row counts, and says why not', async () => {
    const args = [
      '--cycle',
      file('desk.json', CYCLE),
      '--columns',
      file('c.json', COLUMNS_OF_DESK),
    ];
    const none = file('none.csv', 'NPS,GREET\n');
    expect(await faultsOf(...args, '--responses', none)).toEqual([
      `${none}: none of 0 rows counts, so that there is nothing to review`,
      `${none}: rows: found 0, expected at least one row [no-rows]`,
    ]);
    const cut = file('cut.csv', 'NPS,GREET\n9,"5\n');
    expect((await faultsOf(...args, '--responses', file('empty.csv', ''))).join()).toContain(
      'no-rows',
    );
    expect((await review(...args, '--responses', cut)).out).toContain(
      'line 2: Quoted field unterminated',
    );
  });

  it('reads UTF-16 where its first bytes say so, and of another encoding says only that', async () => {
    const args = [
      '--cycle',
      file('desk.json', CYCLE),
      '--columns',
      file('c.json', COLUMNS_OF_DESK),
    ];
    const wide = join(folder, 'wide.csv');
    writeFileSync(wide, Buffer.from('\ufeffNPS\tGREET\n9\t5\n', 'utf16le'));
    expect((await review(...args, '--responses', wide)).out).toContain('- 1 response; ');
    const other = join(folder, 'other.csv');
    writeFileSync(other, Buffer.from('N\u0000P\u0000S\u0000,\u0000\n\u0000', 'latin1'));
    expect((await faultsOf(...args, '--responses', other)).join()).toMatch(/^[^]*\[encoding\]$/);
  });

  it('says which arguments it does not understand', async () => {
    expect(await faultsOf('--visits', 'many', '--resources', 'money:3')).toEqual([
      '--visits: found "many", expected a whole number, 0 or more',
      '--resources: found "money:3", expected a name and an amount, such as money=20000',
    ]);
    expect(await faultsOf('--responses', 'a.csv')).toMatchObject([
      expect.stringContaining('--responses and --columns: found one of them'),
      expect.stringContaining('--cycle: missing'),
    ]);
    expect(await faultsOf('--colour', 'red')).toEqual([
      expect.stringMatching(/^Unknown option '--colour'.*; --help lists the options$/),
    ]);
  });

  it('asks for a resource that plans cost and nobody gave', async () => {
    const { code, errors } = await review(
      '--cycle',
      'examples/hotel-stay.cycle.json',
      '--resources',
      'money=1',
    );
    expect([code, errors]).toEqual([2, expect.stringContaining('staffHours')]);
  });

  it('does not let the text of users become markup', async () => {
    const cycle = { ...CYCLE, name: 'Desk | <b>#1</b>' };
    await review('--cycle', file('markup.json', cycle));
    const markdown = readFileSync(join(folder, 'report.md'), 'utf8');
    expect(markdown).toContain(String.raw`# Review: Desk \| \<b\>\#1\</b\>`);
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toContain(
      '<h1>Review: Desk | &lt;b&gt;#1&lt;/b&gt;</h1>',
    );
  });

  it('shows what customers write as signs: nothing of it rules the terminal or breaks out of Markdown', async () => {
    const ESC = String.fromCharCode(27);
    const evil = `${ESC}[31m${String.fromCharCode(7)}\r# Forged\n\n## All is well\u009b2J\u2028$& <b>`;
    const cycle = {
      ...CYCLE,
      name: evil,
      moments: [{ id: 'greet', name: evil, contact: 'staff' }],
      survey: { ...CYCLE.survey, title: evil },
    };
    const rows = `NPS,__proto__\n${'9,4\n'.repeat(30)}9,${evil.replaceAll(/[\r\n]/g, '')}\n`;
    const columns = {
      columns: {
        NPS: { question: 'nps' },
        ...(JSON.parse('{"__proto__":{"question":"greeting"}}') as object),
      },
    };
    const given = [
      ['--cycle', file('evil.json', cycle)],
      ['--responses', file('evil.csv', rows)],
      ['--columns', file('evil.columns.json', columns)],
    ].flat();
    const { code, out, errors } = await review(...given);
    expect(errors).not.toContain('TypeError');
    expect(code).toBe(2);

    const RULING = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u202e]/;
    const markdown = readFileSync(join(folder, 'report.md'), 'utf8');
    for (const text of [out, errors, markdown]) expect(text).not.toMatch(RULING);
    for (const text of [out, markdown]) {
      expect(text).toContain('␛');
      expect(text.split('\n').some((line) => /^(# Forged|## All is well)/.test(line))).toBe(false);
    }
    expect(markdown).toContain('\\<b\\>');
  });
});
