import type { Result } from '../shared/result.ts';
import { type Cycle, cycle } from './cycle.ts';
import { readOutside } from './readOutside.ts';
import { referenceIssues } from './referenceIssues.ts';

/**
 * Reads a cycle out of anything, such as parsed JSON, and reports every fault at once.
 *
 * What is read shares nothing with the input. Besides the shape it checks that ids are unique in
 * their kind and that every id named is declared.
 *
 * Issue codes: all of `IssueCode`.
 *
 * @param input - anything
 * @returns the cycle, or all issues with path, finding and expectation
 * @example
 * const result = parseCycle({
 *   id: 'desk',
 *   name: 'Front desk',
 *   moments: [{ id: 'greet', name: 'Is greeted', contact: 'phone' }],
 *   requirements: [
 *     { id: 'kind', statement: 'Kind words', moments: ['gret'], source: { kind: 'values' } },
 *   ],
 * });
 * result.ok ? [] : result.issues.map((issue) => issue.message);
 * // => [
 * //   'moments[0].contact: found "phone", expected "staff", "remote", "self-service", "none"',
 * //   'requirements[0].moments[0]: there is no moment "gret", did you mean "greet"?',
 * // ]
 */
export function parseCycle(input: unknown): Result<Cycle> {
  return readOutside(cycle(), input, referenceIssues(input));
}
