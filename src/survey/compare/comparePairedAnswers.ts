import { answerCount } from '../../model/scaleAnswers.ts';
import { DEFAULT_LEVEL, type Estimated } from '../../shared/estimate.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { checkLevel } from '../../shared/refuse.ts';
import { wilcoxonSignedRank } from '../../stats/tests/wilcoxonSignedRank.ts';
import { customerEffort } from '../score/customerEffort.ts';
import { customerSatisfaction, type SatisfactionOptions } from '../score/customerSatisfaction.ts';
import { incidentShare } from '../score/incidentShare.ts';
import { meanRating } from '../score/meanRating.ts';
import { netPromoterScore } from '../score/netPromoterScore.ts';
import { sum } from '../answers/responseCounts.ts';
import type { AnswerCounts, Score, ScoreOptions } from '../types.ts';
import { changeVerdict } from './changeVerdict.ts';
import { countChanges } from './countChanges.ts';
import { pairedChange } from './pairedChange.ts';
import type {
  NoPairedChange,
  PairedAnswers,
  PairedComparison,
  PairedOrdinalComparison,
} from './types.ts';

/** What {@link comparePairedAnswers} takes besides the pairs: the metric, and what goes with it. */
export type PairedOptions =
  | (ScoreOptions & {
      /** What is compared. */
      readonly metric: 'net-promoter-score' | 'customer-effort' | 'mean-rating' | 'incident-share';
    })
  | (SatisfactionOptions & {
      /** What is compared. */
      readonly metric: 'customer-satisfaction';
    });

/**
 * Compares the answers of the same people, asked twice.
 *
 * - shares: Newcombe's paired interval, McNemar's test, Cohen's g
 * - means: Student's t interval and test of each person's change, Cohen's d of the changes
 * - net promoter scores: the same, a promoter counted as 100, a passive as 0, a detractor as -100;
 *   net satisfaction likewise, with 1, 0 and -1
 * - all of them besides by the order of the changes alone: Wilcoxon's signed rank test
 *
 * What a person always answers cancels out, so that far fewer answers prove the same change than of
 * different people. That holds only where it is known who is who.
 *
 * Not estimable: no pairs; of means a single pair, or the same change in all of them.
 *
 * @param pairs - the pairs, counted, from {@link pairAnswers}
 * @param options - the metric, its box for satisfaction, and the confidence level
 * @returns the comparison, or why there is none
 * @throws ServiceCycleError `wrong-scale` when the metric is not defined on the scale;
 * `invalid-argument` when the counts do not fit the scale or the level is outside its range
 * @example
 * const before = [3, 4, 2, 4, 3, 2, 3, 4, 3, 2];
 * const after = [4, 4, 3, 5, 4, 4, 3, 5, 4, 4];
 * const pairs = pairAnswers({ min: 1, max: 5 }, before, after);
 * const change = comparePairedAnswers(pairs, { metric: 'mean-rating' });
 * change.kind === 'paired-comparison' && change.difference.value; // => 1
 * change.kind === 'paired-comparison' && change.difference.interval.low; // ~> 0.523095
 * change.kind === 'paired-comparison' && change.ordinal.test.pValue; // => 0.0078125
 */
export function comparePairedAnswers(
  pairs: PairedAnswers,
  options: PairedOptions,
): PairedComparison | NoPairedChange {
  const level = options.level ?? DEFAULT_LEVEL;
  checkLevel(level);
  const { scale, perPair } = checkPairs(pairs);
  const before = scoreOf({ scale, perAnswer: perPair.map(sum) }, options);
  const after = scoreOf(
    { scale, perAnswer: perPair.map((_, place) => sum(perPair.map((row) => row[place] ?? 0))) },
    options,
  );
  const { definition } = after;
  const change = pairedChange(definition, perPair, level);
  const ordinal = pairedOrdinal(perPair);
  if (typeof change === 'string') {
    return {
      kind: 'not-comparable',
      reason: 'not-estimable',
      details: { change },
      ...(change !== 'no-answers' && { ordinal }),
    };
  }
  return {
    kind: 'paired-comparison',
    metric: definition.metric,
    definition,
    before: withoutCounts(before),
    after: withoutCounts(after),
    ...change,
    ordinal,
    ...changeVerdict(definition, change.difference.value, change.test, level),
  };
}

function checkPairs(pairs: PairedAnswers): PairedAnswers {
  const answers = answerCount(pairs.scale);
  const isTable =
    pairs.perPair.length === answers &&
    pairs.perPair.every(
      (row) => row.length === answers && row.every((x) => Number.isSafeInteger(x) && x >= 0),
    );
  if (!isTable) {
    throw new ServiceCycleError(
      'invalid-argument',
      `perPair is no table of ${answers} rows of ${answers} whole numbers, 0 or more`,
    );
  }
  return pairs;
}

function scoreOf(counts: AnswerCounts, options: PairedOptions): Score {
  switch (options.metric) {
    case 'net-promoter-score':
      return netPromoterScore(counts, options);
    case 'customer-satisfaction':
      return customerSatisfaction(counts, options);
    case 'customer-effort':
      return customerEffort(counts, options);
    case 'mean-rating':
      return meanRating(counts, options);
    case 'incident-share':
      return incidentShare(counts, options);
  }
}

function pairedOrdinal(perPair: PairedAnswers['perPair']): PairedOrdinalComparison {
  const { method, rose, same, fell, rankBiserial, statistic, pValue } = wilcoxonSignedRank(
    countChanges(perPair),
  );
  return {
    rose,
    same,
    fell,
    test: { method, statistic, pValue, adjustedPValue: pValue },
    effectSize: { name: 'rank-biserial', value: rankBiserial },
  };
}

function withoutCounts({
  definition: _definition,
  counts: _counts,
  ...estimated
}: Score): Estimated {
  return estimated;
}
