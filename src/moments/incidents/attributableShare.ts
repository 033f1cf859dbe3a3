import type { FourfoldCounts } from '../../stats/agreement/mantelHaenszelOddsRatio.ts';
import { criticalValue } from '../../stats/distributions/normal.ts';
import type { AttributableShare } from './incidentTypes.ts';

/**
 * The share of `dissatisfied` visits that goes with incidents, of a table of which no row and no column
 * is empty. `dissatisfied` can be more than the table holds: the rest, e, never passed the moment.
 *
 *     rest = (c·N/(c + d) + e) / dissatisfied,  share = 1 - rest
 *     variance of ln(rest) = Σ over cells of count·(derivative of ln(rest) by the count)²
 *     limits = 1 - rest·exp(±z·standard error)
 *
 * Without e the variance is Walter's, (b + share·(a + d)) / (N·c). As he does, it takes the counts as
 * drawn from all visits.
 */
export function attributableShare(
  { a, b, c, d }: FourfoldCounts,
  dissatisfied: number,
  level: number,
): AttributableShare {
  const elsewhere = dissatisfied - a - c;
  const without = c + d;
  const p0 = c / without;
  const expected = p0 * (a + b) + c + elsewhere;
  // Not 1 - rest, which would leave rounding where both shares of the table are the same.
  const value = (a * d - b * c) / without / dissatisfied;
  if (c === 0) return { value, dissatisfied };

  const ofSatisfied = p0 / expected;
  const ofMissed = 1 / expected - 1 / dissatisfied;
  const variance =
    a * (ofSatisfied - 1 / dissatisfied) ** 2 +
    b * ofSatisfied ** 2 +
    c * (ofMissed + ((a + b) * d) / without / without / expected) ** 2 +
    d * (((a + b) * p0) / without / expected) ** 2 +
    elsewhere * ofMissed ** 2;
  const rest = expected / dissatisfied;
  const factor = Math.exp(criticalValue(level) * Math.sqrt(variance));
  return {
    value,
    interval: { low: 1 - rest * factor, high: 1 - rest / factor, level, method: 'walter' },
    dissatisfied,
  };
}
