import { checkScale } from '../../model/checkScale.ts';
import type { Answer } from '../../model/observations.ts';
import { answerCount } from '../../model/scaleAnswers.ts';
import type { Scale } from '../../model/survey.ts';
import { checkObject, checkRows } from '../../shared/refuse.ts';
import type { AnswerCounts } from '../types.ts';
import { answerPlacer, cellOf } from './answerPlacer.ts';

/** The answers of the net promoter question, 0 to 10. */
export const NPS_SCALE: {
  /** Not at all likely. */
  readonly min: 0;
  /** Extremely likely. */
  readonly max: 10;
} = { min: 0, max: 10 };

/**
 * Counts the answers to one question: the shortest way from a list of answers to a score.
 *
 * They are counted as `tallyResponses` counts them: a number of the scale as answered, `null` and
 * `undefined` as skipped, `'not-applicable'` and the scale's own codes for it as not applicable, all else
 * (11 on 0 to 10, 7.5 between whole steps, text) as invalid.
 *
 * @param answers - the answers, one for each customer
 * @param scale - the answers the question takes
 * @returns the counts, which every metric takes
 * @throws ServiceCycleError `invalid-argument` for what is no list of answers, `wrong-scale` for a scale
 * that is none
 * @example
 * const nps = netPromoterScore(countAnswers([9, 10, 3], NPS_SCALE));
 * nps.kind === 'estimate' && nps.value; // ~> 33.333333
 * countAnswers([1, 2, null, 'not-applicable', 7], { min: 1, max: 3 })
 * // => {
 * //   scale: { min: 1, max: 3 }, perAnswer: [1, 1, 0], notApplicable: 1, skipped: 1, invalid: 1,
 * // }
 */
export function countAnswers(answers: Iterable<Answer>, scale: Scale): AnswerCounts {
  checkRows('answers', answers);
  checkObject('scale', scale);
  checkScale(scale);
  const size = answerCount(scale);
  const placer = answerPlacer({ id: '', scale, firstCell: 0 });
  const cells = new Array<number>(size + 3).fill(0);
  for (const answer of answers) {
    const cell = cellOf(placer, answer);
    cells[cell] = (cells[cell] ?? 0) + 1;
  }
  return {
    scale,
    perAnswer: cells.slice(0, size),
    notApplicable: cells[size] ?? 0,
    skipped: cells[size + 1] ?? 0,
    invalid: cells[size + 2] ?? 0,
  };
}
