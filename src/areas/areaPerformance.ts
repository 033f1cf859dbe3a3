import type { Cycle } from '../model/cycle.ts';
import type { CycleIds } from '../model/ids.ts';
import type { SurveyScores } from '../survey/score/surveyScores.ts';
import { favourableOf, favourableShare, favourableTogether } from './favourableOf.ts';
import { isAboutArea } from './isAboutArea.ts';
import type { AreaSubject } from './types.ts';

/**
 * The share of answers above the middle of their scale, over the questions about an area or about
 * its moments; of weighted answers the weighted share.
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
    .map(({ question, scores: [{ definition, counts, weights }] }) => ({
      question,
      answers: favourableOf({ scale: definition.scale, perAnswer: counts.perAnswer, weights }),
    }));
  const questions = counted.map(({ question, answers }) => ({
    question,
    favourableShare: favourableShare(answers, level),
  }));
  const worst = ({ favourableShare: share }: (typeof questions)[number]): number =>
    share.kind === 'estimate' ? share.value : 2;
  return {
    performance: favourableShare(favourableTogether(counted.map(({ answers }) => answers)), level),
    questions: questions.toSorted(
      (a, b) => worst(a) - worst(b) || (a.question < b.question ? -1 : 1),
    ),
  };
}
