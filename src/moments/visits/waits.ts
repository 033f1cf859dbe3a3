import { createSketchBuilder } from '../../stats/sketch/createSketchBuilder.ts';
import { emptySketch } from '../../stats/sketch/emptySketch.ts';
import { mergeSketches } from '../../stats/sketch/mergeSketches.ts';
import { nearestRank } from '../../stats/sketch/nearestRank.ts';
import { quantileOf } from '../../stats/sketch/quantileOf.ts';
import type { QuantileSketch } from '../../stats/sketch/quantileSketch.ts';

/** Waits, each different one kept. */
export interface ExactWaits {
  /** Tells exact waits from a sketch. */
  readonly kind: 'exact';
  /** How many waits there are. */
  readonly n: number;
  /** Each different wait in seconds, ascending, and how many customers had it. */
  readonly counts: readonly (readonly [seconds: number, count: number])[];
}

/** Waits at a moment: a sketch of their quantiles, or each different one. */
export type WaitTally = ExactWaits | QuantileSketch;

/** Counts waits. */
export interface WaitCounter {
  /** Counts a wait in seconds. */
  readonly add: (seconds: number) => void;
  /** What was counted. */
  readonly counted: () => WaitTally;
}

/** A wait is a number of seconds, 0 or more; what is longer than all of time is none. */
export function isWait(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 1e300;
}

/** Counts waits in the way asked for. */
export function waitCounter(kept: 'sketch' | 'exact'): WaitCounter {
  if (kept === 'sketch') {
    const { add, build } = createSketchBuilder(emptySketch());
    return { add, counted: build };
  }
  const counts = new Map<number, number>();
  let n = 0;
  return {
    add: (seconds) => {
      n += 1;
      counts.set(seconds, (counts.get(seconds) ?? 0) + 1);
    },
    counted: () => ({ kind: 'exact', n, counts: inOrder(counts) }),
  };
}

/** The wait in seconds that at least a share of all do not exceed: exact, or to within the accuracy of the sketch. */
export function waitQuantile(waits: WaitTally, share: number): number | undefined {
  if (waits.n === 0) return undefined;
  if (waits.kind !== 'exact') {
    const found = quantileOf(waits, share);
    return found.kind === 'estimate' ? found.value : undefined;
  }
  const rank = nearestRank(share, waits.n);
  let upTo = 0;
  for (const [seconds, count] of waits.counts) {
    upTo += count;
    if (upTo >= rank) return seconds;
  }
  return undefined;
}

/** Adds up waits that are kept in the same way. */
export function mergeWaits(one: WaitTally, other: WaitTally): WaitTally {
  if (one.kind !== 'exact' || other.kind !== 'exact') {
    return mergeSketches([one, other].filter((waits) => waits.kind !== 'exact'));
  }
  const counts = new Map(one.counts);
  for (const [seconds, count] of other.counts)
    counts.set(seconds, (counts.get(seconds) ?? 0) + count);
  return { kind: 'exact', n: one.n + other.n, counts: inOrder(counts) };
}

function inOrder(
  counts: ReadonlyMap<number, number>,
): readonly (readonly [seconds: number, count: number])[] {
  return [...counts].sort(([one], [another]) => one - another);
}
