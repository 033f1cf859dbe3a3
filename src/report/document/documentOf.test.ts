import { describe, expect, it } from 'vitest';
import { type ObservedRows, observed } from '../../../test/support/observed.ts';
import type { ActionPlan } from '../../model/actionPlan.ts';
import type { Cycle } from '../../model/cycle.ts';
import { actionPlanStep } from '../../plans/actionPlanStep.ts';
import { compareReviews } from '../../review/compareReviews.ts';
import { reviewCycle } from '../../review/reviewCycle.ts';
import { scoreByGroup } from '../../survey/score/scoreByGroup.ts';
import { english } from '../languages/en.ts';
import { reportMarkdown } from '../markdown/reportMarkdown.ts';
import type { ReportOptions } from './reportOptions.ts';

const times = <Item>(n: number, make: (at: number) => Item): Item[] =>
  Array.from({ length: n }, (_, at) => make(at));

const plan = (id: string, more: Partial<ActionPlan> = {}): ActionPlan => ({
  id,
  name: `Plan ${id}`,
  requirements: ['quick'],
  effects: [
    { moment: 'wait', incidentReduction: { low: 0.2, base: 0.5, high: 0.7 }, basis: 'judged' },
  ],
  cost: { money: 100 },
  status: 'proposed',
  ...more,
});

function cycleWith(actionPlans: readonly ActionPlan[]): Cycle {
  return {
    id: 'desk',
    name: 'Desk',
    moments: [
      { id: 'wait', name: 'Waits', contact: 'none' },
      { id: 'greet', name: 'Is greeted', contact: 'staff' },
    ],
    requirements: [
      {
        id: 'quick',
        statement: 'Nobody waits long',
        moments: ['wait'],
        source: { kind: 'expectation' },
        standards: [
          {
            id: 'ten',
            measure: 'Wait',
            unit: 'minutes',
            operator: '<=',
            threshold: 10,
            requiredShare: 0.8,
          },
        ],
      },
    ],
    actionPlans,
    survey: {
      id: 's',
      title: 'S',
      questions: [
        {
          id: 'csat',
          text: 'Satisfied?',
          asks: 'satisfaction',
          about: { moment: 'wait' },
          scale: { min: 1, max: 5 },
        },
      ],
    },
  };
}

/** Visits of which those with an incident at the waits end badly. */
const visits = (n: number) =>
  times(n, (at) => ({
    moments: { wait: { incident: at % 5 === 0 }, greet: { incident: at % 7 === 0 } },
    overall: at % 5 === 0 ? 1 : 5,
  }));

