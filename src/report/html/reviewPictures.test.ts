import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Cycle } from '../../model/cycle.ts';
import { actionPlanStep } from '../../plans/actionPlanStep.ts';
import { reviewCycle } from '../../review/reviewCycle.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { compareScores } from '../../survey/compare/compareScores.ts';
import { scoreByGroup } from '../../survey/score/scoreByGroup.ts';
import { scoreSurvey } from '../../survey/score/scoreSurvey.ts';
import type { VegaLiteSpec } from '../charts/vegaLiteSpec.ts';
import { english, englishPictures } from '../languages/en.ts';
import { polish, polishPictures } from '../languages/pl.ts';
import { reportHtml } from './reportHtml.ts';
import { reviewPictures } from './reviewPictures.ts';

const bank = JSON.parse(
  readFileSync(new URL('../../../examples/bank-on-foot.cycle.json', import.meta.url), 'utf8'),
) as Cycle;
const questions = bank.survey?.questions ?? [];
const responses = Array.from({ length: 60 }, (_, i) =>
  Object.fromEntries([
    ...questions.flatMap((question) =>
      question.asks === 'satisfaction' || question.asks === 'recommendation'
        ? [[question.id, question.scale.min + (i % 4)]]
        : [],
    ),
    ['branch', i % 2 === 0 ? 'A' : 'B'],
  ]),
);
const scores = scoreSurvey(bank.survey!, responses);
const review = reviewCycle(
  bank,
  { scores },
  {
    plans: actionPlanStep({ resources: { money: 1000, staffHours: 10 } }),
    areas: { resamples: 10 },
  },
);
const groups = scoreByGroup(bank.survey!, responses, { by: ['branch'] });
const changes = compareScores(scores, scores);

/** Draws a chart as its description, and remembers it. */
function renderer(): { drawn: VegaLiteSpec[]; render: (chart: VegaLiteSpec) => Promise<string> } {
  const drawn: VegaLiteSpec[] = [];
  const render = (chart: VegaLiteSpec): Promise<string> => {
    drawn.push(chart);
    return Promise.resolve('<svg xmlns="http://www.w3.org/2000/svg"></svg>');
  };
  return { drawn, render };
}

describe('reviewPictures', () => {
  it('draws the wheel and the blueprint alone where nobody draws charts', async () => {
    const pictures = await reviewPictures(review, { words: englishPictures, cycle: bank });
    expect(Object.keys(pictures)).toEqual(['cycle', 'requirements']);
  });

  it('draws each chart that there is something for, wide and narrow, light and dark', async () => {
    const { drawn, render } = renderer();
    const pictures = await reviewPictures(review, {
      words: englishPictures,
      cycle: bank,
      render,
      groups,
      changes,
    });
    expect(Object.keys(pictures)).toEqual([
      'cycle',
      'requirements',
      'plans',
      'areas',
      'scores',
      'groups',
      'changes',
    ]);
    expect(drawn).toHaveLength(5 * 4);
    const looks = drawn
      .slice(0, 16)
      .map((chart) => JSON.stringify([chart['background'], chart['width']]));
    expect(new Set(looks).size).toBe(4);
    const page = reportHtml(review, {
      words: english,
      cycle: bank,
      groups,
      changes,
      pictures,
    });
    expect(page.match(/<figure>/g)).toHaveLength(7);
    expect(page).toContain('alt="Action plans by cost and benefit. 1 ');
  });

  it.each([undefined, null, 5, {}, [5], Object.setPrototypeOf([], null) as unknown])(
    'refuses questions, scores and areas that are none: %o',
    async (none) => {
      const { render } = renderer();
      const options = { words: englishPictures, cycle: bank, render };
      const faults = [
        { ...review, scores: { ...review.scores, questions: none } },
        { ...review, areas: { ...review.areas, areas: none } },
        { ...review, scores: none },
      ];
      for (const each of faults) {
        await expect(reviewPictures(each as never, options)).rejects.toThrow(ServiceCycleError);
      }
      const survey = { ...bank.survey, questions: none };
      const asked = { ...options, cycle: { ...bank, survey } };
      await expect(reviewPictures(review, asked as never)).rejects.toThrow(ServiceCycleError);
    },
  );

  it('leaves out what would be empty', async () => {
    const { render } = renderer();
    const bare: Cycle = { id: 'b', name: 'B', moments: [{ id: 'm', name: 'M', contact: 'none' }] };
    const pictures = await reviewPictures(reviewCycle(bare, {}), {
      words: englishPictures,
      cycle: bare,
      render,
    });
    expect(Object.keys(pictures)).toEqual(['cycle', 'requirements']);
  });

  it('speaks the language of its words, numbers too', async () => {
    const { drawn, render } = renderer();
    const pictures = await reviewPictures(review, { words: polishPictures, cycle: bank, render });
    const page = reportHtml(review, { words: polish, cycle: bank, pictures });
    expect(page).toContain(': cykl usługi"');
    expect(drawn[0]?.description).toContain('Plany działań według kosztu i korzyści');
    const { locale } = drawn[0]?.['config'] as { locale: { number: { decimal: string } } };
    expect(locale.number.decimal).toBe(',');
  });

  it.each([
    ['a review', [{ kind: 'x' }, {}], /the kind of review is "x"; expected "review"/],
    ['a cycle', [review, { words: englishPictures, cycle: 7 }], /cycle is 7; expected an object/],
    ['an option', [review, { words: englishPictures, cycle: bank, rendr: 1 }], /"rendr".*"render"/],
    [
      'a drawer',
      [review, { words: englishPictures, cycle: bank, render: 'vega' }],
      /render is "vega"; expected a function/,
    ],
    [
      'what a drawer gives',
      [review, { words: englishPictures, cycle: bank, render: () => 7 }],
      /what render gives is 7; expected a text/,
    ],
  ])('refuses %s that is none', async (_, [given, options], message) => {
    await expect(reviewPictures(given as never, options as never)).rejects.toThrow(message);
  });
});
