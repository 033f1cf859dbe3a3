/** A sum of unknown counts that is known: of which, how often each, and what it comes to. */
export interface Equation {
  /** The unknown counts, by position. */
  readonly at: readonly number[];
  /** How often each is in the sum. */
  readonly times: readonly number[];
}

/** What can be said about unknown counts: the least and the most that each can be. */
export interface Bounds {
  /** The least. */
  readonly low: Float64Array;
  /** The most. */
  readonly high: Float64Array;
}

/** So often at most are all equations gone through. */
const PASSES = 40;

/** Room for rounding in equations that elimination has made. */
const SLACK = 1e-7;

/**
 * Draws the bounds of unknown whole numbers together, as far as known sums of them do, one equation
 * after another: each count is at most what is left when all others are at their least.
 *
 * @param equations - the sums
 * @param sums - what each comes to
 * @param bounds - the bounds so far; they are drawn together in place
 * @returns how many steps it took; `moved` says whether any bound moved
 */
export function propagate(
  equations: readonly Equation[],
  sums: readonly number[],
  { low, high }: Bounds,
): { readonly moved: boolean; readonly work: number } {
  let moved = false;
  let work = 0;
  for (let pass = 0; pass < PASSES; pass += 1) {
    let again = false;
    for (let row = 0; row < equations.length; row += 1) {
      const { at, times } = equations[row] as Equation;
      const sum = sums[row] as number;
      work += 2 * at.length;
      let least = 0;
      let most = 0;
      let boundless = 0;
      let boundlessBelow = 0;
      for (let place = 0; place < at.length; place += 1) {
        const factor = times[place] as number;
        const [from, to] = factor > 0 ? [low, high] : [high, low];
        const a = factor * (from[at[place] as number] as number);
        const b = factor * (to[at[place] as number] as number);
        if (a === -Infinity) boundlessBelow += 1;
        else least += a;
        if (b === Infinity) boundless += 1;
        else most += b;
      }
      for (let place = 0; place < at.length; place += 1) {
        const factor = times[place] as number;
        const unknown = at[place] as number;
        const from = low[unknown] as number;
        const to = high[unknown] as number;
        if (from === to) continue;
        const a = factor > 0 ? factor * from : factor * to;
        const b = factor > 0 ? factor * to : factor * from;
        // What the others come to at least and at most.
        const least0 =
          a === -Infinity
            ? boundlessBelow > 1
              ? -Infinity
              : least
            : boundlessBelow > 0
              ? -Infinity
              : least - a;
        const most0 =
          b === Infinity ? (boundless > 1 ? Infinity : most) : boundless > 0 ? Infinity : most - b;
        const one = (sum - least0) / factor;
        const other = (sum - most0) / factor;
        const up = Math.floor((factor > 0 ? one : other) + SLACK);
        const down = Math.ceil((factor > 0 ? other : one) - SLACK);
        if (up < to) {
          high[unknown] = up;
          again = true;
        }
        if (down > from) {
          low[unknown] = down;
          again = true;
        }
        if (up < to || down > from) {
          // The sums of bounds have changed: they are made anew with the next pass.
          const c =
            factor > 0 ? factor * (low[unknown] as number) : factor * (high[unknown] as number);
          const d =
            factor > 0 ? factor * (high[unknown] as number) : factor * (low[unknown] as number);
          if (a === -Infinity) {
            if (c !== -Infinity) {
              boundlessBelow -= 1;
              least += c;
            }
          } else least += c - a;
          if (b === Infinity) {
            if (d !== Infinity) {
              boundless -= 1;
              most += d;
            }
          } else most += d - b;
        }
      }
    }
    moved ||= again;
    if (!again) break;
  }
  return { moved, work };
}

/** Sums that were solved, and how many steps it took. */
export interface Solved {
  /** The equations that came out. */
  readonly equations: readonly Equation[];
  /** The steps. */
  readonly work: number;
}

/**
 * Solves equations for as many unknowns as they tell apart (Gauss and Jordan): each that comes out has an
 * unknown that no other has. One that is left with a single unknown tells it exactly.
 *
 * Only what is not 0 is kept, since a group is in few sums.
 *
 * @param equations - the sums
 * @param most - so many steps may be taken; after that what came out so far is given
 */
export function eliminate(equations: readonly Equation[], most: number): Solved {
  const rows: Map<number, number>[] = [];
  /** The row that is solved for each unknown. */
  const solvedFor = new Map<number, number>();
  /** The rows that have each unknown. */
  const holders = new Map<number, Set<number>>();
  let work = 0;
  const add = (
    row: Map<number, number>,
    other: Map<number, number>,
    times: number,
    id?: number,
  ): void => {
    for (const [unknown, factor] of other) {
      const sum = (row.get(unknown) ?? 0) + times * factor;
      if (Math.abs(sum) < SLACK) {
        row.delete(unknown);
        if (id !== undefined) holders.get(unknown)?.delete(id);
        continue;
      }
      row.set(unknown, sum);
      if (id !== undefined) hold(unknown, id);
    }
    work += other.size;
  };
  const hold = (unknown: number, id: number): void => {
    const known = holders.get(unknown);
    if (known === undefined) holders.set(unknown, new Set([id]));
    else known.add(id);
  };
  for (const { at, times } of equations) {
    if (work > most) break;
    const row = new Map<number, number>();
    for (const [place, unknown] of at.entries()) row.set(unknown, times[place] as number);
    for (const unknown of at) {
      const factor = row.get(unknown);
      const solved = solvedFor.get(unknown);
      if (factor === undefined || solved === undefined) continue;
      add(row, rows[solved] as Map<number, number>, -factor);
    }
    // The unknown that the fewest others have, so that the others stay short.
    let pivot: number | undefined;
    for (const unknown of row.keys()) {
      const size = holders.get(unknown)?.size ?? 0;
      if (pivot === undefined || size < (holders.get(pivot)?.size ?? 0)) pivot = unknown;
    }
    if (pivot === undefined) continue;
    const first = row.get(pivot) as number;
    for (const [unknown, factor] of row) row.set(unknown, factor / first);
    const id = rows.length;
    for (const other of [...(holders.get(pivot) ?? [])]) {
      const target = rows[other] as Map<number, number>;
      add(target, row, -(target.get(pivot) as number), other);
    }
    rows.push(row);
    solvedFor.set(pivot, id);
    for (const unknown of row.keys()) hold(unknown, id);
    work += row.size;
  }
  return {
    equations: rows.map((row) => ({
      at: [...row.keys()],
      times: [...row.values()].map((factor) => {
        const rounded = Math.round(factor);
        return Math.abs(factor - rounded) < SLACK ? rounded : factor;
      }),
    })),
    work,
  };
}
