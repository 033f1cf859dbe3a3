import {
  checkCount,
  checkList,
  checkObject,
  checkObjects,
  checkOneOf,
  checkText,
  refuse,
} from '../shared/refuse.ts';
import type { CohortCounts, RetentionTally } from './tallyTypes.ts';

/** Refuses what is no tally of retention, or was changed by hand. */
export function checkRetentionTally(name: string, tally: RetentionTally): void {
  checkObject(name, tally);
  checkOneOf(`kind of ${name}`, tally.kind, ['retention-tally']);
  checkCount(`invalid of ${name}`, tally.invalid);
  checkObjects(`firstInvalid of ${name}`, tally.firstInvalid);
  checkObjects(`cohorts of ${name}`, tally.cohorts);
  const cohorts: readonly CohortCounts[] = tally.cohorts;
  for (const [place, { cohort, left, lastSeen }] of cohorts.entries()) {
    const at = `cohorts[${place}] of ${name}`;
    if (cohort !== null) checkText(`cohort of ${at}`, cohort);
    checkDurations(`left of ${at}`, left, 1);
    checkDurations(`lastSeen of ${at}`, lastSeen, 0);
  }
}

function checkDurations(name: string, durations: CohortCounts['left'], least: number): void {
  checkObject(name, durations);
  const { values, counts } = durations;
  checkList(`values of ${name}`, values);
  checkList(`counts of ${name}`, counts);
  if (values.length !== counts.length) refuse(`counts of ${name}`, counts, 'one for each value');
  for (const [place, value] of values.entries()) {
    checkCount(`values[${place}] of ${name}`, value, (values[place - 1] ?? least - 1) + 1);
    checkCount(`counts[${place}] of ${name}`, counts[place], 1);
  }
}
