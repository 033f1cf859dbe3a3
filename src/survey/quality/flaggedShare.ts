import type { Estimated } from '../../shared/estimate.ts';
import { checkList, checkNumberThat, checkObject } from '../../shared/refuse.ts';
import { countedShare } from '../../stats/intervals/countedShare.ts';
import { checkScoreOptions } from '../answers/guards.ts';
import type { ScoreOptions } from '../types.ts';
import type { Speeders, StraightLiners } from './types.ts';

/**
 * The share of flagged responses among those that could be judged, with its Wilson interval.
 *
 * Not estimable: none could be judged.
 *
 * @param flags - what `findStraightLiners` or `findSpeeders` found
 * @param options - the confidence level
 * @example
 * const responses = [300, 280, 320, 310, 60].map((seconds) => ({ seconds }));
 * const share = flaggedShare(findSpeeders(responses, { duration: 'seconds' }));
 * share.kind === 'estimate' && share.value; // => 0.2
 */
export function flaggedShare(
  flags: Pick<StraightLiners | Speeders, 'flagged' | 'assessed'>,
  options: ScoreOptions = {},
): Estimated {
  checkObject('flags', flags);
  checkScoreOptions(options);
  const { flagged, assessed } = flags;
  checkList('flags.flagged', flagged);
  const isEnough = (count: number): boolean => count >= flagged.length && count < Infinity;
  checkNumberThat(
    'flags.assessed',
    assessed,
    'a number of responses, all flagged ones among them',
    isEnough,
  );
  return countedShare(flagged.length, assessed, options.level);
}
