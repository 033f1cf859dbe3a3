import type { Result } from '../shared/result.ts';
import type { Shape } from '../shared/shape.ts';
import { readThrough, type TallyDoor, type Tell } from '../survey/doors/tallyDoor.ts';
import { byValue } from '../survey/tally/orderGroups.ts';
import type { Path } from '../survey/tally/parseTallyFaults.ts';
import { LISTED_INVALID_TENURES } from './tallyRetention.ts';
import type { CohortCounts, RetentionTally } from './tallyTypes.ts';

/**
 * Reads a tally of retention out of anything, such as parsed JSON from a file or another machine, and reports
 * every fault at once, as `parseTally` does with the tallies of a survey.
 *
 * What is accepted is what `tallyRetention` makes: cohorts once and in order, and for each how many left, and
 * how many were last seen, after how many periods, in ascending order. What is read shares nothing with the input.
 *
 * Issue codes: `wrong-type`, `missing`, `unknown-key`, `out-of-range`, `not-allowed` (another kind),
 * `contradiction` (another order, fewer faults counted than listed). Of one kind of fault in one place the first 20
 * are listed.
 *
 * @param input - anything
 * @returns the tally, or all issues with path, finding and expectation
 * @example
 * const tally = tallyRetention([{ periods: 2, left: true }, { periods: 3, left: false }]);
 * const result = parseRetentionTally(JSON.parse(JSON.stringify(tally)));
 * result.ok && result.value.cohorts[0]?.left; // => { values: [3], counts: [1] }
 * parseRetentionTally({ ...tally, cohorts: [...tally.cohorts, ...tally.cohorts] }).ok; // => false
 */
export function parseRetentionTally(input: unknown): Result<RetentionTally> {
  return readThrough(RETENTION_DOOR, { id: 'customers' }, input);
}

const DURATIONS: Shape = { values: ['count'], counts: ['count'] };

const RETENTION_DOOR: TallyDoor<RetentionTally, { readonly id: string }> = {
  kind: 'retention-tally',
  source: ['tally', 'has'],
  shape: {
    kind: 'text',
    cohorts: [{ cohort: 'key', left: DURATIONS, lastSeen: DURATIONS }],
    invalid: 'count',
    firstInvalid: [{ position: 'count', because: 'text' }],
  },
  layout: () => ({}),
  check: ({ cohorts, invalid, firstInvalid }, tell) => {
    if (firstInvalid.length > Math.min(invalid, LISTED_INVALID_TENURES)) {
      const expected = `at most ${LISTED_INVALID_TENURES} of the ${invalid} that are counted`;
      tell(['firstInvalid'], firstInvalid, expected);
    }
    for (const [place, { cohort, left, lastSeen }] of cohorts.entries()) {
      const path = ['cohorts', place];
      const before = cohorts[place - 1]?.cohort;
      if (before !== undefined && byValue(before, cohort) >= 0) {
        tell([...path, 'cohort'], cohort, 'cohorts in order, each once');
      }
      checkDurations(left, 1, [...path, 'left'], tell);
      checkDurations(lastSeen, 0, [...path, 'lastSeen'], tell);
    }
  },
};

function checkDurations(
  { values, counts }: CohortCounts['left'],
  least: number,
  path: Path,
  tell: Tell,
): void {
  if (values.length !== counts.length) {
    tell([...path, 'counts'], counts, `a list of ${values.length}`, 'out-of-range');
  }
  for (const [place, period] of values.entries()) {
    const from = (values[place - 1] ?? least - 1) + 1;
    if (period < from) tell([...path, 'values', place], period, `a period from ${from} on`);
    if ((counts[place] ?? 0) < 1) {
      tell([...path, 'counts', place], counts[place], 'a whole number, 1 or more', 'out-of-range');
    }
  }
}
