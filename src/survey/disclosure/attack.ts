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

/**
 * Solves the equations for as many unknowns as they tell apart (Gauss and Jordan): each equation that
 * comes out has one unknown that no other has. One that is left with a single unknown tells it exactly.
 *
 * @param equations - the sums
 * @param size - how many unknowns there are
 */
export function eliminate(equations: readonly Equation[], size: number): readonly Equation[] {
  const rows = equations.map(({ at, times }) => {
    const row = new Float64Array(size);
    for (const [place, unknown] of at.entries())
      row[unknown] = (row[unknown] ?? 0) + (times[place] ?? 0);
    return row;
  });
  let done = 0;
  for (let unknown = 0; unknown < size && done < rows.length; unknown += 1) {
    let pivot = done;
    while (pivot < rows.length && Math.abs(rows[pivot]?.[unknown] ?? 0) < SLACK) pivot += 1;
    if (pivot === rows.length) continue;
    const row = rows[pivot] as (typeof rows)[number];
    rows[pivot] = rows[done] as (typeof rows)[number];
    rows[done] = row;
    const factor = row[unknown] as number;
    if (factor !== 1) for (let at = 0; at < size; at += 1) row[at] = (row[at] as number) / factor;
    for (const [other, target] of rows.entries()) {
      const times = target[unknown] as number;
      if (other === done || Math.abs(times) < SLACK) continue;
      for (let at = unknown; at < size; at += 1) {
        target[at] = (target[at] as number) - times * (row[at] as number);
      }
    }
    done += 1;
  }
  return rows.slice(0, done).map((row) => {
    const at: number[] = [];
    const times: number[] = [];
    for (const [unknown, factor] of row.entries()) {
      if (Math.abs(factor) < SLACK) continue;
      at.push(unknown);
      const rounded = Math.round(factor);
      times.push(Math.abs(factor - rounded) < SLACK ? rounded : factor);
    }
    return { at, times };
  });
}
