import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { actionPlanStep, type Cycle, reviewCycle, scoreByGroup } from '../src/index.ts';
import { inWords, reportHtml, reportMarkdown } from '../src/report/index.ts';
import { english } from '../src/report/languages/en.ts';
import { anyCodePoints } from './support/anyCodePoints.ts';
import { observed } from './support/observed.ts';

const char = (code: number): string => String.fromCharCode(code);
const ESC = char(27);

/** What has broken out of a page, a table, a terminal or a spreadsheet before. */
const HOSTILE: readonly string[] = [
  '<script>alert(1)</script>',
  '</style></title><img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '[x](javascript:alert(1))',
  '![x](http://evil.test/x.png)',
  'see http://evil.test or www.evil.test or a@evil.test',
  '<http://evil.test>',
  'a | b | c',
  '|---|---|',
  'a\n\n# Forged\n\n- b',
  `a\r# Forged\rb`,
  `a${char(0x2028)}# Forged${char(0x85)}b`,
  '# Forged',
  '1. one',
  '- - x',
  '+ x',
  '===',
  '---',
  '    code',
  '```\ncode',
  '<!-- ',
  '&lt;script&gt; &#60;b&#62;',
  '\\',
  '\\|',
  '`|`',
  '**bold** _it_ ~~out~~',
  '=HYPERLINK("http://evil.test","x")',
  '@SUM(1)',
  `${ESC}[31mred${ESC}[2J${char(7)}`,
  `${char(0x9b)}2J`,
  `abc${char(0x202e)}fed${char(0x2066)}x`,
  '$& $1 $` {name} {n:a|b}',
  `${char(0xd800)}half`,
  'x'.repeat(10_000),
  '|'.repeat(10_000),
  '  ',
  '$\\sqrt{x}$',
];

/** A cycle every text of which is one of these, by turns. */
function cycleOf(texts: readonly string[]): Cycle {
  let at = 0;
  const next = (): string => texts[at++ % texts.length] ?? '';
  return {
    id: 'desk',
    name: next(),
    areas: [{ id: 'hall', name: next(), importance: 1 }],
    moments: [
      {
        id: 'pay',
        name: next(),
        contact: 'staff',
        area: 'hall',
        declaredCritical: { because: next(), by: next() },
      },
      { id: 'leave', name: next(), contact: 'none' },
    ],
    requirements: [
      {
        id: 'right',
        statement: next(),
        moments: ['pay'],
        source: { kind: 'expectation' },
        standards: [
          {
            id: 's',
            measure: next(),
            unit: next(),
            operator: '<=',
            threshold: 1,
            requiredShare: 0.9,
          },
        ],
      },
    ],
    actionPlans: [
      {
        id: 'plan',
        name: next(),
        requirements: ['right'],
        effects: [
          {
            moment: 'pay',
            basis: 'assumed',
            incidentReduction: { low: 0.1, base: 0.2, high: 0.3 },
          },
        ],
        cost: { [next() || 'money']: 5 },
        status: 'proposed',
      },
    ],
    survey: {
      id: 'survey',
      title: next(),
      questions: [
        {
          id: 'q',
          text: next(),
          asks: 'satisfaction',
          about: { moment: 'pay' },
          scale: { min: 1, max: 5 },
        },
        { id: 'whole', text: next(), asks: 'satisfaction', scale: { min: 1, max: 5 } },
      ],
    },
  };
}

function reportsOf(texts: readonly string[]): { markdown: string; html: string } {
  const cycle = cycleOf(texts);
  const [text = ''] = texts;
  const responses = Array.from({ length: 40 }, (_, i) => ({
    q: i === 3 ? text : 1 + (i % 5),
    whole: 1 + (i % 5),
    branch: i % 2 === 0 ? `even ${text}` : `odd ${text}`,
  }));
  const measurements = [
    ...Array.from({ length: 40 }, (_, i) => ({ standard: 's', value: i % 3 })),
    { standard: `other ${text}`, value: 1 },
  ] as { standard: 's'; value: number }[];
  const resources = Object.fromEntries(
    Object.keys(cycle.actionPlans?.[0]?.cost ?? {}).map((name) => [name, 10]),
  );
  const review = reviewCycle(cycle, observed(cycle, { responses, measurements }), {
    plans: actionPlanStep({ resources }),
    areas: { resamples: 0 },
  });
  const options = {
    words: english,
    cycle,
    source: text,
    notes: [`note ${text}`],
    placeOf: () => `at ${text}`,
    groups: scoreByGroup(cycle.survey ?? { id: '', title: '', questions: [] }, responses, {
      by: ['branch'],
    }),
  };
  return {
    markdown: reportMarkdown(review, options),
    html: reportHtml(review, {
      ...options,
      pictures: { cycle: `<svg xmlns="http://www.w3.org/2000/svg"><title>${text}</title></svg>` },
    }),
  };
}

