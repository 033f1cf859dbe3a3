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
  // The sums of each unknown one after another, in plain lists: tables are looked for again and again.
  const firstOf = new Int32Array(size + 1);
  for (const { at } of equations) {
    for (const unknown of at) firstOf[unknown + 1] = (firstOf[unknown + 1] as number) + 1;
  }
  for (let unknown = 0; unknown < size; unknown += 1) {
    firstOf[unknown + 1] = (firstOf[unknown + 1] as number) + (firstOf[unknown] as number);
  }
  const rowAt = new Int32Array(firstOf[size] as number);
  const signAt = new Int8Array(rowAt.length);
  const placeIn = new Int32Array(rowAt.length);
  const next = firstOf.slice(0, size);
  for (let row = 0; row < equations.length; row += 1) {
    const { at, times } = equations[row] as Equation;
    for (let place = 0; place < at.length; place += 1) {
      const slot = next[at[place] as number] as number;
      next[at[place] as number] = slot + 1;
      rowAt[slot] = row;
      signAt[slot] = times[place] as number;
      placeIn[slot] = place;
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
    const end = firstOf[unknown + 1] as number;
    for (let slot = firstOf[unknown] as number; slot < end; slot += 1) {
      const row = rowAt[slot] as number;
      amiss[row] = (amiss[row] as number) + step * (signAt[slot] as number);
      if (amiss[row] === 0) open.delete(row);
      else open.add(row);
    }
    work += end - (firstOf[unknown] as number);
  };
  /** How much more is amiss after a step. */
  const costOf = (unknown: number, step: number): number => {
    const end = firstOf[unknown + 1] as number;
    let cost = 0;
    for (let slot = firstOf[unknown] as number; slot < end; slot += 1) {
      const now = amiss[rowAt[slot] as number] as number;
      cost += Math.abs(now + step * (signAt[slot] as number)) - Math.abs(now);
    }
    work += end - (firstOf[unknown] as number);
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
      const isInAny = firstOf[unknown] !== firstOf[unknown + 1];
      from = isInAny ? (placeIn[firstOf[unknown] as number] as number) + 1 : 1;
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
