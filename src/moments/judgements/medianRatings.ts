import type { Judgement } from '../../model/momentOfTruth.ts';
import type { RiskRatings } from '../reasonTypes.ts';

/**
 * The median of each rating over several people. Between two middle ratings it takes the higher,
 * since half a rating does not exist and the higher one is on the side of caution.
 */
export function medianRatings(judgements: readonly Judgement[]): RiskRatings {
  return {
    severity: upperMedian(judgements.map(({ severity }) => severity)),
    occurrence: upperMedian(judgements.map(({ occurrence }) => occurrence)),
    detection: upperMedian(judgements.map(({ detection }) => detection)),
  };
}

function upperMedian(ratings: readonly number[]): number {
  const sorted = ratings.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
