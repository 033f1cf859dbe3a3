import type { Cycle } from '../model/cycle.ts';
import type { CycleIds } from '../model/ids.ts';
import type { Measurement } from '../model/observations.ts';
import { type AssessmentOptions, assessStandard } from './assessStandard.ts';
import type {
  RequirementStatus,
  RequirementVerdict,
  RequirementVerdicts,
  StandardVerdict,
} from './types.ts';

/**
 * Says of every requirement whether it is met, by the verdicts on its standards.
 *
 * A requirement is as good as its worst standard. Measurements that name no standard of the cycle are
 * counted by name.
 *
 * @param cycle - the cycle
 * @param measurements - one object per case measured, in any order
 * @param options - the confidence level
 * @returns a verdict per requirement
 * @example
 * const desk = defineCycle({
 *   id: 'desk',
 *   name: 'Front desk',
 *   moments: [{ id: 'greet', name: 'Is greeted', contact: 'staff' }],
 *   requirements: [
 *     {
 *       id: 'promptly',
 *       statement: 'A guest is greeted at once',
 *       moments: ['greet'],
 *       source: { kind: 'expectation' },
 *       standards: [
 *         {
 *           id: 'greeted-in-60-s',
 *           measure: 'Time from entering to the greeting',
 *           unit: 'seconds',
 *           operator: '<=',
 *           threshold: 60,
 *           requiredShare: 0.9,
 *         },
 *       ],
 *     },
 *   ],
 * });
 * const slow = Array.from({ length: 20 }, () => ({ standard: 'greeted-in-60-s', value: 75 }) as const);
 * assessRequirements(desk, slow).requirements[0]?.status; // => 'not-met'
 */
export function assessRequirements<Ids extends CycleIds>(
  cycle: Cycle<Ids>,
  measurements: Iterable<Measurement<Ids['standard']>>,
  options: AssessmentOptions = {},
): RequirementVerdicts<Ids> {
  const values = new Map<string, number[]>();
  for (const { standard, value } of measurements) {
    const list = values.get(standard);
    if (list === undefined) values.set(standard, [value]);
    else list.push(value);
  }
  const known = new Set<string>();
  const requirements = (cycle.requirements ?? []).map(
    ({ id, moments, standards = [] }): RequirementVerdict<Ids> => {
      const verdicts = standards.map((standard): StandardVerdict<Ids['standard']> => {
        known.add(standard.id);
        return assessStandard(standard, values.get(standard.id) ?? [], options);
      });
      return { requirement: id, moments, status: worstOf(verdicts), standards: verdicts };
    },
  );
  const unknownStandards = [...values]
    .filter(([standard]) => !known.has(standard))
    .map(([standard, { length }]) => ({ standard, count: length }));
  return { kind: 'requirement-verdicts', requirements, unknownStandards };
}

const WORST_FIRST = ['not-met', 'not-proven', 'not-measured', 'met-so-far', 'met'] as const;

function worstOf(verdicts: readonly StandardVerdict[]): RequirementStatus {
  const worst = WORST_FIRST.find((status) => verdicts.some((verdict) => verdict.status === status));
  return worst ?? 'no-standard';
}
