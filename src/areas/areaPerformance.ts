import type { Cycle } from '../model/cycle.ts';
import type { CycleIds } from '../model/ids.ts';
import type { Estimated } from '../shared/estimate.ts';
import { wilsonInterval } from '../stats/intervals/wilsonInterval.ts';
import { answersBySide } from '../survey/score/answersBySide.ts';
import type { SurveyScores } from '../survey/score/surveyScores.ts';
import { isAboutArea } from './isAboutArea.ts';
import type { AreaSubject } from './types.ts';

/**
 * The share of answers above the middle of their scale, over the questions about an area or about
 * its moments.
 *
 * A tally does not say which answers come from the same customer, and answers of one customer lean
 * the same way. So the interval takes them as wholly alike: it counts as many customers as answered
 * the question most answered, a design effect of 1 + (m - 1) · 1 for m answers each.
 */
export function areaPerformance<Ids extends CycleIds>(
  area: Ids['area'],
  cycle: Cycle<Ids>,
  scores: SurveyScores<Ids['question'], Ids['moment'], Ids['area']>,
  level: number,
): Pick<AreaSubject<Ids>, 'performance' | 'questions'> {
  const counted = scores.questions
    .filter(isAboutArea(area, cycle))
    .map(({ question, scores: [{ definition, counts }] }) => {
      const { favourable } = answersBySide(definition.scale, counts.perAnswer);
      const n = counts.answered;
      return { question, favourable, n, favourableShare: shareOf(favourable, n, n, level) };
    });
  const answers = counted.reduce((sum, { n }) => sum + n, 0);
  const favourable = counted.reduce((sum, one) => sum + one.favourable, 0);
  const respondents = Math.max(0, ...counted.map(({ n }) => n));
  return {
    performance: shareOf(favourable, answers, respondents, level),
    questions: counted
      .toSorted(
        (a, b) =>
          (a.n === 0 ? 2 : a.favourable / a.n) - (b.n === 0 ? 2 : b.favourable / b.n) ||
          (a.question < b.question ? -1 : 1),
      )
      .map(({ question, favourableShare }) => ({ question, favourableShare })),
  };
}

function shareOf(favourable: number, answers: number, n: number, level: number): Estimated {
  if (answers === 0) return { kind: 'not-estimable', reason: 'no-answers', n: 0 };
  const value = favourable / answers;
  const interval = wilsonInterval(value * n, n, { level });
  return { kind: 'estimate', value, unit: 'share', interval, n, basis: 'measured' };
}
