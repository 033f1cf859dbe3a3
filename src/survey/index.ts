/**
 * Step 5: count what customers answer, score it and compare.
 *
 * @module service-cycle/survey
 */

// Step 5: count and score
export type { Grouping, TallyOptions } from './tally/tallyOptions.ts';
export { tallyResponses } from './tally/tallyResponses.ts';
export type { UniqueResponses } from './tally/uniqueResponses.ts';
export type { CodedGroups, ResponseColumns } from './tally/columns.ts';
export { mergeTallies } from './tally/mergeTallies.ts';
export { countAnswers, NPS_SCALE } from './answers/countAnswers.ts';
export { parseTally, type ParseTallyOptions, type SurveyTallies } from './doors/parseTally.ts';
export { rollUp } from './tally/rollUp.ts';
export { DEFAULT_MINIMUM_GROUP_SIZE, type TallyScoreOptions } from './score/scoresOf.ts';
export { scoreTally } from './score/scoreTally.ts';
export {
  FEW_ANSWERS,
  type GroupColumn,
  type GroupScore,
  type GroupScores,
  type QuestionScores,
  type ScoreColumns,
  type ScoreOutcome,
  type ScoreWarning,
  type SuppressedScore,
  type SurveyScores,
  type WeightFaults,
} from './score/surveyScores.ts';
export {
  type Disclosed,
  type DisclosureCheck,
  type DisclosureOptions,
  discloses,
} from './score/discloses.ts';
export type { SuppressionReason } from './disclosure/suppress.ts';
export type { SuppressionFallback } from './disclosure/settle.ts';
export { type GroupName, groupScore } from './score/groupScore.ts';
export { type ScoreRow, type ScoreRowFields, scoreRows } from './score/scoreRows.ts';
export { type ScoreSurveyOptions, scoreSurvey } from './score/scoreSurvey.ts';
export { type ScoreByGroupOptions, scoreByGroup } from './score/scoreByGroup.ts';
export { type NetPromoterOptions, netPromoterScore } from './score/netPromoterScore.ts';
export { netPromoterTango } from './score/netPromoterTango.ts';
export { netPromoterWald } from './score/netPromoterWald.ts';
export {
  customerSatisfaction,
  type SatisfactionOptions,
} from './score/customerSatisfaction.ts';
export { customerEffort } from './score/customerEffort.ts';
export { meanRating } from './score/meanRating.ts';
export { hundredPointMean } from './score/hundredPointMean.ts';
export { incidentShare } from './score/incidentShare.ts';
export type {
  AnswerCounts,
  Direction,
  EffortDefinition,
  FixedPointCells,
  GroupingKey,
  HundredPointDefinition,
  HundredPointMean,
  IncidentDefinition,
  InvalidAnswer,
  MeanDefinition,
  NetPromoterDefinition,
  OutcomeCounts,
  ResponseCounts,
  SatisfactionBox,
  SatisfactionDefinition,
  SatisfactionShareDefinition,
  NetSatisfactionDefinition,
  NetPromoterInterval,
  NoScoreReason,
  PromoterCounts,
  Score,
  ScoreDefinition,
  AnswerWeights,
  ScoreFacts,
  ScoreOptions,
  TalliedQuestion,
  Tally,
  TallyWeights,
  UnlistedValues,
} from './types.ts';

// Step 5: how well people answered
export { responseRate } from './quality/responseRate.ts';
export { itemNonResponse } from './quality/itemNonResponse.ts';
export {
  findStraightLiners,
  type StraightLineOptions,
} from './quality/findStraightLiners.ts';
export { findSpeeders, type SpeederOptions } from './quality/findSpeeders.ts';
export {
  type DurationOptions,
  tallyDurations,
  type Timed,
} from './quality/tallyDurations.ts';
export { mergeDurationTallies } from './quality/mergeDurationTallies.ts';
export { mergeFlags } from './quality/mergeFlags.ts';
export { flaggedShare } from './quality/flaggedShare.ts';
export type { FlagOptions } from './quality/idReader.ts';
export type {
  DurationTally,
  FlaggedResponse,
  InvitationCounts,
  ItemNonResponse,
  ItemNonResponseDefinition,
  QuestionBlock,
  ResponseRate,
  Speeder,
  SpeederDefinition,
  Speeders,
  StraightLine,
  StraightLineDefinition,
  StraightLiners,
} from './quality/types.ts';

// How many to ask, and how to weigh those who answered
export { sampleSize } from './weighting/sampleSize.ts';
export { rakeWeights } from './weighting/rakeWeights.ts';
export { kishEffectiveSize } from './weighting/kishEffectiveSize.ts';
export { weightedScore, type WeightedScoreOptions } from './score/weightedScore.ts';
export type {
  EffectiveSize,
  WeightedAnswers,
  WeightedEstimate,
  WeightedEstimated,
} from './score/weightedTypes.ts';
export type {
  MarginTargets,
  MeanSample,
  NetPromoterSample,
  RakedCategory,
  RakedMargin,
  RakedWeights,
  RakeOptions,
  RakeWarning,
  SampleDefinition,
  SampleFacts,
  SamplePlan,
  SampleSize,
  ShareSample,
  WeightBounds,
} from './weighting/types.ts';

// Comparing two surveys
export { type CompareOptions, compareScores } from './compare/compareScores.ts';
export { compareTwoScores } from './compare/compareTwoScores.ts';
export { comparePairedAnswers, type PairedOptions } from './compare/comparePairedAnswers.ts';
export { pairAnswers, type PairOptions } from './compare/pairAnswers.ts';
export {
  type NetPromoterDifference,
  netPromoterDifference,
} from './compare/netPromoterDifference.ts';
export type {
  AskedOnce,
  ChangeTest,
  ChangeVerdict,
  ComparedScore,
  CorrectedComparison,
  DefinitionMismatch,
  DefinitionPart,
  EffectSize,
  NoPairedChange,
  NothingToCompare,
  OrdinalComparison,
  PairedAnswers,
  PairedComparison,
  PairedOrdinalComparison,
  PairWeights,
  QuestionComparison,
  ScoreComparison,
  ScoreComparisons,
  TestMethod,
  Unlike,
} from './compare/types.ts';
export type { VerdictCorrection } from '../stats/tests/adjustForMultipleTests.ts';
