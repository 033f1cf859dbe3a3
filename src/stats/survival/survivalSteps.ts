/** Durations in ascending order, each once, with how often it came. */
export interface CountedDurations {
  /** The durations, in ascending order. */
  readonly values: readonly number[];
  /** How often each came. */
  readonly counts: readonly number[];
}

/** What happens at one duration. */
export interface SurvivalCount {
  /** The duration. */
  readonly time: number;
  /** How many had come so far, those included that end or leave at this duration. */
  readonly atRisk: number;
  /** How many ended at this duration. */
  readonly events: number;
  /** How many were last seen at this duration, and had not ended. */
  readonly censored: number;
  /** The share that lasts longer. */
  readonly survival: number;
  /** Greenwood's sum: the squared relative standard error of the share; Infinity where it is 0. */
  readonly relativeVariance: number;
}

/**
 * The share that lasts longer than each duration met, with Greenwood's sum.
 *
 *     S(t) = Π over t(i) <= t of (1 - d(i)/n(i))
 *     V(t) = Σ over t(i) <= t of d(i) / (n(i)·(n(i) - d(i)))
 *
 * Who is last seen at a duration at which others end was at risk of ending there.
 */
export function survivalSteps(
  ended: CountedDurations,
  notEnded: CountedDurations,
): readonly SurvivalCount[] {
  const steps: SurvivalCount[] = [];
  let atRisk = total(ended.counts) + total(notEnded.counts);
  let survival = 1;
  let relativeVariance = 0;
  let left = 0;
  let right = 0;
  while (left < ended.values.length || right < notEnded.values.length) {
    const one = ended.values[left] ?? Infinity;
    const other = notEnded.values[right] ?? Infinity;
    const time = Math.min(one, other);
    const events = one === time ? (ended.counts[left] ?? 0) : 0;
    const censored = other === time ? (notEnded.counts[right] ?? 0) : 0;
    if (one === time) left += 1;
    if (other === time) right += 1;
    if (events > 0) {
      survival *= (atRisk - events) / atRisk;
      relativeVariance += events / atRisk / (atRisk - events);
    }
    if (events + censored > 0) {
      steps.push({ time, atRisk, events, censored, survival, relativeVariance });
    }
    atRisk -= events + censored;
  }
  return steps;
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
