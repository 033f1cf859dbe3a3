import { answerCount, scaleAnswers } from '../model/scaleAnswers.ts';
import { ServiceCycleError } from '../shared/serviceCycleError.ts';
import { responseCounts } from './responseCounts.ts';
import { shareScore } from './shareScore.ts';
import type {
  AnswerCounts,
  SatisfactionBox,
  SatisfactionDefinition,
  Score,
  ScoreOptions,
} from './types.ts';

/** What {@link customerSatisfaction} takes besides the counts. */
export interface SatisfactionOptions extends ScoreOptions {
  /** Which answers count as satisfied; {@link DEFAULT_BOX} when absent. */
  readonly box?: SatisfactionBox;
}

/** Which answers count as satisfied where nothing else is asked for: the best two. */
export const DEFAULT_BOX: SatisfactionBox = 'top-two';

/**
 * Customer satisfaction: the share of answers in the best box or the best two, 0 to 1.
 *
 *     value = satisfied / n, with its Wilson interval
 *
 * On a reversed scale the best answers are the lowest. The definition in the result names the box,
 * since one set of answers gives quite different figures by box.
 *
 * Not estimable: no answers.
 *
 * @param counts - the answers, counted
 * @param options - the box and the confidence level
 * @returns the share, its interval, definition and counts
 * @throws ServiceCycleError `wrong-scale` when the scale has not more answers than the box;
 * `invalid-argument` when the counts do not fit the scale
 * @example
 * const counts = { scale: { min: 1, max: 5 }, perAnswer: [2, 3, 10, 25, 20] };
 * const csat = customerSatisfaction(counts);
 * csat.kind === 'estimate' && csat.value; // => 0.75
 * csat.kind === 'estimate' && csat.interval.low; // ~> 0.627679
 * @see Wilson (1927), Journal of the American Statistical Association 22, 209-212
 */
export function customerSatisfaction(
  counts: AnswerCounts,
  options: SatisfactionOptions = {},
): Score<SatisfactionDefinition> {
  const { scale } = counts;
  const box = options.box ?? DEFAULT_BOX;
  const size = box === 'top' ? 1 : 2;
  const answers = answerCount(scale);
  if (answers <= size) {
    throw new ServiceCycleError(
      'wrong-scale',
      `a ${box} box needs a scale of more than ${String(size)} answers: found ${String(answers)}`,
    );
  }
  const from = scale.reversed === true ? 0 : answers - size;
  const satisfied = scaleAnswers(scale).slice(from, from + size);
  const definition = { metric: 'customer-satisfaction', scale, box, satisfied } as const;
  return shareScore(definition, responseCounts(counts), from, from + size, options);
}
