import type { Result } from '../shared/result.ts';
import { checkShape } from '../shared/shape.ts';
import { checkCycleShape } from './checkShapes.ts';
import type { Cycle } from './cycle.ts';
import { readOutside } from './readOutside.ts';
import { type ServicePlan, servicePlan } from './servicePlan.ts';
import { servicePlanIssues } from './servicePlanIssues.ts';

/**
 * Reads a service plan out of anything, such as parsed JSON, and reports every fault at once.
 *
 * What is read shares nothing with the input. Besides the shape it checks that ids are unique in their kind and that
 * hours have one exception a day. Where cycles are given, it checks as well that every requirement, moment, standard,
 * question and cycle that the plan names is one of theirs.
 *
 * Not faults, and found by {@link checkServicePlan}: hours that overlap, channels that never open, what the plan lacks.
 *
 * Issue codes: all of `IssueCode` but `contradiction`.
 *
 * @param input - anything
 * @param cycles - the cycles that the plan is for; its references are not checked when absent
 * @returns the plan, or all issues with path, finding and expectation
 * @throws ServiceCycleError `invalid-argument` where the cycles are none
 * @example
 * const result = parseServicePlan({
 *   id: 'desk',
 *   name: 'Help desk',
 *   channels: [
 *     {
 *       id: 'phone',
 *       name: 'Telephone',
 *       kind: 'telephone',
 *       answer: 'live',
 *       open: {
 *         weekly: [{ day: 1, from: '9:00', to: '17:00' }],
 *         exceptions: [{ date: '2026-02-30', open: [] }],
 *       },
 *     },
 *   ],
 *   review: { everyMonths: 12 },
 * });
 * result.ok ? [] : result.issues.map((issue) => issue.message);
 * // => [
 * //   'channels[0].open.weekly[0].from: found "9:00", expected a time from 00:00 to 23:59, such as 09:00',
 * //   'channels[0].open.exceptions[0].date: found "2026-02-30", expected a day as YYYY-MM-DD that exists',
 * // ]
 */
export function parseServicePlan(
  input: unknown,
  cycles: readonly Cycle[] = [],
): Result<ServicePlan> {
  checkShape('cycles', cycles, [{}]);
  for (const cycle of cycles) checkCycleShape(cycle);
  return readOutside(servicePlan(), input, servicePlanIssues(input, cycles));
}
