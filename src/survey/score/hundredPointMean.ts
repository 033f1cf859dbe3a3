import { checkList, checkObject } from '../../shared/refuse.ts';
import { checkScoreOptions } from '../answers/guards.ts';
import type { AnswerCounts, HundredPointMean, ScoreOptions } from '../types.ts';
import { inHundredths } from './inHundredths.ts';
import { meanRating } from './meanRating.ts';

/**
 * The mean rating from 0 to 100: 0 is everybody giving the worst answer, 100 everybody the best.
 *
 *     value = 100 · (mean - min) / (max - min);   on a reversed scale 100 · (max - mean) / (max - min)
 *
 * The interval is that of the mean rating, taken the same way. It makes questions on different scales
 * look alike, but people do not answer 1 to 5 and 0 to 10 alike: compare such figures with care.
 *
 * Not estimable: no answers; one answer, which has no spread.
 *
 * @param counts - the answers, counted
 * @param options - the confidence level
 * @returns the mean from 0 to 100, its interval, definition and counts
 * @throws ServiceCycleError `invalid-argument` when the counts do not fit the scale
 * @example
 * const rating = hundredPointMean({ scale: { min: 1, max: 5 }, perAnswer: [0, 1, 2, 4, 3] });
 * rating.kind === 'estimate' && rating.value; // => 72.5
 * const effort = { scale: { min: 1, max: 5, reversed: true }, perAnswer: [3, 4, 2, 1, 0] };
 * const ease = hundredPointMean(effort);
 * ease.kind === 'estimate' && ease.value; // => 72.5
 */
export function hundredPointMean(
  counts: AnswerCounts,
  options: ScoreOptions = {},
): HundredPointMean {
  checkObject('counts', counts);
  checkObject('counts.scale', counts.scale);
  checkList('counts.perAnswer', counts.perAnswer);
  checkScoreOptions(options);
  const { scale, perAnswer } = counts;
  const bestLast =
    scale.reversed === true
      ? { ...counts, scale: { ...scale, reversed: false }, perAnswer: perAnswer.toReversed() }
      : counts;
  const { counts: mirrored, definition, ...mean } = meanRating(bestLast, options);
  const { min, max } = definition.scale;
  return {
    ...(mean.kind === 'estimate' ? inHundredths(mean, min, max - min) : mean),
    definition: { metric: 'hundred-point-mean', scale },
    counts: { ...mirrored, perAnswer },
  };
}
