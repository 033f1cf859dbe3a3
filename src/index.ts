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
  type Incident,
  type Measurement,
  type MeasurementEnd,
  type MomentRecord,
  NOT_APPLICABLE,
  type SurveyResponse,
  type Visit,
} from './model/observations.ts';

// From data to a cycle or a survey, and what a cycle still lacks
export { type CycleLiteral, type DefinedIds, defineCycle } from './model/defineCycle.ts';
export { parseCycle } from './model/parseCycle.ts';
export { cycleSchema } from './model/cycleSchema.ts';
export { defineSurvey } from './model/defineSurvey.ts';
export { parseSurvey } from './model/parseSurvey.ts';
export { surveySchema } from './model/surveySchema.ts';
export type {
  StandardProps,
  StandardResult,
  StandardSchema,
  StandardTypes,
} from './model/standardSchema.ts';
export {
  type CheckCycleOptions,
  checkCycle,
  type CycleFinding,
  type CycleFindingCode,
} from './model/checkCycle.ts';

// Step 1: which moments are critical, and why
export {
  DEFAULT_CRITICAL_MOMENT_RULES,
  declaredCritical,
  delicateTrait,
  firstDirectContact,
  graveTrait,
  impactAsymmetryRule,
  incidentEffectRule,
  judgedPriority,
  lastContact,
  waitBeyondStandard,
  weakestLink,
} from './moments/criticalMomentRules.ts';
export { detectCriticalMoments, type DetectionOptions } from './moments/detectCriticalMoments.ts';
export {
  DEFAULT_RESAMPLES,
  DEFAULT_SEED,
  type DetectionSettings,
} from './moments/detectionSettings.ts';
export type { IncidentEffectThresholds } from './moments/rules/incidentEffectRule.ts';
export type { ImpactAsymmetryThresholds } from './moments/rules/impactAsymmetryRule.ts';
export type { WaitThresholds } from './moments/rules/waitBeyondStandard.ts';
export {
  DEFAULT_MINIMUM_VISITS,
  type WeakestLinkThresholds,
} from './moments/rules/weakestLink.ts';
export { jointEffect } from './moments/jointEffect/jointEffect.ts';
export type {
  JointEffect,
  JointEffectGap,
  JointEffectNotEstimable,
  JointEffectOptions,
  JointEffects,
} from './moments/jointEffect/jointTypes.ts';
export type {
  CriticalMomentRule,
  DetectionContext,
  MeasuredFigures,
  TestedEffect,
  TestedWait,
} from './moments/ruleTypes.ts';
export type {
  ActionPriority,
  ActionPriorityReason,
  CriticalMomentEvidence,
  CriticalMoments,
  CriticalReason,
  DeclaredReason,
  DelicateTraitReason,
  Disagreement,
  EvidenceGap,
  EvidenceGapReason,
  FamilyAdjustment,
  FamilyTest,
  FirstContactReason,
  ImpactAsymmetryReason,
  IncidentEffectReason,
  LastContactReason,
  MomentLevel,
  MomentVerdict,
  Reason,
  RiskRatings,
  TraitReason,
  UnreadableJudgementReason,
  VerdictStability,
  VisitSummary,
  WaitReason,
  WeakestLinkReason,
} from './moments/types.ts';

export { actionPriority } from './moments/judgements/actionPriority.ts';
export { riskPriorityNumber } from './moments/judgements/riskPriorityNumber.ts';
export { judgementAgreement } from './moments/judgements/judgementAgreement.ts';
export type {
  JudgementAgreement,
  MomentAgreement,
  RatingSpread,
} from './moments/judgements/agreementTypes.ts';

