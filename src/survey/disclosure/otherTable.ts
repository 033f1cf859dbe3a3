import type { Equation } from './attack.ts';

/** How much less and how much more each unknown count can be. */
export interface Room {
  /** How much less. */
  readonly down: ArrayLike<number>;
  /** How much more. */
  readonly up: ArrayLike<number>;
}

/** Changes of unknown counts: which change, and by how much. */
export type Change = ReadonlyMap<number, number>;

/** Looks for changes of unknown counts that leave every sum as it is. */
export interface OtherTables {
  /**
   * Changes of which one changes this unknown by this step, 1 or -1, within the room there is; nothing where
   * none was found, which does not say that there is none.
   */
  readonly find: (unknown: number, step: number, room: Room) => Change | undefined;
  /** The steps taken so far. */
  readonly work: () => number;
}

/** So many changes are tried in one search. */
const MOST_TRIES = 160;

/** So many unknowns of a sum are looked at. */
const MOST_LOOKED = 40;

/**
 * Tables that show the same as the true one. What changes in one is proven to be unknown, whatever else an
 * attacker may think of: both tables are whole numbers with the same sums.
 *
 * A change of one count leaves the sums that it is in amiss. Each is set right by changing another count in
 * it by one, the one first that leaves least amiss, until all are right; where nothing is left to change the
 * last choice is taken back.
 *
 * @param equations - the sums, each unknown in them once, added or taken off
 * @param size - how many unknowns there are
 */
export function otherTables(equations: readonly Equation[], size: number): OtherTables {
  const rowsOf = Array.from({ length: size }, (): number[] => []);
  const signsOf = Array.from({ length: size }, (): number[] => []);
  const placeIn = Array.from({ length: size }, (): number[] => []);
  for (const [row, { at, times }] of equations.entries()) {
    for (const [place, unknown] of at.entries()) {
      rowsOf[unknown]?.push(row);
      signsOf[unknown]?.push(times[place] as number);
      placeIn[unknown]?.push(place);
    }
  }
  const amiss = new Int32Array(equations.length);
  const open = new Set<number>();
  const change = new Map<number, number>();
  let work = 0;
  let left = 0;
  let from = 0;
  const apply = (unknown: number, step: number): void => {
    const changed = (change.get(unknown) ?? 0) + step;
    if (changed === 0) change.delete(unknown);
    else change.set(unknown, changed);
    const rows = rowsOf[unknown] as number[];
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at] as number;
      amiss[row] = (amiss[row] as number) + step * (signsOf[unknown]?.[at] as number);
      if (amiss[row] === 0) open.delete(row);
      else open.add(row);
    }
    work += rows.length;
  };
  /** How much more is amiss after a step. */
  const costOf = (unknown: number, step: number): number => {
    const rows = rowsOf[unknown] as number[];
    let cost = 0;
    for (let at = 0; at < rows.length; at += 1) {
      const now = amiss[rows[at] as number] as number;
      cost += Math.abs(now + step * (signsOf[unknown]?.[at] as number)) - Math.abs(now);
    }
    work += rows.length;
    return cost;
  };
  const close = ({ down, up }: Room): boolean => {
    if (open.size === 0) return true;
    if (left <= 0) return false;
    // The sum that can be set right in the fewest ways.
    let ways: [number, number, number][] | undefined;
    let looked = 0;
    for (const row of open) {
      if (looked === 4) break;
      looked += 1;
      const { at, times } = equations[row] as Equation;
      const sign = -Math.sign(amiss[row] as number);
      const own: [number, number, number][] = [];
      // Large sums are gone through from where the search began, so that not all searches meet the same.
      const start = at.length > MOST_LOOKED ? from % at.length : 0;
      for (let gone = 0; gone < at.length && own.length < MOST_LOOKED; gone += 1) {
        const place = (start + gone) % at.length;
        const unknown = at[place] as number;
        const step = sign * (times[place] as number);
        const changed = change.get(unknown) ?? 0;
        work += 1;
        if (changed * step < 0) continue;
        if (changed + step > (up[unknown] as number)) continue;
        if (changed + step < -(down[unknown] as number)) continue;
        const cost = costOf(unknown, step);
        own.push([unknown, step, cost]);
        if (at.length > MOST_LOOKED && cost < 0) break;
      }
      if (own.length === 0) return false;
      if (ways === undefined || own.length < ways.length) ways = own;
    }
    for (const [unknown, step] of (ways ?? []).sort((a, b) => a[2] - b[2])) {
      left -= 1;
      apply(unknown, step);
      if (close({ down, up })) return true;
      apply(unknown, -step);
      if (left <= 0) return false;
    }
    return false;
  };
  return {
    find: (unknown, step, room) => {
      const most = (step > 0 ? room.up : room.down)[unknown] as number;
      if (most < 1) return undefined;
      left = MOST_TRIES;
      from = (placeIn[unknown]?.[0] ?? 0) + 1;
      apply(unknown, step);
      const found = close(room) ? new Map(change) : undefined;
      for (const row of open) amiss[row] = 0;
      open.clear();
      change.clear();
      return found;
    },
    work: () => work,
  };
}
