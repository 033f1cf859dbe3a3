import type { MomentOfTruth } from '../model/momentOfTruth.ts';
import { medianPriority, RANK_OF_PRIORITY } from './judgements/medianPriority.ts';
import { medianRatings } from './judgements/medianRatings.ts';
import { readJudgements } from './judgements/readJudgements.ts';
import { RANK_OF_LEVEL } from './rankOfLevel.ts';
import type { RiskRatings } from './reasonTypes.ts';
import type { MomentVerdict } from './types.ts';

/** A verdict as far as its place depends on it. */
interface JudgedVerdict extends Pick<MomentVerdict, 'level' | 'dissatisfiedPerThousand'> {
  readonly reasons: readonly object[];
}

/**
 * Puts verdicts in order, the most critical first: by level, then by the burden of incidents, then by
 * action priority, severity, occurrence and detection as judged. Those that are alike in all of it stay in their order.
 *
 * Where a verdict from visits is held back, since a mood may stand behind them, so are all burdens of these visits:
 * what is no proof of a critical moment does not go before what people judged either.
 *
 * @param moments - the moments of the cycle
 * @param verdicts - one for each of them, in the same order
 */
export function byUrgency<Verdict extends JudgedVerdict>(
  moments: readonly MomentOfTruth[],
  verdicts: readonly Verdict[],
): readonly Verdict[] {
  const isHeldBack = verdicts.some(({ reasons }) =>
    reasons.some((reason) => Reflect.get(reason, 'heldBack') === 'common-source'),
  );
  return verdicts
    .map((verdict, place) => ({
      verdict,
      cost: isHeldBack ? 0 : Math.max(0, verdict.dissatisfiedPerThousand?.value ?? 0),
      ...judgedOf(moments[place]),
    }))
    .toSorted(
      (one, other) =>
        RANK_OF_LEVEL[one.verdict.level] - RANK_OF_LEVEL[other.verdict.level] ||
        other.cost - one.cost ||
        one.priority - other.priority ||
        other.ratings.severity - one.ratings.severity ||
        other.ratings.occurrence - one.ratings.occurrence ||
        other.ratings.detection - one.ratings.detection,
    )
    .map(({ verdict }) => verdict);
}

/** After every priority. */
const UNJUDGED = 3;

function judgedOf(moment: MomentOfTruth | undefined): {
  readonly priority: number;
  readonly ratings: RiskRatings;
} {
  const { complete } = readJudgements(moment?.judgements ?? []);
  return complete.length === 0
    ? { priority: UNJUDGED, ratings: { severity: 0, occurrence: 0, detection: 0 } }
    : { priority: RANK_OF_PRIORITY[medianPriority(complete)], ratings: medianRatings(complete) };
}
