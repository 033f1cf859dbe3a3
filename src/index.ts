// The nouns
export type { Cycle } from './model/cycle.ts';
export type { CycleIds } from './model/ids.ts';
export type { LocalizedText } from './model/localizedText.ts';
export type { Stage } from './model/stage.ts';
export type { Area } from './model/area.ts';
export type {
  Contact,
  DeclaredCritical,
  Judgement,
  MomentOfTruth,
  Trait,
} from './model/momentOfTruth.ts';
export type {
  Operator,
  Requirement,
  RequirementSource,
  Stakeholder,
  Standard,
} from './model/requirement.ts';
export type { ActionPlan, ActionPlanStatus, Effect, ShareRange } from './model/actionPlan.ts';
export type {
  About,
  CommentQuestion,
  ProfileQuestion,
  Question,
  Rated,
  RatedQuestion,
  SatisfactionSurvey,
  Scale,
} from './model/survey.ts';
export {
  type Answer,
  type Measurement,
  NOT_APPLICABLE,
  type SurveyResponse,
} from './model/observations.ts';

// From data to a cycle, and what a cycle still lacks
export { type CycleLiteral, type DefinedIds, defineCycle } from './model/defineCycle.ts';
export { parseCycle } from './model/parseCycle.ts';
export {
  cycleSchema,
  type StandardProps,
  type StandardResult,
  type StandardSchema,
  type StandardTypes,
} from './model/cycleSchema.ts';
export {
  type CheckCycleOptions,
  checkCycle,
  type CycleFinding,
  type CycleFindingCode,
} from './model/checkCycle.ts';

// Step 1: which moments are critical, and why
export { actionPriority } from './moments/actionPriority.ts';
export {
  DEFAULT_CRITICAL_MOMENT_RULES,
  declaredCritical,
  firstDirectContact,
  graveTrait,
  judgedPriority,
} from './moments/criticalMomentRules.ts';
export { detectCriticalMoments, type DetectionOptions } from './moments/detectCriticalMoments.ts';
export type {
  ActionPriority,
  ActionPriorityReason,
  CriticalMomentRule,
  CriticalMoments,
  CriticalReason,
  DeclaredReason,
  FirstContactReason,
  MomentLevel,
  MomentVerdict,
  RiskRatings,
  TraitReason,
} from './moments/types.ts';

// Step 2: are the standards met
export { type AssessmentOptions, assessStandard } from './requirements/assessStandard.ts';
export { assessRequirements } from './requirements/assessRequirements.ts';
export type {
  InvalidMeasurement,
  RequirementStatus,
  RequirementVerdict,
  RequirementVerdicts,
  StandardStatus,
  StandardVerdict,
  UnknownStandard,
} from './requirements/types.ts';

// Step 3: which plans, within the resources
export { expectedBenefit } from './plans/expectedBenefit.ts';
export { DEFAULT_NODE_LIMIT, selectActionPlans } from './plans/selectActionPlans.ts';
export type {
  Assumption,
  ChosenPlan,
  ChosenReason,
  ExpectedBenefit,
  Figure,
  FoundSelection,
  GreedySelection,
  InfeasibleSelection,
  KnownBenefit,
  LeftPlan,
  LeftReason,
  MomentStake,
  PlanEffects,
  PlanSelection,
  ResourceUse,
  SelectionDefinition,
  SelectionDemand,
  SelectionOptions,
  Shortage,
  UnknownBenefit,
} from './plans/types.ts';

// Step 4: which areas first
export {
  type AreaOptions,
  DEFAULT_FLOOR,
  DEFAULT_MINIMUM_ANSWERS,
  DEFAULT_RELEVANT_FALL,
  prioritizeAreas,
} from './areas/prioritizeAreas.ts';
export type {
  AreaEvidence,
  AreaImportance,
  AreaLevel,
  AreaPriorities,
  AreaPriority,
  AreaReason,
  AreaSubject,
  AreaThresholds,
  CriticalMomentReason,
  ImportantAndWeakReason,
  LevelDeterioratedReason,
  QuestionPerformance,
  StandardNotMetReason,
  TooFewAnswersReason,
  TrendDeterioratedReason,
  WeakReason,
} from './areas/types.ts';

