import { scaleAnswers } from '../../model/scaleAnswers.ts';
import type { MomentTally } from '../visits/countTypes.ts';
import type { VisitDefinition } from '../visits/definitionTypes.ts';
import type { JointRatings } from '../visits/types.ts';
import { impactAsymmetry } from './impactAsymmetry.ts';
import type { ImpactOptions, MomentImpact, MomentImpactNotEstimable } from './impactTypes.ts';

/**
 * How the overall answer goes with low and high ratings of one moment, whatever those of other moments
 * are: the differences of the mean overall answers from that of the ratings in between.
 *
 *     penalty = mean(in between) - mean(low),  reward = mean(high) - mean(in between)
 *
 * For moments that few visits rate together with the others, or a single one. Where ratings of moments
 * go together, each alone is credited with some of the others: use {@link impactAsymmetry} where it can
 * be had. Test, interval and classes are the same.
 *
 * @param moment - what was counted at the moment, such as `tally.moments[0]`
 * @param definition - how visits were counted, `tally.definition`
 * @param options - seed, draws, thresholds, confidence level, and how many cases the moment needs
 * @returns the impact of the moment, or why there is none
 * @throws ServiceCycleError `invalid-argument` when an option is outside its range
 * @example
 * const bank = defineCycle({
 *   id: 'bank',
 *   name: 'Cashing a cheque',
 *   moments: [
 *     { id: 'queue', name: 'Waits in line', contact: 'none' },
 *     { id: 'pay', name: 'Receives the money', contact: 'staff' },
 *   ],
 * });
 * // Nobody rated both.
 * const visits = [
 *   { queue: 1, overall: 2 },
 *   { queue: 3, overall: 3 },
 *   { queue: 5, overall: 4 },
 * ].flatMap(({ queue, overall }) =>
 *   Array.from({ length: 20 }, (_, i) => ({
 *     moments: { queue: { rating: queue } },
 *     overall: overall + (i % 2),
 *   })),
 * );
 * const { moments, definition } = tallyVisits(bank, visits);
 * const queue = moments[0] && impactOfMoment(moments[0], definition);
 * queue?.kind === 'estimate' && queue.range; // ~> 2
 * queue?.kind === 'estimate' && queue.asymmetry.kind === 'estimate' && queue.asymmetry.impactClass;
 * // => 'hybrid'
 * @see Brandt (1987), in Surprenant (ed.), Add Value to Your Service, 61-65
 */
export function impactOfMoment<MomentId extends string>(
  { moment, ratingByOverall }: Pick<MomentTally<MomentId>, 'moment' | 'ratingByOverall'>,
  definition: Pick<VisitDefinition, 'ratingScale' | 'lowUpTo' | 'highFrom'>,
  options: ImpactOptions = {},
): MomentImpact<MomentId> | MomentImpactNotEstimable<MomentId> {
  const joint = jointOfOne(moment, ratingByOverall, definition);
  // There is one.
  return impactAsymmetry(joint, options).moments.reduce((first) => first);
}

/** The sums of a regression on the ratings of one moment. */
function jointOfOne<MomentId extends string>(
  moment: MomentId,
  ratingByOverall: MomentTally['ratingByOverall'],
  { ratingScale, lowUpTo, highFrom }: Pick<VisitDefinition, 'ratingScale' | 'lowUpTo' | 'highFrom'>,
): JointRatings<MomentId> {
  const answers = scaleAnswers(ratingScale);
  const low = [0, 0];
  const high = [0, 0];
  const all = [0, 0, 0];
  for (const [place, answer] of answers.entries()) {
    // The last column is that of visits without an overall answer.
    for (const [overall, count] of (ratingByOverall[place] ?? []).slice(0, -1).entries()) {
      const band = answer <= lowUpTo ? low : answer >= highFrom ? high : undefined;
      for (const sums of [all, ...(band ? [band] : [])]) {
        for (const power of sums.keys()) {
          sums[power] = (sums[power] ?? 0) + count * overall ** power;
        }
      }
    }
  }
  const [n = 0, outcome = 0, squares = 0] = all;
  const [lows = 0, lowOutcome = 0] = low;
  const [highs = 0, highOutcome = 0] = high;
  const sums = [
    ...[n],
    ...[lows, lows],
    ...[highs, 0, highs],
    ...[outcome, lowOutcome, highOutcome, squares],
  ];
  return {
    drivers: [moment],
    products: { kind: 'cross-products', n, columns: 2, sums },
    noOverall: 0,
    incomplete: 0,
    unrated: [0],
  };
}
