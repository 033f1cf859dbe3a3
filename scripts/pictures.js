/**
 * Draws the pictures of the README and the guides: `docs/images/*.svg`, from the example cycles and made-up
 * customers of one seed. The same files come out whenever it is run; `test/pictures.test.ts` holds the ones in
 * the repository against it. Charts are drawn by vega, which a page would do by vega-embed.
 *
 * @typedef {import('service-cycle').Cycle} Cycle
 * @typedef {import('service-cycle/report').VegaLiteSpec} VegaLiteSpec
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  actionPlanStep,
  compareScores,
  reviewCycle,
  scoreByGroup,
  scoreSurvey,
  tallyVisits,
  visitsFromResponses,
} from 'service-cycle';
import { importancePerformance } from 'service-cycle/areas';
import { funnelOfPlaces, individualsChart } from 'service-cycle/quality';
import {
  areaOrderChart,
  beforeAfterChart,
  controlChart,
  cycleBlueprint,
  cycleWheel,
  funnelChart,
  groupScoresChart,
  importancePerformanceChart,
  journeyChart,
  plansChart,
} from 'service-cycle/report';
import { englishPictures } from 'service-cycle/report/en';
import { chanceFrom } from '../examples/chance.js';
import { drawChart } from '../examples/drawChart.js';
import { simulateVisits } from '../examples/simulateVisits.js';
import { plots } from './plots.js';

/** How wide pictures are in the guides, in pixels: still readable on a telephone, which shows them at 350. */
const WIDTH = 480;

/** How high the first picture of the README is: a wheel and what its marks mean. */
const FRONT_HEIGHT = 412;

/**
 * The files, by name.
 *
 * @returns {Promise<Record<string, string>>}
 */
export async function pictures() {
  const hotel = reviewed('hotel-stay');
  const bank = reviewed('bank-on-foot');
  const hospital = reviewed('emergency-care');
  const wheelOf = (/** @type {ReturnType<typeof reviewed>} */ { cycle, review }, width = WIDTH) =>
    cycleWheel(cycle, { words: englishPictures, width, criticalMoments: review.criticalMoments });
  const scoresByBranch = groups(bank);
  /** @type {Record<string, VegaLiteSpec>} */
  const charts = {
    'chart-areas': areaOrderChart(hotel.cycle, hotel.review.areas, {
      words: englishPictures,
      width: WIDTH,
    }),
    'chart-change': changeOf(bank),
    'chart-control': waits(),
    'chart-funnel': branches(),
    'chart-groups': scoresByBranch,
    'chart-journey': journeyChart(hospital.cycle, hospital.review.scores, {
      words: englishPictures,
      width: WIDTH,
      criticalMoments: hospital.review.criticalMoments,
    }),
    'chart-matrix': matrix(),
    ...plots(),
    ...(hotel.review.plans !== undefined && {
      'chart-plans': plansChart(
        hotel.cycle,
        { selection: hotel.review.plans, stakes: hotel.review.stakes },
        { words: englishPictures, width: WIDTH },
      ),
    }),
  };
  const drawn = await Promise.all(
    Object.entries(charts).map(async ([name, spec]) => [`${name}.svg`, await drawChart(spec)]),
  );
  return {
    'front.svg': front(hotel, 'light', await drawChart(scoresByBranch)),
    'front-dark.svg': front(hotel, 'dark', await drawChart(groups(bank, 'dark'))),
    'front-narrow.svg': front(hotel, 'light'),
    'front-narrow-dark.svg': front(hotel, 'dark'),
    'wheel-bank.svg': wheelOf(bank),
    'wheel-hospital.svg': wheelOf(hospital),
    'blueprint-hospital.svg': cycleBlueprint(hospital.cycle, {
      words: englishPictures,
      width: WIDTH,
      criticalMoments: hospital.review.criticalMoments,
    }),
    ...Object.fromEntries(drawn),
  };
}

/**
 * The picture that the README opens with: the wheel without its list, and a chart beside it where there is room.
 *
 * @param {ReturnType<typeof reviewed>} hotel
 * @param {'light' | 'dark'} theme
 * @param {string} [chart]
 */
function front({ cycle, review }, theme, chart) {
  const { criticalMoments } = review;
  const wheel = cycleWheel(cycle, {
    words: englishPictures,
    width: 390,
    criticalMoments,
    theme,
  });
  const width = chart === undefined ? 390 : 390 + WIDTH;
  const title = /<title>(.*?)<\/title>/.exec(wheel)?.[1] ?? '';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${FRONT_HEIGHT}" width="${width}" height="${FRONT_HEIGHT}" role="img">`,
    `<title>${title}${chart === undefined ? '' : ', and scores by branch'}</title>`,
    `<rect width="${width}" height="${FRONT_HEIGHT}" fill="${theme === 'dark' ? '#0d1117' : '#ffffff'}"/>`,
    within(wheel, { width: 390, height: FRONT_HEIGHT }),
    ...(chart === undefined
      ? []
      : [within(chart, { x: 390, y: 28, width: WIDTH, height: FRONT_HEIGHT - 28 })]),
    '</svg>',
    '',
  ].join('\n');
}

/**
 * A picture as part of another, cut off where it is larger.
 *
 * @param {string} svg
 * @param {{ x?: number, y?: number, width: number, height: number }} place
 */
function within(svg, { x = 0, y = 0, width, height }) {
  const look = /^<svg [^>]*?class="([^"]*)"/.exec(svg)?.[1] ?? '';
  const inner = svg
    .trim()
    .replace(/^<svg [^>]*>/, '')
    .replace(/<\/svg>$/, '');
  return `<svg class="${look}" x="${x}" y="${y}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${inner}</svg>`;
}

