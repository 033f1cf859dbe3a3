import { DEFAULT_LEVEL, type Estimated } from '../../shared/estimate.ts';
import { checkLevel, checkOptions } from '../../shared/refuse.ts';
import { checkShape } from '../../shared/shape.ts';
import { countedShare } from '../../stats/intervals/countedShare.ts';
import type { IntervalOptions } from '../../stats/intervals/intervalOptions.ts';
import { ENDED_SHAPE, INCIDENTS_SHAPE } from '../visits/checkVisitTally.ts';
import type { EndedCounts, MomentTally } from '../visits/countTypes.ts';
import type { VisitTally } from '../visits/types.ts';
import { flawlessProduct } from './flawlessProduct.ts';
import type { FlawlessCycle, IncidentClustering } from './flawlessTypes.ts';

/**
 * How many visits go without any incident: as counted, and as a chain of moments that go wrong
 * independently; which moment is the weakest link, and whether incidents come together.
 *
 *     flawless share = visits without an incident / visits of which a moment tells
 *     chain: see `flawlessProduct`, with usage = visits that passed the moment / visits
 *     ratio = flawless share / Π(1 - visits with an incident at the moment / visits of which one tells)
 *
 * Where incidents come together in the same visits, more of the others are spared: the ratio is above 1,
 * and the product is too dark. The verdict holds `expected` against the Wilson interval of the flawless
 * share as if it were known, so it finds less than there is rather than more.
 *
 * Not estimable: the flawless share of no visits; the product, where no visit tells of a moment that
 * visits pass.
 *
 * @param tally - visits, counted by `tallyVisits`
 * @param options - the confidence level
 * @throws ServiceCycleError `invalid-argument` when the level is outside its range
 * @example
 * const bank = defineCycle({
 *   id: 'bank',
 *   name: 'Cashing a cheque',
 *   moments: [
 *     { id: 'queue', name: 'Waits in line', contact: 'none' },
 *     { id: 'pay', name: 'Receives the money', contact: 'staff' },
 *   ],
 * });
 * const visit = (queue: boolean, pay: boolean) => ({
 *   moments: { queue: { incident: queue }, pay: { incident: pay } },
 * });
 * const tally = tallyVisits(bank, [
 *   ...Array.from({ length: 70 }, () => visit(false, false)),
 *   ...Array.from({ length: 10 }, () => visit(true, false)),
 *   ...Array.from({ length: 20 }, () => visit(true, true)),
 * ]);
 * const cycle = flawlessCycle(tally);
 * cycle.flawlessShare.kind === 'estimate' && cycle.flawlessShare.value; // => 0.7
 * cycle.product.kind === 'estimate' && cycle.product.value; // ~> 0.56
 * cycle.weakest; // => ['queue']
 * cycle.clustering.kind === 'estimate' && cycle.clustering.ratio; // ~> 1.25
 * cycle.clustering.kind === 'estimate' && cycle.clustering.verdict; // => 'together'
 */
export function flawlessCycle<MomentId extends string>(
  tally: Pick<VisitTally<MomentId>, 'visits' | 'moments' | 'incidentsPerVisit'>,
  options: IntervalOptions = {},
): FlawlessCycle<MomentId> {
  checkShape('tally', tally, {
    visits: 'count',
    moments: [{ moment: 'text', passed: 'count', incidents: INCIDENTS_SHAPE }],
    incidentsPerVisit: [ENDED_SHAPE],
  });
  checkOptions(options, ['level']);
  const { level = DEFAULT_LEVEL } = options;
  checkLevel(level);
  const chain = flawlessProduct(
    tally.moments.map((each) => ({
      moment: each.moment,
      flawless: visitsIn(each.incidents.noIncident),
      n: visitsIn(each.incidents.noIncident) + visitsIn(each.incidents.incident),
      usage: tally.visits === 0 ? 1 : each.passed / tally.visits,
    })),
    { level },
  );
  const n = visitsIn(tally.incidentsPerVisit);
  const flawlessShare = countedShare(visitsIn(tally.incidentsPerVisit.slice(0, 1)), n, level);
  return {
    kind: 'flawless-cycle',
    basis: 'measured',
    flawlessShare,
    ...chain,
    clustering: clusteringOf(flawlessShare, tally.moments, n),
  };
}

function clusteringOf(
  share: Estimated,
  moments: readonly MomentTally[],
  n: number,
): FlawlessCycle['clustering'] {
  if (share.kind !== 'estimate') return { kind: 'not-estimable', reason: 'no-data' };
  const expected = moments.reduce(
    (product, { incidents }) => product * (1 - visitsIn(incidents.incident) / n),
    1,
  );
  if (expected === 0) return { kind: 'not-estimable', reason: 'zero-expected' };
  return {
    kind: 'estimate',
    ratio: share.value / expected,
    expected,
    verdict: verdictOf(share.interval, expected),
  };
}

function verdictOf(
  { low, high }: { readonly low: number; readonly high: number },
  expected: number,
): IncidentClustering['verdict'] {
  return low > expected ? 'together' : high < expected ? 'apart' : 'independent';
}

function visitsIn(rows: readonly EndedCounts[]): number {
  return rows.reduce(
    (sum, { dissatisfied, satisfied, unknown }) => sum + dissatisfied + satisfied + unknown,
    0,
  );
}
