import type { MomentOfTruth } from '../../model/momentOfTruth.ts';
import { answerCount } from '../../model/scaleAnswers.ts';
import {
  checkCount,
  checkLevel,
  checkObject,
  checkOneOf,
  checkShare,
} from '../../shared/refuse.ts';
import { studentTPValue } from '../../stats/distributions/studentT.ts';
import type { FamilyAdjustment, FamilyTest } from '../familyTests.ts';
import { familyTests } from '../familyTests.ts';
import { DEFAULT_GRAVITY } from '../graveTests.ts';
import type { MomentImpact, MomentImpactNotEstimable } from '../impact/impactTypes.ts';
import type { EvidenceGapReason, ImpactAsymmetryReason } from '../reasonTypes.ts';
import type { DetectionContext, MeasuredFigures } from '../ruleTypes.ts';
import { checkLevelContext, checkMoment } from './checkRule.ts';
import { evidenceGap } from './evidenceGap.ts';

/** The thresholds of {@link impactAsymmetryRule}. */
export interface ImpactAsymmetryThresholds {
  /**
   * How much a low rating has to cost for the moment to be critical, as a share of the way from the best
   * overall answer to the worst, 0 to 1; that of the context when absent.
   */
  readonly gravity?: number;
  /** How many visits it takes to be critical; a whole number, 1 or more, 500 when absent. */
  readonly minimumCommonSource?: number;
  /** How critical moments are guarded against being several; `holm` when absent. */
  readonly adjustment?: FamilyAdjustment;
}

/**
 * A rule for critical moments: the moment can spoil a visit more than it can delight.
 *
 *     watch:     even the high end of the impact asymmetry is below 0, and that of the penalty's
 *                coefficient too: a low rating costs something, and more than a high one gains
 *     critical:  the range is also above the median of the moments compared, the test of the asymmetry
 *                stands among as many tests, and so does that of whether the penalty is grave: more than
 *                `gravity` times the steps of the overall scale
 *     a gap:     so it would be, but high ratings go with lower overall answers, which is no sign of a
 *                moment that only spoils
 *
 * Of moments that make no difference, half have a range above the median; so both tests are
 * adjusted by Holm for as many moments. Ratings share a mood with the overall answer: where most
 * customers are satisfied a bad mood pulls further down than a good one lifts, at every moment a little. So
 * a critical penalty is a grave one, and comes from at least `minimumCommonSource` visits; with fewer the
 * moment is to be watched and `heldBack` says why. A moment that is no dissatisfier has no reason: that a
 * high rating gains more does not say that a low one costs little.
 *
 * @param moment - the moment of truth
 * @param context - the evidence about it
 * @param thresholds - the penalty that is grave, how many visits it takes, and the adjustment
 * @throws ServiceCycleError `invalid-argument` when `gravity` is not from 0 to 1, or
 * `minimumCommonSource` is not a whole number, 1 or more
 * @example
 * const bank = defineCycle({
 *   id: 'bank',
 *   name: 'Cashing a cheque',
 *   moments: [
 *     { id: 'queue', name: 'Waits in line', contact: 'none' },
 *     { id: 'greet', name: 'Is greeted', contact: 'none' },
 *   ],
 * });
 * // A low rating of the queue costs two steps, a high one gains none; the greeting makes no difference.
 * const visits = tallyVisits(
 *   bank,
 *   Array.from({ length: 540 }, (_, visit) => ({
 *     moments: {
 *       queue: { rating: 2 + (visit % 3) },
 *       greet: { rating: 2 + (Math.floor(visit / 3) % 3) },
 *     },
 *     overall: (visit % 3 === 0 ? 2 : 4) + (Math.floor(visit / 9) % 2),
 *   })),
 * );
 * const rules = [impactAsymmetryRule];
 * const [queue] = detectCriticalMoments(bank, { evidence: visitEvidence(visits), rules }).moments;
 * const [reason] = queue?.reasons ?? [];
 * queue?.level; // => 'critical'
 * reason?.code === 'impact-asymmetry' && reason.penalty.coefficient; // ~> -2
 * reason?.code === 'impact-asymmetry' && reason.asymmetry.impactClass; // => 'dissatisfier'
 * @see Mikulić & Prebežac (2008), Managing Service Quality 18, 559-576
 */
