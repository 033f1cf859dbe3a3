import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { observed } from '../../../test/support/observed.ts';
import { defineCycle } from '../../model/defineCycle.ts';
import { actionPlanStep } from '../../plans/actionPlanStep.ts';
import { compareReviews } from '../../review/compareReviews.ts';
import { reviewCycle } from '../../review/reviewCycle.ts';
import type { Review } from '../../review/types.ts';
import { scoreByGroup } from '../../survey/score/scoreByGroup.ts';
import { greek } from '../languages/el.ts';
import { english } from '../languages/en.ts';
import { spanish } from '../languages/es.ts';
import { latvian } from '../languages/lv.ts';
import { polish } from '../languages/pl.ts';
import { reportMarkdown } from '../markdown/reportMarkdown.ts';
import { reportHtml } from './reportHtml.ts';

const cycle = defineCycle({
  id: 'bank',
  name: 'Cashing a cheque',
  areas: [
    { id: 'hall', name: 'Hall', importance: 60 },
    { id: 'desk', name: 'Cash desk', importance: 40 },
  ],
  moments: [
    {
      id: 'wait',
      name: 'Waits for the turn',
      contact: 'none',
      area: 'hall',
      judgements: [{ by: 'supervisor', severity: 8, occurrence: 8, detection: 3 }],
    },
    { id: 'pay', name: 'Receives the money', contact: 'staff', area: 'desk' },
    { id: 'home', name: 'Goes home', contact: 'none' },
  ],
  requirements: [
    {
      id: 'short-wait',
      statement: 'Nobody waits long',
      moments: ['wait'],
      source: { kind: 'expectation' },
      standards: [
        {
          id: 'ten-minutes',
          measure: 'Time in the queue',
          unit: 'seconds',
          operator: '<=',
          threshold: 600,
          requiredShare: 0.9,
        },
      ],
    },
  ],
  actionPlans: [
    {
      id: 'window',
      name: 'Open a third window',
      requirements: ['short-wait'],
      effects: [
        {
          moment: 'wait',
          basis: 'assumed',
          incidentReduction: { low: 0.2, base: 0.4, high: 0.6 },
        },
      ],
      cost: { money: 900, staffHours: 20 },
      due: '2026-03-31',
      status: 'proposed',
    },
    {
      id: 'seats',
      name: 'Put up seats',
      requirements: ['short-wait'],
      effects: [],
      cost: { money: 100 },
      status: 'in-progress',
    },
  ],
  survey: {
    id: 'leaving',
    title: 'On leaving',
    questions: [
      {
        id: 'waiting',
        text: 'How satisfied were you with the wait?',
        asks: 'satisfaction',
        about: { moment: 'wait' },
        scale: { min: 1, max: 5 },
      },
      {
        id: 'recommend',
        text: 'How likely are you to recommend us?',
        asks: 'recommendation',
        scale: { min: 0, max: 10 },
      },
    ],
  },
});

const responses = Array.from({ length: 63 }, (_, i) => ({
  waiting: i === 5 ? 9 : 1 + (i % 4),
  recommend: 5 + (i % 6),
  branch: i < 3 ? 'tiny' : i % 2 === 0 ? 'Athens' : 'Patras',
}));
const measurements = Array.from({ length: 60 }, (_, i) => ({
  standard: 'ten-minutes' as const,
  value: 60 * (i % 20),
}));
const resources = { money: 1000, staffHours: 40 };
const review = reviewCycle(cycle, observed(cycle, { responses, measurements }), {
  plans: actionPlanStep({ resources }),
});
const better = responses.map((one) => ({ ...one, waiting: one.waiting === 9 ? 9 : 5 }));
const later = reviewCycle(cycle, observed(cycle, { responses: better }), {
  plans: actionPlanStep({ resources }),
});
const options = {
  words: english,
  cycle,
  groups: scoreByGroup(cycle.survey, responses, { by: ['branch'] }),
  changes: compareReviews(review, later),
  money: { currency: 'EUR' },
};
const markdown = reportMarkdown(review, options);
const html = reportHtml(review, options);
const all = (page: string, selector: string): readonly string[] =>
  [...new JSDOM(page).window.document.querySelectorAll(selector)].map(
    ({ textContent }) => textContent,
  );

