import type { Cycle } from '../../model/cycle.ts';
import type { CycleIds } from '../../model/ids.ts';
import { quote } from '../../shared/quote.ts';
import { findContradictions } from './findContradictions.ts';
import type { RequirementFinding } from './findingTypes.ts';

/**
 * What the requirements of a cycle lack, or where they contradict each other: first critical moments,
 * then requirement by requirement, then standards that exclude each other.
 *
 * @param cycle - the cycle
 * @param critical - its critical moments
 */
export function requirementFindings<Ids extends CycleIds>(
  cycle: Cycle<Ids>,
  critical: readonly Ids['moment'][],
): readonly RequirementFinding<Ids>[] {
  const { requirements = [] } = cycle;
  const served = new Set<string>(requirements.flatMap(({ moments }) => moments));
  return [
    ...critical
      .filter((moment) => !served.has(moment))
      .map(
        (moment): RequirementFinding<Ids> => ({
          code: 'critical-moment-without-requirement',
          moment,
          message: `${quote(moment)} is critical and has no requirement`,
        }),
      ),
    ...requirements.flatMap(({ id, source, standards = [] }) => {
      const findings: RequirementFinding<Ids>[] = [];
      if (standards.length === 0) {
        const message = `nobody can tell whether ${quote(id)} is met: it has no standard`;
        findings.push({ code: 'requirement-without-standard', requirement: id, message });
      }
      if (source.reference === undefined) {
        findings.push({
          code: 'missing-source',
          requirement: id,
          source: source.kind,
          message: `nobody can look up where ${quote(id)} comes from: its source (${source.kind}) has no reference`,
        });
      }
      return findings;
    }),
    ...findContradictions<Ids>(requirements),
  ];
}
