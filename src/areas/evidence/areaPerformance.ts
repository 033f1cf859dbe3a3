import type { CycleIds } from '../../model/ids.ts';
import { favourableOf, favourableShare, favourableTogether } from '../favourableOf.ts';
import type { AreaSubject } from '../types.ts';
import type { ScoredQuestion } from './evidenceByArea.ts';

/**
 * The share of answers above the middle of their scale, over the questions about an area or about
 * its moments; of weighted answers the weighted share. Who would recommend on 0 to 10 counts from 7 on.
 *
 * A tally does not say which answers come from the same customer, and answers of one customer lean
 * the same way. So the interval takes them as wholly alike: it counts as many customers as answered
 * the question most answered, a design effect of 1 + (m - 1) · 1 for m answers each.
 */
export function areaPerformance<Ids extends CycleIds>(
  asked: readonly ScoredQuestion<Ids>[],
  level: number,
): Pick<AreaSubject<Ids>, 'performance' | 'questions'> {
  const counted = asked.map(({ question, asks, scores: [{ definition, counts, weights }] }) => ({
    question,
    answers: favourableOf({
      scale: definition.scale,
      perAnswer: counts.perAnswer,
      weights,
      asks,
    }),
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
