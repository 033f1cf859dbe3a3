import type { MomentOfTruth } from '../../model/momentOfTruth.ts';
import { familyTest } from '../familyTest.ts';
import type { MomentImpact } from '../impact/impactTypes.ts';
import type { CriticalMomentRule, DetectionContext } from '../ruleTypes.ts';
import type { EvidenceGapReason, FamilyAdjustment, ImpactAsymmetryReason } from '../types.ts';
import { evidenceGap } from './evidenceGap.ts';

/** What may be chosen about {@link impactAsymmetryRule}. */
export interface ImpactAsymmetryThresholds {
  /** How critical moments are guarded against being several; `holm` when absent. */
  readonly adjustment?: FamilyAdjustment;
}

/**
 * Makes a rule for critical moments: the moment can spoil a visit more than it can delight.
 *
 *     watch:     even the high end of the impact asymmetry is below 0, and that of the penalty's
 *                coefficient too: a low rating costs something, and more than a high one gains
 *     critical:  the range is also above the median of the moments compared, and the test of the
 *                asymmetry stands among as many tests
 *
 * Of moments that make no difference, half have a range above the median; so the test of the asymmetry
 * is adjusted by Holm for as many moments. A moment that is no dissatisfier has no reason: that a high
 * rating gains more does not say that a low one costs little.
 *
 * @param thresholds - the adjustment
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
 *   Array.from({ length: 450 }, (_, visit) => ({
 *     moments: {
 *       queue: { rating: 2 + (visit % 3) },
 *       greet: { rating: 2 + (Math.floor(visit / 3) % 3) },
 *     },
 *     overall: (visit % 3 === 0 ? 2 : 4) + (Math.floor(visit / 9) % 2),
 *   })),
 * );
 * const rules = [impactAsymmetryRule()];
 * const [queue] = detectCriticalMoments(bank, { visits }, { rules }).moments;
 * const [reason] = queue?.reasons ?? [];
 * queue?.level; // => 'critical'
 * reason?.code === 'impact-asymmetry' && reason.penalty.coefficient; // ~> -2
 * reason?.code === 'impact-asymmetry' && reason.asymmetry.impactClass; // => 'dissatisfier'
 * @see Mikulić & Prebežac (2008), Managing Service Quality 18, 559-576
 */
export function impactAsymmetryRule({
  adjustment = 'holm',
}: ImpactAsymmetryThresholds = {}): CriticalMomentRule<ImpactAsymmetryReason | EvidenceGapReason> {
  return (moment, context) => asymmetryReasons(moment, context, adjustment);
}

/**
 * The rule that {@link impactAsymmetryRule} makes without being told otherwise.
 *
 * @param moment - the moment of truth
 * @param context - the evidence about it
 * @example
 * const bank = defineCycle({
 *   id: 'bank',
 *   name: 'Cashing a cheque',
 *   moments: [{ id: 'greet', name: 'Is greeted', contact: 'none' }],
 * });
 * // A low rating costs nothing and a high one gains a step: no dissatisfier, so no reason.
 * const visits = tallyVisits(
 *   bank,
 *   Array.from({ length: 300 }, (_, visit) => ({
 *     moments: { greet: { rating: 2 + (visit % 3) } },
 *     overall: 3 + (visit % 3 === 2 ? 1 : 0) + (Math.floor(visit / 3) % 2),
 *   })),
 * );
 * detectCriticalMoments(bank, { visits }, { rules: [dissatisfier] }).moments[0]?.reasons; // => []
 */
export function dissatisfier(
  moment: MomentOfTruth,
  context: DetectionContext,
): readonly (ImpactAsymmetryReason | EvidenceGapReason)[] {
  return asymmetryReasons(moment, context, 'holm');
}

function asymmetryReasons(
  { id }: MomentOfTruth,
  { measured, level }: DetectionContext,
  adjustment: FamilyAdjustment,
): readonly (ImpactAsymmetryReason | EvidenceGapReason)[] {
  const counted = measured?.visits.moments.find(({ moment }) => moment === id);
  // Where nobody was asked for a rating there is nothing to miss.
  if (measured === undefined || counted === undefined || counted.ratings.rated === 0) return [];
  const { moments } = measured.impacts();
  const impact = moments.find(({ moment }) => moment === id);
  if (impact === undefined) return [];
  if (impact.kind === 'not-estimable') {
    const more = impact.reason === 'collinear' ? { duplicates: impact.duplicates } : {};
    return [evidenceGap('impact-asymmetry', impact.reason, impact.n, more)];
  }
  const { asymmetry, asymmetryTest, penalty, reward, range, n } = impact;
  if (asymmetry.kind === 'not-estimable') {
    return [evidenceGap('impact-asymmetry', asymmetry.reason, n)];
  }
  const isDissatisfier =
    asymmetry.interval !== undefined &&
    asymmetry.interval.high < 0 &&
    penalty.interval !== undefined &&
    penalty.interval.high < 0;
  if (!isDissatisfier || asymmetryTest === undefined) return [];
  const estimated = moments.filter((each) => each.kind === 'estimate');
  const family = estimated.flatMap((each) => each.asymmetryTest?.pValue ?? []);
  const test = familyTest(asymmetryTest.pValue, family, adjustment);
  const medianRange = medianOf(estimated.map((each: MomentImpact) => each.range));
  const isStrong = range > medianRange && test.adjustedPValue <= 1 - level;
  return [
    {
      code: 'impact-asymmetry',
      level: isStrong ? 'critical' : 'watch',
      basis: 'measured',
      n,
      asymmetry,
      penalty,
      reward,
      range,
      medianRange,
      test,
    },
  ];
}

/** The middle one, or halfway between the two in the middle. */
function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}
