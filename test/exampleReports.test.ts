import { readFileSync } from 'node:fs';
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
    const review = reviewCycle(
      cycle,
      {
        responses: now.responses,
        earlierResponses: before.responses,
        measurements: now.measurements,
        visits: tallyVisits(cycle, visits),
      },
      { areas: { resamples: 50 }, detection: { resamples: 20 } },
    );
    const options = {
      words,
      cycle,
      changes: compareScores(
        scoreSurvey(survey, before.responses),
        scoreSurvey(survey, now.responses),
      ),
    };
    for (const text of [reportMarkdown(review, options), reportHtml(review, options)]) {
      expect(text).not.toMatch(/undefined|NaN|\[object/);
      const body = text.replace(/<style>[\s\S]*<\/style>/, '');
      expect(body).not.toMatch(/\{[a-zA-Z:#|]+\}/);
    }
  });
});
