import type { NotEstimableReason, Unit } from '../../shared/estimate.ts';
import { normalPValue } from '../../stats/distributions/normal.ts';
import { studentTQuantile } from '../../stats/distributions/studentT.ts';
import { newcombePairedDifference } from '../../stats/intervals/newcombePairedDifference.ts';
import { sum } from '../answers/responseCounts.ts';
import { linearizedError } from '../score/linearizedError.ts';
import { intervalSize, linearizedSize } from '../score/linearizedSize.ts';
import type { WeightedAnswers } from '../score/weightedTypes.ts';
import { weightTotals } from '../score/weightTotals.ts';
import type { ScoreDefinition } from '../types.ts';
import { collapsePairs } from './collapsePairs.ts';
import { countChanges } from './countChanges.ts';
import { differenceEstimate } from './differenceEstimate.ts';
import { placesOf } from './placesOf.ts';
import type { ScoreChange } from './scoreChange.ts';
import type { ChangeTest, PairedAnswers, PairedOrdinalComparison, PairWeights } from './types.ts';

/** Paired answers with weights that are not all the same. */
export type WeightedPairs = Pick<PairedAnswers, 'perPair'> & { readonly weights: PairWeights };

/** Weights that cost less of the pairs than this are all the same but for rounding. */
const ALIKE = 1e-9;

/** The pairs with their weights; nothing where they have none, or all have the same. */
export function unevenPairs({ perPair, weights }: PairedAnswers): WeightedPairs | undefined {
  if (weights === undefined) return undefined;
  const people = sum(perPair.flat());
  const squares = sum(weights.squaredPerPair.flat());
  const weight = sum(weights.perPair.flat());
  if (people === 0 || people - weight * (weight / squares) < ALIKE * people) return undefined;
  return { perPair, weights };
}

/**
 * The change of the same people's weighted score, or why there is none.
 *
 *     d     = Σ w·(after - before) / Σ w
 *     error = sqrt(n/(n - 1) · Σ w²·(after - before - d)²) / Σ w
 *
 * An answer has the value that it has in its score: 1 or 0 in a share, 100, 0 or -100 in a net promoter
 * score. A share has Newcombe's paired interval of the effective number of pairs; all others have
 * d ± t(effective number - 1) · error. The test is z = d / error around no change, with d = 0 in the error: so
 * it finds a change that is not there in at most 5 of 100 at 95 %, where t around d finds up to 9.
 */
export function weightedChange(
  definition: ScoreDefinition,
  pairs: WeightedPairs,
  level: number,
): ScoreChange | NotEstimableReason {
  const { values, unit } = valuesOf(definition, pairs.perPair.length);
  const cells = cellsOf(pairs);
  const changes = values.flatMap((before) => values.map((after) => after - before));
  const { n, weights } = cells;
  const totals = weightTotals(cells);
  const change = sum(changes.map((value, cell) => value * ((weights[cell] ?? 0) / totals.weight)));
  const effectiveN = linearizedSize(cells, totals, changes);
  const test = zTest(change, linearizedError(cells, changes, 0));
  if (unit === 'share') {
    const size = intervalSize(n, effectiveN, level);
    const [[neither = 0, came = 0] = [], [went = 0, both = 0] = []] = collapsePairs(
      pairs.weights.perPair.map((row) => row.map((weight) => weight * (size / totals.weight))),
      (place) => values[place] ?? 0,
      2,
    );
    const shares = { both, onlyFirst: came, onlySecond: went, neither };
    const { interval } = newcombePairedDifference(shares, { level });
    const changed = came + went;
    return {
      difference: differenceEstimate(change, unit, interval, n, 1),
      test,
      effectSize: { name: 'cohens-g', value: changed === 0 ? 0 : came / changed - 0.5 },
    };
  }
  const error = linearizedError(cells, changes);
  if (error === 0) return 'zero-variance';
  const half = -studentTQuantile((1 - level) / 2, Math.max(1, effectiveN - 1)) * error;
  const interval = { low: change - half, high: change + half, level, method: 'student-t' } as const;
  const squares = changes.map((value, cell) => (weights[cell] ?? 0) * (value - change) ** 2);
  const deviation = Math.sqrt((n / (n - 1)) * (sum(squares) / totals.weight));
  const largest = Math.max(...values) - Math.min(...values);
  return {
    difference: differenceEstimate(change, unit, interval, n, largest),
    test,
    effectSize: { name: 'cohens-dz', value: change / deviation },
  };
}

