/**
 * Opens reports in Chromium as readers do, on a telephone and on a desk, light and dark: axe finds no
 * serious fault, nothing reaches beyond the page, and nothing is loaded.
 *
 * @typedef {import('playwright-core').Browser} Browser
 * @typedef {import('service-cycle').Cycle} Cycle
 */
import { readFile } from 'node:fs/promises';
import {
  actionPlanStep,
  parseCycle,
  reviewCycle,
  scoreSurvey,
  tallyVisits,
  visitsFromResponses,
} from 'service-cycle';
import { reportHtml, reviewPictures } from 'service-cycle/report';
import { greek, greekPictures } from 'service-cycle/report/el';
import { english, englishPictures } from 'service-cycle/report/en';
import { servicePlanStep } from 'service-cycle/service-plan';
import { drawChart } from '../../examples/drawChart.js';
import { simulateVisits } from '../../examples/simulateVisits.js';
import { faultsSeen, SCHEMES, WIDTHS } from './axe.js';

/**
 * @param {Browser} browser
 * @returns {Promise<{ readonly name: string, readonly faults: readonly string[] }[]>}
 */
export async function lookAtReports(browser) {
  const pages = await reports();
  const seen = [];
  for (const { name, html } of pages) {
    for (const width of WIDTHS) {
      for (const colorScheme of SCHEMES) {
        // The page allows no script, axe's neither, unless it is told to.
        const context = await browser.newContext({
          viewport: { width, height: 900 },
          colorScheme,
          bypassCSP: true,
        });
        const page = await context.newPage();
        /** @type {string[]} */
        const faults = [];
        page.on('request', (request) => {
          if (!request.url().startsWith('data:')) faults.push(`asks for ${request.url()}`);
        });
        page.on('pageerror', (error) => faults.push(String(error)));
        await page.setContent(html);
        faults.push(...(await faultsSeen(page)));
        await context.close();
        seen.push({ name: `${name} at ${String(width)}, ${colorScheme}`, faults });
      }
    }
  }
  return seen;
}

/** A bank, a hotel in Greek, both with all their pictures and their service plans, and a cycle of which nothing is known and every name is long. */
async function reports() {
  /** @type {Cycle} */
  const bare = {
    id: 'bare',
    name: 'W'.repeat(500),
    moments: [{ id: 'm', name: 'Long '.repeat(100), contact: 'staff' }],
  };
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="200"><title>A picture</title><script>document.title = "ran"</script></svg>';
  return [
    { name: 'the bank', html: await whole('bank-on-foot', english, englishPictures) },
    { name: 'the hotel in Greek', html: await whole('hotel-stay', greek, greekPictures) },
    {
      name: 'nothing known',
      html: reportHtml(reviewCycle(bare, {}), {
        words: english,
        cycle: bare,
        pictures: { cycle: svg },
      }),
    },
  ];
}

/**
 * @param {string} name
 * @param {import('service-cycle/report').Words} words
 * @param {import('service-cycle/report').PictureWords} pictureWords
 */
async function whole(name, words, pictureWords) {
  const cycle = await example(name);
  const file = new URL(`../../examples/${name}.service-plan.json`, import.meta.url);
  const servicePlan = /** @type {import('service-cycle/service-plan').ServicePlan} */ (
    JSON.parse(await readFile(file, 'utf8'))
  );
  const review = reviewOf(cycle, servicePlan);
  const pictures = await reviewPictures(review, { words: pictureWords, cycle, render: drawChart });
  return reportHtml(review, { words, cycle, servicePlan, pictures });
}

/**
 * @param {string} name
 * @returns {Promise<Cycle>}
 */
async function example(name) {
  const file = new URL(`../../examples/${name}.cycle.json`, import.meta.url);
  const read = parseCycle(JSON.parse(await readFile(file, 'utf8')));
  if (!read.ok) throw new Error(name);
  return read.value;
}

/**
 * @param {Cycle} cycle
 * @param {import('service-cycle/service-plan').ServicePlan} plan
 */
function reviewOf(cycle, plan) {
  const { responses, measurements } = simulateVisits(cycle, { visits: 300, seed: 1 });
  const survey = cycle.survey ?? { id: '', title: '', questions: [] };
  const told = survey.questions.filter(
    (question) => 'about' in question || question.asks === 'recommendation',
  );
  const { visits, scales } = visitsFromResponses({ ...survey, questions: told }, responses);
  return reviewCycle(
    cycle,
    {
      scores: cycle.survey && scoreSurvey(cycle.survey, responses),
      measurements,
      visits: tallyVisits(cycle, visits, scales),
    },
    {
      plans: actionPlanStep({ resources: { money: 20_000, staffHours: 400 } }),
      servicePlan: servicePlanStep({ plan, asOf: '2026-11-15', records: [] }),
    },
  );
}
