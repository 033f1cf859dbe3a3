/**
 * Types words into the search of the built site, in Chromium, as a reader does, and holds the first page that it
 * finds against the right one.
 */
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findChromium, launch } from './chromium.js';

/** What somebody types, and the page that answers it. */
const RIGHT = {
  nps: 'functions/service-cycle_survey.netPromoterScore.html',
  csat: 'functions/service-cycle_survey.customerSatisfaction.html',
  ces: 'functions/service-cycle_survey.customerEffort.html',
  csv: 'documents/Data_in.html',
  month: 'documents/Scores_by_branch_and_month.html',
  'nps by branch': 'documents/Scores_by_branch_and_month.html',
  confidence: 'documents/How_far_to_trust_the_numbers.html',
  sql: 'documents/In_your_warehouse.html',
  react: 'documents/A_result,_as_JSON.html',
  detractor: 'functions/service-cycle_survey.netPromoterScore.html',
  weights: 'documents/Step_5__the_survey.html',
  significance: 'documents/Step_5__the_survey.html',
  'small groups': 'documents/Small_groups.html',
  privacy: 'documents/Small_groups.html',
  kano: 'functions/service-cycle_requirements.kano.html',
  'sample size': 'functions/service-cycle_survey.sampleSize.html',
  servqual: 'functions/service-cycle_dimensions.perceptionGap.html',
  servperf: 'functions/service-cycle_dimensions.servperf.html',
  cronbach: 'functions/service-cycle_dimensions.cronbachAlpha.html',
  report: 'documents/Words_and_reports.html',
  'critical moment': 'documents/Step_1__critical_moments.html',
  trend: 'functions/service-cycle_areas.chartAreas.html',
  wilson: 'functions/service-cycle_stats.wilsonInterval.html',
  playground: 'documents/The_playground.html',
};

const site = resolve(process.argv[2] ?? fileURLToPath(new URL('../docs/site', import.meta.url)));

const executable = findChromium();
if (executable === undefined) {
  console.log('Skipped: there is no Chromium. Install one, or name it in CHROMIUM_PATH.');
} else {
  const browser = await launch(executable);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const root = pathToFileURL(`${site}/`).href;
    await page.goto(`${root}index.html`, { waitUntil: 'load' });
    await page.click('#tsd-search-trigger');
    let wrong = 0;
    for (const [words, right] of Object.entries(RIGHT)) {
      await page.fill('#tsd-search-input', '');
      await page.waitForSelector('#tsd-search-results > li', { state: 'detached' });
      await page.fill('#tsd-search-input', words);
      await page.waitForSelector('#tsd-search-results > li');
      const found = /** @type {string} */ (
        await page.evaluate(`document.querySelector('#tsd-search-results > li a')?.href ?? ''`)
      );
      const first = decodeURIComponent(found.replace(root, '').replace(/#.*$/, ''));
      if (first === right) continue;
      wrong += 1;
      console.log(`"${words}" finds ${first} first, not ${right}`);
    }
    const all = Object.keys(RIGHT).length;
    console.log(`${String(all - wrong)} of ${String(all)} searches find the right page first`);
    process.exitCode = wrong === 0 ? 0 : 1;
  } finally {
    await browser.close();
  }
}
