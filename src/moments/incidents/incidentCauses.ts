import { DEFAULT_LEVEL } from '../../shared/estimate.ts';
import { checkLevel, checkOptions } from '../../shared/refuse.ts';
import { checkShape } from '../../shared/shape.ts';
import { countedShare } from '../../stats/intervals/countedShare.ts';
import type { IntervalOptions } from '../../stats/intervals/intervalOptions.ts';
import { CAUSES_SHAPE } from '../visits/checkVisitTally.ts';
import type { MomentTally } from '../visits/countTypes.ts';
import type { IncidentCauses } from './profileTypes.ts';

/**
 * What incidents at a moment were put down to: how often each cause was recorded, and how often visits
 * with it ended dissatisfied.
 *
 * Only incidents that were reported can have a cause; those taken from low ratings do not count here.
 *
 * Not estimable: the dissatisfied share of a cause none of whose visits tells how it ended.
 *
 * @param tally - what was counted at the moment
 * @param options - the confidence level
 * @throws ServiceCycleError `invalid-argument` when the level is outside its range
 * @example
 * const bank = defineCycle({
 *   id: 'bank',
 *   name: 'Cashing a cheque',
 *   moments: [{ id: 'queue', name: 'Waits in line', contact: 'none' }],
 * });
 * const { moments } = tallyVisits(bank, [
 *   { moments: { queue: { incident: { cause: 'overtaken' } } }, overall: 4 },
 *   { moments: { queue: { incident: { cause: 'too long' } } }, overall: 1 },
 *   { moments: { queue: { incident: { cause: 'too long' } } }, overall: 4 },
 *   { moments: { queue: { incident: true } }, overall: 2 },
 * ]);
 * const found = moments[0] && incidentCauses(moments[0]);
 * found?.withoutCause; // => 1
 * found?.causes.map(({ cause, incidents }) => [cause, incidents]);
 * // => [['too long', 2], ['overtaken', 1]]
 * @see Flanagan (1954), Psychological Bulletin 51, 327-358
 */
export function incidentCauses<MomentId extends string>(
  tally: Pick<MomentTally<MomentId>, 'moment' | 'sources' | 'causes'>,
  options: IntervalOptions = {},
): IncidentCauses<MomentId> {
  checkShape('tally', tally, {
    moment: 'text',
    sources: { reported: 'count' },
    causes: CAUSES_SHAPE,
  });
  checkOptions(options, ['level']);
  const { moment, sources, causes } = tally;
  const { level = DEFAULT_LEVEL } = options;
  checkLevel(level);
  const { reported } = sources;
  const counted = causes.map(({ cause, dissatisfied, satisfied, unknown }) => {
    const incidents = dissatisfied + satisfied + unknown;
    return {
      cause,
      incidents,
      share: countedShare(incidents, reported, level),
      dissatisfiedShare: countedShare(dissatisfied, dissatisfied + satisfied, level),
    };
  });
  return {
    moment,
    reported,
    withoutCause: reported - counted.reduce((sum, { incidents }) => sum + incidents, 0),
    // The causes come in the order of their names, and sorting keeps it where they tie.
    causes: counted.toSorted((one, other) => other.incidents - one.incidents),
  };
}
