import type { DurationTally } from './types.ts';

/**
 * The median of counted durations: the middle one, or the mean of the middle two; nothing where there
 * are none.
 */
export function medianDuration({ counts }: DurationTally): number | undefined {
  const n = counts.reduce((sum, [, count]) => sum + count, 0);
  const lower = durationAt(counts, Math.floor((n - 1) / 2));
  const upper = durationAt(counts, Math.floor(n / 2));
  if (lower === undefined || upper === undefined) return undefined;
  return lower + (upper - lower) / 2;
}

/** The duration of the response at a rank, from 0 for the shortest. */
function durationAt(counts: DurationTally['counts'], rank: number): number | undefined {
  let passed = 0;
  for (const [duration, count] of counts) {
    passed += count;
    if (passed > rank) return duration;
  }
  return undefined;
}
