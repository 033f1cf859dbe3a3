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

/** So wide that texts are still readable where a telephone shows the page. */
const WIDTH = 480;

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
  const options = { width: WIDTH, language };
  const named = { ...options, names };
  return {
    cycle: cycleWheel(cycle, { ...options, criticalMoments }),
    requirements: cycleBlueprint(cycle, { ...options, criticalMoments }),
    ...(selection !== undefined && {
      plans: await drawChart(plansChart(cycle, { selection, stakes }, options)),
    }),
    ...(areas.areas.length > 0 && {
      areas: await drawChart(areaOrderChart(cycle, areas, options)),
    }),
    scores: await drawChart(journeyChart(cycle, scores, { ...options, criticalMoments })),
    ...(groups && { groups: await drawChart(groupScoresChart(groups, named)) }),
    ...(changes && { changes: await drawChart(beforeAfterChart(changes, named)) }),
  };
}
