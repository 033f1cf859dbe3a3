import type { Issue } from './issue.ts';

/**
 * Which promise a caller broke.
 *
 * - `invalid-cycle`: the literal given to `defineCycle` has the faults listed in `issues`
 * - `invalid-survey`: the literal given to `defineSurvey` has the faults listed in `issues`
 * - `invalid-service-plan`: the literal given to `defineServicePlan` has the faults listed in `issues`
 * - `invalid-argument`: a number or option outside its documented range
 * - `wrong-scale`: a metric was asked of answers on a scale it is not defined for
 * - `duplicate-response`: response ids that come more than once where each was to come once
 * - `unknown-id`: an id that the cycle or survey does not have
 */
export type ServiceCycleErrorCode =
  | 'invalid-cycle'
  | 'invalid-survey'
  | 'invalid-service-plan'
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
 *     return isServiceCycleError(error) ? error.code : 'another error';
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

/**
 * Whether something is the error that this package throws, another copy of the package too: where two
 * versions are installed, or one part of an app imports what another requires, `instanceof` knows only
 * its own class.
 *
 * @param error - anything, such as what was caught
 * @example
 * const codeOf = (work: () => unknown) => {
 *   try {
 *     work();
 *     return 'none';
 *   } catch (error) {
 *     return isServiceCycleError(error) ? error.code : 'another error';
 *   }
 * };
 * codeOf(() => wilsonInterval(11, 10)); // => 'invalid-argument'
 * codeOf(() => JSON.parse('{')); // => 'another error'
 */
export function isServiceCycleError(error: unknown): error is ServiceCycleError {
  return (
    error instanceof ServiceCycleError ||
    (error instanceof Error &&
      error.name === 'ServiceCycleError' &&
      'code' in error &&
      typeof error.code === 'string' &&
      'issues' in error &&
      Array.isArray(error.issues))
  );
}
