import type { MomentOfTruth } from '../../model/momentOfTruth.ts';
import { checkCount, checkLevel, checkObject, checkShare, isFields } from '../../shared/refuse.ts';
import { checkShape, type Shape } from '../../shared/shape.ts';
import { shareEstimate } from '../../stats/intervals/countedShare.ts';
import type { EvidenceGapReason, SeldomRecoveredReason } from '../reasonTypes.ts';
import type { DetectionContext } from '../ruleTypes.ts';
import type { EndedCounts } from '../visits/countTypes.ts';
import type { VisitTally } from '../visits/types.ts';
import { checkLevelContext, checkMoment } from './checkRule.ts';
import { evidenceGap } from './evidenceGap.ts';

/** The thresholds of {@link seldomRecovered}. */
export interface RecoveryThresholds {
  /** The share of incidents made good that its upper limit has to stay below, 0 to 1; 0.5 when absent. */
  readonly leastRecovered?: number;
  /** How many incidents of known outcome it takes to say so, a whole number, 1 or more; 10 when absent. */
  readonly minimumIncidents?: number;
}

/**
 * A rule for critical moments: what goes wrong here is seldom made good.
 *
 *     upper Wilson limit of made good / (made good + not made good) below `leastRecovered`
 *
 * It looks at the incidents reported at the moment of which somebody said whether they were made good. It gives
 * `watch` and no more: that nobody makes good does not say how much it matters.
 *
 * @param moment - the moment of truth
 * @param context - the evidence about it, and the confidence level
 * @param thresholds - the share, and how many incidents it takes
 * @throws ServiceCycleError `invalid-argument` when a threshold is outside its range
 * @example
 * const desk = defineCycle({
 *   id: 'desk',
 *   name: 'Front desk',
 *   moments: [{ id: 'bill', name: 'Gets the bill', contact: 'none' }],
 * });
 * const visits = tallyVisits(
 *   desk,
 *   Array.from({ length: 60 }, (_, i) => ({
 *     moments: { bill: { incident: { recovered: i % 5 === 0 } } },
 *     overall: 4,
 *   })),
 * );
 * const [bill] = detectCriticalMoments(desk, { evidence: visitEvidence(visits), rules: [seldomRecovered] }).moments;
 * bill?.level; // => 'watch'
 * const [reason] = bill?.reasons ?? [];
 * reason?.code === 'seldom-recovered' && reason.recovered.interval.high; // ~> 0.317818
 * @see ISO 10002:2018, complaints handling
 */
export function seldomRecovered(
  moment: Pick<MomentOfTruth, 'id'>,
  context: Pick<DetectionContext, 'measured' | 'level'>,
  thresholds: RecoveryThresholds = {},
): readonly (SeldomRecoveredReason | EvidenceGapReason)[] {
  checkMoment(moment);
  checkLevelContext(context);
  checkObject('thresholds', thresholds);
  const { leastRecovered = 0.5, minimumIncidents = 10 } = thresholds;
  checkLevel(context.level);
  checkShare('leastRecovered', leastRecovered);
  checkCount('minimumIncidents', minimumIncidents, 1);
  const tallies: readonly unknown[] = context.measured?.visits.moments ?? [];
  const found = tallies.find((each) => isFields(each) && Reflect.get(each, 'moment') === moment.id);
  if (found === undefined) return [];
  checkShape('the visits of the moment', found, RECOVERY);
  const tally = found as Pick<VisitTally['moments'][number], 'recovery'>;
  const made = visitsIn(tally.recovery.recovered);
  const n = made + visitsIn(tally.recovery.notRecovered);
  if (n === 0) return [];
  if (n < minimumIncidents) return [evidenceGap('seldom-recovered', 'too-few', n)];
  const recovered = shareEstimate(made, n, context.level);
  if (!(recovered.interval.high < leastRecovered)) return [];
  return [
    {
      code: 'seldom-recovered',
      level: 'watch',
      basis: 'measured',
      n,
      recovered,
      leastRecovered,
      minimumIncidents,
    },
  ];
}

const ENDED: Shape = { dissatisfied: 'counted', satisfied: 'counted', unknown: 'counted' };
const RECOVERY: Shape = { recovery: { recovered: ENDED, notRecovered: ENDED } };

function visitsIn({ dissatisfied, satisfied, unknown }: EndedCounts): number {
  return dissatisfied + satisfied + unknown;
}
