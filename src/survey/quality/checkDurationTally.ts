import { checkLists } from '../../shared/refuse.ts';
import { checkKind } from '../answers/guards.ts';
import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { checkCounts } from '../../stats/checkCounts.ts';
import { isDuration } from './tallyDurations.ts';
import type { DurationTally } from './types.ts';

/** Refuses a tally of durations that was changed by hand: one that holds what is no count or duration. */
export function checkDurationTally(name: string, tally: DurationTally): void {
  checkKind(name, tally, 'duration-tally');
  checkLists(`the counts of ${name}`, tally.counts);
  const { responses, missing, invalid, counts } = tally;
  const each = counts.map(([, count]) => count);
  checkCounts('a tally of durations', [responses, missing, invalid, ...each]);
  const odd = counts.find(([duration]) => !isDuration(duration));
  if (odd === undefined) return;
  throw new ServiceCycleError(
    'invalid-argument',
    `a tally of durations: found ${quote(odd[0])}, expected finite numbers, 0 or more`,
  );
}
