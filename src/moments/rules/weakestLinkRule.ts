import { checkCount } from '../../shared/refuse.ts';
import type { MomentOfTruth } from '../../model/momentOfTruth.ts';
import type { CriticalMomentRule, DetectionContext } from '../ruleTypes.ts';
import type { EvidenceGapReason, WeakestLinkReason } from '../types.ts';
import { evidenceGap } from './evidenceGap.ts';

/** What may be chosen about {@link weakestLinkRule}. */
export interface WeakestLinkThresholds {
  /** What being the weakest link makes of a moment; `watch` when absent. */
  readonly gives?: 'critical' | 'watch';
  /**
   * How many visits through the moment it takes to say so, a whole number, 1 or more;
   * {@link DEFAULT_MINIMUM_VISITS} when absent.
   */
  readonly minimumVisits?: number;
}

/** How many visits it takes to call a link the weakest, where nothing else is asked for. */
export const DEFAULT_MINIMUM_VISITS: number = 30;

/**
 * Makes a rule for critical moments: more visits have an incident here than at any other moment.
 *
 * Of several that tie, each has the reason. By itself it gives no more than `watch`, since every cycle
 * has a weakest link, however good it is: the rule tells where it breaks most often, and not that it
 * matters. A house that means to mend the weakest link whatever it does says `gives: 'critical'`.
 *
 * @param thresholds - what it gives, and how many visits it takes
 * @throws ServiceCycleError `invalid-argument` when `minimumVisits` is not a whole number, 1 or more
 * @example
 * const bank = defineCycle({
 *   id: 'bank',
 *   name: 'Cashing a cheque',
 *   moments: [
 *     { id: 'queue', name: 'Waits in line', contact: 'none' },
 *     { id: 'pay', name: 'Receives the money', contact: 'none' },
 *   ],
 * });
 * const visits = tallyVisits(
 *   bank,
 *   Array.from({ length: 100 }, (_, visit) => ({
 *     moments: { queue: { incident: visit < 30 }, pay: { incident: visit < 2 } },
 *   })),
 * );
 * const rules = [weakestLinkRule({ gives: 'critical', minimumVisits: 100 })];
 * const [first] = detectCriticalMoments(bank, { visits }, { rules }).moments;
 * first?.moment; // => 'queue'
 * first?.level; // => 'critical'
 */
export function weakestLinkRule({
  gives = 'watch',
  minimumVisits = DEFAULT_MINIMUM_VISITS,
}: WeakestLinkThresholds = {}): CriticalMomentRule<WeakestLinkReason | EvidenceGapReason> {
  checkCount('minimumVisits', minimumVisits, 1);
  return (moment, context) => weakestReasons(moment, context, { gives, minimumVisits });
}

/**
 * The rule that {@link weakestLinkRule} makes without being told otherwise.
 *
 * @param moment - the moment of truth
 * @param context - the evidence about it
 * @example
 * const bank = defineCycle({
 *   id: 'bank',
 *   name: 'Cashing a cheque',
 *   moments: [
 *     { id: 'queue', name: 'Waits in line', contact: 'none' },
 *     { id: 'pay', name: 'Receives the money', contact: 'none' },
 *   ],
 * });
 * const visits = tallyVisits(
 *   bank,
 *   Array.from({ length: 100 }, (_, visit) => ({
 *     moments: { queue: { incident: visit < 30 }, pay: { incident: visit < 2 } },
 *   })),
 * );
 * const { moments } = detectCriticalMoments(bank, { visits }, { rules: [weakestLink] });
 * moments[0]?.moment; // => 'queue'
 * moments[0]?.level; // => 'watch'
 */
export function weakestLink(
  moment: MomentOfTruth,
  context: DetectionContext,
): readonly (WeakestLinkReason | EvidenceGapReason)[] {
  return weakestReasons(moment, context, { gives: 'watch', minimumVisits: DEFAULT_MINIMUM_VISITS });
}

function weakestReasons(
  { id }: MomentOfTruth,
  { measured }: DetectionContext,
  { gives, minimumVisits }: Required<WeakestLinkThresholds>,
): readonly (WeakestLinkReason | EvidenceGapReason)[] {
  const chain = measured?.flawless();
  const link = chain?.links.find(({ moment }) => moment === id);
  if (!chain?.weakest.includes(id) || link?.perVisit === undefined) return [];
  const { flawlessShare, perVisit } = link;
  if (flawlessShare.kind !== 'estimate') return [];
  const { n } = flawlessShare;
  if (n < minimumVisits) return [evidenceGap('weakest-link', 'too-few', n)];
  return [
    {
      code: 'weakest-link',
      level: gives,
      basis: 'measured',
      n,
      flawlessShare,
      perVisit,
      minimumVisits,
    },
  ];
}