/**
 * The weighted changes by their order alone: the signed rank test with the weight below a change, and half
 * of that of its own size, as its rank.
 *
 *     z = Σ w·s·r / sqrt(n/(n - 1) · Σ w²·r²),  s the sign and r the rank of a change
 *
 * @see Lumley and Scott (2013), Biometrika 100, 831-842, for rank tests of weighted answers
 */
export function weightedOrdinal(pairs: WeightedPairs): PairedOrdinalComparison {
  const counts = countChanges(pairs.perPair);
  const weights = countChanges(pairs.weights.perPair);
  const squares = countChanges(pairs.weights.squaredPerPair);
  const n = sum(counts);
  const middle = (counts.length - 1) / 2;
  let [below, ranked, signed, variance] = [0, 0, 0, 0];
  for (let steps = 1; steps <= middle; steps += 1) {
    const [up = 0, down = 0] = [weights[middle + steps], weights[middle - steps]];
    const rank = below + (up + down) / 2;
    below += up + down;
    ranked += rank * (up + down);
    signed += rank * (up - down);
    const squared = (squares[middle + steps] ?? 0) + (squares[middle - steps] ?? 0);
    variance += rank * rank * squared;
  }
  return {
    rose: sum(counts.slice(middle + 1)),
    same: counts[middle] ?? 0,
    fell: sum(counts.slice(0, middle)),
    test: zTest(signed, Math.sqrt((n / (n - 1)) * variance)),
    effectSize: { name: 'rank-biserial', value: ranked === 0 ? 0 : signed / ranked },
  };
}

/** Each pair of answers as an answer of its own. */
function cellsOf({ perPair, weights }: WeightedPairs): WeightedAnswers {
  return {
    scale: { min: 0, max: perPair.length ** 2 - 1 },
    n: sum(perPair.flat()),
    weights: weights.perPair.flat(),
    squaredWeights: weights.squaredPerPair.flat(),
  };
}

/** The value that each answer of the scale has in a score, the lowest answer first. */
function valuesOf(
  definition: ScoreDefinition,
  answers: number,
): { readonly values: readonly number[]; readonly unit: Unit } {
  const { scale } = definition;
  const places = Array.from({ length: answers }, (_, place) => place);
  const signs = (more: readonly number[], less: readonly number[]): readonly number[] => {
    const [above, below] = [placesOf(scale, more), placesOf(scale, less)];
    return places.map((place) => Number(above.has(place)) - Number(below.has(place)));
  };
  switch (definition.metric) {
    case 'net-promoter-score': {
      const { promoters, detractors } = definition;
      return { values: signs(promoters, detractors).map((sign) => 100 * sign), unit: 'points' };
    }
    case 'customer-satisfaction':
      if (definition.box === 'net') {
        return { values: signs(definition.satisfied, definition.dissatisfied), unit: 'net-share' };
      }
      return { values: signs(definition.satisfied, []), unit: 'share' };
    case 'incident-share':
      return { values: signs(definition.incidents, []), unit: 'share' };
    case 'customer-effort':
    case 'mean-rating':
      return { values: places.map((place) => place * (scale.step ?? 1)), unit: 'scale' };
  }
}

function zTest(change: number, error: number): ChangeTest {
  const statistic = error === 0 ? 0 : change / error;
  const pValue = normalPValue(statistic);
  return { method: 'linearized-z', statistic, pValue, adjustedPValue: pValue };
}
