import { answerCount, scaleAnswers } from '../../model/scaleAnswers.ts';
import type { Scale } from '../../model/survey.ts';
import { checkOneOf } from '../../shared/refuse.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { checkAnswerCounts, checkScoreOptions } from '../answers/guards.ts';
import type {
  AnswerCounts,
  SatisfactionBox,
  SatisfactionDefinition,
  Score,
  ScoreOptions,
} from '../types.ts';
import { type Metric, scoreCounts } from './metric.ts';
import { netMetric } from './netMetric.ts';
import { shareMetric } from './shareMetric.ts';

/** What {@link customerSatisfaction} takes besides the counts. */
export interface SatisfactionOptions extends ScoreOptions {
  /** Which answers count as satisfied, or also as dissatisfied; `top-two` when absent. */
  readonly box?: SatisfactionBox;
}

/** Which answers count as satisfied where nothing else is asked for: the best two. */
export const DEFAULT_BOX: SatisfactionBox = 'top-two';

/**
 * Customer satisfaction: the share of answers in the best box, or the best two or three, 0 to 1; or
 * net satisfaction, the share of the best two less that of the worst two, -1 to 1.
 *
 *     value = satisfied / n, with its Wilson interval
 *     net   = (satisfied - dissatisfied) / n, with the adjusted Wald interval of `netPromoterScore`,
 *             in shares: unit `net-share`
 *
 * On a reversed scale the best answers are the lowest. The definition in the result names the box and
 * the answers in it, since one set of answers gives quite different figures by box.
 *
 * A box lies wholly on its side of the middle, so that nobody who is neither satisfied nor dissatisfied
 * counts as either: `top` needs a scale of 2 answers or more, `top-two` and `net` of 4, `top-three` of
 * 6. The best two of three answers would hold the one in the middle.
 *
 * Not estimable: no answers.
 *
 * @param counts - the answers, counted
 * @param options - the box and the confidence level
 * @returns the share or net share, its interval, definition and counts
 * @throws ServiceCycleError `wrong-scale` when the scale has fewer answers than the box needs;
 * `invalid-argument` when the counts do not fit the scale or the level is outside its range
 * @example
 * const counts = { scale: { min: 1, max: 5 }, perAnswer: [2, 3, 10, 25, 20] };
 * const csat = customerSatisfaction(counts);
 * csat.kind === 'estimate' && csat.value; // => 0.75
 * csat.kind === 'estimate' && csat.interval.low; // ~> 0.627679
 * const net = customerSatisfaction(counts, { box: 'net' });
 * net.kind === 'estimate' && net.value; // ~> 0.666667
 * net.kind === 'estimate' && net.unit; // => 'net-share'
 * net.definition.box === 'net' && net.definition.dissatisfied; // => [1, 2]
 * @see Wilson (1927), Journal of the American Statistical Association 22, 209-212
 * @see Rocks (2016), The American Statistician 70, 365-372: differences of shares of one sample
 */
export function customerSatisfaction(
  counts: AnswerCounts,
  options: SatisfactionOptions = {},
): Score<SatisfactionDefinition> {
  checkAnswerCounts(counts);
  checkScoreOptions(options, 'box');
  return scoreCounts(satisfactionMetric(counts.scale, options.box), counts, options);
}

/** How the answers on a scale are made a share of satisfied customers, or a net share. */
export function satisfactionMetric(
  scale: Scale,
  box: SatisfactionBox = DEFAULT_BOX,
): Metric<SatisfactionDefinition> {
  checkOneOf('box', box, Object.keys(BOX_SIZES));
  const size = BOX_SIZES[box];
  const answers = answerCount(scale);
  if (answers < 2 * size) {
    throw new ServiceCycleError(
      'wrong-scale',
      `a ${box} box needs a scale of ${2 * size} answers or more: found ${answers}`,
    );
  }
  const lowest = { from: 0, to: size };
  const highest = { from: answers - size, to: answers };
  const [best, worst] = scale.reversed === true ? [lowest, highest] : [highest, lowest];
  const satisfied = scaleAnswers(scale).slice(best.from, best.to);
  const common = { metric: 'customer-satisfaction', scale, satisfied } as const;
  if (box !== 'net') return shareMetric({ ...common, box }, best);
  const dissatisfied = scaleAnswers(scale).slice(worst.from, worst.to);
  return netMetric({ ...common, box, dissatisfied }, { more: best, less: worst }, 'net-share');
}

/** How many answers a box holds at its end of the scale. */
const BOX_SIZES = { top: 1, 'top-two': 2, 'top-three': 3, net: 2 } as const;
