import type { Cycle } from '../../model/cycle.ts';
import type { CycleIds } from '../../model/ids.ts';
import type { StandardVerdict } from '../../requirements/types.ts';
import type { FailedStandard } from '../reasonTypes.ts';
import type { AreaEvidence } from '../types.ts';

/** The standards not met by the area that answers for them: by name, or through the moments they serve. */
export function standardsByArea<Ids extends CycleIds>(
  cycle: Cycle<Ids>,
  { requirements }: AreaEvidence<Ids>,
): ReadonlyMap<string, readonly FailedStandard[]> {
  const verdicts = new Map<string, StandardVerdict>(
    (requirements?.requirements ?? [])
      .flatMap(({ standards }) => standards)
      .filter(({ status }) => status === 'not-met')
      .map((verdict) => [verdict.standard, verdict]),
  );
  const areaOf = new Map<string, string | undefined>(
    cycle.moments.map((moment) => [moment.id, moment.area]),
  );
  const failed = new Map<string, FailedStandard[]>();
  for (const { moments, standards = [] } of cycle.requirements ?? []) {
    for (const { id, area: own } of standards) {
      const verdict = verdicts.get(id);
      if (verdict === undefined) continue;
      const { measured, conforming, shortfall } = verdict;
      for (const [area, served] of own === undefined
        ? byArea(moments, areaOf)
        : [[own, moments] as const]) {
        const list = failed.get(area) ?? [];
        failed.set(area, list);
        list.push({
          standard: id,
          failed: measured - conforming,
          measured,
          isMaterial: shortfall?.material === true,
          moments: served,
        });
      }
    }
  }
  return failed;
}

function byArea(
  moments: readonly string[],
  areaOf: ReadonlyMap<string, string | undefined>,
): ReadonlyMap<string, readonly string[]> {
  const sorted = new Map<string, string[]>();
  for (const moment of moments) {
    const area = areaOf.get(moment);
    if (area === undefined) continue;
    const own = sorted.get(area);
    if (own) own.push(moment);
    else sorted.set(area, [moment]);
  }
  return sorted;
}
