import { checkCount, checkShare } from '../../shared/refuse.ts';
import type { MomentOfTruth } from '../../model/momentOfTruth.ts';
import { familyTest } from '../familyTest.ts';
import type { IncidentEffect, KnownOutcomes } from '../incidents/incidentTypes.ts';
import type { CriticalMomentRule, DetectionContext } from '../ruleTypes.ts';
import type {
  EvidenceGap,
  EvidenceGapReason,
  FamilyAdjustment,
  FamilyTest,
  IncidentEffectReason,
} from '../types.ts';
import { evidenceGap } from './evidenceGap.ts';
import { isHarmProven, isHarmShown, shareOfDissatisfied } from './provenHarm.ts';

/** The thresholds of {@link incidentEffectRule}. */
export interface IncidentEffectThresholds {
  /**
   * The share of all dissatisfied visits that has to go with incidents at a moment for it to be
   * critical, 0 to 1; {@link DEFAULT_MINIMUM_SHARE} when absent.
   */
  readonly minimumShare?: number;
  /**
   * How much more often visits with an incident would have to end dissatisfied for it to matter, 0 to
   * 1; {@link DEFAULT_RELEVANT_DIFFERENCE} when absent. A moment is ordinary only where the visits
   * exclude so much.
   */
  readonly relevantDifference?: number;
  /**
   * How many visits with an incident, and how many without, it takes to call a moment ordinary; a whole
   * number, 1 or more, {@link DEFAULT_MINIMUM_INCIDENTS} when absent.
   */
  readonly minimumIncidents?: number;
  /** How critical moments are guarded against being several; `holm` when absent. */
  readonly adjustment?: FamilyAdjustment;
  /**
   * Whether a critical effect must also hold among visits with as many incidents at other moments;
   * `other-incidents` when absent.
   */
  readonly adjustedFor?: 'nothing' | 'other-incidents';
}

/** The share of dissatisfied visits that makes a moment critical, where no other is asked for. */
export const DEFAULT_MINIMUM_SHARE: number = 0.1;

/** The difference in dissatisfied visits that matters, where no other is asked for. */
export const DEFAULT_RELEVANT_DIFFERENCE: number = 0.1;

/** How many visits with an incident it takes to call a moment ordinary, where nothing else is asked for. */
export const DEFAULT_MINIMUM_INCIDENTS: number = 10;

/**
 * Makes a rule for critical moments: how incidents at the moment go with how visits end.
 *
 *     watch:     even the low end of the risk difference is above 0, and the exact test agrees
 *     critical:  the test also stands among as many as there are moments, the effect holds among visits
 *                with as many incidents elsewhere, and the share of dissatisfied visits that goes with
 *                incidents is at least `minimumShare`
 *     ordinary:  not so, and visits exclude that incidents matter: the high end of the difference is
 *                below `relevantDifference` and that of the share below `minimumShare`, with at least
 *                `minimumIncidents` visits with an incident and as many without
 *     a gap:     otherwise; too few visits are no sign of no harm
 *
 * Of fifteen moments without any effect at least one seems harmful in one cycle of six. So the p values
 * of all moments are adjusted by Holm, which keeps the chance of any false critical moment at half of
 * 1 - level; `watch` is not adjusted, so that what the adjustment sets aside is still seen.
 * With `adjustment: 'none'` each moment is held against the level as if it were the only one.
 *
 * Incidents at one moment can stand for those at another that come in the same visits, and a customer in
 * a bad mood rates everything low. So a critical effect must hold among visits with 0, 1, 2, and 3 or
 * more incidents at other moments too, by Mantel and Haenszel; with `adjustedFor: 'nothing'` it need
 * not. The reason says in `amongOtherIncidents` whether it does.
 *
 * @param thresholds - the share, the difference, the number of incidents, and the two adjustments
 * @throws ServiceCycleError `invalid-argument` when a share is not from 0 to 1, or `minimumIncidents` is
 * not a whole number, 1 or more
 * @example
 * const bank = defineCycle({
 *   id: 'bank',
 *   name: 'Cashing a cheque',
 *   moments: [{ id: 'pay', name: 'Receives the money', contact: 'none' }],
 * });
 * const visit = (incident: boolean, overall: number) => ({ moments: { pay: { incident } }, overall });
 * const visits = tallyVisits(bank, [
 *   ...Array.from({ length: 30 }, () => visit(true, 1)),
 *   ...Array.from({ length: 20 }, () => visit(true, 4)),
 *   ...Array.from({ length: 40 }, () => visit(false, 2)),
 *   ...Array.from({ length: 910 }, () => visit(false, 5)),
 * ]);
 * const levelAt = (minimumShare: number) =>
 *   detectCriticalMoments(bank, { visits }, { rules: [incidentEffectRule({ minimumShare })] })
 *     .moments[0]?.level;
 * levelAt(0.1); // => 'critical'
 * levelAt(0.5); // => 'watch'
 * @see Newcombe (1998), Statistics in Medicine 17, 873-890: the difference
 * @see Mantel and Haenszel (1959), Journal of the National Cancer Institute 22, 719-748: other incidents
 * @see Fisher (1935), Journal of the Royal Statistical Society 98, 39-82: the test
 * @see Holm (1979), Scandinavian Journal of Statistics 6, 65-70: the adjustment
 */
