import type { Scale } from '../../model/survey.ts';
import { FEW_ANSWERS } from '../../survey/score/surveyScores.ts';
import type { ScoreOptions } from '../../survey/types.ts';
import { jointMeans } from '../joint/jointMeans.ts';
import type { JointSums } from '../joint/jointSums.ts';
import { tEstimate } from '../joint/tEstimate.ts';
import { combineMeans } from '../perDimension/combineMeans.ts';
import type { Gap, GapWarning } from './types.ts';

/** How a gap is reported. */
export interface GapReport extends ScoreOptions {
  /** The answers that the questions take. */
  readonly scale: Scale;
  /** The mean expectation from which a gap carries a warning. */
  readonly ceiling: number;
}

/**
 * The gap of one dimension, or of several weighted by shares that sum to 1.
 *
 * @param sums - the joint sums of the perceptions, then of the expectations
 * @param shares - the share of each dimension; a dimension without one does not enter
 * @param report - the scale, the ceiling and the confidence level
 */
export function gapOf(
  sums: JointSums,
  shares: readonly number[],
  { scale, ceiling, ...options }: GapReport,
): Gap {
  const { min, max, step = 1 } = scale;
  const means = jointMeans(sums, 2 * shares.length);
  const perceived: [number, number][] = [];
  const expected: [number, number][] = [];
  for (const [dimension, share] of shares.entries()) {
    if (share === 0) continue;
    perceived.push([dimension, step * share]);
    expected.push([shares.length + dimension, step * share]);
  }
  const fallenShort = expected.map(([place, factor]): [number, number] => [place, -factor]);
  const combined = [[...perceived, ...fallenShort], perceived, expected] as const;
  const [gap, perception, expectation] = combined.map((factors) =>
    combineMeans(sums, means, new Map(factors)),
  ) as [Combined, Combined, Combined];

  const { n } = gap.spread;
  const warnings: GapWarning[] = [];
  if (n < FEW_ANSWERS) warnings.push('few-answers');
  if (n > 0 && min + expectation.value >= ceiling) warnings.push('expectation-ceiling');
  const within = { low: min, high: max };
  return {
    gap: tEstimate(gap.value, gap.spread, { low: min - max, high: max - min }, options),
    perceptions: tEstimate(min + perception.value, perception.spread, within, options),
    expectations: tEstimate(min + expectation.value, expectation.spread, within, options),
    warnings,
  };
}

type Combined = ReturnType<typeof combineMeans>;