// What visits tell: the figures behind the rules
export { incidentEffect } from './moments/incidents/incidentEffect.ts';
export { incidentEffectOf } from './moments/incidents/incidentEffectOf.ts';
export type {
  AttributableShare,
  IncidentEffect,
  IncidentEffectGap,
  IncidentEffectNotEstimable,
  IncidentEffectOptions,
  IncidentOutcomes,
  KnownOutcomes,
  RatioEstimate,
} from './moments/incidents/incidentTypes.ts';
export { impactAsymmetry } from './moments/impact/impactAsymmetry.ts';
export { impactOfMoment } from './moments/impact/impactOfMoment.ts';
export type {
  AsymmetryTest,
  BandEffect,
  CollinearRatings,
  ImpactAnalysis,
  ImpactAsymmetry,
  ImpactAsymmetryNotEstimable,
  ImpactCaution,
  ImpactClass,
  ImpactOptions,
  ImpactSettings,
  ImpactThresholds,
  MomentImpact,
  MomentImpactNotEstimable,
  NoRegression,
  TooFewRatings,
} from './moments/impact/impactTypes.ts';
export { flawlessCycle } from './moments/flawless/flawlessCycle.ts';
export { flawlessProduct } from './moments/flawless/flawlessProduct.ts';
export type {
  FlawlessChain,
  FlawlessCycle,
  FlawlessLink,
  FlawlessProductEstimate,
  FlawlessProductNotEstimable,
  IncidentClustering,
  MomentSuccess,
} from './moments/flawless/flawlessTypes.ts';
export { incidentCost } from './moments/incidents/incidentCost.ts';
export type {
  CostAssumption,
  CostFigure,
  IncidentCost,
  IncidentCostOptions,
  ValueAtRisk,
} from './moments/incidents/costTypes.ts';
export {
  type CustomerLifetime,
  type CustomerLifetimeValue,
  type CustomerLifetimeValueNotEstimable,
  customerLifetimeValue,
} from './moments/incidents/customerLifetimeValue.ts';
export { incidentProfile } from './moments/incidents/incidentProfile.ts';
export { incidentCauses } from './moments/incidents/incidentCauses.ts';
export type {
  IncidentCause,
  IncidentCauses,
  IncidentProfile,
  ProfiledIncidents,
  ToldIncidents,
} from './moments/incidents/profileTypes.ts';

// Visits, counted
export { tallyVisits } from './moments/visits/tallyVisits.ts';
export { mergeVisitTallies } from './moments/visits/mergeVisitTallies.ts';
export {
  type VisitQuestionOptions,
  type VisitScales,
  type VisitsFromResponses,
  visitsFromResponses,
} from './moments/visits/visitsFromResponses.ts';
export { LISTED_VISIT_ISSUES } from './moments/visits/issueLists.ts';
export type { ExactWaits, WaitTally } from './moments/visits/waits.ts';
export type {
  CauseCounts,
  EndedCounts,
  IncidentSource,
  ReportSource,
  IncidentSourceCounts,
  IncidentTable,
  JointRatings,
  ListedVisitIssue,
  MomentTally,
  RatingCounts,
  RecoveryCounts,
  VisitDefinition,
  VisitIssueCode,
  VisitIssues,
  VisitTally,
  VisitTallyOptions,
  WaitStandardCounts,
} from './moments/visits/types.ts';

// Step 2: are the standards met
export {
  type AssessmentOptions,
  assessStandard,
  type StandardAssessmentOptions,
} from './requirements/assessStandard.ts';
export { casesWithoutFailure } from './requirements/casesWithoutFailure.ts';
export {
  assessRequirements,
  type RequirementAssessmentOptions,
} from './requirements/assessRequirements.ts';
export type {
  MeasuredValues,
  MomentScore,
  RequirementStatus,
  RequirementVerdict,
  RequirementVerdicts,
  StandardFigures,
  StandardGroup,
  StandardPValues,
  StandardShortfall,
  StandardStatus,
  StandardVerdict,
  SuppressedFigures,
  UnknownStandard,
  VerdictCorrection,
} from './requirements/types.ts';
export type {
  ContradictingStandards,
  MissingSource,
  MomentWithoutRequirement,
  RequirementFinding,
  RequirementWithoutStandard,
} from './requirements/findings/findingTypes.ts';
export {
  lintRequirements,
  type RequirementLint,
  type RequirementLintOptions,
  type UncheckedStatements,
  type VagueWord,
} from './requirements/lintRequirements.ts';

