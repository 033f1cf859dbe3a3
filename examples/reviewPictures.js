/**
 * The pictures of a review, by the section of the report that they stand in.
 *
 * @typedef {import('service-cycle').Cycle} Cycle
 * @typedef {import('service-cycle').Review} Review
 * @typedef {import('service-cycle').SurveyScores} SurveyScores
 * @typedef {import('service-cycle').ScoreComparisons} ScoreComparisons
 */
import {
  areaOrderChart,
  beforeAfterChart,
  cycleBlueprint,
  cycleWheel,
  groupScoresChart,
  journeyChart,
  plansChart,
} from 'service-cycle/report';
import { drawChart } from './drawChart.js';

/** As wide as the text of the report, and as a telephone. */
const WIDE = 720;
const NARROW = 390;
const IS_NARROW = '(max-width: 44rem)';
const IS_DARK = '(prefers-color-scheme: dark)';

/**
 * @param {Cycle} cycle
 * @param {Review} review
 * @param {{ groups?: SurveyScores | undefined, changes?: ScoreComparisons | undefined, language: string }} beside
 */
export async function reviewPictures(cycle, review, { groups, changes, language }) {
  const names = Object.fromEntries(
    (cycle.survey?.questions ?? []).map(({ id, text }) => [id, text]),
  );
  const { criticalMoments, plans: selection, stakes, areas, scores } = review;
  const named = { language, names };
  return {
    cycle: atBothWidths((width) => cycleWheel(cycle, { width, language, criticalMoments })),
    requirements: atBothWidths((width) =>
      cycleBlueprint(cycle, { width, language, criticalMoments }),
    ),
    ...(selection !== undefined && {
      plans: await inAllLooks((look) =>
        plansChart(cycle, { selection, stakes }, { ...look, language }),
      ),
    }),
    ...(areas.areas.length > 0 && {
      areas: await inAllLooks((look) => areaOrderChart(cycle, areas, { ...look, language })),
    }),
    scores: await inAllLooks((look) =>
      journeyChart(cycle, scores, { ...look, language, criticalMoments }),
    ),
    ...(groups && {
      groups: await inAllLooks((look) => groupScoresChart(groups, { ...look, ...named })),
    }),
    ...(changes && {
      changes: await inAllLooks((look) => beforeAfterChart(changes, { ...look, ...named })),
    }),
  };
}

/**
 * A picture, which follows the reader's colours by itself.
 *
 * @param {(width: number) => string} draw
 */
function atBothWidths(draw) {
  return { svg: draw(WIDE), variants: [{ media: IS_NARROW, svg: draw(NARROW) }] };
}

/**
 * A chart, which has its colours from where it is drawn.
 *
 * @param {(look: { width: number, theme: 'light' | 'dark' }) => import('service-cycle/report').VegaLiteSpec} chart
 */
async function inAllLooks(chart) {
  const svg = (/** @type {number} */ width, /** @type {'light' | 'dark'} */ theme) =>
    drawChart(chart({ width, theme }));
  return {
    svg: await svg(WIDE, 'light'),
    variants: [
      { media: `${IS_NARROW} and ${IS_DARK}`, svg: await svg(NARROW, 'dark') },
      { media: IS_NARROW, svg: await svg(NARROW, 'light') },
      { media: IS_DARK, svg: await svg(WIDE, 'dark') },
    ],
  };
}
