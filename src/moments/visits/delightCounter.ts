import { addCounts } from './addCounts.ts';
import type { Delights } from './countTypes.ts';
import type { CurrentVisit } from './currentVisit.ts';
import { triangle } from './triangle.ts';

/** Counts delights, which of them come together, and how pleased customers were with the whole. */
export interface DelightCounter {
  /** Counts a visit with a delight. */
  readonly add: (visit: CurrentVisit) => void;
  /** What was counted. */
  readonly counted: () => Delights;
}

/** How many cells a moment has: pleased, other and unknown. */
const CELLS = 3;

/**
 * A counter for so many moments.
 *
 * @param moments - how many moments the cycle has
 * @param pleasedFrom - the place of the lowest overall answer of customers who are pleased
 * @param silent - the place of an overall answer that says that there is none
 */
export function delightCounter(
  moments: number,
  pleasedFrom: number,
  silent: number,
): DelightCounter {
  // Few services are told of delights: nothing is kept until the first one.
  let kept: { cells: Float64Array; together: ReturnType<typeof triangle> } | undefined;

  function add({ delights, overall }: CurrentVisit): void {
    kept ??= { cells: new Float64Array(moments * CELLS), together: triangle(moments) };
    const { cells, together } = kept;
    const answer = overall === silent ? 2 : overall >= pleasedFrom ? 0 : 1;
    for (let nth = 0; nth < delights.count; nth += 1) {
      const cell = (delights.at[nth] as number) * CELLS + answer;
      cells[cell] = (cells[cell] as number) + 1;
    }
    if (answer < 2) together.add(delights);
  }

  function counted(): Delights {
    if (kept === undefined) return { moments: [], together: [] };
    const { cells, together } = kept;
    return {
      moments: Array.from({ length: moments }, (_, place) => {
        const [pleased = 0, other = 0, unknown = 0] = cells.subarray(place * CELLS);
        return { pleased, other, unknown };
      }),
      together: together.counted(),
    };
  }

  return { add, counted };
}

/** Adds up delights of two parts. */
export function mergeDelights(one: Delights, other: Delights): Delights {
  if (one.moments.length === 0) return other;
  if (other.moments.length === 0) return one;
  return addCounts(one, other);
}