// Measurements: counted, read off events, and what to expect of a queue
export {
  type MeasurementTallyOptions,
  tallyMeasurements,
} from './requirements/measurements/tallyMeasurements.ts';
export { mergeMeasurementTallies } from './requirements/measurements/mergeMeasurementTallies.ts';
export {
  LISTED_INVALID_MEASUREMENTS,
  type MeasuredCase,
} from './requirements/measurements/measurementCounter.ts';
export type {
  CountedValues,
  ExactSum,
  InvalidMeasurement,
  InvalidMeasurementReason,
  MeasurementCounts,
  MeasurementTally,
  SketchedValues,
  UndecidedCases,
} from './requirements/measurements/tallyTypes.ts';
export { measurementsFromEvents } from './requirements/events/measurementsFromEvents.ts';
export { LISTED_EVENT_FAULTS } from './requirements/events/pairReporter.ts';
export type {
  ActivityPoint,
  CasePoint,
  EventFault,
  EventFaultCode,
  EventMeasurement,
  EventMeasurements,
  EventOptions,
  EventPair,
  PairReport,
  PreviousEvent,
} from './requirements/events/eventTypes.ts';
export { serviceLevel, type ServiceLevelOptions } from './requirements/queues/serviceLevel.ts';
export type {
  Call,
  CallCounts,
  ServiceLevel,
  ServiceLevelVariant,
} from './requirements/queues/callTypes.ts';
export { erlangC } from './requirements/queues/erlangC.ts';
export {
  type AgentsNeeded,
  agentsNeeded,
  type NoNumberSuffices,
} from './requirements/queues/agentsNeeded.ts';
export type {
  OverloadedQueue,
  QueueForecast,
  QueueLoad,
  QueueWaits,
  StaffedQueue,
} from './requirements/queues/queueTypes.ts';

// Step 3: which plans, within the resources
export { expectedBenefit } from './plans/expectedBenefit.ts';
export { DEFAULT_NODE_LIMIT, selectActionPlans } from './plans/selectActionPlans.ts';
export type {
  AreaLimit,
  Assumption,
  AssumptionMove,
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
  MarginalValue,
  MomentStake,
  PlanEffects,
  PlanRobustness,
  PlanSelection,
  ResourceUse,
  SelectionDefinition,
  SelectionDemand,
  SelectionOptions,
  SelectionRobustness,
  Shortage,
  UndecidedSelection,
  UnknownBenefit,
} from './plans/types.ts';
export { trackActionPlans } from './plans/trackActionPlans.ts';
export type {
  BeforeAndAfter,
  Movement,
  NextAction,
  NextActionCode,
  PlanTracking,
  StandardMovement,
  StandardThen,
  TrackedPlan,
  TrackedState,
  TrackingOptions,
} from './plans/tracking/types.ts';