export function incidentEffectRule({
  minimumShare = DEFAULT_MINIMUM_SHARE,
  relevantDifference = DEFAULT_RELEVANT_DIFFERENCE,
  minimumIncidents = DEFAULT_MINIMUM_INCIDENTS,
  adjustment = 'holm',
  adjustedFor = 'other-incidents',
}: IncidentEffectThresholds = {}): CriticalMomentRule<IncidentEffectReason | EvidenceGapReason> {
  checkShare('minimumShare', minimumShare);
  checkShare('relevantDifference', relevantDifference);
  checkCount('minimumIncidents', minimumIncidents, 1);
  const chosen = {
    minimumShare,
    relevantDifference,
    minimumIncidents,
    adjustment,
    adjustedFor,
  };
  return (moment, context) => effectReasons(moment, context, chosen);
}

/**
 * The rule that {@link incidentEffectRule} makes without being told otherwise.
 *
 * @param moment - the moment of truth
 * @param context - the evidence about it
 * @example
 * const bank = defineCycle({
 *   id: 'bank',
 *   name: 'Cashing a cheque',
 *   moments: [{ id: 'pay', name: 'Receives the money', contact: 'none' }],
 * });
 * // Incidents and dissatisfaction do not meet, and there are too few incidents to rule harm out.
 * const visits = tallyVisits(
 *   bank,
 *   Array.from({ length: 100 }, (_, visit) => ({
 *     moments: { pay: { incident: visit < 4 } },
 *     overall: visit > 90 ? 1 : 5,
 *   })),
 * );
 * const [pay] = detectCriticalMoments(bank, { visits }, { rules: [harmfulIncidents] }).moments;
 * pay?.level; // => 'not-assessed'
 * pay?.reasons.map(({ code }) => code); // => ['evidence-gap']
 */
export function harmfulIncidents(
  moment: MomentOfTruth,
  context: DetectionContext,
): readonly (IncidentEffectReason | EvidenceGapReason)[] {
  return effectReasons(moment, context, {
    minimumShare: DEFAULT_MINIMUM_SHARE,
    relevantDifference: DEFAULT_RELEVANT_DIFFERENCE,
    minimumIncidents: DEFAULT_MINIMUM_INCIDENTS,
    adjustment: 'holm',
    adjustedFor: 'other-incidents',
  });
}

function effectReasons(
  { id }: MomentOfTruth,
  { measured, level }: DetectionContext,
  thresholds: Required<IncidentEffectThresholds>,
): readonly (IncidentEffectReason | EvidenceGapReason)[] {
  if (measured === undefined) return [];
  const gap = (
    because: EvidenceGap,
    n: number,
    more: Pick<EvidenceGapReason, 'riskDifference'> = {},
  ): readonly EvidenceGapReason[] => [evidenceGap('incident-effect', because, n, more)];
  const counted = measured.visits.moments.find(({ moment }) => moment === id);
  if (counted === undefined) return gap('not-in-tally', 0);
  if (counted.passed === 0) return gap('nobody-passed', 0);
  const effects = measured.effects();
  const { effect, pValue = 1 } = effects.find(({ moment }) => moment === id) ?? {};
  if (effect?.kind !== 'estimate') return gap(effect?.reason ?? 'no-data', effect?.n ?? 0);
  const family = effects.flatMap((each) => each.pValue ?? []);
  const test = familyTest(pValue, family, thresholds.adjustment);
  const found = levelOf(effect, test, level, thresholds);
  if (found === undefined) {
    return gap('undecided', effect.n, { riskDifference: effect.riskDifference });
  }
  const { minimumShare, relevantDifference, minimumIncidents, adjustedFor } = thresholds;
  return [
    {
      code: 'incident-effect',
      level: found,
      basis: 'measured',
      n: effect.n,
      incidents: totalOf(effect.counts.incident),
      riskDifference: effect.riskDifference,
      shareOfDissatisfied: shareOfDissatisfied(effect),
      amongOtherIncidents: amongOtherIncidents(effect),
      ...(effect.adjustedOddsRatio && { adjustedOddsRatio: effect.adjustedOddsRatio }),
      test,
      minimumShare,
      relevantDifference,
      minimumIncidents,
      adjustedFor,
    },
  ];
}

function levelOf(
  effect: IncidentEffect,
  test: FamilyTest,
  level: number,
  thresholds: Required<IncidentEffectThresholds>,
): IncidentEffectReason['level'] | undefined {
  if (isHarmShown(effect, test, level)) {
    const stands = thresholds.adjustedFor === 'nothing' || amongOtherIncidents(effect) === 'holds';
    return stands && isHarmProven(effect, test, level, thresholds.minimumShare)
      ? 'critical'
      : 'watch';
  }
  const { incident, noIncident } = effect.counts;
  const share = shareOfDissatisfied(effect).interval;
  const isExcluded =
    effect.riskDifference.interval.high < thresholds.relevantDifference &&
    share !== undefined &&
    share.high < thresholds.minimumShare &&
    Math.min(totalOf(incident), totalOf(noIncident)) >= thresholds.minimumIncidents;
  return isExcluded ? 'ordinary' : undefined;
}

function totalOf({ dissatisfied, satisfied }: KnownOutcomes): number {
  return dissatisfied + satisfied;
}

function amongOtherIncidents({
  adjustedOddsRatio: adjusted,
}: IncidentEffect): IncidentEffectReason['amongOtherIncidents'] {
  if (adjusted === undefined) return 'unknown';
  if (adjusted.kind === 'not-estimable') {
    return adjusted.reason === 'zero-denominator' ? 'holds' : 'unknown';
  }
  return adjusted.interval.low > 1 ? 'holds' : 'not-shown';
}
