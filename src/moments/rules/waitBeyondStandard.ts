import { checkShare } from '../../shared/refuse.ts';
import type { MomentOfTruth } from '../../model/momentOfTruth.ts';
import { wilsonInterval } from '../../stats/intervals/wilsonInterval.ts';
import { familyTest } from '../familyTest.ts';
import type { DetectionContext, TestedWait } from '../ruleTypes.ts';
import type { EvidenceGapReason, FamilyAdjustment, WaitReason } from '../types.ts';
import { evidenceGap } from './evidenceGap.ts';
import { isHarmProven } from './provenHarm.ts';

/** The share of dissatisfied visits that makes a moment critical, where no other is asked for. */
export const DEFAULT_MINIMUM_SHARE: number = 0.1;

/** The thresholds of {@link waitBeyondStandard}. */
export interface WaitThresholds {
  /**
   * The share of all dissatisfied visits that has to go with waits beyond the limit for the moment to
   * be critical, 0 to 1; {@link DEFAULT_MINIMUM_SHARE} when absent.
   */
  readonly minimumShare?: number;
  /** How critical waits are guarded against being several; `holm` when absent. */
  readonly adjustment?: FamilyAdjustment;
}

/**
 * A rule for critical moments: customers wait longer than a standard on this moment allows.
 *
 *     watch:     even the high end of the share of waits within the limit is below the required share
 *     critical:  so it is, and waits beyond the limit go with dissatisfaction as harmful incidents do:
 *                the low end of the risk difference is above 0, it stands among as many standards, and
 *                the share of dissatisfied visits is at least `minimumShare`
 *     a gap:     the interval holds the required share, so that nobody can tell
 *
 * A broken standard by itself tells that a promise is not kept and not that customers mind; a standard
 * that is kept tells nothing about what happens when it is not.
 *
 * @param moment - the moment of truth
 * @param context - the evidence about it
 * @param thresholds - the share and the adjustment
 * @throws ServiceCycleError `invalid-argument` when `minimumShare` is not from 0 to 1
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
 * const [queue] = detectCriticalMoments(bank, { visits }, { rules: [waitBeyondStandard] }).moments;
 * const [late] = queue?.reasons ?? [];
 * late?.level; // => 'watch'
 * late?.code === 'wait-beyond-standard' && late.withinShare.value; // => 0.7
 * late?.code === 'wait-beyond-standard' && late.withinShare.interval.high; // ~> 0.759253
 * @see Wilson (1927), Journal of the American Statistical Association 22, 209-212: the share
 */
export function waitBeyondStandard(
  { id }: Pick<MomentOfTruth, 'id'>,
  { measured, level }: Pick<DetectionContext, 'measured' | 'level'>,
  { minimumShare = DEFAULT_MINIMUM_SHARE, adjustment = 'holm' }: WaitThresholds = {},
): readonly (WaitReason | EvidenceGapReason)[] {
  checkShare('minimumShare', minimumShare);
  const waits = measured?.waits() ?? [];
  const family = waits.flatMap(({ pValue }) => pValue ?? []);
  return waits
    .filter(({ moment }) => moment === id)
    .flatMap((wait): readonly (WaitReason | EvidenceGapReason)[] => {
      const { standard, limitSeconds, requiredShare, within, beyond, effect, pValue } = wait;
      const n = within + beyond;
      if (n === 0) return [];
      const interval = wilsonInterval(within, n, { level });
      if (interval.low >= requiredShare || beyond === 0) return [];
      if (interval.high >= requiredShare) {
        return [evidenceGap('wait-beyond-standard', 'undecided', n, { standard })];
      }
      const test = pValue === undefined ? undefined : familyTest(pValue, family, adjustment);
      const harms =
        effect.kind === 'estimate' &&
        test !== undefined &&
        isHarmProven(effect, test, level, minimumShare);
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
          minimumShare,
        },
      ];
    });
}

function withinShareOf(
  { within, beyond }: TestedWait,
  interval: WaitReason['withinShare']['interval'],
): WaitReason['withinShare'] {
  const n = within + beyond;
  return { kind: 'estimate', value: within / n, unit: 'share', interval, n, basis: 'measured' };
}
