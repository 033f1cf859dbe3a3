import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  compareScores,
  parseCycle,
  reviewCycle,
  scoreSurvey,
  tallyVisits,
  visitsFromResponses,
} from 'service-cycle';
import { reportHtml, reportMarkdown } from 'service-cycle/report';
import { english } from 'service-cycle/report/en';
import { polish } from 'service-cycle/report/pl';
import { serviceChainStep } from 'service-cycle/requirements';
import { parseServicePlan, type ServicePlan, servicePlanStep } from 'service-cycle/service-plan';
import { describe, expect, it } from 'vitest';
import { simulateVisits } from '../examples/simulateVisits.js';
import { ROOT } from './support/projectFiles.ts';

function example(name: string) {
  const read = parseCycle(
    JSON.parse(readFileSync(join(ROOT, 'examples', `${name}.cycle.json`), 'utf8')),
  );
  if (!read.ok) throw new Error('no cycle');
  return read.value;
}

/** The service plan of an example, where it has one. */
function planOf(name: string): ServicePlan | undefined {
  const file = join(ROOT, 'examples', `${name}.service-plan.json`);
  if (!existsSync(file)) return undefined;
  const read = parseServicePlan(JSON.parse(readFileSync(file, 'utf8')));
  if (!read.ok) throw new Error('no plan');
  return read.value;
}

describe('reports of the example cycles', () => {
  it.each([
    ['bank-on-foot', english],
    ['bank-by-car', polish],
    ['hotel-stay', english],
    ['emergency-care', english],
  ] as const)('fill in every sentence, in Markdown and HTML: %s', (name, words) => {
    const cycle = example(name);
    const { survey } = cycle;
    if (survey === undefined) throw new Error('no survey');
    const now = simulateVisits(cycle, { visits: 200, seed: 1 });
    const before = simulateVisits(cycle, { visits: 150, seed: 2 });
    const { visits } = visitsFromResponses(survey, now.responses);
    const servicePlan = planOf(name);
    const supporting = name === 'emergency-care' ? [example('emergency-support')] : undefined;
    const review = reviewCycle(
      cycle,
      {
        scores: scoreSurvey(survey, now.responses),
        earlierScores: scoreSurvey(survey, before.responses),
        measurements: now.measurements,
        visits: tallyVisits(cycle, visits),
      },
      {
        areas: { resamples: 50 },
        detection: { resamples: 20 },
        ...(supporting && { chain: serviceChainStep(supporting) }),
        ...(servicePlan && {
          servicePlan: servicePlanStep({
            plan: servicePlan,
            asOf: '2026-11-15',
            records: (servicePlan.training ?? []).map(({ id }) => ({
              training: id,
              on: '2026-03-01',
              people: 3,
            })),
          }),
        }),
      },
    );
    const options = {
      words,
      cycle,
      ...(servicePlan && { servicePlan }),
      ...(supporting && { supporting }),
      changes: compareScores(
        scoreSurvey(survey, before.responses),
        scoreSurvey(survey, now.responses),
      ),
    };
    for (const text of [reportMarkdown(review, options), reportHtml(review, options)]) {
      expect(text).not.toMatch(/undefined|NaN|\[object/);
      if (servicePlan !== undefined) expect(text).toContain(words.report.servicePlan);
      if (supporting !== undefined) expect(text).toContain(words.report.colWeakest);
      const body = text.replace(/<style>[\s\S]*<\/style>/, '');
      expect(body).not.toMatch(/\{[a-zA-Z:#|]+\}/);
    }
  });
});
