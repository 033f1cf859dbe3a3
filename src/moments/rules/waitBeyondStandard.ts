import type { MomentOfTruth } from '../../model/momentOfTruth.ts';
import { checkLevel, checkObject, checkOneOf, checkShare } from '../../shared/refuse.ts';
import { wilsonInterval } from '../../stats/intervals/wilsonInterval.ts';
import type { FamilyAdjustment, FamilyTest } from '../familyTests.ts';
import { DEFAULT_GRAVITY, type Difference, graveTests } from '../graveTests.ts';
import { differenceError } from '../incidents/differenceError.ts';
import type { EvidenceGapReason, WaitReason } from '../reasonTypes.ts';
import type { DetectionContext, TestedWait } from '../ruleTypes.ts';
import { checkLevelContext, checkMoment } from './checkRule.ts';
import { evidenceGap } from './evidenceGap.ts';
import { isHarmSeen } from './isHarmSeen.ts';

/** With fewer waits beyond the limit, or within it, nobody can tell what late service does. */
const FEWEST = 5;

/** The thresholds of {@link waitBeyondStandard}. */
export interface WaitThresholds {
  /**
   * How much more often visits have to end dissatisfied that waited beyond the limit for the moment to be
   * critical, 0 to 1; that of the context when absent.
   */
  readonly gravity?: number;
  /** How critical waits are guarded against being several; `holm` when absent. */
  readonly adjustment?: FamilyAdjustment;
}

/**
 * A rule for critical moments: customers wait longer than a standard on this moment allows.
 *
 *     watch:     even the high end of the share of waits within the limit is below the required share
 *     critical:  so it is, and waits beyond the limit lose visits: at least `gravity` more of them end
 *                dissatisfied, and the one-sided test of that stands among as many standards, with at
 *                least 5 waits on either side
 *     a gap:     the interval holds the required share, so that nobody can tell
 *
 * A broken standard by itself tells that a promise is not kept and not that customers mind; a standard
 * that is kept tells nothing about what happens when it is not.
 *
 * @param moment - the moment of truth
 * @param context - the evidence about it
 * @param thresholds - the loss that is grave, and the adjustment
 * @throws ServiceCycleError `invalid-argument` when `gravity` is not from 0 to 1
 * @example
 * const bank = defineCycle({
 *   id: 'bank',
 *   name: 'Cashing a cheque',
 *   moments: [{ id: 'queue', name: 'Waits in line', contact: 'none' }],
 *   requirements: [
 *     {
 *       id: 'short-line',
 *       statement: 'The line is short',
 *       moments: ['queue'],
 *       source: { kind: 'expectation' },
 *       standards: [
 *         {
 *           id: 'ten-minutes',
 *           measure: 'Time in line',
 *           unit: 'minutes',
 *           operator: '<=',
 *           threshold: 10,
 *           requiredShare: 0.9,
 *         },
 *       ],
 *     },
 *   ],
 * });
 * const visits = tallyVisits(
 *   bank,
 *   Array.from({ length: 200 }, (_, visit) => ({
 *     moments: { queue: { waitSeconds: visit < 60 ? 900 : 300 } },
 *     overall: visit % 4 === 0 ? 2 : 4,
 *   })),
 * );
 * const [queue] = detectCriticalMoments(bank, { evidence: visitEvidence(visits), rules: [waitBeyondStandard] }).moments;
 * const [late] = queue?.reasons ?? [];
 * late?.level; // => 'watch'
 * late?.code === 'wait-beyond-standard' && late.withinShare.value; // => 0.7
 * late?.code === 'wait-beyond-standard' && late.withinShare.interval.high; // ~> 0.759253
 * @see Wilson (1927), Journal of the American Statistical Association 22, 209-212: the share
 */
export function waitBeyondStandard(
  moment: Pick<MomentOfTruth, 'id'>,
  context: Pick<DetectionContext, 'measured' | 'level' | 'gravity'>,
  thresholds: WaitThresholds = {},
): readonly (WaitReason | EvidenceGapReason)[] {
  checkMoment(moment);
  checkLevelContext(context);
  checkObject('thresholds', thresholds);
  const { id } = moment;
  const { measured, level } = context;
  const { gravity = context.gravity ?? DEFAULT_GRAVITY, adjustment = 'holm' } = thresholds;
  checkLevel(level);
  checkOneOf('adjustment', adjustment, ['holm', 'none']);
  checkShare('gravity', gravity);
  const found = measured?.remember(`wait-beyond-standard ${gravity} ${adjustment}`, () =>
    findings(measured.waits(), gravity, adjustment),
  );
  return (found?.get(id) ?? []).flatMap(
    ({ wait, test }): readonly (WaitReason | EvidenceGapReason)[] => {
      const { standard, limitSeconds, requiredShare, within, beyond, effect, pValue = 1 } = wait;
      const n = within + beyond;
      if (n === 0) return [];
      const interval = wilsonInterval(within, n, { level });
      if (interval.low >= requiredShare || beyond === 0) return [];
      if (interval.high >= requiredShare) {
        return [evidenceGap('wait-beyond-standard', 'undecided', n, { standard })];
      }
      const harms =
        effect.kind === 'estimate' &&
        isHarmSeen(effect, pValue, level) &&
        test !== undefined &&
        test.adjustedPValue <= 1 - level;
      return [
        {
          code: 'wait-beyond-standard',
          level: harms ? 'critical' : 'watch',
          basis: 'measured',
          n,
          standard,
          limitSeconds,
          withinShare: withinShareOf(wait, interval),
          requiredShare,
          effect,
          ...(test && { test }),
          gravity,
        },
      ];
    },
  );
}

/** Waits against one standard, with the test of their effect among those of all. */
interface Finding {
  readonly wait: TestedWait;
  readonly test: FamilyTest | undefined;
}

function findings(
  waits: readonly TestedWait[],
  gravity: number,
  adjustment: FamilyAdjustment,
): ReadonlyMap<string, readonly Finding[]> {
  const differences = waits.map(({ effect }) => differenceOf(effect));
  const tests = graveTests(
    differences.flatMap((each) => each ?? []),
    gravity,
    adjustment,
  ).values();
  const found = new Map<string, Finding[]>();
  for (const [place, wait] of waits.entries()) {
    const test = differences[place] && tests.next().value;
    const own = found.get(wait.moment);
    if (own === undefined) found.set(wait.moment, [{ wait, test }]);
    else own.push({ wait, test });
  }
  return found;
}

function differenceOf(effect: TestedWait['effect']): Difference | undefined {
  if (effect.kind !== 'estimate') return undefined;
  const { incident, noIncident } = effect.counts;
  const fewest = Math.min(
    incident.dissatisfied + incident.satisfied,
    noIncident.dissatisfied + noIncident.satisfied,
  );
  if (fewest < FEWEST) return undefined;
  return {
    value: effect.riskDifference.value,
    standardError: differenceError(effect.counts),
  };
}

function withinShareOf(
  { within, beyond }: TestedWait,
  interval: WaitReason['withinShare']['interval'],
): WaitReason['withinShare'] {
  const n = within + beyond;
  return { kind: 'estimate', value: within / n, unit: 'share', interval, n, basis: 'measured' };
}
