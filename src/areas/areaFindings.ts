import type { Cycle } from '../model/cycle.ts';
import type { CycleIds } from '../model/ids.ts';
import { intervalSize } from '../survey/score/linearizedSize.ts';
import { areaPerformance } from './areaPerformance.ts';
import { chartSigns } from './chartSigns.ts';
import { failedStandards } from './failedStandards.ts';
import type { AreaShare } from './favourableOf.ts';
import type { AreaFacts, Share } from './areaFacts.ts';
import type {
  AreaEvidence,
  AreaImportance,
  AreaSubject,
  DerivedAreaImportance,
  FailedStandard,
  SpecialCauseReason,
  ValueAtRiskReason,
} from './types.ts';
import { valueAtRisk } from './valueAtRisk.ts';

/** All that the evidence says about one area. */
export interface AreaFindings<Ids extends CycleIds = CycleIds> {
  /** How it does and how much it matters. */
  readonly subject: AreaSubject<Ids>;
  /** How it did in the survey before. */
  readonly earlier?: AreaShare | undefined;
  /** The standards that it fails. */
  readonly failed: readonly FailedStandard[];
  /** What its charts say of the newest period. */
  readonly signs: readonly SpecialCauseReason[];
  /** What incidents at its moments cost. */
  readonly atRisk: readonly ValueAtRiskReason[];
  /** The same, as the numbers that its place depends on. */
  readonly facts: AreaFacts;
}

/** What findings take besides the evidence. */
interface FindingSettings {
  /** How much the area matters. */
  readonly importance: AreaImportance | undefined;
  /** How much it matters as derived from answers. */
  readonly derivedImportance: DerivedAreaImportance | undefined;
  /** The confidence level. */
  readonly level: number;
  /** What a customer is worth, where that is known. */
  readonly customerValue?: number | undefined;
}

/** Collects what the evidence says about an area. */
export function areaFindings<Ids extends CycleIds>(
  area: Ids['area'],
  cycle: Cycle<Ids>,
  evidence: AreaEvidence<Ids>,
  { importance, derivedImportance, level, customerValue }: FindingSettings,
): AreaFindings<Ids> {
  const { scores, earlierScores, charts } = evidence;
  const subject = {
    area,
    ...areaPerformance(area, cycle, scores, level),
    ...(importance && { importance }),
    ...(derivedImportance && { derivedImportance }),
  };
  const earlier = earlierScores && areaPerformance(area, cycle, earlierScores, level).performance;
  const failed = failedStandards(area, cycle, evidence);
  const signs = chartSigns(charts?.areas.find((chart) => chart.area === area));
  return {
    subject,
    earlier,
    failed,
    signs,
    atRisk: valueAtRisk(area, cycle, evidence, customerValue),
    facts: {
      performance: shareOf(subject.performance),
      questions: subject.questions.flatMap(({ favourableShare }) => shareOf(favourableShare) ?? []),
      earlier: earlier && shareOf(earlier),
      importance: importance?.value,
      failures: failed,
      moments: cycle.moments.filter((moment) => moment.area === area).map(({ id }) => id),
      chart:
        signs.length === 0
          ? 'nothing'
          : signs.every(({ isProvisional }) => isProvisional)
            ? 'provisional'
            : 'settled',
    },
  };
}

/** A share as numbers; nothing where there is none. */
export function shareOf(share: AreaShare): Share | undefined {
  if (share.kind !== 'estimate') return undefined;
  const { value, n, effectiveN = n, interval } = share;
  return { value, n: intervalSize(n, effectiveN, interval.level), answers: effectiveN };
}
