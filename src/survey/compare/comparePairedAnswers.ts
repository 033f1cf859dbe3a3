import { checkScale } from '../../model/checkScale.ts';
import { answerCount } from '../../model/scaleAnswers.ts';
import { DEFAULT_LEVEL, type Estimated } from '../../shared/estimate.ts';
import { checkLists, checkObject, checkOneOf } from '../../shared/refuse.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { wilcoxonSignedRank } from '../../stats/tests/wilcoxonSignedRank.ts';
import { checkScoreOptions } from '../answers/guards.ts';
import { sum } from '../answers/responseCounts.ts';
import type { SatisfactionOptions } from '../score/customerSatisfaction.ts';
import { METRICS, weightedScore } from '../score/weightedScore.ts';
import type { WeightedEstimated } from '../score/weightedTypes.ts';
import type { ScoreOptions } from '../types.ts';
import { changeVerdict } from './changeVerdict.ts';
import { countChanges } from './countChanges.ts';
import { estimateOf, withDifference } from './measureChange.ts';
import { pairedChange } from './pairedChange.ts';
import type {
  NoPairedChange,
  PairedAnswers,
  PairedComparison,
  PairedOrdinalComparison,
  PairWeights,
} from './types.ts';
import { unevenPairs, weightedChange, weightedOrdinal } from './weightedPairs.ts';

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
 * Where the pairs have weights that are not all the same, scores and their difference are weighted, the
 * difference with its linearized error: shares have Newcombe's interval of the effective number of pairs, all
 * others Student's t with that number less 1. Both tests are then z tests by the linearized error around no
 * change (`linearized-z`), the order of changes with the weight below a change as its rank.
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
  checkObject('pairs', pairs);
  checkObject('pairs.scale', pairs.scale);
  checkScale(pairs.scale);
  checkLists('pairs.perPair', pairs.perPair);
  checkScoreOptions(options, 'metric', 'box');
  checkOneOf('metric', options.metric, METRICS);
  const { level = DEFAULT_LEVEL } = options;
  checkPairs(pairs);
  const { perPair } = pairs;
  const uneven = unevenPairs(pairs);
  const { before, after } = scoresOf(pairs, uneven?.weights, options);
  const { definition } = after;
  const change =
    uneven === undefined
      ? pairedChange(definition, perPair, level)
      : weightedChange(definition, uneven, level);
  const ordinal = uneven === undefined ? pairedOrdinal(perPair) : weightedOrdinal(uneven);
  if (typeof change === 'string') {
    return {
      kind: 'not-comparable',
      reason: 'not-estimable',
      details: { change },
      ...(change !== 'no-answers' && { ordinal }),
    };
  }
  const isBoth = before.kind === 'estimate' && after.kind === 'estimate';
  const told = isBoth ? withDifference(change, after.value - before.value) : change;
  return {
    kind: 'paired-comparison',
    metric: definition.metric,
    definition,
    before: estimatedOf(before),
    after: estimatedOf(after),
    ...told,
    ordinal,
    ...changeVerdict(definition, told.difference.value, told.test, level),
  };
}

/** The scores before and after; where there are no weights, each pair counts once. */
function scoresOf(
  { scale, perPair }: PairedAnswers,
  weights: PairWeights | undefined,
  options: PairedOptions,
): { readonly before: WeightedEstimated; readonly after: WeightedEstimated } {
  const n = sum(perPair.flat());
  const sums = weights?.perPair ?? perPair;
  const squares = weights?.squaredPerPair ?? perPair;
  const scoreOf = (margin: (table: Table) => readonly number[]): WeightedEstimated =>
    weightedScore({ scale, n, weights: margin(sums), squaredWeights: margin(squares) }, options);
  return { before: scoreOf(earlierOf), after: scoreOf(laterOf) };
}

type Table = readonly (readonly number[])[];

function earlierOf(table: Table): readonly number[] {
  return table.map(sum);
}

function laterOf(table: Table): readonly number[] {
  return table.map((_, place) => sum(table.map((row) => row[place] ?? 0)));
}

function checkPairs({ scale, perPair, weights }: PairedAnswers): void {
  const answers = answerCount(scale);
  const isCount = (x: unknown): boolean => Number.isSafeInteger(x) && Number(x) >= 0;
  checkTable('perPair', perPair, answers, 'whole numbers, 0 or more', isCount);
  if (weights === undefined) return;
  checkObject('pairs.weights', weights);
  for (const name of ['perPair', 'squaredPerPair'] as const) {
    const table = weights[name];
    checkLists(`pairs.weights.${name}`, table);
    const expected = 'finite numbers, above 0 where there is a pair and 0 elsewhere';
    checkTable(`weights.${name}`, table, answers, expected, (weight, row, column) => {
      const isPair = (perPair[row]?.[column] ?? 0) > 0;
      if (!isPair) return weight === 0;
      return typeof weight === 'number' && weight > 0 && weight < Infinity;
    });
  }
}

function checkTable(
  name: string,
  table: Table,
  answers: number,
  expected: string,
  holds: (value: unknown, row: number, column: number) => boolean,
): void {
  const isTable =
    table.length === answers &&
    table.every(
      (values, row) =>
        values.length === answers && values.every((value, column) => holds(value, row, column)),
    );
  if (isTable) return;
  throw new ServiceCycleError(
    'invalid-argument',
    `${name} is no table of ${answers} rows of ${answers} ${expected}`,
  );
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

function estimatedOf(score: Estimated): Estimated {
  if (score.kind === 'estimate') return estimateOf(score);
  const { kind, reason, n } = score;
  return { kind, reason, ...(n !== undefined && { n }) };
}
