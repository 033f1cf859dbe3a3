import type { WaitStandardCounts } from './countTypes.ts';
import { ENDED_CELLS, type Ended, endedCounts } from './endedCounts.ts';
import type { WaitLimit } from './waitLimits.ts';
import { type WaitTally, waitCounter } from './waits.ts';

/** Counts the waits at one moment and holds them against its standards. */
export interface WaitCells {
  /** Counts a wait in seconds, finite, 0 or more. */
  readonly add: (seconds: number, ended: Ended) => void;
  /** What was counted. */
  readonly counted: () => {
    readonly waits: WaitTally;
    readonly standards: readonly WaitStandardCounts[];
  };
}

/** A counter for one moment. */
export function waitCells(kept: 'sketch' | 'exact', limits: readonly WaitLimit[]): WaitCells {
  const all = waitCounter(kept);
  const width = 2 * ENDED_CELLS;
  const cells = new Float64Array(limits.length * width);

  function add(seconds: number, ended: Ended): void {
    all.add(seconds);
    let cell = ended;
    for (const { limitSeconds } of limits) {
      const place = seconds <= limitSeconds ? cell : cell + ENDED_CELLS;
      cells[place] = (cells[place] as number) + 1;
      cell += width;
    }
  }

  function counted(): ReturnType<WaitCells['counted']> {
    const standards = limits.map((limit, place) => ({
      ...limit,
      within: endedCounts(cells, place * width),
      beyond: endedCounts(cells, place * width + ENDED_CELLS),
    }));
    return { waits: all.counted(), standards };
  }

  return { add, counted };
}
