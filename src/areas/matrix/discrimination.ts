import type { AnswerCounts } from '../../survey/types.ts';

/** Importance that does not tell one thing from another. */
export interface NoDiscrimination {
  /** Tells this warning from others. */
  readonly code: 'importance-does-not-discriminate';
  /** The highest importance less the lowest. */
  readonly range: number;
  /** The range from which it would discriminate. */
  readonly needed: number;
}

/** Below so many standard deviations of the answers, importance does not discriminate. */
const DISCRIMINATES_FROM = 0.3;

/**
 * Tells when what is said to matter hardly differs from thing to thing: by less than 0.3 standard
 * deviations of the answers to one question, or not at all.
 *
 * @param values - the importance of each
 * @param answers - the answers behind them, where there are any
 */
export function discrimination(
  values: readonly number[],
  answers: readonly AnswerCounts[],
): readonly NoDiscrimination[] {
  if (values.length < 2) return [];
  const highest = values.reduce((most, value) => Math.max(most, value), -Infinity);
  const lowest = values.reduce((least, value) => Math.min(least, value), Infinity);
  const range = highest - lowest;
  const pooled = answers.reduce((sum, each) => sum + varianceOf(each), 0) / (answers.length || 1);
  const needed = DISCRIMINATES_FROM * Math.sqrt(pooled);
  return range < needed || range === 0
    ? [{ code: 'importance-does-not-discriminate', range, needed }]
    : [];
}

/** The variance of answers with n - 1; 0 of fewer than two. */
function varianceOf({ scale, perAnswer }: AnswerCounts): number {
  let n = 0;
  let sum = 0;
  let squares = 0;
  for (const [place, count] of perAnswer.entries()) {
    n += count;
    sum += count * place;
    squares += count * place * place;
  }
  const step = scale.step ?? 1;
  return n < 2 ? 0 : (step * step * (n * squares - sum * sum)) / (n * (n - 1));
}