/**
 * A cycle of the examples with what made-up customers say of it, and half of what all plans would cost.
 *
 * @param {string} name
 */
function reviewed(name) {
  const file = new URL(`../examples/${name}.cycle.json`, import.meta.url);
  const cycle = /** @type {Cycle} */ (JSON.parse(readFileSync(file, 'utf8')));
  const { survey } = cycle;
  if (survey === undefined) throw new Error(`${name} has no survey`);
  const { responses, measurements } = simulateVisits(cycle, { visits: 400, seed: 1 });
  const { visits, scales } = visitsFromResponses(survey, responses);
  /** @type {Record<string, number>} */
  const resources = {};
  for (const { cost } of cycle.actionPlans ?? []) {
    for (const [name, much = 0] of Object.entries(cost)) {
      resources[name] = (resources[name] ?? 0) + much / 2;
    }
  }
  const review = reviewCycle(
    cycle,
    {
      scores: scoreSurvey(survey, responses),
      measurements,
      visits: tallyVisits(cycle, visits, scales),
    },
    {
      plans: actionPlanStep({ resources }),
      visitsPerPeriod: 5000,
      detection: { resamples: 100 },
      areas: { resamples: 200 },
    },
  );
  const names = Object.fromEntries(survey.questions.map(({ id, text }) => [id, text]));
  return { cycle, survey, responses, review, names };
}

/**
 * @param {ReturnType<typeof reviewed>} reviewed
 * @param {'light' | 'dark'} [theme]
 */
function groups({ survey, responses, names }, theme = 'light') {
  const branches = ['Athens', 'Chania', 'Larisa', 'Patras'];
  const rows = responses.map((response, place) => ({
    ...response,
    branch: place < 3 ? 'Volos' : (branches[place % 4] ?? ''),
  }));
  const scores = scoreByGroup(survey, rows, { by: ['branch'] });
  return groupScoresChart(scores, { words: englishPictures, width: WIDTH, names, theme });
}

/** @param {ReturnType<typeof reviewed>} reviewed */
function changeOf({ cycle, survey, review, names }) {
  // Fewer incidents: the second survey is of customers who waited less.
  const calmer = {
    ...cycle,
    moments: cycle.moments.map((moment) => ({
      ...moment,
      judgements: (moment.judgements ?? []).map((judgement) => ({
        ...judgement,
        occurrence: Math.max(1, judgement.occurrence - 2),
      })),
    })),
  };
  const { responses } = simulateVisits(calmer, { visits: 400, seed: 2 });
  const later = scoreSurvey(survey, responses);
  const { questions, ...rest } = compareScores(review.scores, later);
  const satisfied = questions.filter(
    (question) => question.kind === 'comparison' && question.metric === 'customer-satisfaction',
  );
  return beforeAfterChart(
    { ...rest, questions: satisfied },
    { words: englishPictures, width: WIDTH, names },
  );
}

/** What 120 guests say of six areas: how much each matters, and how well it does. */
function matrix() {
  const chance = chanceFrom(5);
  const ratings = (/** @type {number} */ mean) => {
    const perAnswer = [0, 0, 0, 0, 0];
    for (let guest = 0; guest < 120; guest += 1) {
      const answer = Math.min(5, Math.max(1, Math.round(mean + 0.9 * chance.normal())));
      perAnswer[answer - 1] = (perAnswer[answer - 1] ?? 0) + 1;
    }
    return { scale: { min: 1, max: 5 }, perAnswer };
  };
  const areas = /** @type {const} */ ([
    ['Front desk', 4.6, 3.1],
    ['Housekeeping', 4.5, 4.3],
    ['Guest transport', 3.4, 3.2],
    ['Restaurant', 4, 3.9],
    ['Reservations', 3.3, 4.2],
    ['Repairs', 3.9, 3.6],
  ]);
  const items = areas.map(([id, importance, performance]) => ({
    id,
    importance: ratings(importance),
    performance: ratings(performance),
  }));
  return importancePerformanceChart(importancePerformance(items), {
    words: englishPictures,
    width: WIDTH,
  });
}

/** Thirty branches, one of them worse than chance has it. */
function branches() {
  const chance = chanceFrom(7);
  const places = Array.from({ length: 30 }, (_, place) => {
    const n = Math.round(15 + 185 * chance.share());
    const share = place === 11 ? 0.6 : 0.8;
    const count = Array.from({ length: n }, () => chance.share()).filter((one) => one < share);
    return { place: `Branch ${place + 1}`, count: count.length, n };
  });
  return funnelChart(funnelOfPlaces(places), { words: englishPictures, width: WIDTH });
}

/** Thirty days of waits at the window; from the twenty-fifth on there is one clerk less. */
function waits() {
  const chance = chanceFrom(3);
  const days = Array.from({ length: 30 }, (_, day) => ({
    label: `day ${day + 1}`,
    value: Math.round(10 * (6 + 0.8 * chance.normal() + (day >= 24 ? 3.5 : 0))) / 10,
  }));
  return controlChart(individualsChart(days, { baseline: 24 }), {
    words: englishPictures,
    width: WIDTH,
    title: 'Median wait at the window, day by day',
    measure: 'Wait (minutes)',
  });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = fileURLToPath(new URL('../docs/images/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(folder)) rmSync(`${folder}${file}`);
  for (const [name, svg] of Object.entries(await pictures())) {
    writeFileSync(`${folder}${name}`, svg);
  }
}
