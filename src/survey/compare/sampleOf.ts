import type { Score } from '../types.ts';

/** What a comparison knows of the answers behind a score. */
export interface Sample {
  /** How many answers the score is as precise as. */
  readonly n: number;
  /** How many of these gave each answer of the scale, the lowest answer first. */
  readonly perAnswer: readonly number[];
}

/**
 * The answers behind a score, as many as they count for. Every comparison takes n, shares, means and
 * variances from here and from nowhere else.
 */
export function sampleOf({ counts }: Score): Sample {
  return { n: counts.answered, perAnswer: counts.perAnswer };
}
