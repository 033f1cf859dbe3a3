import type { Estimate, NotEstimableReason } from '../../shared/estimate.ts';
import type { Score } from '../types.ts';
import { definitionMismatch, type QuestionMeanings } from './definitionMismatch.ts';
import { ordinalComparison } from './ordinalComparison.ts';
import { sampleOf } from './sampleOf.ts';
import { type ScoreChange, scoreChange } from './scoreChange.ts';
import type {
  ChangeVerdict,
  ComparedScore,
  DefinitionMismatch,
  NothingToCompare,
  ScoreComparison,
} from './types.ts';

/** Two scores compared, before it is said what that comes to. */
export type MeasuredChange = Omit<ScoreComparison, keyof ChangeVerdict>;

/** Compares two scores where they are of one definition and both estimable, or says why not. */
export function measureChange(
  before: ComparedScore,
  after: ComparedScore,
  level: number,
  meanings?: QuestionMeanings,
): MeasuredChange | DefinitionMismatch | NothingToCompare {
  const mismatch = definitionMismatch(before.definition, after.definition, meanings);
  if (mismatch !== undefined) return mismatch;
  const reasons = { before: reasonAgainst(before), after: reasonAgainst(after) };
  if (
    before.kind === 'not-estimable' ||
    after.kind === 'not-estimable' ||
    reasons.before ||
    reasons.after
  ) {
    return {
      kind: 'not-comparable',
      reason: 'not-estimable',
      details: {
        ...(reasons.before && { before: reasons.before }),
        ...(reasons.after && { after: reasons.after }),
      },
      ...(hasAnswers(before) &&
        hasAnswers(after) && {
          ordinal: ordinalComparison(sampleOf(before), sampleOf(after), level),
        }),
    };
  }
  const { definition } = after;
  const value = after.value - before.value;
  const earlier = sampleOf(before);
  const later = sampleOf(after);
  return {
    kind: 'comparison',
    metric: definition.metric,
    definition,
    before: estimateOf(before),
    after: estimateOf(after),
    ...withDifference(scoreChange(definition, earlier, later, level), value),
    ordinal: ordinalComparison(earlier, later, level),
  };
}

/** The change with the difference of the two values as they stand in the scores, to the last bit. */
export function withDifference({ difference, ...change }: ScoreChange, value: number): ScoreChange {
  const { low, high } = difference.interval;
  const interval = {
    ...difference.interval,
    low: Math.min(value, low),
    high: Math.max(value, high),
  };
  return { ...change, difference: { ...difference, value, interval } };
}

/** Why a score cannot be held against another; a mean of answers that are all the same has no spread. */
function reasonAgainst(score: ComparedScore): NotEstimableReason | undefined {
  if (score.kind === 'not-estimable') return score.reason;
  return score.interval.method === 'clopper-pearson' ? 'zero-variance' : undefined;
}

/** Whether there are answers that may be used: those of a suppressed group may not, if they are there. */
function hasAnswers(score: ComparedScore): score is Score {
  const isHidden = score.kind === 'not-estimable' && score.reason === 'suppressed';
  return !isHidden && 'counts' in score && sampleOf(score).n > 0;
}

/** The estimate alone, without what a score carries besides. */
export function estimateOf({ kind, value, unit, interval, n, basis }: Estimate): Estimate {
  return { kind, value, unit, interval, n, basis };
}
