/**
 * The nouns, the doors and the verbs of the five steps.
 *
 * @module service-cycle
 */

// The nouns
export type {
  Cycle,
  CycleIds,
  CycleMoment,
  Stage,
  Support,
  Area,
  LocalizedText,
  OwnData,
} from './model/index.ts';
export type { MomentOfTruth, Contact, Trait, DeclaredCritical, Judgement } from './model/index.ts';
export type { Requirement, RequirementSource, Stakeholder } from './model/index.ts';
export type { Standard, Operator } from './model/index.ts';
export type { ActionPlan, ActionPlanStatus, Effect, ShareRange } from './model/index.ts';
export type { SatisfactionSurvey, Question, RatedQuestion, Rated } from './model/index.ts';
export type { ProfileQuestion, CommentQuestion, Scale, About } from './model/index.ts';
export type { SurveyResponse, Answer, Measurement, MeasurementEnd } from './model/index.ts';
export type { Visit, MomentRecord, Incident, Problem } from './model/index.ts';
export { NOT_APPLICABLE, textIn } from './model/index.ts';

// The doors: from data to a cycle or a survey, and what a cycle still lacks
export { defineCycle, parseCycle, checkCycle, cycleSchema } from './model/index.ts';
export { defineSurvey, parseSurvey, surveySchema } from './model/index.ts';
export type { CycleLiteral, DefinedCycle, DefinedIds, OnlyCycleKeys } from './model/index.ts';
export type { CheckCycleOptions } from './model/index.ts';
export type { CycleFinding, CycleFindingCode } from './model/index.ts';
export type { StandardSchema, StandardProps } from './model/index.ts';
export type { StandardResult, StandardTypes } from './model/index.ts';

// Step 1: which moments are critical, and why
export {
  tallyVisits,
  visitsFromResponses,
  visitEvidence,
  detectCriticalMoments,
} from './moments/index.ts';
export type { VisitTally, VisitTallyOptions } from './moments/index.ts';
export type { VisitsFromResponses, VisitQuestionOptions } from './moments/index.ts';
export type { CriticalMoments, DetectionOptions } from './moments/index.ts';
export type { MomentVerdict, MomentLevel, CriticalReason } from './moments/index.ts';

// Step 2: are the standards met
export { assessRequirements } from './requirements/index.ts';
export type { RequirementVerdicts, RequirementVerdict } from './requirements/index.ts';
export type { RequirementAssessmentOptions, StandardVerdict } from './requirements/index.ts';

// Step 3: which plans, within the resources
export { selectActionPlans, actionPlanStep, trackActionPlans } from './plans/index.ts';
export type { PlanSelection, SelectionOptions, MomentStake } from './plans/index.ts';
export type { ActionPlanStep } from './plans/index.ts';
export type { PlanTracking, TrackingOptions } from './plans/index.ts';

// Step 4: which areas first
export { prioritizeAreas, comparePriorities } from './areas/index.ts';
export type { AreaPriorities, AreaPriority, AreaOptions } from './areas/index.ts';
export type { AreaLevel, AreaReason, PriorityComparison } from './areas/index.ts';

// Step 5: ask and score
export { lintSurvey } from './lint/index.ts';
export type { SurveyLint, LintOptions, LintHit } from './lint/index.ts';
export { scoreSurvey, scoreByGroup, scoreRows, compareScores } from './survey/index.ts';
export type { SurveyScores, ScoreSurveyOptions, ScoreByGroupOptions } from './survey/index.ts';
export type { QuestionScores } from './survey/index.ts';
export type { Score, ScoreOutcome, ScoreRow, GroupScores } from './survey/index.ts';
export type { ScoreComparisons, CompareOptions, QuestionComparison } from './survey/index.ts';

// The loop: all five steps, and what to do next
export * from './review/index.ts';

// What results are made of
export * from './shared/index.ts';
