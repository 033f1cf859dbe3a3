/**
 * Step 5, several questions together: perception against expectation, scores in dimensions such as SERVPERF's,
 * indices, and whether questions measure the same.
 *
 * @module service-cycle/dimensions
 */

// Perceptions against expectations
export { tallyGaps } from './gaps/tallyGaps.ts';
export { mergeGapTallies } from './gaps/mergeGapTallies.ts';
export { type GapOptions, perceptionGap } from './gaps/perceptionGap.ts';
export type { GapTallyOptions, QuestionPair } from './gaps/gapLayout.ts';
export type {
  DimensionGap,
  Gap,
  GapDefinition,
  GapItem,
  GapLayout,
  GapPairCounts,
  GapTally,
  GapWarning,
  ItemGap,
  PairSums,
  PerceptionGap,
} from './gaps/types.ts';

// Scores in dimensions
export { tallyDimensions } from './scores/tallyDimensions.ts';
export { mergeDimensionTallies } from './scores/mergeDimensionTallies.ts';
export { dimensionScores } from './scores/dimensionScores.ts';
export { servperf, type ServperfOptions } from './scores/servperf.ts';
export type { DimensionTallyOptions } from './scores/dimensionLayout.ts';
export type {
  DimensionDefinition,
  DimensionLayout,
  DimensionScore,
  DimensionScores,
  DimensionTally,
  Servperf,
  ServperfDefinition,
} from './scores/types.ts';
export type { WeighingOption } from './perDimension/dimensionWeighing.ts';
export type {
  AllocationRule,
  DimensionCounts,
  DimensionItems,
  DimensionWeighing,
  DimensionWeight,
  GivenWeights,
  ImportanceKind,
  PerDimensionDefinition,
  WeightedCounts,
  WeightedOverall,
  WeightedSums,
  WeightGroup,
} from './perDimension/types.ts';

// Indices of several questions
export { type JointTallyOptions, tallyJointly } from './joint/tallyJointly.ts';
export { mergeJointTallies } from './joint/mergeJointTallies.ts';
export {
  type ImportanceIndexOptions,
  importanceWeightedIndex,
} from './indices/importanceWeightedIndex.ts';
export { acsiForm, type AcsiFormOptions } from './indices/acsiForm.ts';
export type { AskedImportance, GivenImportance, IndexItems } from './indices/indexItems.ts';
export type {
  AcsiForm,
  AcsiFormDefinition,
  ImportanceIndexDefinition,
  ImportanceWeightedIndex,
  IndexEstimated,
  IndexForm,
  IndexPart,
  NoIndex,
  NoIndexReason,
} from './indices/types.ts';
export type { JointCell, JointSums } from './joint/jointSums.ts';
export type { JointQuestion, JointTally } from './joint/types.ts';

// Do several questions measure the same thing
export { tallyItems } from './reliability/tallyItems.ts';
export { mergeItemTallies } from './reliability/mergeItemTallies.ts';
export { cronbachAlpha } from './reliability/cronbachAlpha.ts';
export type {
  AlphaDefinition,
  AlphaEstimate,
  AlphaFacts,
  AlphaGap,
  AlphaNotEstimable,
  AlphaOptions,
  AlphaWarning,
  CaseCounts,
  Coefficient,
  CronbachAlpha,
  ItemReliability,
  ItemSelection,
  ItemTally,
  TalliedItem,
} from './reliability/types.ts';

// Tallies of several questions, read back
export {
  type DimensionTallies,
  parseDimensionTally,
  type ParseDimensionTallyOptions,
} from './doors/parseDimensionTally.ts';
