import type { CycleIds } from '../../model/ids.ts';
import { intervalSize } from '../../survey/score/linearizedSize.ts';
import type { AreaFacts, Share } from '../areaFacts.ts';
import type { AreaShare } from '../favourableOf.ts';
import type { FailedStandard, SpecialCauseReason, ValueAtRiskReason } from '../reasonTypes.ts';
import type { AreaImportance, AreaSubject, DerivedAreaImportance } from '../types.ts';
import { areaPerformance } from './areaPerformance.ts';
import { chartSigns } from './chartSigns.ts';
import type { EvidenceByArea } from './evidenceByArea.ts';
import { valueAtRisk } from './valueAtRisk.ts';

/** All that the evidence says about one area. */
export interface AreaFindings<Ids extends CycleIds = CycleIds> {
  /** How it does and how much it matters. */
  readonly subject: AreaSubject<Ids>;
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
  evidence: EvidenceByArea<Ids>,
  { importance, derivedImportance, level, customerValue }: FindingSettings,
): AreaFindings<Ids> {
  const moments = evidence.moments.get(area) ?? [];
  const subject = {
    area,
    ...areaPerformance<Ids>(evidence.questions.get(area) ?? [], level),
    ...(importance && { importance }),
    ...(derivedImportance && { derivedImportance }),
  };
  const earlier =
    evidence.earlier && areaPerformance<Ids>(evidence.earlier.get(area) ?? [], level).performance;
  const failed = evidence.failed.get(area) ?? [];
  const signs = chartSigns(evidence.charts.get(area));
  return {
    subject,
    failed,
    signs,
    atRisk: valueAtRisk(moments, evidence.costs, customerValue),
    facts: {
      performance: shareOf(subject.performance),
      questions: subject.questions.flatMap(({ favourableShare }) => shareOf(favourableShare) ?? []),
      earlier: earlier && shareOf(earlier),
      importance: importance?.value,
      failures: failed,
      moments,
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
