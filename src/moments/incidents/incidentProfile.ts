import { DEFAULT_LEVEL } from '../../shared/estimate.ts';
import { checkLevel, checkOptions } from '../../shared/refuse.ts';
import { checkShape } from '../../shared/shape.ts';
import { countedShare } from '../../stats/intervals/countedShare.ts';
import type { IntervalOptions } from '../../stats/intervals/intervalOptions.ts';
import { chiSquareTest } from '../../stats/tests/chiSquareTest.ts';
import type { IncidentProfile, ToldIncidents } from './profileTypes.ts';

/**
 * Which incidents please customers and which displease them, from incidents that they were asked to
 * tell of: the critical incident technique.
 *
 *     negative share = negative / (negative + positive), with its Wilson interval
 *     profile: of all pleasing incidents, and of all displeasing ones, the share of each group
 *     test: chi-square of the groups by kind
 *
 * Told incidents say what weighs with customers and not how often it happens: for that they have to be
 * counted among visits, see `tallyVisits`. How far two people who sort incidents into groups
 * agree, `cohensKappa` and `perreaultLeigh` tell.
 *
 * Not estimable: the share of a group without incidents.
 *
 * @param groups - incidents by moment or by group of causes
 * @param options - the confidence level
 * @throws ServiceCycleError `invalid-argument` when a count or the level is outside its range
 * @example
 * const told = incidentProfile([
 *   { group: 'a failure, and what was done about it', positive: 81, negative: 151 },
 *   { group: 'a request', positive: 114, negative: 55 },
 *   { group: 'done unasked', positive: 152, negative: 146 },
 * ]);
 * told.groups[0]?.shareOfNegative; // ~> 0.428977
 * told.groups[1]?.negativeShare.kind === 'estimate' && told.groups[1].negativeShare.value;
 * // ~> 0.325444
 * told.test?.statistic; // ~> 41.805502
 * @see Flanagan (1954), Psychological Bulletin 51, 327-358
 * @see Bitner, Booms & Tetreault (1990), Journal of Marketing 54(1), 71-84: the figures
 */
export function incidentProfile<Group extends string>(
  groups: readonly ToldIncidents<Group>[],
  options: IntervalOptions = {},
): IncidentProfile<Group> {
  checkShape('groups', groups, [{ group: 'text', positive: 'count', negative: 'count' }]);
  checkOptions(options, ['level']);
  const { level = DEFAULT_LEVEL } = options;
  checkLevel(level);
  const positive = groups.reduce((sum, each) => sum + each.positive, 0);
  const negative = groups.reduce((sum, each) => sum + each.negative, 0);
  const hasBoth = positive > 0 && negative > 0;
  return {
    kind: 'incident-profile',
    basis: 'measured',
    groups: groups.map((each) => ({
      group: each.group,
      positive: each.positive,
      negative: each.negative,
      ...(positive > 0 && { shareOfPositive: each.positive / positive }),
      ...(negative > 0 && { shareOfNegative: each.negative / negative }),
      negativeShare: countedShare(each.negative, each.negative + each.positive, level),
    })),
    positive,
    negative,
    negativeShare: countedShare(negative, negative + positive, level),
    ...(hasBoth && { test: chiSquareTest(groups.map((each) => [each.positive, each.negative])) }),
  };
}
