import type { CountedDurations } from '../stats/survival/survivalSteps.ts';
import { byValue } from '../survey/tally/orderGroups.ts';
import type { CohortCounts } from './tallyTypes.ts';

/** Adds up customers by cohort and by how long they stayed. */
export interface CohortCounter {
  /** Adds customers who ended in one way after one time. */
  readonly add: (cohort: string | null, end: End, period: number, customers: number) => void;
  /** The cohorts, in the order of their names. */
  readonly cohorts: () => readonly CohortCounts[];
}

/** How customers were seen to end: they left, or were last seen as customers. */
type End = 'left' | 'lastSeen';

/** A counter of customers that has none yet. */
export function cohortCounter(): CohortCounter {
  const known = new Map<string | null, Record<End, Map<number, number>>>();
  return {
    add: (cohort, end, period, customers) => {
      let counts = known.get(cohort);
      if (counts === undefined)
        known.set(cohort, (counts = { left: new Map(), lastSeen: new Map() }));
      if (customers > 0) counts[end].set(period, (counts[end].get(period) ?? 0) + customers);
    },
    cohorts: () =>
      [...known]
        .sort(([one], [other]) => byValue(one, other))
        .map(([cohort, { left, lastSeen }]) => ({
          cohort,
          left: inOrder(left),
          lastSeen: inOrder(lastSeen),
        })),
  };
}

/** Adds the customers of a cohort to a counter, all to another cohort where one is told. */
export function addCohort(
  counter: CohortCounter,
  counts: CohortCounts,
  cohort: string | null = counts.cohort,
): void {
  for (const end of ['left', 'lastSeen'] as const) {
    for (const [place, period] of counts[end].values.entries()) {
      counter.add(cohort, end, period, counts[end].counts[place] ?? 0);
    }
  }
}

function inOrder(counts: ReadonlyMap<number, number>): CountedDurations {
  const sorted = [...counts].sort(([one], [other]) => one - other);
  return {
    values: sorted.map(([period]) => period),
    counts: sorted.map(([, customers]) => customers),
  };
}
