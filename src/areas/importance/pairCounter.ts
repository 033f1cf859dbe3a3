import { addNumber, fixedPointSums, makeRoom } from '../../survey/tally/fixedPointCells.ts';
import type { PairCounts } from './types.ts';

/** Counts pairs of values. */
export interface PairCounter {
  /** Adds a pair with its weight. */
  readonly add: (driver: number, outcome: number, weight: number) => void;
  /** The pairs counted, in order. */
  readonly counted: () => PairCounts;
}

/** Makes a counter of pairs. */
export function pairCounter(): PairCounter {
  const slots = new Map<number, Map<number, number>>();
  const sums = fixedPointSums(64);
  let used = 0;

  function slotOf(driver: number, outcome: number): number {
    let row = slots.get(driver);
    if (row === undefined) slots.set(driver, (row = new Map<number, number>()));
    const known = row.get(outcome);
    if (known !== undefined) return known;
    row.set(outcome, used);
    used += 1;
    makeRoom(sums, used);
    return used - 1;
  }

  return {
    add(driver, outcome, weight) {
      addNumber(sums, slotOf(driver, outcome), weight);
    },
    counted() {
      const entries = [...slots]
        .flatMap(([driver, row]) => [...row].map(([outcome, slot]) => ({ driver, outcome, slot })))
        .sort((a, b) => a.driver - b.driver || a.outcome - b.outcome);
      return {
        driver: entries.map(({ driver }) => driver),
        outcome: entries.map(({ outcome }) => outcome),
        counts: {
          whole: entries.map(({ slot }) => sums.whole[slot] ?? 0),
          fraction: entries.map(({ slot }) => sums.fraction[slot] ?? 0),
          fine: entries.map(({ slot }) => sums.fine[slot] ?? 0),
        },
      };
    },
  };
}
