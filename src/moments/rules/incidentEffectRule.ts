import type { MomentOfTruth } from '../../model/momentOfTruth.ts';
import {
  checkCount,
  checkLevel,
  checkObject,
  checkOneOf,
  checkShare,
} from '../../shared/refuse.ts';
import type { FamilyAdjustment, FamilyTest } from '../familyTests.ts';
import { DEFAULT_GRAVITY, graveTests } from '../graveTests.ts';
import type { IncidentEffect, KnownOutcomes } from '../incidents/incidentTypes.ts';
import type { JointEffect, JointEffectNotEstimable } from '../jointEffect/jointTypes.ts';
import type { EvidenceGap, EvidenceGapReason, IncidentEffectReason } from '../reasonTypes.ts';
import type { DetectionContext, MeasuredFigures, TestedEffect } from '../ruleTypes.ts';
import type { MomentTally } from '../visits/countTypes.ts';
import type { VisitDefinition } from '../visits/definitionTypes.ts';
import { checkLevelContext, checkMoment } from './checkRule.ts';
import { evidenceGap } from './evidenceGap.ts';
import { isHarmSeen } from './isHarmSeen.ts';

/** The thresholds of {@link incidentEffectRule}. */
export interface IncidentEffectThresholds {
  /**
   * How much more often visits with an incident have to end dissatisfied, incidents elsewhere held
   * fixed, for the moment to be critical, 0 to 1; that of the context when absent. A moment is ordinary only where the
   * visits exclude so much.
   */
  readonly gravity?: number;
  /**
   * How many visits with an incident, and how many without, it takes to call a moment ordinary; a whole
   * number, 1 or more, 10 when absent.
   */
  readonly minimumIncidents?: number;
  /**
   * How many visits that tell how they ended it takes to call a moment critical where customers told of
   * incidents in the same breath as of the whole; a whole number, 1 or more, 500 when absent.
   */
  readonly minimumCommonSource?: number;
  /** How critical moments are guarded against being several; `holm` when absent. */
  readonly adjustment?: FamilyAdjustment;
}

/**
 * A rule for critical moments: whether one bad moment can lose the service, from how incidents there go
 * with how visits end.
 *
 *     critical:  incidents at all other moments held fixed, an incident makes at least `gravity` more of
 *                the visits end dissatisfied, beyond doubt: the one-sided test of the joint effect
 *                against `gravity` stands among as many as there are moments, and harm is seen
 *     watch:     harm is seen: even the low end of the risk difference is above 0, and the exact test
 *                agrees
 *     ordinary:  not so, and the interval of the joint effect is below `gravity`, with at least
 *                `minimumIncidents` visits with an incident and as many without
 *     a gap:     otherwise; too few visits are no sign of no harm
 *
 * How often incidents happen decides nothing: a trifle in every second visit is no critical moment, and
 * ruin in one visit of 200 is. What they come to, the burden, orders moments of one level.
 *
 * Of fifteen moments at the threshold one seems beyond it in every second cycle. So the p values of all
 * moments are adjusted by Holm, which keeps the chance of any false critical moment at 1 - level;
 * `watch` is not adjusted, so that what the adjustment sets aside is still seen.
 *
 * Customers in a bad mood rate everything low. Where incidents are low ratings, or were reported in the
 * questionnaire that asked how the visit was, the joint effect parts that mood only with many visits.
 * Below `minimumCommonSource` such a moment is to be watched and `heldBack` says why.
 *
 * @param moment - the moment of truth
 * @param context - the evidence about it
 * @param thresholds - the effect that is grave, how many visits it takes, and the adjustment
 * @throws ServiceCycleError `invalid-argument` when `gravity` is not from 0 to 1, or a number of visits
 * is not a whole number, 1 or more
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
 * // The risk difference is 0.56.
 * const rules = [incidentEffectRule];
 * detectCriticalMoments(bank, { evidence: visitEvidence(visits), rules }).moments[0]?.level; // => 'critical'
 * // Where only half of the visits lost would be grave:
 * const lenient: CriticalMomentRule = (moment, context) =>
 *   incidentEffectRule(moment, context, { gravity: 0.5 });
 * detectCriticalMoments(bank, { evidence: visitEvidence(visits), rules: [lenient] }).moments[0]?.level; // => 'watch'
 * @see Holm (1979), Scandinavian Journal of Statistics 6, 65-70: the adjustment
 * @see Newcombe (1998), Statistics in Medicine 17, 873-890: the difference
 * @see Podsakoff et al. (2003), Journal of Applied Psychology 88, 879-903: a common source
 */