// Step 4: which areas first
export {
  type AreaOptions,
  DEFAULT_FLOOR,
  DEFAULT_MINIMUM_ANSWERS,
  DEFAULT_RELEVANT_FALL,
  DEFAULT_RELEVANT_GAP,
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
  FailedStandard,
  ImportantAndWeakReason,
  LevelDeterioratedReason,
  QuestionPerformance,
  StandardNotMetReason,
  TooFewAnswersReason,
  TrendDeterioratedReason,
  Weakness,
  WeakNotProvenReason,
  WeakReason,
} from './areas/types.ts';
export type { AreaShare } from './areas/favourableOf.ts';
export { chartAreas, type AreaChartOptions } from './areas/charts/chartAreas.ts';
export { DEFAULT_LAMBDA, ewmaChart, type EwmaOptions } from './areas/charts/ewmaChart.ts';
export { pChart, type ShareChartOptions } from './areas/charts/pChart.ts';
export type {
  AreaChart,
  AreaCharts,
  ChartGap,
  ChartRule,
  ChartSignal,
  ChartedPoint,
  ControlChart,
  EwmaChart,
  ShareChart,
  SharePoint,
  ValuePoint,
} from './areas/charts/types.ts';
export { areaDrivers } from './areas/importance/areaDrivers.ts';
export { deriveImportance } from './areas/importance/deriveImportance.ts';
export {
  DEFAULT_IMPORTANCE_RESAMPLES,
  DEFAULT_MINIMUM_R_SQUARED,
  DEFAULT_RESPONSES_PER_DRIVER,
  type ImportanceOptions,
} from './areas/importance/importanceSettings.ts';
export { mergeDriverTallies } from './areas/importance/mergeDriverTallies.ts';
export { tallyDrivers, type DriverSelection } from './areas/importance/tallyDrivers.ts';
export type {
  CoefficientEstimate,
  CoefficientInterval,
  DerivedImportance,
  DerivedImportanceGap,
  DriverCounts,
  DriverGroup,
  DriverIdOf,
  DriverImportance,
  DriverQuestion,
  DriverSource,
  DriverTally,
  ImportanceDefinition,
  ImportanceEstimate,
  ImportanceGap,
  ImportanceMethod,
  ImportanceWarning,
  PairCounts,
  RankingRefusal,
  TalliedDriver,
} from './areas/importance/types.ts';
export {
  DEFAULT_MATRIX_RESAMPLES,
  importancePerformance,
  type MatrixOptions,
} from './areas/matrix/importancePerformance.ts';
export {
  opportunityScore,
  type OpportunityBand,
  type OpportunityCounts,
  type OpportunityScore,
} from './areas/matrix/opportunityScore.ts';
export { paretoLayers, type ParetoItem } from './areas/matrix/paretoLayers.ts';
export {
  weightedSum,
  type Alternative,
  type Criterion,
  type ScorePart,
  type WeightedScore,
  type WeightedRanking,
} from './areas/matrix/weightedSum.ts';
export type {
  Crosshair,
  CrosshairChoice,
  ImportancePerformance,
  ItemFigure,
  ItemRating,
  MatrixDefinition,
  MatrixWarning,
  PlacedItem,
  Quadrant,
  QuadrantPlace,
  RatedItem,
  UnplacedItem,
} from './areas/matrix/types.ts';
export {
  comparePriorities,
  type AreaPlace,
  type PriorityChange,
  type PriorityComparison,
} from './areas/comparePriorities.ts';
export { DEFAULT_RANK_RESAMPLES } from './areas/areaSettings.ts';
export type {
  AheadOf,
  AreaRank,
  AreaWarning,
  DerivedAreaImportance,
  OrderCertainty,
  SpecialCauseReason,
  ValueAtRiskReason,
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
export { countAnswers, NPS_SCALE } from './survey/answers/countAnswers.ts';
export { parseTally } from './survey/tally/parseTally.ts';
export { rollUp } from './survey/tally/rollUp.ts';
export {
  DEFAULT_MINIMUM_GROUP_SIZE,
  scoreTally,
  type TallyScoreOptions,
} from './survey/score/scoreTally.ts';
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
  type SuppressionReason,
  type SurveyScores,
  type WeightFaults,
} from './survey/score/surveyScores.ts';
export { type GroupName, groupScore } from './survey/score/groupScore.ts';
export { type ScoreRow, type ScoreRowFields, scoreRows } from './survey/score/scoreRows.ts';
export { type ScoreSurveyOptions, scoreSurvey } from './survey/score/scoreSurvey.ts';
export { type NetPromoterOptions, netPromoterScore } from './survey/score/netPromoterScore.ts';
export { netPromoterTango } from './survey/score/netPromoterTango.ts';
export { netPromoterWald } from './survey/score/netPromoterWald.ts';
export {
  customerSatisfaction,
  DEFAULT_BOX,
  type SatisfactionOptions,
} from './survey/score/customerSatisfaction.ts';
export { customerEffort } from './survey/score/customerEffort.ts';
export { meanRating } from './survey/score/meanRating.ts';
export { incidentShare } from './survey/score/incidentShare.ts';
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
} from './survey/types.ts';

