/**
 * Step 1: the single rules for critical moments, and what visits tell of incidents.
 *
 * @module service-cycle/moments
 */

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
  seldomRecovered,
  waitBeyondStandard,
  weakestLink,
} from './criticalMomentRules.ts';
export { detectCriticalMoments, type DetectionOptions } from './detectCriticalMoments.ts';
export { type DetectionSettings } from './detectionSettings.ts';
export { type VisitEvidence, visitEvidence, type VisitsTold } from './visitEvidence.ts';
export type { IncidentEffectThresholds } from './rules/incidentEffectRule.ts';
export type { ImpactAsymmetryThresholds } from './rules/impactAsymmetryRule.ts';
export type { RecoveryThresholds } from './rules/seldomRecovered.ts';
export type { WaitThresholds } from './rules/waitBeyondStandard.ts';
export { type WeakestLinkThresholds } from './rules/weakestLink.ts';
export { jointEffect } from './jointEffect/jointEffect.ts';
export type {
  JointEffect,
  JointEffectGap,
  JointEffectNotEstimable,
  JointEffectOptions,
  JointEffects,
} from './jointEffect/jointTypes.ts';
export { momentStrengths } from './strengths/momentStrengths.ts';
export type {
  DelightEffect,
  DelightGap,
  MomentStrength,
  MomentStrengthNotEstimable,
  MomentStrengths,
  StrengthOptions,
} from './strengths/strengthTypes.ts';
export type {
  CriticalMomentRule,
  DetectionContext,
  MeasuredFigures,
  TestedEffect,
  TestedWait,
} from './ruleTypes.ts';
export type {
  CriticalMoments,
  Disagreement,
  MomentVerdict,
  VerdictStability,
  VisitSummary,
} from './types.ts';
export type {
  ActionPriority,
  ActionPriorityReason,
  CriticalReason,
  DeclaredReason,
  DelicateTraitReason,
  EvidenceGap,
  EvidenceGapReason,
  FirstContactReason,
  ImpactAsymmetryReason,
  IncidentEffectReason,
  LastContactReason,
  MomentLevel,
  Reason,
  RiskRatings,
  SeldomRecoveredReason,
  TraitReason,
  UnreadableJudgementReason,
  WaitReason,
  WeakestLinkReason,
} from './reasonTypes.ts';
export { actionPriority } from './judgements/actionPriority.ts';
export type { SheetRatings } from './judgements/outOfTen.ts';
export { riskPriorityNumber } from './judgements/riskPriorityNumber.ts';
export { judgementAgreement } from './judgements/judgementAgreement.ts';
export type {
  JudgementAgreement,
  MomentAgreement,
  RatingSpread,
} from './judgements/agreementTypes.ts';

export type { FamilyAdjustment, FamilyTest } from './familyTests.ts';

// What visits tell: the figures behind the rules
export { incidentEffect } from './incidents/incidentEffect.ts';
export type {
  AttributableShare,
  IncidentEffect,
  IncidentEffectGap,
  IncidentEffectNotEstimable,
  IncidentEffectOptions,
  IncidentOutcomes,
  KnownOutcomes,
  RatioEstimate,
} from './incidents/incidentTypes.ts';
export { impactAsymmetry } from './impact/impactAsymmetry.ts';
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
} from './impact/impactTypes.ts';
export { flawlessCycle } from './flawless/flawlessCycle.ts';
export type {
  FlawlessChain,
  FlawlessCycle,
  FlawlessLink,
  FlawlessProductEstimate,
  FlawlessProductNotEstimable,
  IncidentClustering,
  MomentSuccess,
} from './flawless/flawlessTypes.ts';
export { incidentCost } from './incidents/incidentCost.ts';
export type {
  CostAssumption,
  CostFigure,
  IncidentCost,
  IncidentCostOptions,
  ValueAtRisk,
} from './incidents/costTypes.ts';
export { recoveryReview } from './recovery/recoveryReview.ts';
export type {
  ComplaintAnswers,
  RecoveryDifference,
  RecoveryGap,
  RecoveryGroup,
  RecoveryGroupName,
  RecoveryOptions,
  RecoveryReview,
} from './recovery/recoveryTypes.ts';
export { incidentProfile } from './incidents/incidentProfile.ts';
export { incidentCauses } from './incidents/incidentCauses.ts';
export type {
  IncidentCause,
  IncidentCauses,
  IncidentProfile,
  ProfiledIncidents,
  ToldIncidents,
} from './incidents/profileTypes.ts';

// Visits, counted
export { tallyVisits } from './visits/tallyVisits.ts';
export type { MomentColumns, VisitColumns } from './visits/columns.ts';
export { mergeVisitTallies } from './visits/mergeVisitTallies.ts';
export type { ProblemKeys } from './visits/visitQuestions.ts';
export { parseVisitTally } from './visits/parseVisitTally.ts';
export {
  type QuestionsRead,
  type VisitQuestionOptions,
  type VisitScales,
  type VisitsFromResponses,
  visitsFromResponses,
} from './visits/visitsFromResponses.ts';
export type { ExactWaits, WaitTally } from './visits/waits.ts';
export type {
  AnswerWaitCounts,
  CauseCounts,
  DelightCounts,
  Delights,
  EndedCounts,
  IncidentSourceCounts,
  IncidentTable,
  MomentTally,
  ProblemCounts,
  RatingCounts,
  RecoveryCounts,
  WaitStandardCounts,
} from './visits/countTypes.ts';
export type {
  IncidentSource,
  ReportSource,
  VisitDefinition,
  VisitTallyOptions,
} from './visits/definitionTypes.ts';
export type {
  JointRatings,
  ListedVisitIssue,
  VisitIssueCode,
  VisitIssues,
  VisitTally,
} from './visits/types.ts';
