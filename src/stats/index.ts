/**
 * The statistics the rest stands on, which know nothing of customers.
 *
 * @module service-cycle/stats
 */

// Statistics that the scores rest on
export { wilsonInterval } from './intervals/wilsonInterval.ts';
export {
  newcombeDifference,
  type ShareCounts,
  type ShareDifference,
} from './intervals/newcombeDifference.ts';
export type { IntervalOptions } from './intervals/intervalOptions.ts';
export {
  type AdjustmentOptions,
  adjustForMultipleTests,
  type MultipleTestAdjustment,
} from './tests/adjustForMultipleTests.ts';
export { type ChiSquareTest, chiSquareTest } from './tests/chiSquareTest.ts';
export {
  type FisherAlternative,
  type FisherExactTest,
  fisherExactTest,
  type FisherOptions,
  type TwoByTwo,
} from './tests/fisherExactTest.ts';
export {
  type MannWhitneyTest,
  mannWhitney,
  type RankTestOptions,
} from './tests/mannWhitney.ts';
export {
  type SuperiorityInterval,
  superiorityInterval,
} from './tests/superiorityInterval.ts';
export {
  type DiscordantCounts,
  type McnemarTest,
  mcnemarTest,
} from './tests/mcnemarTest.ts';
export {
  newcombePairedDifference,
  type PairedShareCounts,
} from './intervals/newcombePairedDifference.ts';
export { pairedTTest } from './tests/pairedTTest.ts';
export { type MeanDifference, welchTest } from './tests/welchTest.ts';
export type { MeanSummary } from './intervals/meanInterval.ts';
export { type SignedRankTest, wilcoxonSignedRank } from './tests/wilcoxonSignedRank.ts';
export {
  type CodingReliability,
  type CodingReliabilityNotEstimable,
  perreaultLeigh,
} from './agreement/perreaultLeigh.ts';
export { cohensKappa, type Kappa, type KappaNotEstimable } from './agreement/cohensKappa.ts';
export {
  type Concordance,
  type ConcordanceNotEstimable,
  kendallW,
} from './agreement/kendallW.ts';
export {
  type FourfoldCounts,
  mantelHaenszelOddsRatio,
  type OddsRatio,
  type OddsRatioNotEstimable,
} from './agreement/mantelHaenszelOddsRatio.ts';
export {
  crossProducts,
  type Columns,
  type CrossProducts,
} from './regression/crossProducts.ts';
export { mergeCrossProducts } from './regression/mergeCrossProducts.ts';
export {
  type ColumnEffect,
  type LeastSquares,
  leastSquares,
  type RegressionNotEstimable,
} from './regression/leastSquares.ts';
export type { RegressionGap } from './regression/regressionGap.ts';
export { johnsonWeights } from './regression/johnsonWeights.ts';
export { lmgShares } from './regression/lmgShares.ts';
export type {
  VarianceShare,
  VarianceShares,
  VarianceSharesNotEstimable,
} from './regression/varianceShares.ts';
export { kaplanMeier, type SurvivalStep } from './survival/kaplanMeier.ts';
export type { CountedDurations } from './survival/survivalSteps.ts';
export {
  quantileOf,
  type SketchQuantile,
  type SketchQuantileNotEstimable,
} from './sketch/quantileOf.ts';
export type { QuantileSketch } from './sketch/quantileSketch.ts';