// Step 5: expectations, dimensions and indices of several questions
export { tallyGaps } from './survey/dimensions/tallyGaps.ts';
export { mergeGapTallies } from './survey/dimensions/mergeGapTallies.ts';
export {
  DEFAULT_CEILING_SHARE,
  type GapOptions,
  perceptionGap,
} from './survey/dimensions/perceptionGap.ts';
export type { GapTallyOptions, QuestionPair } from './survey/dimensions/gapLayout.ts';
export { tallyDimensions } from './survey/dimensions/tallyDimensions.ts';
export { mergeDimensionTallies } from './survey/dimensions/mergeDimensionTallies.ts';
export { dimensionScores } from './survey/dimensions/dimensionScores.ts';
export { servperf, type ServperfOptions } from './survey/dimensions/servperf.ts';
export type { DimensionTallyOptions } from './survey/dimensions/dimensionLayout.ts';
export type { WeighingOption } from './survey/dimensions/dimensionWeighing.ts';
export { DEFAULT_ANSWERED_SHARE } from './survey/dimensions/answeredShare.ts';
export { ALLOCATION_RULE } from './survey/dimensions/ownWeightedMean.ts';
export type {
  AllocationRule,
  DimensionCounts,
  DimensionDefinition,
  DimensionGap,
  DimensionItems,
  DimensionLayout,
  DimensionScore,
  DimensionScores,
  DimensionTally,
  DimensionWeighing,
  DimensionWeight,
  Gap,
  GapDefinition,
  GapItem,
  GapLayout,
  GapPairCounts,
  GapTally,
  GapWarning,
  GivenWeights,
  ImportanceKind,
  ItemGap,
  PairSums,
  PerceptionGap,
  Servperf,
  ServperfDefinition,
  WeightedCounts,
  WeightedOverall,
  WeightedSums,
  WeightGroup,
} from './survey/dimensions/types.ts';
export { type JointTallyOptions, tallyJointly } from './survey/joint/tallyJointly.ts';
export { mergeJointTallies } from './survey/joint/mergeJointTallies.ts';
export {
  DEFAULT_INDEX_FORM,
  type ImportanceIndexOptions,
  importanceWeightedIndex,
} from './survey/dimensions/importanceWeightedIndex.ts';
export type {
  AskedImportance,
  GivenImportance,
  IndexItems,
} from './survey/dimensions/indexItems.ts';
export { acsiForm, type AcsiFormOptions, EQUAL_WEIGHTS } from './survey/dimensions/acsiForm.ts';
export { hundredPointMean } from './survey/dimensions/hundredPointMean.ts';
export type { JointCell, JointSums } from './survey/joint/jointSums.ts';
export type {
  AcsiForm,
  AcsiFormDefinition,
  HundredPointDefinition,
  HundredPointMean,
  ImportanceIndexDefinition,
  ImportanceWeightedIndex,
  IndexEstimated,
  IndexForm,
  IndexPart,
  JointQuestion,
  JointTally,
  NoIndex,
  NoIndexReason,
} from './survey/joint/types.ts';

// Step 5: how well people answered
export { responseRate } from './survey/quality/responseRate.ts';
export { itemNonResponse } from './survey/quality/itemNonResponse.ts';
export {
  findStraightLiners,
  STRAIGHT_LINE_MINIMUM,
  type StraightLineOptions,
} from './survey/quality/findStraightLiners.ts';
export { findSpeeders, SPEEDER_SHARE, type SpeederOptions } from './survey/quality/findSpeeders.ts';
export {
  type DurationOptions,
  tallyDurations,
  type Timed,
} from './survey/quality/tallyDurations.ts';
export { mergeDurationTallies } from './survey/quality/mergeDurationTallies.ts';
export { mergeFlags } from './survey/quality/mergeFlags.ts';
export { flaggedShare } from './survey/quality/flaggedShare.ts';
export type { FlagOptions } from './survey/quality/idReader.ts';
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
} from './survey/quality/types.ts';

// Do several questions measure the same thing
export { tallyItems } from './survey/reliability/tallyItems.ts';
export { mergeItemTallies } from './survey/reliability/mergeItemTallies.ts';
export { cronbachAlpha } from './survey/reliability/cronbachAlpha.ts';
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
} from './survey/reliability/types.ts';

// How many to ask, and how to weigh those who answered
export { sampleSize } from './survey/weighting/sampleSize.ts';
export {
  DEFAULT_ITERATIONS,
  DEFAULT_TOLERANCE,
  rakeWeights,
  USUAL_BOUNDS,
} from './survey/weighting/rakeWeights.ts';
export { kishEffectiveSize } from './survey/weighting/kishEffectiveSize.ts';
export { weightedScore, type WeightedScoreOptions } from './survey/score/weightedScore.ts';
export type {
  EffectiveSize,
  WeightedAnswers,
  WeightedEstimate,
  WeightedEstimated,
} from './survey/score/weightedTypes.ts';
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
} from './survey/weighting/types.ts';

// Comparing two surveys
export { type CompareOptions, compareScores } from './survey/compare/compareScores.ts';
export { compareTwoScores } from './survey/compare/compareTwoScores.ts';
export { comparePairedAnswers, type PairedOptions } from './survey/compare/comparePairedAnswers.ts';
export { pairAnswers, type PairOptions } from './survey/compare/pairAnswers.ts';
export {
  type NetPromoterDifference,
  netPromoterDifference,
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
  PairWeights,
  QuestionComparison,
  ScoreComparison,
  ScoreComparisons,
  TestMethod,
  Unlike,
} from './survey/compare/types.ts';

