import type { MomentOfTruth } from '../../model/momentOfTruth.ts';
import { checkCount, checkObject, checkOneOf } from '../../shared/refuse.ts';
import type { EvidenceGapReason, WeakestLinkReason } from '../reasonTypes.ts';
import type { DetectionContext } from '../ruleTypes.ts';
import { checkMeasuredContext, checkMoment } from './checkRule.ts';
import { evidenceGap } from './evidenceGap.ts';

/** The thresholds of {@link weakestLink}. */
export interface WeakestLinkThresholds {
  /** What being the weakest link makes of a moment; `watch` when absent. */
  readonly gives?: 'critical' | 'watch';
  /**
   * How many visits through the moment it takes to say so, a whole number, 1 or more;
   * 30 when absent.
   */
  readonly minimumVisits?: number;
}

/** How many visits it takes to call a link the weakest, where nothing else is asked for. */
const DEFAULT_MINIMUM_VISITS: number = 30;

/**
 * A rule for critical moments: more visits have an incident here than at any other moment.
 *
 * Of several that tie, each has the reason. By itself it gives no more than `watch`, since every cycle
 * has a weakest link, however good it is: the rule tells where it breaks most often, and not that it
 * matters. A house that means to mend the weakest link whatever it does says `gives: 'critical'`.
 *
 * @param moment - the moment of truth
 * @param context - the evidence about it
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
 * const [first] = detectCriticalMoments(bank, { evidence: visitEvidence(visits), rules: [weakestLink] }).moments;
 * first?.moment; // => 'queue'
 * first?.level; // => 'watch'
 * // Where the weakest link is mended whatever it does:
 * const mended: CriticalMomentRule = (moment, context) =>
 *   weakestLink(moment, context, { gives: 'critical', minimumVisits: 100 });
 * detectCriticalMoments(bank, { evidence: visitEvidence(visits), rules: [mended] }).moments[0]?.level; // => 'critical'
 */
export function weakestLink(
  moment: Pick<MomentOfTruth, 'id'>,
  context: Pick<DetectionContext, 'measured'>,
  thresholds: WeakestLinkThresholds = {},
): readonly (WeakestLinkReason | EvidenceGapReason)[] {
  checkMoment(moment);
  checkMeasuredContext(context);
  checkObject('thresholds', thresholds);
  const { id } = moment;
  const { measured } = context;
  const { gives = 'watch', minimumVisits = DEFAULT_MINIMUM_VISITS } = thresholds;
  checkOneOf('gives', gives, ['critical', 'watch']);
  checkCount('minimumVisits', minimumVisits, 1);
  const weakest = measured?.remember('weakest-link', () => {
    const { links, weakest: names } = measured.flawless();
    const isWeakest = new Set(names);
    return new Map(
      links.flatMap((each) => (isWeakest.has(each.moment) ? [[each.moment, each]] : [])),
    );
  });
  const link = weakest?.get(id);
  if (link?.perVisit === undefined) return [];
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
