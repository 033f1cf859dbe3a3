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
} from './estimate.ts';
export type { Issue, IssueCode, Issues } from './issue.ts';
export type { Result } from './result.ts';
export {
  isServiceCycleError,
  ServiceCycleError,
  type ServiceCycleErrorCode,
} from './serviceCycleError.ts';