describe('a report', () => {
  it('tells the verdict first, then the five steps, then what was left out and what to do', () => {
    const titles = [
      'In short',
      '1. Moments of truth',
      '2. Requirements',
      '3. Action plans',
      '4. Areas',
      '5. What customers say',
      'By group',
      'What changed',
      'What was left out, and why',
      'What to do next',
    ];
    expect(markdown.match(/^## .*$/gm)).toEqual(titles.map((title) => `## ${title}`));
    expect(all(html, 'h2')).toEqual(titles);
    expect(all(html, 'h1')).toEqual(['Review: Cashing a cheque']);
  });

  it('says in short what is critical, failed, chosen, urgent, and what customers say', () => {
    const [, short = ''] = markdown.split(/^## /m);
    expect(short).toContain('- Critical, 1 of 3 moments: “Waits for the turn”.');
    expect(short).toContain('- Of 1 standard: 0 met, 1 not met, 0 not settled.');
    expect(short).toMatch(
      /- Carry out “Open a third window”: about [\d.]+ customers per period are kept \(/,
    );
    expect(short).toContain('- Intervene now in “Hall”.');
    expect(short).toMatch(/- 63 responses; net promoter score -?[\d.]+ \(-?[\d.]+ to -?[\d.]+\)\./);
  });

  it('names the statement and the measure of a standard, never its id, and its limit in minutes', () => {
    expect(markdown).toContain('| Time in the queue<br>Nobody waits long | ≤ 10 minutes | 90% | ');
    for (const text of [markdown, html]) expect(text).not.toContain('ten-minutes');
  });

  it('gives money, days and what a plan is up to', () => {
    expect(markdown).toContain(
      '| Open a third window | carry out | €900<br>staff hours 20 | March 31, 2026 |',
    );
    expect(markdown).toContain('| Put up seats | in progress | €100 |');
    expect(markdown).toContain('- Used: €900 of €1,000, staff hours 20 of 40.');
  });

  it('shows nothing of a group of three, and says so', () => {
    expect(markdown).toMatch(/^\| tiny \| not shown \| not shown \(too few people\) \|$/m);
    expect(markdown).toContain('Groups of fewer than 5 people are not shown');
  });

  it('tells what changed, and differences of shares in points', () => {
    expect(markdown).toMatch(
      /wait\?.* \| \d+ points more \(\d+ to \d+\) \| \\< 0\.001 \| rose \(better\) \|/,
    );
    const [, changed = ''] = markdown.split('## What changed');
    expect(changed).toContain('- “Hall”: ');
  });

  it('lists the answers that do not count, with what was found and expected', () => {
    expect(markdown).toContain(
      '- response 6: found 9, expected 1 to 5 (How satisfied were you with the wait?)',
    );
    const placed = reportMarkdown(review, {
      ...options,
      placeOf: (at) => `line ${String(at + 2)}`,
    });
    expect(placed).toContain('- line 7: found 9');
  });

  it('gives every step its reasons', () => {
    const [, next = ''] = markdown.split('## What to do next');
    expect(next).toMatch(
      /^1\. Intervene now in “Hall”: .*“Time in the queue” failed in \d+ of 60 cases/m,
    );
    expect(next).toMatch(/Complete the cycle: .*no question asks about “Goes home”/);
  });

  it.each([english, spanish, greek, polish, latvian])('reads in $language', (words) => {
    const page = reportHtml(review, { ...options, words });
    expect(page).toContain(`<html lang="${words.language}">`);
    expect(page).not.toMatch(/undefined|NaN|\[object|\{\w+/);
    expect(all(page, 'h2')).toContain(words.report.moments);
  });

  it('says what is missing where there is nothing to say', () => {
    const bare = defineCycle({
      id: 'bare',
      name: 'Bare',
      moments: [{ id: 'm', name: 'Comes', contact: 'none' }],
    });
    const text = reportMarkdown(reviewCycle(bare, {}), { words: english, cycle: bare });
    for (const sentence of [
      'None of 1 moment is known to be critical.',
      'Nobody has assessed “Comes”; that does not mean that nothing is critical there.',
      'The cycle has no standards.',
      'The cycle has no action plans.',
      'The cycle has no areas.',
      'Customers were not asked.',
    ]) {
      expect(text).toContain(sentence);
    }
  });

  it('names the demands that cannot hold together', () => {
    const must = {
      ...cycle,
      actionPlans: cycle.actionPlans.map((plan) => ({ ...plan, mustDo: true })),
    };
    const stuck = reviewCycle(must, observed(must, { responses }), {
      plans: actionPlanStep({ resources: { money: 10, staffHours: 1 } }),
    });
    expect(reportMarkdown(stuck, { words: english, cycle: must })).toMatch(
      /What has to be done cannot be done; give up one of these: .*“Open a third window” has to be carried out/,
    );
  });
});

describe('a report as a page', () => {
  it('can be read without seeing it: captions, heads with a scope, a language, one main part', () => {
    const { document } = new JSDOM(html).window;
    const tables = [...document.querySelectorAll('table')].length;
    expect(tables).toBe(7);
    expect([...document.querySelectorAll('table > caption')].length).toBe(tables);
    const heads = [...document.querySelectorAll('th')];
    expect(heads.every((head) => ['col', 'row'].includes(head.getAttribute('scope') ?? ''))).toBe(
      true,
    );
    expect(heads.every(({ textContent }) => textContent.trim() !== '')).toBe(true);
    const rows = [...document.querySelectorAll('tbody tr')].length;
    expect([...document.querySelectorAll('tbody th[scope=row]')].length).toBe(rows);
    expect([...document.querySelectorAll('main')].length).toBe(1);
  });

  it('tells no verdict by colour alone', () => {
    const marked = [...new JSDOM(html).window.document.querySelectorAll('.tone')];
    expect(marked.length).toBeGreaterThan(5);
    for (const { textContent } of marked) expect(textContent.trim()).not.toBe('');
  });

  it('needs nothing from outside, and lets nothing run', () => {
    expect(html).not.toMatch(
      /<(script|link|iframe|object)|@import|url\(|(src|href)="(?!#s\d|data:image)/,
    );
    expect(html).toContain("default-src 'none'");
  });

  it('takes pictures as images, with what their title says', () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><title>A &lt;wheel&gt;</title></svg>';
    const page = reportHtml(review, { ...options, pictures: { cycle: svg, areas: [svg, svg] } });
    const images = [...new JSDOM(page).window.document.querySelectorAll('figure img')];
    expect(images.map((image) => image.getAttribute('alt'))).toEqual(Array(3).fill('A <wheel>'));
    const source = images[0]?.getAttribute('src') ?? '';
    expect(decodeURIComponent(source.replace('data:image/svg+xml,', ''))).toBe(svg);
  });

  it('shows the variant of a picture that goes with the page', () => {
    const svg = (title: string): string =>
      `<svg xmlns="http://www.w3.org/2000/svg"><title>${title}</title></svg>`;
    const variants = [
      { media: '(max-width: 44rem)', svg: svg('narrow') },
      { media: '"><script>', svg: svg('never') },
    ];
    const page = reportHtml(review, {
      ...options,
      pictures: { areas: { svg: svg('wide'), variants } },
    });
    const { document } = new JSDOM(page).window;
    const sources = [...document.querySelectorAll('figure > picture > source')];
    expect(sources.map((one) => one.getAttribute('media'))).toEqual(
      variants.map(({ media }) => media),
    );
    expect(decodeURIComponent(sources[0]?.getAttribute('srcset') ?? '')).toContain('narrow');
    expect([...document.querySelectorAll('script')]).toEqual([]);
  });

  it('refuses what is no review, no cycle, no day and no option', () => {
    const refused = expect.objectContaining({ code: 'invalid-argument' }) as Error;
    const wrong: readonly [unknown, object][] = [
      [{}, options],
      [{ kind: 'review' }, options],
      [review, { words: english }],
      [review, { ...options, date: '31.12.2026' }],
      [review, { ...options, date: '2026-13-01' }],
      [review, { ...options, notes: 'none' }],
      [review, { ...options, colour: 'red' }],
      [review, { ...options, pictures: { cycle: 5 } }],
      [review, { ...options, pictures: { cycle: { svg: '<svg/>' } } }],
    ];
    for (const [given, told] of wrong) {
      expect(() => reportHtml(given as Review, told as never)).toThrow(refused);
    }
  });
});
