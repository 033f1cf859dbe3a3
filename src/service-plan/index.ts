/**
 * The service plan: for whom, for which needs, by which rules, over which channels and at which hours, with which training, and
 * when it is looked at again.
 *
 * @module service-cycle/service-plan
 */

// The service plan: its nouns
export type {
  AnswerKind,
  ChannelKind,
  CustomerNeed,
  HoursException,
  NeedKind,
  OpeningHours,
  OpenTime,
  ProfileTrait,
  RequiredHours,
  ReviewCadence,
  ReviewTrigger,
  ServiceChannel,
  ServicePlan,
  ServicePlanIds,
  ServicePolicy,
  Training,
  WeeklyTime,
} from '../model/index.ts';

// The service plan: from data to a plan, and what it still lacks
export { defineServicePlan, parseServicePlan, servicePlanSchema } from '../model/index.ts';
export type { DefinedPlanIds } from '../model/index.ts';
export {
  type CheckServicePlanOptions,
  checkServicePlan,
  type ServicePlanFinding,
  type ServicePlanFindingCode,
} from './checkServicePlan.ts';

// The service plan: hours, profile, training and review
export { channelCoverage } from './channelCoverage.ts';
export type {
  ChannelCoverage,
  ChannelCoverageNotEstimable,
  CoverageOptions,
  CoveredHours,
  UncoveredHours,
} from './coverageTypes.ts';
export type { ClockZone, ZoneOffset, ZoneOffsets } from './zoneOffsets.ts';
export {
  compareProfile,
  type ProfileCategory,
  type ProfileComparison,
  type ProfileOptions,
  profileTargets,
  type SampleRow,
} from './compareProfile.ts';
export {
  type TrainingCoverage,
  trainingCoverage,
  type TrainingRecord,
  type TrainingStatus,
} from './trainingCoverage.ts';
export {
  type ReviewCall,
  type ReviewStatus,
  type ReviewStatusOptions,
  reviewStatus,
} from './reviewStatus.ts';