// The loop: all five steps, and what to do next
export { momentStakes, type StakeOptions } from './review/momentStakes.ts';
export { reviewCycle, type ReviewOptions } from './review/reviewCycle.ts';
export type { NextStep, NextStepCode, Observations, Review } from './review/types.ts';

// Statistics that the scores rest on
export { wilsonInterval } from './stats/intervals/wilsonInterval.ts';
export {
  newcombeDifference,
  type ShareCounts,
  type ShareDifference,
} from './stats/intervals/newcombeDifference.ts';
export type { IntervalOptions } from './stats/intervals/intervalOptions.ts';
export {
  type AdjustmentOptions,
  adjustForMultipleTests,
  DEFAULT_ADJUSTMENT,
  type MultipleTestAdjustment,
} from './stats/tests/adjustForMultipleTests.ts';
export { type ChiSquareTest, chiSquareTest } from './stats/tests/chiSquareTest.ts';
export {
  type FisherAlternative,
  type FisherExactTest,
  fisherExactTest,
  type FisherOptions,
  type TwoByTwo,
} from './stats/tests/fisherExactTest.ts';
export {
  EXACT_RANKS_UP_TO,
  type MannWhitneyTest,
  mannWhitney,
  type RankTestOptions,
} from './stats/tests/mannWhitney.ts';
export {
  type SuperiorityInterval,
  superiorityInterval,
} from './stats/tests/superiorityInterval.ts';
export {
  type DiscordantCounts,
  type McnemarTest,
  MID_P_FROM,
  mcnemarTest,
} from './stats/tests/mcnemarTest.ts';
export {
  newcombePairedDifference,
  type PairedShareCounts,
} from './stats/intervals/newcombePairedDifference.ts';
export { pairedTTest } from './stats/tests/pairedTTest.ts';
export { type MeanDifference, welchTest } from './stats/tests/welchTest.ts';
export type { MeanSummary } from './stats/intervals/meanInterval.ts';
export { type SignedRankTest, wilcoxonSignedRank } from './stats/tests/wilcoxonSignedRank.ts';

export {
  type CodingReliability,
  type CodingReliabilityNotEstimable,
  perreaultLeigh,
} from './stats/agreement/perreaultLeigh.ts';
export { cohensKappa, type Kappa, type KappaNotEstimable } from './stats/agreement/cohensKappa.ts';
export {
  type Concordance,
  type ConcordanceNotEstimable,
  kendallW,
} from './stats/agreement/kendallW.ts';
export {
  type FourfoldCounts,
  mantelHaenszelOddsRatio,
  type OddsRatio,
  type OddsRatioNotEstimable,
} from './stats/agreement/mantelHaenszelOddsRatio.ts';
export { createRandom, type Random } from './stats/random/createRandom.ts';
export { drawBinomial } from './stats/random/drawBinomial.ts';
export { drawMultinomial } from './stats/random/drawMultinomial.ts';
export { drawNormal } from './stats/random/drawNormal.ts';
export {
  crossProducts,
  type Columns,
  type CrossProducts,
} from './stats/regression/crossProducts.ts';
export { mergeCrossProducts } from './stats/regression/mergeCrossProducts.ts';
export {
  type ColumnEffect,
  type LeastSquares,
  leastSquares,
  type RegressionNotEstimable,
} from './stats/regression/leastSquares.ts';
export type { RegressionGap } from './stats/regression/regressionGap.ts';
export { johnsonWeights } from './stats/regression/johnsonWeights.ts';
export { LMG_COLUMNS_AT_MOST, lmgShares } from './stats/regression/lmgShares.ts';
export type {
  VarianceShare,
  VarianceShares,
  VarianceSharesNotEstimable,
} from './stats/regression/varianceShares.ts';
export { kaplanMeier, type SurvivalStep } from './stats/survival/kaplanMeier.ts';
export type { CountedDurations } from './stats/survival/survivalSteps.ts';
export { addToSketch } from './stats/sketch/addToSketch.ts';
export { DEFAULT_ACCURACY, emptySketch, type SketchOptions } from './stats/sketch/emptySketch.ts';
export { mergeSketches } from './stats/sketch/mergeSketches.ts';
export {
  quantileOf,
  type SketchQuantile,
  type SketchQuantileNotEstimable,
} from './stats/sketch/quantileOf.ts';
export type { QuantileSketch } from './stats/sketch/quantileSketch.ts';

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
