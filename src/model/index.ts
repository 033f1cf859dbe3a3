// The nouns
export type { Cycle, CycleMoment } from './cycle.ts';
export type { OwnData } from './ownData.ts';
export type { CycleIds } from './ids.ts';
export type { LocalizedText } from './localizedText.ts';
export { textIn } from './textIn.ts';
export type { Stage } from './stage.ts';
export type { Area } from './area.ts';
export type { Support } from './support.ts';
export type {
  Contact,
  DeclaredCritical,
  Judgement,
  MomentOfTruth,
  Trait,
} from './momentOfTruth.ts';
export type {
  Operator,
  Requirement,
  RequirementSource,
  Stakeholder,
  Standard,
} from './requirement.ts';
export type { ActionPlan, ActionPlanStatus, Effect, ShareRange } from './actionPlan.ts';
export type {
  HoursException,
  OpeningHours,
  OpenTime,
  RequiredHours,
  WeeklyTime,
} from './openingHours.ts';
export type {
  AnswerKind,
  ChannelKind,
  CustomerNeed,
  NeedKind,
  ProfileTrait,
  ReviewCadence,
  ReviewTrigger,
  ServiceChannel,
  ServicePlan,
  ServicePlanIds,
  ServicePolicy,
  Training,
} from './servicePlan.ts';
export type {
  About,
  CommentQuestion,
  ProfileQuestion,
  Question,
  Rated,
  RatedQuestion,
  SatisfactionSurvey,
  Scale,
} from './survey.ts';
export {
  type Answer,
  type Incident,
  type Problem,
  type Measurement,
  type MeasurementEnd,
  type MomentRecord,
  NOT_APPLICABLE,
  type SurveyResponse,
  type Visit,
} from './observations.ts';

// From data to a cycle or a survey, and what a cycle still lacks
export {
  type CycleLiteral,
  type DefinedCycle,
  type DefinedIds,
  type OnlyCycleKeys,
  defineCycle,
} from './defineCycle.ts';
export { parseCycle } from './parseCycle.ts';
export { type DefinedPlanIds, defineServicePlan } from './defineServicePlan.ts';
export { parseServicePlan } from './parseServicePlan.ts';
export { servicePlanSchema } from './servicePlanSchema.ts';
export { cycleSchema } from './cycleSchema.ts';
export { defineSurvey } from './defineSurvey.ts';
export { parseSurvey } from './parseSurvey.ts';
export { surveySchema } from './surveySchema.ts';
export type {
  StandardProps,
  StandardResult,
  StandardSchema,
  StandardTypes,
} from './standardSchema.ts';
export {
  type CheckCycleOptions,
  checkCycle,
  type CycleFinding,
  type CycleFindingCode,
} from './checkCycle.ts';
