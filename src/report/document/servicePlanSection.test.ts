import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Cycle } from '../../model/cycle.ts';
import type { ServicePlan } from '../../model/servicePlan.ts';
import { textIn } from '../../model/textIn.ts';
import { serviceChainStep } from '../../requirements/chain/serviceChainStep.ts';
import { reviewCycle } from '../../review/reviewCycle.ts';
import { servicePlanStep } from '../../service-plan/servicePlanStep.ts';
import { greek } from '../languages/el.ts';
import { english } from '../languages/en.ts';
import { reportMarkdown } from '../markdown/reportMarkdown.ts';
import type { Words } from '../words/words.ts';

function read<Read>(name: string): Read {
  const file = new URL(`../../../examples/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Read;
}

const hotel = read<Cycle>('hotel-stay.cycle');
const plan = read<ServicePlan>('hotel-stay.service-plan');

function reported(asOf: string, words: Words = english): string {
  const records = (plan.training ?? []).map(({ id }) => ({
    training: id,
    on: '2026-03-01',
    people: 1,
  }));
  const review = reviewCycle(hotel, {}, { servicePlan: servicePlanStep({ plan, asOf, records }) });
  const text = reportMarkdown(review, { words, cycle: hotel, servicePlan: plan });
  return text.slice(
    text.indexOf(`## ${words.report.servicePlan}`),
    text.indexOf(`## ${words.report.leftOut}`),
  );
}

describe('the section on the service plan', () => {
  it('says when the plan is to be reviewed, and when it is too late for that', () => {
    expect(reported('2026-01-10')).toMatch(/It is to be reviewed by \w+ \d+, 202\d\./);
    expect(reported('2031-01-10')).toMatch(/Its review has been overdue since \w+ \d+, 202\d\./);
  });

  it('says that something happened which calls for a review before its date', () => {
    const events = [{ trigger: 'channels', on: '2025-08-20' }];
    const review = reviewCycle(
      hotel,
      {},
      {
        servicePlan: servicePlanStep({ plan, asOf: '2025-09-01', events }),
      },
    );
    const text = reportMarkdown(review, { words: english, cycle: hotel, servicePlan: plan });
    expect(text).toContain('Something happened that calls for its review before March 15, 2026.');
  });

  it('tells which share of the hours asked for is covered, and on which days nobody is there', () => {
    const text = reported('2026-01-10');
    expect(text).toMatch(/The channels cover \d+% of the hours that customers ask for/);
    expect(text).toMatch(/\| \*\*\d+%\*\* \| from 00:00 to \d\d:00 closed \(28 days\)/);
  });

  it('names each training, for how many it holds with the interval, and for how many it soon ends', () => {
    const text = reported('2026-03-10');
    for (const { topic } of plan.training ?? []) {
      expect(text).toContain(typeof topic === 'string' ? topic : Object.values(topic)[0]);
    }
    expect(text).toMatch(/\| \*\*1 of \d+\*\*<br>\d+% \([\d.]+% to \d+%\) \| 0 \|/);
  });

  it('calls trainings by their topic in what to do next', () => {
    const review = reviewCycle(
      hotel,
      {},
      { servicePlan: servicePlanStep({ plan, asOf: '2026-03-10', records: [] }) },
    );
    const text = reportMarkdown(review, { words: english, cycle: hotel, servicePlan: plan });
    const [first] = plan.training ?? [];
    expect(text).not.toContain(`“${first?.id ?? ''}”`);
  });

  it('speaks the language of its words', () => {
    expect(reported('2026-01-10', greek)).toContain('Να επανεξεταστεί έως');
  });
});

describe('the section on what stands behind the cycle', () => {
  const care = read<Cycle>('emergency-care.cycle');
  const support = read<Cycle>('emergency-support.cycle');

  it('names the weakest internal standard behind each one that customers meet', () => {
    const review = reviewCycle(care, {}, { chain: serviceChainStep([support]) });
    const [first] = review.chain?.standards ?? [];
    const text = reportMarkdown(review, { words: english, cycle: care, supporting: [support] });
    expect(text).toContain(
      '| Standard | Required | Promised by internal standards | Weakest link | Verdict |',
    );
    const id = first?.promised.weakest?.standard.split('.')[1];
    const standard = (support.requirements ?? [])
      .flatMap(({ standards = [] }) => standards)
      .find((one) => one.id === id);
    expect(text).toContain(standard === undefined ? '-' : textIn(standard.measure, 'en'));
    expect(text).not.toContain(`${support.id}.`);
  });
});
