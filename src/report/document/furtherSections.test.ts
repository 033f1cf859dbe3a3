import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseCycle, parseServicePlan } from '../../model/index.ts';
import { reviewCycle } from '../../review/reviewCycle.ts';
import { greek } from '../languages/el.ts';
import { english } from '../languages/en.ts';
import { spanish } from '../languages/es.ts';
import { latvian } from '../languages/lv.ts';
import { polish } from '../languages/pl.ts';
import { reportMarkdown } from '../markdown/reportMarkdown.ts';

const json = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../examples/${name}.json`, import.meta.url), 'utf8'));

function cycleOf(name: string) {
  const read = parseCycle(json(`${name}.cycle`));
  if (!read.ok) throw new Error(name);
  return read.value;
}

const QUICK = { areas: { resamples: 20 }, detection: { resamples: 10 } };
const hotel = cycleOf('hotel-stay');
const read = parseServicePlan(json('hotel-stay.service-plan'), [hotel]);
if (!read.ok) throw new Error('no plan');
const plan = read.value;
const records = [
  { training: 'bills', on: '2025-06-01', people: 14 },
  { training: 'finding-the-driver', on: '2026-02-01', people: 55 },
];
const at = (asOf: string, more: object = {}) =>
  reviewCycle(hotel, {}, { ...QUICK, servicePlan: { plan, asOf, records, ...more } });
const care = cycleOf('emergency-care');
const chained = reviewCycle(care, { supporting: [cycleOf('emergency-support')] }, QUICK);

/** A section of a report, without the signs that keep text from being markup. */
function section(markdown: string, title: string): string {
  const [, found = ''] = markdown.split(`## ${title}\n`);
  return (found.split('\n## ')[0] ?? '').replaceAll(/\\([!-/:-@[-`{-~])/g, '$1');
}

describe('a report with a service plan', () => {
  const text = (review: ReturnType<typeof at>): string =>
    section(reportMarkdown(review, { words: english, cycle: hotel }), 'The service plan');

  it('says when it is looked through, which hours are covered, who is trained, and what it lacks', () => {
    const found = text(at('2026-03-01'));
    expect(found).toContain('The plan is due to be looked through on March 15, 2026.');
    expect(found).toMatch(/\| shuttle \| [^|]*\d%/);
    expect(found).toMatch(/\| All channels \| [^|]*100%/);
    expect(found).toMatch(/\| bills \| [^|]*70% \(48% to 85%\)/);
    expect(found).toContain('mail');
  });

  it.each([
    ['2025-09-01', {}, 'looked through again on March 15, 2026'],
    ['2026-05-01', {}, 'to be looked through by March 15, 2026, and was not'],
    [
      '2025-09-01',
      { events: [{ trigger: 'channels', on: '2025-08-20' }] },
      'Something happened for which the plan is to be looked through before March 15, 2026',
    ],
  ])('on %s with %o: %s', (asOf, more, sentence) => {
    expect(text(at(asOf, more))).toContain(sentence);
  });
});

describe('a report with what stands behind a cycle', () => {
  it('says what colleagues promise for the standards of customers, and whether their times fit', () => {
    const markdown = reportMarkdown(chained, { words: english, cycle: care });
    const found = section(markdown, 'What stands behind it');
    const rows = found.split('\n').filter((line) => /enough/.test(line));
    expect(rows).toHaveLength(chained.chain?.standards.length ?? 0);
    expect(rows[0]).toMatch(/enough in any case.* of /);
    expect(section(markdown, 'The service plan')).toBe('');
  });
});

it.each([english, spanish, greek, polish, latvian])(
  '$language fills in every sentence of both',
  (words) => {
    for (const [review, cycle] of [
      [at('2026-03-01'), hotel],
      [at('2026-05-01'), hotel],
      [at('2025-09-01', { events: [{ trigger: 'channels', on: '2025-08-20' }] }), hotel],
      [chained, care],
    ] as const) {
      const markdown = reportMarkdown(review, { words, cycle });
      expect(markdown).toContain(
        `## ${review === chained ? words.report.chain : words.report.servicePlan}`,
      );
      expect(markdown).not.toMatch(/undefined|NaN|\[object|\{[a-zA-Z:#|]+\}/);
    }
  },
);