export function incidentEffectRule(
  moment: Pick<MomentOfTruth, 'id'>,
  context: Pick<DetectionContext, 'measured' | 'level' | 'gravity'>,
  thresholds: IncidentEffectThresholds = {},
): readonly (IncidentEffectReason | EvidenceGapReason)[] {
  checkMoment(moment);
  checkLevelContext(context);
  checkObject('thresholds', thresholds);
  const { id } = moment;
  const { measured, level } = context;
  checkLevel(level);
  const {
    gravity = context.gravity ?? DEFAULT_GRAVITY,
    minimumIncidents = 10,
    minimumCommonSource = 500,
    adjustment = 'holm',
  } = thresholds;
  checkShare('gravity', gravity);
  checkCount('minimumIncidents', minimumIncidents, 1);
  checkCount('minimumCommonSource', minimumCommonSource, 1);
  checkOneOf('adjustment', adjustment, ['holm', 'none']);
  if (measured === undefined) return [];
  const gap = (
    because: EvidenceGap,
    n: number,
    more?: Parameters<typeof evidenceGap>[3],
  ): readonly EvidenceGapReason[] => [evidenceGap('incident-effect', because, n, more)];
  const found = measured.remember(`incident-effect ${gravity} ${adjustment}`, () =>
    findings(measured, gravity, adjustment),
  );
  const own = found.get(id);
  if (own === undefined) return gap('not-in-tally', 0);
  const { counted, effect, pValue = 1, joint, test } = own;
  if (counted.passed === 0) return gap('nobody-passed', 0);
  if (effect.kind !== 'estimate') return gap(effect.reason, effect.n);
  const isGrave = test !== undefined && test.adjustedPValue <= 1 - level;
  const isCommonSource = hasCommonSource(counted, measured.visits.definition);
  const isSeen = isHarmSeen(effect, pValue, level);
  const isHeldBack = isSeen && isGrave && isCommonSource && joint.n < minimumCommonSource;
  const { riskDifference } = effect;
  if (!isSeen && !isExcluded(effect, joint, gravity, minimumIncidents)) {
    return joint.kind === 'estimate'
      ? gap('undecided', effect.n, { riskDifference, jointEffect: joint })
      : gap(joint.reason, effect.n, { riskDifference, ...duplicatesOf(joint) });
  }
  return [
    {
      code: 'incident-effect',
      level: isSeen ? (isGrave && !isHeldBack ? 'critical' : 'watch') : 'ordinary',
      basis: 'measured',
      n: effect.n,
      incidents: totalOf(effect.counts.incident),
      riskDifference,
      jointEffect: joint,
      ...(test && { test }),
      gravity,
      minimumIncidents,
      isCommonSource,
      minimumCommonSource,
      ...(isHeldBack && { heldBack: 'common-source' }),
    },
  ];
}

/** What is known of each moment, with the test of its effect among those of all. */
interface Finding extends Omit<TestedEffect, 'moment'> {
  readonly counted: MomentTally;
  readonly joint: JointEffect | JointEffectNotEstimable;
  readonly test: FamilyTest | undefined;
}

function findings(
  { visits, effects, joint }: MeasuredFigures,
  gravity: number,
  adjustment: FamilyAdjustment,
): ReadonlyMap<string, Finding> {
  const tested = effects();
  const { moments } = joint();
  const tests = graveTests(
    moments.filter((each) => each.kind === 'estimate'),
    gravity,
    adjustment,
  ).values();
  const found = new Map<string, Finding>();
  for (const [place, counted] of visits.moments.entries()) {
    const own = moments[place];
    const effect = tested[place];
    if (own === undefined || effect === undefined) continue;
    const test = own.kind === 'estimate' ? tests.next().value : undefined;
    found.set(counted.moment, { ...effect, counted, joint: own, test });
  }
  return found;
}

/** Whether customers who told how the visit was also told of incidents, by a low rating or a report. */
export function hasCommonSource(
  { sources }: MomentTally,
  { reportsFrom }: VisitDefinition,
): boolean {
  return sources.lowRating > 0 || (sources.reported > 0 && reportsFrom === 'questionnaire');
}

function isExcluded(
  { counts }: IncidentEffect,
  joint: JointEffect | JointEffectNotEstimable,
  gravity: number,
  minimumIncidents: number,
): boolean {
  return (
    joint.kind === 'estimate' &&
    joint.interval.high < gravity &&
    Math.min(totalOf(counts.incident), totalOf(counts.noIncident)) >= minimumIncidents
  );
}

function duplicatesOf({
  duplicates,
}: JointEffectNotEstimable): Pick<EvidenceGapReason, 'duplicates'> {
  return duplicates.length > 0 ? { duplicates } : {};
}

function totalOf({ dissatisfied, satisfied }: KnownOutcomes): number {
  return dissatisfied + satisfied;
}