/** How a Markdown text is built, whatever it says. */
function builtOf(markdown: string): readonly string[] {
  const read = new MarkdownIt({ html: true, linkify: true });
  return read.parse(markdown, {}).flatMap(({ type, children }) => {
    const inside = (children ?? []).flatMap((child) => {
      if (child.type === 'text' || child.type === 'text_special') return [];
      return child.type === 'html_inline' ? [child.content] : [child.type];
    });
    return [type, ...new Set(inside)];
  });
}

/** The elements of a page with what they may do, whatever they say. */
function pageOf(html: string): { elements: readonly string[]; ruling: readonly string[] } {
  const all = [...new JSDOM(html).window.document.querySelectorAll('*')];
  return {
    elements: all.map(({ tagName }) => tagName),
    ruling: all.flatMap((element) =>
      element
        .getAttributeNames()
        .filter((name) => name.startsWith('on') || name === 'href' || name === 'src')
        .map((name) => `${name}=${(element.getAttribute(name) ?? '').slice(0, 18)}`),
    ),
  };
}

const RULING =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

const plain = reportsOf(['plain']);
const builtPlain = builtOf(plain.markdown);
const pagePlain = pageOf(plain.html);

describe('a report on hostile texts', () => {
  const texts = fc.array(
    fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...HOSTILE) }, anyCodePoints()),
    { minLength: 1, maxLength: 15 },
  );

  it('is built in Markdown as that on plain ones: the same headings, rows and lists, no link, no markup', () => {
    expect(builtPlain.filter((type) => type === 'heading_open').length).toBe(10);
    expect(builtPlain.filter((type) => type === 'link_open' || type === 'image')).toEqual([]);
    fc.assert(
      fc.property(texts, (hostile) => {
        const { markdown } = reportsOf(hostile);
        expect(builtOf(markdown)).toEqual(builtPlain);
        expect(markdown).not.toMatch(RULING);
      }),
      { numRuns: 25 },
    );
  });

  it('is built as a page as that on plain ones, and nothing in it runs or leads elsewhere', () => {
    expect(pagePlain.elements.filter((name) => name === 'SCRIPT' || name === 'SVG')).toEqual([]);
    expect(pagePlain.ruling.every((one) => /^(href=#s\d|src=data:image\/svg\+)/.test(one))).toBe(
      true,
    );
    fc.assert(
      fc.property(texts, (hostile) => {
        const page = pageOf(reportsOf(hostile).html);
        expect(page).toEqual(pagePlain);
      }),
      { numRuns: 12 },
    );
  });

  it.each(HOSTILE.map((text) => [text.slice(0, 40), text] as const))(
    'stays whole on %j alone',
    (_, text) => {
      const { markdown } = reportsOf([text]);
      expect(builtOf(markdown)).toEqual(builtPlain);
      expect(markdown).not.toMatch(RULING);
      // Nothing begins as a formula where a table is copied into a spreadsheet.
      expect(markdown).not.toMatch(/^\| *=HYPER|\| =HYPER|\| \\@SUM/m);
    },
  );

  it('shortens a text of 10,000 characters, and says that it did', () => {
    const { markdown, html } = reportsOf(['x'.repeat(10_000)]);
    expect(markdown).toContain(`${'x'.repeat(159)}…`);
    expect(Math.max(markdown.length, html.length)).toBeLessThan(60_000);
  });

  it('takes the id where a name is blank', () => {
    const { markdown } = reportsOf([' ']);
    expect(markdown).toMatch(/^# Review: desk$/m);
    expect(markdown).toContain('| pay |');
  });

  it('says on a terminal what a customer wrote, and obeys none of it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...HOSTILE), (text) => {
        const said = inWords(
          { code: 'intervene-in-area', ids: ['hall'] },
          { words: english, cycle: cycleOf([text]) },
        );
        expect(said).not.toMatch(RULING);
        expect(said).not.toContain('\n');
      }),
    );
  });
});
