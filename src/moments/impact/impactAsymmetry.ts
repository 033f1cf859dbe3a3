import { once } from '../../shared/once.ts';
import { checkObject, refuse } from '../../shared/refuse.ts';
import { checkShape } from '../../shared/shape.ts';
import { checkCrossProducts } from '../../stats/regression/checkCrossProducts.ts';
import { JOINT_SHAPE } from '../visits/checkVisitTally.ts';
import type { JointRatings } from '../visits/types.ts';
import { drawsFrom } from './asymmetryOf.ts';
import { impactLevels } from './impactLevels.ts';
import { impactOf } from './impactOf.ts';
import { impactRegression } from './impactRegression.ts';
import { impactSettings } from './impactSettings.ts';
import type { ImpactAnalysis, ImpactOptions } from './impactTypes.ts';

/**
 * Which moments can spoil a visit more than they can delight: how the overall answer goes with low
 * ratings of each moment and with high ones, the other moments held fixed.
 *
 *     overall = constant + Σ over moments of (p·LOW + r·HIGH) + error,  LOW and HIGH 0 or 1
 *     penalty = -p, reward = r, each 0 where its sign is wrong
 *     range = reward + penalty,  asymmetry = (reward - penalty) / range
 *     test: t = (r + p) / sqrt(Var p + Var r + 2·Cov(p, r))
 *
 * The coefficients are not standardized: those of 0/1 columns would tell how common a rating is. The
 * interval of the asymmetry is a parametric bootstrap: p and r are drawn from the normal distribution
 * that the regression estimates for them, which costs the same for any number of visits. A draw of which
 * neither sign is as expected has no asymmetry; it counts as -1 for the lower limit and as 1 for the
 * upper. Each moment's draws start from the seed, whatever the other moments are.
 *
 * A moment with too few low ratings, high ones or ones in between is not estimated; what it has enough
 * of stays in the regression. Of moments whose ratings cannot be told apart the first is estimated
 * and stands for all. Figures tell what goes together, not what causes what.
 *
 * Not estimable, moment by moment: `too-few`, `collinear`, `zero-variance` where all overall answers
 * are the same, `too-few-visits`.
 *
 * @param joint - the sums of a tally, `tally.joint`
 * @param options - seed, draws, thresholds, confidence level, and how many cases a moment needs
 * @returns the impact of every driver, with the settings used
 * @throws ServiceCycleError `invalid-argument` when an option is outside its range, or the sums were
 * changed by hand
 * @example
 * const bank = defineCycle({
 *   id: 'bank',
 *   name: 'Cashing a cheque',
 *   moments: [{ id: 'queue', name: 'Waits in line', contact: 'none' }],
 * });
 * // By rating of the queue: how many visits, and their overall answers.
 * const visits = [
 *   { count: 20, queue: 1, overall: [1, 2] },
 *   { count: 20, queue: 3, overall: [3, 4] },
 *   { count: 20, queue: 5, overall: [4, 4, 3, 4] },
 * ].flatMap(({ count, queue, overall }) =>
 *   Array.from({ length: count }, (_, i) => ({
 *     moments: { queue: { rating: queue } },
 *     overall: overall[i % overall.length],
 *   })),
 * );
 * const [queue] = impactAsymmetry(tallyVisits(bank, visits).joint).moments;
 * queue?.kind === 'estimate' && queue.penalty.coefficient; // ~> -2
 * queue?.kind === 'estimate' && queue.reward.coefficient; // ~> 0.25
 * queue?.kind === 'estimate' && queue.range; // ~> 2.25
 * queue?.kind === 'estimate' && queue.asymmetry.kind === 'estimate' && queue.asymmetry.value;
 * // ~> -0.777778
 * @see Brandt (1987), in Surprenant (ed.), Add Value to Your Service, 61-65
 * @see Mikulić & Prebežac (2008), Managing Service Quality 18, 559-576: asymmetry and classes
 * @see Anderson & Mittal (2000), Journal of Service Research 3, 107-120: the test
 */
export function impactAsymmetry<MomentId extends string>(
  joint: JointRatings<MomentId>,
  options: ImpactOptions = {},
): ImpactAnalysis<MomentId> {
  checkShape('joint', joint, JOINT_SHAPE);
  checkObject('options', options);
  const settings = impactSettings(options);
  const { products, noOverall, incomplete } = joint;
  checkDrivers(joint);
  const { n } = products;
  const { drivers, rSquared } = impactRegression(joint, settings.minimumCases);
  const method = joint.drivers.length === 1 ? 'alone' : 'joint';
  const draws = once(() => drawsFrom(settings));
  const moments = drivers.map((driver) =>
    driver.kind === 'fitted' ? impactOf(driver, n, method, settings, draws) : driver,
  );
  return {
    kind: 'impact-analysis',
    moments: impactLevels(moments),
    n,
    noOverall,
    incomplete,
    ...(rSquared !== undefined && { rSquared }),
    settings,
  };
}

function checkDrivers({ drivers, products }: JointRatings): void {
  checkCrossProducts(products);
  if (products.columns === 2 * drivers.length) return;
  refuse('products.columns', products.columns, `two for each of ${drivers.length} drivers`);
}
