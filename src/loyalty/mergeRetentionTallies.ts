import { checkRetentionTally } from './checkRetentionTally.ts';
import { addCohort, cohortCounter } from './cohortCounter.ts';
import { LISTED_INVALID_TENURES } from './tallyRetention.ts';
import type { InvalidTenure, RetentionTally } from './tallyTypes.ts';

/**
 * Adds two tallies, such as those of two branches.
 *
 * The result is that of tallying all rows at once, in whatever order tallies are merged. Only the
 * positions of listed invalid rows are those within each part.
 *
 * @param first - a tally
 * @param second - another tally, of other customers and with periods of the same length
 * @returns the tally of all their customers
 * @throws ServiceCycleError `invalid-argument` when a tally is none, or was changed by hand
 * @example
 * const athens = tallyRetention([{ cohort: '2024', remaining: [50, 40] }]);
 * const patras = tallyRetention([{ cohort: '2024', remaining: [20, 18] }]);
 * mergeRetentionTallies(athens, patras).cohorts[0]?.left; // => { values: [1], counts: [12] }
 */
export function mergeRetentionTallies(
  first: RetentionTally,
  second: RetentionTally,
): RetentionTally {
  checkRetentionTally('first', first);
  checkRetentionTally('second', second);
  const counter = cohortCounter();
  for (const counts of [...first.cohorts, ...second.cohorts]) addCohort(counter, counts);
  return {
    kind: 'retention-tally',
    cohorts: counter.cohorts(),
    invalid: first.invalid + second.invalid,
    firstInvalid: [...first.firstInvalid, ...second.firstInvalid]
      .sort(byPosition)
      .slice(0, LISTED_INVALID_TENURES),
  };
}

function byPosition(a: InvalidTenure, b: InvalidTenure): number {
  return a.position - b.position || (a.because < b.because ? -1 : 1);
}