// Step 5: ask and score
export { type LintOptions, lintSurvey } from './survey/lint/lintSurvey.ts';
export { lix } from './survey/lint/lix.ts';
export {
  DEFAULT_SURVEY_LANGUAGE,
  FEWEST_SCALE_POINTS,
  type LanguageReadability,
  LINT_RULES,
  type LintHit,
  type LintHitFacts,
  type LintRuleId,
  type LintRuleNotRun,
  type LintSeverity,
  type Lix,
  type LixValue,
  LONG_QUESTION_WORDS,
  MOST_SCALE_POINTS,
  type NoLix,
  type OrderHit,
  type OrderRuleId,
  type ReadabilityBand,
  type ScaleHit,
  type ScaleRuleId,
  type SurveyLint,
  type TextSpan,
  TOO_LONG_QUESTION_WORDS,
  type UncheckedLanguage,
  type WordingHit,
  type WordingRuleId,
} from './survey/lint/types.ts';
export { type TallyOptions, tallyResponses } from './survey/tally/tallyResponses.ts';
export { LISTED_INVALID_ANSWERS } from './survey/tally/invalidList.ts';
export type { UniqueResponses } from './survey/tally/uniqueResponses.ts';
export type { CodedGroups, ResponseColumns } from './survey/tally/columns.ts';
export { mergeTallies } from './survey/tally/mergeTallies.ts';
export { rollUp } from './survey/tally/rollUp.ts';
export {
  DEFAULT_MINIMUM_GROUP_SIZE,
  scoreTally,
  type TallyScoreOptions,
} from './survey/scoreTally.ts';
export {
  FEW_ANSWERS,
  type GroupQuestionScores,
  type GroupScores,
  type QuestionScores,
  type ScoreWarning,
  type SuppressedScore,
  type SurveyScores,
} from './survey/surveyScores.ts';
export { scoreSurvey } from './survey/scoreSurvey.ts';
export { netPromoterScore } from './survey/netPromoterScore.ts';
export {
  customerSatisfaction,
  DEFAULT_BOX,
  type SatisfactionOptions,
} from './survey/customerSatisfaction.ts';
export { customerEffort } from './survey/customerEffort.ts';
export { meanRating } from './survey/meanRating.ts';
export { incidentShare } from './survey/incidentShare.ts';
export type {
  AnswerCounts,
  Direction,
  EffortDefinition,
  FixedPointCells,
  GroupingKey,
  IncidentDefinition,
  InvalidAnswer,
  MeanDefinition,
  NetPromoterDefinition,
  ResponseCounts,
  SatisfactionBox,
  SatisfactionDefinition,
  Score,
  ScoreDefinition,
  ScoreFacts,
  ScoreOptions,
  TalliedQuestion,
  Tally,
  TallyWeights,
} from './survey/types.ts';

// Comparing two surveys
export { type CompareOptions, compareScores } from './survey/compare/compareScores.ts';
export { compareTwoScores } from './survey/compare/compareTwoScores.ts';
export { comparePairedAnswers, type PairedOptions } from './survey/compare/comparePairedAnswers.ts';
export { pairAnswers } from './survey/compare/pairAnswers.ts';
export {
  type NetPromoterDifference,
  netPromoterDifference,
  type PromoterCounts,
} from './survey/compare/netPromoterDifference.ts';
export type {
  AskedOnce,
  ChangeTest,
  ChangeVerdict,
  ComparedScore,
  DefinitionMismatch,
  DefinitionPart,
  EffectSize,
  NoPairedChange,
  NothingToCompare,
  OrdinalComparison,
  PairedAnswers,
  PairedComparison,
  PairedOrdinalComparison,
  QuestionComparison,
  ScoreComparison,
  ScoreComparisons,
  TestMethod,
  Unlike,
} from './survey/compare/types.ts';

// The loop: all five steps, and what to do next
export { momentStakes } from './review/momentStakes.ts';
export { reviewCycle, type ReviewOptions } from './review/reviewCycle.ts';
export type { NextStep, NextStepCode, Observations, Review } from './review/types.ts';

// Statistics that the scores rest on
export { wilsonInterval } from './stats/wilsonInterval.ts';
export {
  newcombeDifference,
  type ShareCounts,
  type ShareDifference,
} from './stats/newcombeDifference.ts';
export type { IntervalOptions } from './stats/intervalOptions.ts';
export {
  type AdjustmentOptions,
  adjustForMultipleTests,
  DEFAULT_ADJUSTMENT,
  type MultipleTestAdjustment,
} from './stats/adjustForMultipleTests.ts';
export { type ChiSquareTest, chiSquareTest } from './stats/chiSquareTest.ts';
export {
  EXACT_RANKS_UP_TO,
  type MannWhitneyTest,
  mannWhitney,
  type RankTestOptions,
} from './stats/mannWhitney.ts';
export { type SuperiorityInterval, superiorityInterval } from './stats/superiorityInterval.ts';
export {
  type DiscordantCounts,
  type McnemarTest,
  MID_P_FROM,
  mcnemarTest,
} from './stats/mcnemarTest.ts';
export {
  newcombePairedDifference,
  type PairedShareCounts,
} from './stats/newcombePairedDifference.ts';
export { pairedTTest } from './stats/pairedTTest.ts';
export { type MeanDifference, welchTest } from './stats/welchTest.ts';
export type { MeanSummary } from './stats/meanInterval.ts';
export { type SignedRankTest, wilcoxonSignedRank } from './stats/wilcoxonSignedRank.ts';

// What results are made of
export {
  type Basis,
  DEFAULT_LEVEL,
  type Estimate,
  type Estimated,
  type Interval,
  type IntervalMethod,
  type NotEstimable,
  type NotEstimableReason,
  type Unit,
} from './shared/estimate.ts';
export type { Issue, IssueCode, Issues } from './shared/issue.ts';
export type { Result } from './shared/result.ts';
export { ServiceCycleError, type ServiceCycleErrorCode } from './shared/serviceCycleError.ts';