function report(
  cycle: Cycle,
  rows: ObservedRows = {},
  resources?: Record<string, number>,
  options: Partial<ReportOptions> = {},
): string {
  const review = reviewCycle(cycle, observed(cycle, rows), {
    ...(resources && { plans: actionPlanStep({ resources }) }),
    areas: { resamples: 20 },
    detection: { resamples: 20 },
  });
  const written = reportMarkdown(review, { words: english, cycle, ...options });
  return written.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** A section of a report by its heading. */
function section(text: string, heading: string): string {
  const found = text.split(/^## /m).find((part) => part.startsWith(heading));
  if (found === undefined) throw new Error(`no section ${heading}`);
  return found;
}

describe('a report tells of plans', () => {
  const told = (plans: readonly ActionPlan[], resources?: Record<string, number>): string => {
    const cycle = cycleWith(plans);
    return section(report(cycle, { visits: visits(400) }, resources), '3.');
  };

  it('that there are none, or nothing to spend is given', () => {
    expect(told([])).toContain('The cycle has no action plans.');
    expect(told([plan('a')])).toContain('No resources are given, so that no plan is chosen.');
  });

  it('that those that have to be done cannot be, and which demands cannot hold together', () => {
    const text = told([plan('a', { mustDo: true })], { money: 50 });
    expect(text).toContain(
      'What has to be done cannot be done; give up one of these: there is money 50 and “Plan a” has to be carried out.',
    );
    expect(text).not.toContain('| Plan');
  });

  it('that none is worth it within the resources, and what each lacks', () => {
    const text = told([plan('a')], { money: 50 });
    expect(text).toContain('No plan is worth choosing within the resources.');
    expect(text).toContain('does not fit beside what has to be done: money 50 short');
    expect(text).toContain('Used: money 0 of 50.');
    expect(text).toContain('No plan is chosen in each of');
  });

  it('that none is chosen where nobody knows what one would bring', () => {
    const text = section(report(cycleWith([plan('a')]), {}, { money: 500 }), '3.');
    expect(text).toContain('No plan is worth choosing within the resources (no benefit is known).');
  });

  it('which to carry out, when each is due, and how far those under way have come', () => {
    const text = told(
      [
        plan('a', { due: '2026-03-01' }),
        plan('b', { status: 'in-progress' }),
        plan('c', { status: 'dropped' }),
        plan('d', { cost: { money: 900 } }),
      ],
      { money: 120 },
    );
    expect(text).toMatch(/Carry out “Plan a”: about \d+ customers per period are kept \(/);
    const row = (name: string): readonly string[] =>
      text
        .split('\n')
        .find((line) => line.startsWith(`| ${name}`))!
        .split(' | ')
        .map((cell) => cell.replaceAll(/[|*]/g, '').trim());
    expect(row('Plan a').slice(1, 4)).toEqual(['carry out', 'money 100', 'March 1, 2026']);
    expect(row('Plan b').slice(1, 4)).toEqual(['in progress', 'money 100', '']);
    expect(row('Plan c').slice(1, 4)).toEqual(['dropped', 'money 100', '']);
    expect(row('Plan d').slice(1, 3)).toEqual(['leave', 'money 900']);
  });

  it('what a plan that has to be done brings where nobody knows what is at stake', () => {
    const cycle = cycleWith([plan('a', { mustDo: true })]);
    const text = section(report(cycle, {}, { money: 100 }), '3.');
    expect(text).toMatch(/Carry out “Plan a” \(not known: [^)]+\)\./);
  });
});

describe('a report tells what was left out', () => {
  const cycle = cycleWith([]);
  const leftOut = (rows: ObservedRows, options: Partial<ReportOptions> = {}): string =>
    section(report(cycle, rows, undefined, options), 'What was left out');

  it('that it was nothing', () => {
    const answers = times(40, (at) => ({ csat: 1 + (at % 5) }));
    expect(leftOut({ responses: answers, visits: visits(400) })).toContain('Nothing was left out.');
  });

  it('answers off the scale, each with its place in the data', () => {
    const responses = [...times(30, () => ({ csat: 4 })), { csat: 9 }];
    expect(leftOut({ responses })).toContain(
      'Answers that are not on their scale; the first ones:\n\n- response 31: found 9, expected 1 to 5 (Satisfied?)',
    );
    const placeOf = (position: number, question: string): string =>
      `line ${position + 2}, ${question}`;
    expect(leftOut({ responses }, { placeOf })).toContain(
      '- line 32, csat: found 9, expected 1 to 5 (Satisfied?)',
    );
  });

  it('measurements that cannot be read, and those of standards that there are not', () => {
    const text = leftOut({
      measurements: [
        { standard: 'ten', value: 5 },
        { standard: 'ten', value: Number.NaN },
        { standard: 'twenty', value: 5 },
      ],
    });
    expect(text).toMatch(/^- “Wait” \([^)]+\): 1$/m);
    expect(text).toContain('1 measurement names “twenty”, which the cycle does not have.');
  });

  it('visits to moments that the cycle does not have, and notes of whoever wrote the report', () => {
    const strange = [...visits(40), { moments: { roof: { incident: true } }, overall: 5 }];
    const text = leftOut({ visits: strange }, { notes: ['3 rows without an id'] });
    expect(text).toContain('- 3 rows without an id');
    expect(text).toContain('- a moment that the cycle does not have: 1');
  });
});

describe('a report tells of areas and of customers', () => {
  const areas = [
    { id: 'hall', name: 'Hall', importance: 70 },
    { id: 'door', name: 'Door', importance: 30 },
  ];
  const cycle: Cycle = {
    ...cycleWith([]),
    areas,
    survey: {
      id: 's',
      title: 'S',
      questions: [
        ...areas.map(({ id }) => ({
          id,
          text: `How was the ${id}?`,
          asks: 'satisfaction' as const,
          about: { area: id },
          scale: { min: 1, max: 5 },
        })),
        { id: 'all', text: 'All in all?', asks: 'satisfaction', scale: { min: 1, max: 5 } },
        { id: 'nps', text: 'Recommend?', asks: 'recommendation', scale: { min: 0, max: 10 } },
      ],
    },
  };

  it('why one is perhaps more than is needed', () => {
    const responses = times(100, (at) => ({ hall: 4 + (at % 2), door: 4 + (at % 2) }));
    const text = section(report(cycle, { responses }), '4.');
    expect(text).toMatch(/Door \| perhaps more than is needed \| .*\| importance 30, below 50 \|/);
  });

  it('what is known in short, and once that nobody answered', () => {
    const some = section(report(cycle, { responses: times(50, () => ({ all: 5 })) }), 'In short');
    expect(some).toContain('- 50 responses; satisfied (4 and 5 of 5) 100% (93% to 100%).');
    const none = section(report(cycle, { responses: [] }), 'In short');
    expect(none).toContain('- 0 responses; nobody answered; ask more customers.');
    expect(none).toContain('- No area is known to need intervention now.');
    expect(section(report(cycle), 'In short')).toContain('- Customers were not asked.');
  });
});

describe('a report tells scores by group', () => {
  const cycle = cycleWith([]);
  const all = Object.fromEntries(
    Object.entries({ ...cycle.survey!.questions[0]!, id: 'all' }).filter(
      ([key]) => key !== 'about',
    ),
  );
  const survey = { id: 's', title: 'S', questions: [all] } as unknown as NonNullable<
    Cycle['survey']
  >;
  const rows = [
    ...times(60, (at) => ({ branch: 'Athens', all: at % 4 === 0 ? 2 : 5 })),
    ...times(80, () => ({ branch: '<b>', all: 1 })),
    ...times(50, () => ({ branch: 'Patras' })),
    ...times(3, () => ({ branch: 'Volos', all: 5 })),
    ...times(3, () => ({ branch: 'Chios', all: 5 })),
    { all: 5 },
  ];
  const groups = scoreByGroup(survey, rows, { by: ['branch'] });
  const text = section(
    report({ ...cycle, survey }, { responses: rows }, undefined, { groups }),
    'By group',
  );
  const row = (name: string): string | undefined =>
    text.split('\n').find((line) => line.startsWith(`| ${name} `));

  it('with their intervals, and how many answered', () => {
    expect(text).toContain('| branch | Responses | Satisfied?: satisfied (4 and 5 of 5) |');
    expect(row('Athens')).toBe('| Athens | 60 | 75% (63% to 84%) |');
    expect(row('<b>')).toBe('| <b> | 80 | 0% (0% to 5%) |');
  });

  it('why there is none where nobody answered', () => {
    expect(row('Patras')).toBe('| Patras | 50 | not known: nobody answered; ask more customers |');
  });

  it('not of groups that are too small, and says so', () => {
    for (const name of ['Volos', 'Chios']) expect(row(name)).toMatch(/\| not shown \| not shown/);
    expect(text).toMatch(/^Groups of fewer than 5 people are not shown/m);
  });
});

describe('a report tells what changed', () => {
  const cycle = cycleWith([plan('a')]);
  const review = (good: number, value: number) =>
    reviewCycle(
      cycle,
      observed(cycle, {
        responses: times(200, (at) => ({ csat: at % 10 < good ? 5 : 2 })),
        measurements: times(60, () => ({ standard: 'ten', value })),
      }),
      { plans: actionPlanStep({ resources: { money: 100 } }), areas: { resamples: 20 } },
    );
  const [worse, better] = [review(4, 20), review(8, 5)];

  it('since the time before, verdict by verdict, with the figures of both', () => {
    const text = reportMarkdown(better, {
      words: english,
      cycle,
      changes: compareReviews(worse, better),
      earlierSource: '200 answers in May',
    }).replaceAll(/\\([!-/:-@[-`{-~])/g, '$1');
    const changed = section(text, 'What changed');
    expect(changed).toContain('“Wait”: is met anew (not met → met)');
    expect(changed).toContain('Held against 200 answers in May; p values are corrected');
    expect(changed).toMatch(
      /\| Satisfied\? \| 40% \([^)]+\) \| 80% \([^)]+\) \| 40 points more \([^)]+\) \| < 0\.001 \| /,
    );
  });

  it('that a standard is lost where it was met', () => {
    const text = reportMarkdown(worse, {
      words: english,
      cycle,
      changes: compareReviews(better, worse),
    }).replaceAll(/\\([!-/:-@[-`{-~])/g, '$1');
    expect(section(text, 'What changed')).toContain('“Wait”: is met no more (met → not met)');
    expect(section(text, 'What changed')).toContain('Held against the time before;');
    expect(section(text, 'What to do next')).toMatch(/Mend “Wait”: .*0%/);
  });
});

describe('a report says where it comes from', () => {
  const cycle = cycleWith([]);

  it('and of which day it is, in words', () => {
    const text = report(cycle, {}, undefined, { source: '300 visits in May', date: '2026-05-31' });
    expect(text).toContain('From 300 visits in May.');
    expect(text).toContain('As of May 31, 2026.');
  });

  it.each([
    ['a day that the calendar does not have', { date: '2026-13-01' }],
    ['a day in words', { date: 'May' }],
    ['notes that are no list', { notes: 'none' }],
    ['a note that is no text', { notes: [5] }],
    ['a place that is no function', { placeOf: 'line 4' }],
    ['groups that are no scores', { groups: { kind: 'score' } }],
    ['changes that are none', { changes: 5 }],
  ])('and refuses %s', (_, options) => {
    expect(() => report(cycle, {}, undefined, options as never)).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
  });

  it('and refuses what is no review', () => {
    expect(() => reportMarkdown({ kind: 'review' } as never, { words: english, cycle })).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
  });
});

describe('a report of a requirement without a standard', () => {
  it('has a row for it that shows no figures', () => {
    const cycle = cycleWith([]);
    const bare = {
      ...cycle,
      requirements: [
        {
          id: 'kind',
          statement: 'Staff are kind',
          moments: ['greet'],
          source: { kind: 'expectation' },
        },
      ],
    } as Cycle;
    const rows = section(report(bare), '2.').split('\n');
    expect(rows.find((line) => line.startsWith('| Staff are kind '))).toMatch(
      /^\| Staff are kind \| +\| +\| +\| .*no standard/,
    );
  });
});
