import type { Issue } from './issue.ts';

/**
 * Which promise a caller broke.
 *
 * - `invalid-cycle`: the literal given to `defineCycle` has the faults listed in `issues`
 * - `invalid-survey`: the literal given to `defineSurvey` has the faults listed in `issues`
 * - `invalid-argument`: a number or option outside its documented range
 * - `wrong-scale`: a metric was asked of answers on a scale it is not defined for
 * - `duplicate-response`: response ids that come more than once where each was to come once
 * - `unknown-id`: an id that the cycle or survey does not have
 */
export type ServiceCycleErrorCode =
  | 'invalid-cycle'
  | 'invalid-survey'
  | 'invalid-argument'
  | 'wrong-scale'
  | 'duplicate-response'
  | 'unknown-id';

/**
 * The one error this package throws, and only when the calling code breaks a documented contract.
 * Faults in data are never thrown: they come back as a `Result` or as a named case.
 *
 * @example
 * const codeOf = (work: () => unknown) => {
 *   try {
 *     work();
 *     return 'none';
 *   } catch (error) {
 *     return error instanceof ServiceCycleError ? error.code : 'another error';
 *   }
 * };
 * codeOf(() => wilsonInterval(7, 10)); // => 'none'
 * codeOf(() => wilsonInterval(11, 10)); // => 'invalid-argument'
 */
export class ServiceCycleError extends Error {
  /** Always `ServiceCycleError`. */
  override readonly name = 'ServiceCycleError';
  /** Which promise was broken, stable across versions. */
  declare readonly code: ServiceCycleErrorCode;
  /** The faults behind it; empty where the message says it all. */
  declare readonly issues: readonly Issue[];

  /**
   * @param code - which promise was broken
   * @param message - what was found and what was expected
   * @param issues - the faults behind it
   */
  constructor(code: ServiceCycleErrorCode, message: string, issues: readonly Issue[] = []) {
    super(message);
    this.code = code;
    this.issues = issues;
  }
}
