/**
 * Step 2: single standards, measurements, events, queues, and the wording of requirements.
 *
 * @module service-cycle/requirements
 */

// Step 2: are the standards met
export {
  type AssessmentOptions,
  assessStandard,
  type StandardAssessmentOptions,
} from './assessStandard.ts';
export { casesWithoutFailure } from './casesWithoutFailure.ts';
export {
  assessRequirements,
  type RequirementAssessmentOptions,
} from './assessRequirements.ts';
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
} from './types.ts';
export type {
  ContradictingStandards,
  MissingSource,
  MomentWithoutRequirement,
  RequirementFinding,
  RequirementWithoutStandard,
} from './findings/findingTypes.ts';

// Measurements: counted, read off events, and what to expect of a queue
export {
  type MeasurementTallyOptions,
  tallyMeasurements,
} from './measurements/tallyMeasurements.ts';
export { mergeMeasurementTallies } from './measurements/mergeMeasurementTallies.ts';
export { parseMeasurementTally } from './measurements/parseMeasurementTally.ts';
export { type MeasuredCase } from './measurements/measurementCounter.ts';
export type {
  CountedValues,
  ExactSum,
  InvalidMeasurement,
  InvalidMeasurementReason,
  MeasurementCounts,
  MeasurementTally,
  SketchedValues,
  UndecidedCases,
} from './measurements/tallyTypes.ts';
export { measurementsFromEvents } from './events/measurementsFromEvents.ts';
export {
  type ComplaintOptions,
  complaintsFromEvents,
  type EventComplaints,
  type LoggedComplaint,
} from './events/complaintsFromEvents.ts';
export { type AnswerTimes, answerTimes } from './events/answerTimes.ts';
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
  UnknownActivity,
} from './events/eventTypes.ts';
export { serviceLevel, type ServiceLevelOptions } from './queues/serviceLevel.ts';
export type {
  Call,
  CallCounts,
  ServiceLevel,
  ServiceLevelVariant,
} from './queues/callTypes.ts';
export { erlangC } from './queues/erlangC.ts';
export {
  type AgentsNeeded,
  agentsNeeded,
  type NoNumberSuffices,
} from './queues/agentsNeeded.ts';
export type {
  OverloadedQueue,
  QueueForecast,
  QueueLoad,
  QueueWaits,
  StaffedQueue,
} from './queues/queueTypes.ts';

// Kano: what requirements are to customers
export { tallyKano } from './kano/tallyKano.ts';
export { mergeKanoTallies } from './kano/mergeKanoTallies.ts';
export { parseKanoTally } from './kano/parseKanoTally.ts';
export { kano } from './kano/kano.ts';
export { type MustBeReason, mustBeRule } from './kano/mustBeRule.ts';
export { type AttractivePlan, attractivePlans } from './kano/attractivePlans.ts';
export type {
  Kano,
  KanoCategory,
  KanoCells,
  KanoCounts,
  KanoLead,
  KanoNotEstimable,
  KanoOptions,
  KanoPair,
  KanoResult,
  KanoTally,
  KanoTallyOptions,
  KanoMixed,
  KanoNotClassified,
  KanoShown,
  KanoVerdict,
  KanoWarning,
} from './kano/kanoTypes.ts';
export type { VerdictCorrection } from '../stats/tests/adjustForMultipleTests.ts';

// Internal customers: what colleagues do for those who serve
export {
  type ChainedStandard,
  type ChainFinding,
  type ChainFindingCode,
  type ServiceChain,
  type ServiceChainOptions,
  serviceChain,
} from './chain/serviceChain.ts';
export { chainStandard } from './chain/chainStandard.ts';
export { type ServiceChainStep, serviceChainStep } from './chain/serviceChainStep.ts';
export type {
  ChainBudget,
  ChainLink,
  ChainShare,
  ChainStandard,
  ChainVerdict,
  EmptyChain,
  ShareBounds,
} from './chain/chainTypes.ts';
export {
  type BothSides,
  bothSides,
  type NotBothSides,
  type SideGap,
} from './chain/bothSides.ts';
