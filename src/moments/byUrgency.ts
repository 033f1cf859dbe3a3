import type { MomentOfTruth } from '../model/momentOfTruth.ts';
import { medianRatings } from './judgements/medianRatings.ts';
import { RANK_OF_LEVEL } from './rankOfLevel.ts';
import { readJudgements } from './judgements/readJudgements.ts';
import type { MomentVerdict, RiskRatings } from './types.ts';

/**
 * Puts verdicts in order, the most critical first: by level, then by what incidents cost, then by
 * severity, occurrence and detection as judged. Those that are alike in all of it stay in their order.
 *
 * @param moments - the moments of the cycle
 * @param verdicts - one for each of them, in the same order
 */
export function byUrgency<Verdict extends Pick<MomentVerdict, 'level' | 'dissatisfiedPerThousand'>>(
  moments: readonly MomentOfTruth[],
  verdicts: readonly Verdict[],
): readonly Verdict[] {
  return verdicts
    .map((verdict, place) => ({
      verdict,
      cost: Math.max(0, verdict.dissatisfiedPerThousand?.value ?? 0),
      ratings: ratingsOf(moments[place]),
    }))
    .toSorted(
      (one, other) =>
        RANK_OF_LEVEL[one.verdict.level] - RANK_OF_LEVEL[other.verdict.level] ||
        other.cost - one.cost ||
        other.ratings.severity - one.ratings.severity ||
        other.ratings.occurrence - one.ratings.occurrence ||
        other.ratings.detection - one.ratings.detection,
    )
    .map(({ verdict }) => verdict);
}

function ratingsOf(moment: MomentOfTruth | undefined): RiskRatings {
  const { complete } = readJudgements(moment?.judgements ?? []);
  return complete.length === 0
    ? { severity: 0, occurrence: 0, detection: 0 }
    : medianRatings(complete);
}
