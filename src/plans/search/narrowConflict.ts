/** Demands that cannot hold together. */
export interface NarrowedConflict<Demand> {
  /** The demands. */
  readonly conflict: readonly Demand[];
  /** Whether it is proved that without any one of them the rest could. */
  readonly smallest: 'proved' | 'open';
}

/**
 * Whether some demands conflict: `open` when it took too long to find out, `stopped` when there is no time left to
 * find out anything.
 */
export type IsConflict = 'yes' | 'no' | 'open' | 'stopped';

/**
 * Narrows demands that cannot hold together down to a smallest set of them, those left out first that come
 * first.
 *
 * Deletion filter, halves at a time: demands are left out together where the rest still conflicts, and
 * else each half by itself. What is left out stays out, so a demand without which the rest could hold is
 * needed for good, and of n demands about k·log(n) questions find the k that are.
 *
 * @see Chinneck (2008), Feasibility and Infeasibility in Optimization, chapter 6
 */
export function narrowConflict<Demand>(
  demands: readonly Demand[],
  isConflict: (kept: readonly Demand[]) => IsConflict,
): NarrowedConflict<Demand> {
  const isKept = demands.map(() => true);
  let smallest: 'proved' | 'open' = 'proved';
  let isStopped = false;

  function leaveOut(from: number, to: number): void {
    if (isStopped || from === to) return;
    isKept.fill(false, from, to);
    const answer = isConflict(demands.filter((_, place) => isKept[place]));
    if (answer === 'yes') return;
    isKept.fill(true, from, to);
    isStopped = answer === 'stopped';
    if (isStopped || (answer === 'open' && to === from + 1)) smallest = 'open';
    if (to === from + 1) return;
    const middle = (from + to) >> 1;
    leaveOut(from, middle);
    leaveOut(middle, to);
  }

  leaveOut(0, demands.length);
  return { conflict: demands.filter((_, place) => isKept[place]), smallest };
}
