import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCodePoints } from '../../../test/support/anyCodePoints.ts';
import { drawChart } from '../../../test/support/drawChart.ts';
import { readXml } from '../../../test/support/xml.ts';
import { funnelOfPlaces } from '../../quality/funnelOfPlaces.ts';
import { individualsChart } from '../../quality/individualsChart.ts';
import { scoreByGroup } from '../../survey/score/scoreByGroup.ts';
import { scoreSurvey } from '../../survey/score/scoreSurvey.ts';
import { englishPictures } from '../languages/en.ts';
import { controlChart } from './controlChart.ts';
import { funnelChart } from './funnelChart.ts';
import { groupScoresChart } from './groupScoresChart.ts';
import { journeyChart } from './journeyChart.ts';
import type { VegaLiteSpec } from './vegaLiteSpec.ts';

const hostileName = fc.oneof(
  fc.constantFrom(
    '<script>alert(1)</script>',
    `'"]][0];alert(1);//`,
    ']]>',
    '\\n\\u0027\\',
    'datum.value',
    '\u001b[31mred\u0000\u2028\u2029',
    '\u202eevil',
    '\ud800',
    '__proto__',
    'constructor',
    ' ',
    'x'.repeat(10_000),
  ),
  anyCodePoints({ minLength: 1, maxLength: 40 }),
);

const survey = (name: string) =>
  ({
    id: 's',
    title: 'S',
    questions: ['m0', 'm1'].map((moment) => ({
      id: `about-${moment}`,
      text: name,
      asks: 'satisfaction' as const,
      about: { moment },
      scale: { min: 1, max: 5 },
    })),
  }) as const;

/** What a chart of these names is drawn to: one row, one point for each, whatever they are called. */
async function harmless(spec: VegaLiteSpec, points: number): Promise<void> {
  const { svg, warnings, marks } = await drawChart(spec);
  expect(warnings).toEqual([]);
  expect(marks['symbol']).toBe(points);
  expect(svg).not.toMatch(/<script|<image|<foreignObject|\son\w+=/i);
  expect(readXml(svg).length).toBeGreaterThan(points);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  expect(spec.description).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
}

describe('a chart of hostile names', () => {
  it('draws each group once, however it is called', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(hostileName, { minLength: 1, maxLength: 4 }),
        async (names) => {
          const rows = names.flatMap((branch) =>
            Array.from({ length: 12 }, (_, i) => ({ 'about-m0': 1 + (i % 5), branch })),
          );
          const scores = scoreByGroup(survey('x'), rows, { by: ['branch'], minimumGroupSize: 1 });
          await harmless(
            groupScoresChart(scores, { words: englishPictures }),
            scores.groups?.responses.length ?? 0,
          );
        },
      ),
      { numRuns: 6 },
    );
  });

  it('draws each moment, place and visit once, however it is called', async () => {
    await fc.assert(
      fc.asyncProperty(hostileName, hostileName, async (first, second) => {
        const cycle = {
          id: 'c',
          name: first,
          moments: [first, second].map((name, place) => ({
            id: `m${place}`,
            name,
            contact: 'staff' as const,
          })),
          survey: survey(second),
        };
        const rows = Array.from({ length: 20 }, (_, i) => ({
          'about-m0': 1 + (i % 5),
          'about-m1': 5 - (i % 3),
        }));
        await harmless(
          journeyChart(cycle, scoreSurvey(cycle.survey, rows), { words: englishPictures }),
          2,
        );
        const values = [first, second, first].map((label, place) => ({ label, value: place % 2 }));
        await harmless(
          controlChart(individualsChart(values), { words: englishPictures, measure: first }),
          3 + 2,
        );
        const places = [`${first}1`, `${second}2`].map((place, at) => ({
          place,
          count: 10 + 30 * at,
          n: 50,
        }));
        await harmless(
          funnelChart(funnelOfPlaces(places), { words: englishPictures, title: second }),
          2,
        );
      }),
      { numRuns: 4 },
    );
  });
});