export function impactAsymmetryRule(
  moment: Pick<MomentOfTruth, 'id'>,
  context: Pick<DetectionContext, 'measured' | 'level' | 'gravity'>,
  thresholds: ImpactAsymmetryThresholds = {},
): readonly (ImpactAsymmetryReason | EvidenceGapReason)[] {
  checkMoment(moment);
  checkLevelContext(context);
  checkObject('thresholds', thresholds);
  const { id } = moment;
  const { measured, level } = context;
  checkLevel(level);
  const {
    gravity = context.gravity ?? DEFAULT_GRAVITY,
    minimumCommonSource = 500,
    adjustment = 'holm',
  } = thresholds;
  checkShare('gravity', gravity);
  checkCount('minimumCommonSource', minimumCommonSource, 1);
  checkOneOf('adjustment', adjustment, ['holm', 'none']);
  if (measured === undefined) return [];
  const gravePenalty = gravity * (answerCount(measured.visits.definition.overallScale) - 1);
  const found = measured.remember(`impact-asymmetry ${gravity} ${adjustment}`, () =>
    findings(measured, gravePenalty, adjustment),
  );
  const own = found.moments.get(id);
  // Where nobody was asked for a rating there is nothing to miss.
  if (own === undefined) return [];
  const { impact, test, penaltyTest } = own;
  if (impact.kind === 'not-estimable') {
    const more = impact.reason === 'collinear' ? { duplicates: impact.duplicates } : {};
    return [evidenceGap('impact-asymmetry', impact.reason, impact.n, more)];
  }
  const { asymmetry, penalty, reward, range, n } = impact;
  if (asymmetry.kind === 'not-estimable') {
    return [evidenceGap('impact-asymmetry', asymmetry.reason, n)];
  }
  const isDissatisfier =
    asymmetry.interval !== undefined &&
    asymmetry.interval.high < 0 &&
    penalty.interval !== undefined &&
    penalty.interval.high < 0;
  if (!isDissatisfier || test === undefined || penaltyTest === undefined) return [];
  if (reward.sign === 'wrong') return [evidenceGap('impact-asymmetry', 'wrong-sign', n)];
  const { medianRange } = found;
  const isGrave =
    range > medianRange &&
    test.adjustedPValue <= 1 - level &&
    penaltyTest.adjustedPValue <= 1 - level;
  const isHeldBack = isGrave && n < minimumCommonSource;
  return [
    {
      code: 'impact-asymmetry',
      level: isGrave && !isHeldBack ? 'critical' : 'watch',
      basis: 'measured',
      n,
      asymmetry,
      penalty,
      reward,
      range,
      medianRange,
      test,
      penaltyTest,
      gravePenalty,
      minimumCommonSource,
      ...(isHeldBack && { heldBack: 'common-source' }),
    },
  ];
}

/** What is known of each moment that was rated, with its tests among those of all. */
interface Finding {
  readonly impact: MomentImpact | MomentImpactNotEstimable;
  readonly test: FamilyTest | undefined;
  readonly penaltyTest: FamilyTest | undefined;
}

function findings(
  { visits, impacts }: MeasuredFigures,
  gravePenalty: number,
  adjustment: FamilyAdjustment,
): { readonly moments: ReadonlyMap<string, Finding>; readonly medianRange: number } {
  const rated = new Set(
    visits.moments.flatMap(({ moment, ratings }) => (ratings.rated > 0 ? [moment] : [])),
  );
  const { moments } = impacts();
  const estimated = moments.filter((each) => each.kind === 'estimate');
  const tested = estimated.flatMap(({ asymmetryTest }) => asymmetryTest?.pValue ?? []);
  const tests = familyTests(tested, adjustment).values();
  const graver = estimated.map((each) => penaltyPValue(each, gravePenalty));
  const penaltyTests = familyTests(graver, adjustment).values();
  const found = new Map<string, Finding>();
  for (const impact of moments) {
    const isEstimated = impact.kind === 'estimate';
    const test = isEstimated && impact.asymmetryTest ? tests.next().value : undefined;
    const penaltyTest = isEstimated ? penaltyTests.next().value : undefined;
    if (rated.has(impact.moment)) found.set(impact.moment, { impact, test, penaltyTest });
  }
  return { moments: found, medianRange: medianOf(estimated.map(({ range }) => range)) };
}

/** The one-sided test of whether a low rating costs more than is grave. */
function penaltyPValue({ penalty, asymmetryTest }: MomentImpact, gravePenalty: number): number {
  if (asymmetryTest === undefined) return 1;
  const t = (penalty.coefficient + gravePenalty) / penalty.standardError;
  const half = studentTPValue(t, asymmetryTest.degreesOfFreedom) / 2;
  return t < 0 ? half : 1 - half;
}

/** The middle one, or halfway between the two in the middle. */
function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}
