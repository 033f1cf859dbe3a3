import { checkRows, isFields } from '../shared/refuse.ts';
import { groupValue } from '../survey/tally/groupValue.ts';
import { type CohortCounter, cohortCounter } from './cohortCounter.ts';
import type {
  CountedCohort,
  CustomerTenure,
  InvalidTenure,
  InvalidTenureReason,
  RetentionTally,
} from './tallyTypes.ts';

/** How many rows that are not counted a tally lists; it counts all of them. */
export const LISTED_INVALID_TENURES = 20;

/**
 * Counts customers by cohort, by how long they stayed, and by whether they left or are still there, so
 * that months and branches can be added up later and no row has to be kept.
 *
 * A row is one customer, or a cohort counted period by period. Who is still a customer is counted with the
 * periods seen so far: to leave them out, or to take them for customers who left, makes retention
 * look worse than it is. A row that cannot be read is counted in `invalid`, and the first are listed.
 *
 * @param rows - customers, counted cohorts, or both
 * @returns the tally, a plain JSON value, the same in whatever order the rows come
 * @throws ServiceCycleError `invalid-argument` when the rows are no list and no other iterable
 * @example
 * const tally = tallyRetention([
 *   { cohort: '2023', remaining: [500, 400, 340] },
 *   { cohort: '2024', remaining: [600, 490] },
 *   { cohort: '2024', periods: 0, left: true },
 * ]);
 * tally.cohorts[0]?.left; // => { values: [1, 2], counts: [100, 60] }
 * tally.cohorts[0]?.lastSeen; // => { values: [2], counts: [340] }
 * tally.cohorts[1]?.left; // => { values: [1], counts: [111] }
 */
export function tallyRetention(rows: Iterable<CustomerTenure | CountedCohort>): RetentionTally {
  checkRows('rows', rows);
  const counter = cohortCounter();
  const firstInvalid: InvalidTenure[] = [];
  let invalid = 0;
  let position = 0;
  for (const row of rows as Iterable<unknown>) {
    const because = addRow(counter, row);
    if (because !== undefined) {
      invalid += 1;
      if (firstInvalid.length < LISTED_INVALID_TENURES) firstInvalid.push({ position, because });
    }
    position += 1;
  }
  return { kind: 'retention-tally', cohorts: counter.cohorts(), invalid, firstInvalid };
}

/** Counts a row, or says why it is not counted. */
function addRow(counter: CohortCounter, row: unknown): InvalidTenureReason | undefined {
  if (!isFields(row)) return 'not-an-object';
  const { cohort, remaining, periods, left } = row as Readonly<Record<string, unknown>>;
  const name = groupValue(cohort);
  if (remaining !== undefined) return addCounted(counter, name, remaining);
  if (!(Number.isSafeInteger(periods) && Number(periods) >= 0)) return 'unread-periods';
  if (typeof left !== 'boolean') return 'unread-end';
  if (left) counter.add(name, 'left', Number(periods) + 1, 1);
  else counter.add(name, 'lastSeen', Number(periods), 1);
  return undefined;
}

function addCounted(
  counter: CohortCounter,
  cohort: string | null,
  remaining: unknown,
): InvalidTenureReason | undefined {
  // A copy, since a list can answer otherwise the second time it is read.
  const counts: readonly unknown[] = Array.isArray(remaining) ? Array.from<unknown>(remaining) : [];
  if (counts.length === 0 || !areRemaining(counts)) return 'unread-counts';
  for (const [period, customers] of counts.entries()) {
    const next = counts[period + 1];
    if (next === undefined) counter.add(cohort, 'lastSeen', period, customers);
    else counter.add(cohort, 'left', period + 1, customers - next);
  }
  return undefined;
}

function areRemaining(counts: readonly unknown[]): counts is readonly number[] {
  let before = Number.MAX_SAFE_INTEGER;
  return counts.every((count) => {
    // Asked first, since what is no number may not even become one.
    if (typeof count !== 'number' || !Number.isSafeInteger(count)) return false;
    const isNext = count >= 0 && count <= before;
    before = count;
    return isNext;
  });
}
