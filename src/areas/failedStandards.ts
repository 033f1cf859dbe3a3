import type { Cycle } from '../model/cycle.ts';
import type { CycleIds } from '../model/ids.ts';
import type { StandardVerdict } from '../requirements/types.ts';
import type { AreaEvidence, FailedStandard } from './types.ts';

/** The standards not met that an area answers for: by name, or through the moments they serve. */
export function failedStandards<Ids extends CycleIds>(
  area: Ids['area'],
  cycle: Cycle<Ids>,
  { requirements }: AreaEvidence<Ids>,
): readonly FailedStandard[] {
  const verdicts = new Map<string, StandardVerdict>(
    (requirements?.requirements ?? [])
      .flatMap(({ standards }) => standards)
      .filter(({ status }) => status === 'not-met')
      .map((verdict) => [verdict.standard, verdict]),
  );
  const areaOf = new Map(cycle.moments.map((moment) => [moment.id, moment.area]));
  return (cycle.requirements ?? []).flatMap(({ moments, standards = [] }) =>
    standards.flatMap(({ id, area: own }): FailedStandard[] => {
      const verdict = verdicts.get(id);
      const served =
        own === undefined ? moments.filter((moment) => areaOf.get(moment) === area) : moments;
      const answers = own === undefined ? served.length > 0 : own === area;
      if (verdict === undefined || !answers) return [];
      const { measured, conforming, shortfall } = verdict;
      const failed = measured - conforming;
      const isMaterial = shortfall?.material === true;
      return [{ standard: id, failed, measured, isMaterial, moments: served }];
    }),
  );
}
