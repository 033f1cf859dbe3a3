import { quote } from '../../shared/quote.ts';
import { checkObject } from '../../shared/refuse.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { countedShare } from '../../stats/intervals/countedShare.ts';
import { checkScoreOptions } from '../answers/guards.ts';
import type { ScoreOptions } from '../types.ts';
import type { InvitationCounts, ResponseRate } from './types.ts';

/**
 * The response rate of a survey: the share of those invited who responded, 0 to 1.
 *
 *     value = responded / invited, with its Wilson interval
 *
 * The rate itself is known exactly; the interval is of the rate to expect when others are invited in
 * the same way. A low rate does not bias a score by itself, nor does a high one protect it: what counts
 * is whether those who stay silent think otherwise.
 *
 * Not estimable: nobody was invited.
 *
 * @param counts - how many were invited and how many of them responded
 * @param options - the confidence level
 * @throws ServiceCycleError `invalid-argument` unless both are whole numbers, 0 or more, and no more
 * responded than were invited
 * @example
 * const rate = responseRate({ invited: 400, responded: 100 });
 * rate.kind === 'estimate' && rate.value; // => 0.25
 * rate.kind === 'estimate' && rate.interval.low; // ~> 0.210079
 */
export function responseRate(counts: InvitationCounts, options: ScoreOptions = {}): ResponseRate {
  checkObject('counts', counts);
  checkScoreOptions(options);
  const { invited, responded } = counts;
  const isCount = (count: number): boolean => Number.isSafeInteger(count) && count >= 0;
  if (!(isCount(invited) && isCount(responded) && responded <= invited)) {
    throw new ServiceCycleError(
      'invalid-argument',
      `${quote(responded)} of ${quote(invited)} responded; expected whole numbers, 0 or more, and no more than were invited`,
    );
  }
  return {
    ...countedShare(responded, invited, options.level),
    counts: { invited, responded },
  };
}
