import { checkScale } from '../../model/checkScale.ts';
import { DEFAULT_LEVEL } from '../../shared/estimate.ts';
import { checkOneOf } from '../../shared/refuse.ts';
import { checkShape } from '../../shared/shape.ts';
import { checkScoreOptions } from '../answers/guards.ts';
import { COMPARED_SHAPE } from '../score/scoreShapes.ts';
import { METRICS } from '../score/weightedScore.ts';
import type { ScoreOptions } from '../types.ts';
import { changeVerdict } from './changeVerdict.ts';
import { measureChange } from './measureChange.ts';
import type {
  ComparedScore,
  DefinitionMismatch,
  NothingToCompare,
  ScoreComparison,
} from './types.ts';

/**
 * Compares two scores of different people, such as those of two years or of two branches.
 *
 * - net promoter scores and net satisfaction: adjusted Wald interval and z test of the difference
 * - shares: Newcombe's interval, pooled z test, Cohen's h
 * - means: Welch's interval and t test, Hedges' g
 * - all of them besides by the order of the answers alone: probability of superiority, Mann-Whitney
 *
 * Weighted scores are compared as weighted: the difference is the later value less the earlier one to
 * the last bit, intervals and tests go by linearized errors and effective numbers of answers.
 *
 * Scores that are not made in the same way are refused: an average on 1 to 5 and one on 1 to 10 have
 * no difference. The adjusted p value is the p value itself: for several comparisons at once use
 * {@link compareScores}, or adjust with `adjustForMultipleTests` and judge by that. Not for the
 * same people asked twice: see {@link comparePairedAnswers}.
 *
 * @param before - the earlier score, or the one to compare with
 * @param after - the later score
 * @param options - the confidence level, of the interval and of the verdict
 * @returns the comparison, or why there is none
 * @throws ServiceCycleError `invalid-argument` when the level is outside its range
 * @example
 * const lastYear = netPromoterScore({
 *   scale: { min: 0, max: 10 },
 *   perAnswer: [6, 4, 6, 8, 9, 12, 15, 38, 42, 50, 40],
 * });
 * const thisYear = netPromoterScore({
 *   scale: { min: 0, max: 10 },
 *   perAnswer: [2, 3, 5, 7, 9, 11, 17, 46, 62, 82, 80],
 * });
 * const change = compareTwoScores(lastYear, thisYear);
 * change.kind === 'comparison' && change.difference.value; // ~> 20.289855
 * change.kind === 'comparison' && change.test.pValue; // ~> 0.002436
 * change.kind === 'comparison' && change.verdict; // => 'rose'
 */
export function compareTwoScores(
  before: ComparedScore,
  after: ComparedScore,
  options: ScoreOptions = {},
): ScoreComparison | DefinitionMismatch | NothingToCompare {
  checkScore('before', before);
  checkScore('after', after);
  checkScoreOptions(options);
  const { level = DEFAULT_LEVEL } = options;
  const change = measureChange(before, after, level);
  if (change.kind === 'not-comparable') return change;
  const { definition, difference, test } = change;
  return { ...change, ...changeVerdict(definition, difference.value, test, level) };
}

function checkScore(name: string, score: ComparedScore): void {
  checkShape(name, score, COMPARED_SHAPE);
  checkOneOf(`the metric of ${name}`, score.definition.metric, METRICS);
  checkScale(score.definition.scale);
}
