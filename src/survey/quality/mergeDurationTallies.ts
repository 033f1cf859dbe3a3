import { checkSameLayout } from '../tally/checkSameLayout.ts';
import { checkDurationTally } from './checkDurationTally.ts';
import type { DurationTally } from './types.ts';

/**
 * Adds up two duration tallies: the result is the tally of all their responses at once.
 *
 * @param one - a tally
 * @param other - a tally of other responses, by the same key
 * @throws ServiceCycleError `invalid-argument` when the keys differ
 * @example
 * const monday = tallyDurations([{ seconds: 240 }], { duration: 'seconds' });
 * const tuesday = tallyDurations([{ seconds: 240 }, {}], { duration: 'seconds' });
 * mergeDurationTallies(monday, tuesday).counts; // => [[240, 2]]
 */
export function mergeDurationTallies(one: DurationTally, other: DurationTally): DurationTally {
  checkDurationTally('one', one);
  checkDurationTally('other', other);
  checkSameLayout({ duration: one.duration }, { duration: other.duration });
  const counts = new Map(one.counts);
  for (const [duration, count] of other.counts) {
    counts.set(duration, (counts.get(duration) ?? 0) + count);
  }
  return {
    kind: 'duration-tally',
    duration: one.duration,
    responses: one.responses + other.responses,
    missing: one.missing + other.missing,
    invalid: one.invalid + other.invalid,
    counts: [...counts].sort(([a], [b]) => a - b),
  };
}
