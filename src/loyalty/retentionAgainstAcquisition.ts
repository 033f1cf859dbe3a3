import { checkBetween, checkCount, checkObject, checkOneOf, checkShare } from '../shared/refuse.ts';
import { type IntervalOptions, levelOf } from '../stats/intervals/intervalOptions.ts';
import type {
  RetentionAgainstAcquisition,
  RetentionCase,
  RetentionCaution,
} from './acquisitionTypes.ts';
import { checkMoney, LEAST_MONEY } from './checkMoney.ts';
import { cohortLifetimeValue } from './cohortLifetimeValue.ts';
import { customerLifetimeValue } from './customerLifetimeValue.ts';
import { checkKept } from './keptCustomers.ts';
import { keptDifference } from './retentionFigures.ts';

/**
 * What keeping customers costs and brings, against winning others, from your own figures: that it costs
 * five times as much to win a customer as to keep one is a saying, and nowhere assumed.
 *
 *     gain            = kept/n after - kept/n before                       Newcombe
 *     cost per kept   = programme cost / (customers · gain)
 *     cost per won    = spent / won
 *     worth of kept   = margin · (1 + i) / (1 + i - r·(1 + g)),  r before, i discount rate, g growth
 *     return          = customers · gain · worth / programme cost,  won · worth of won / spent
 *     break-even gain = programme cost / (customers · worth)
 *
 * Limits are those at the limits of the gain. Where its lower limit is not above 0 the cost of keeping one
 * has no upper bound. A customer kept is taken to stay as those without the programme from then on,
 * since nobody has counted more than the one year. All money is as told.
 *
 * Not estimable: the cost per kept without a gain (`no-gain`), the cost per won where nobody was won
 * (`nobody-won`), worth and lifetime values as {@link customerLifetimeValue}.
 *
 * @param figures - the programme, the customers counted without and with it, and what winning costs
 * @param options - the confidence level
 * @returns costs, worth and returns with their limits, and what they prove
 * @throws ServiceCycleError `invalid-argument` when a figure is outside its range
 * @example
 * const found = retentionAgainstAcquisition({
 *   customers: 2000,
 *   before: { kept: 400, n: 500 },
 *   after: { kept: 425, n: 500 },
 *   programmeCost: 30_000,
 *   acquisition: { spent: 90_000, won: 300 },
 *   yearlyMargin: 120,
 *   discountRate: 0.1,
 * });
 * found.gain.value; // ~> 0.05
 * found.costPerKept.kind === 'estimate' && found.costPerKept.value; // ~> 300
 * found.costPerWon.kind === 'estimate' && found.costPerWon.value; // => 300
 * found.cheaper; // => 'not-proven'
 * found.breakEvenGain; // ~> 0.034091
 * found.pays; // => 'not-proven'
 * found.cautions; // => ['not-randomised', 'won-stay-as-others']
 * @see Gupta & Lehmann (2003), Journal of Interactive Marketing 17(1), 9-24
 * @see Reichheld & Sasser (1990), Harvard Business Review 68(5), 105-111: figures of single cases, no law
 * @see Newcombe (1998), Statistics in Medicine 17, 873-890, method 10
 */
export function retentionAgainstAcquisition(
  figures: RetentionCase,
  options: IntervalOptions = {},
): RetentionAgainstAcquisition {
  const level = levelOf(options);
  checkCase(figures);
  const { customers, before, after, programmeCost, acquisition, yearlyMargin } = figures;
  const { discountRate, marginGrowth = 0, assignment } = figures;
  const { spent, won, yearlyRetention = before.kept / before.n } = acquisition;
  const lifetime = { yearlyMargin, discountRate, marginGrowth };
  const worthOfKept = cohortLifetimeValue(before, { ...lifetime, firstMargin: 'now' }, { level });
  const worthOfWon = customerLifetimeValue({ ...lifetime, yearlyRetention, firstMargin: 'now' });
  const gain = keptDifference(after, before, level);
  const { low, high } = gain.interval;

  const costPerWon = spent / won;
  const costAt = (share: number): number => programmeCost / (customers * share);
  const cost = {
    value: costAt(gain.value),
    low: costAt(high),
    high: low > 0 ? costAt(low) : ('endless' as const),
  };
  const hasGain = gain.value > 0;
  const breakEvenGain = worthOfKept.kind === 'estimate' ? costAt(worthOfKept.value) : undefined;
  const returnAt = (share: number, worth: number): number =>
    ((customers * share) / programmeCost) * worth;
  const cautions: readonly (RetentionCaution | false)[] = [
    assignment !== 'randomised' && 'not-randomised',
    acquisition.yearlyRetention === undefined && 'won-stay-as-others',
  ];
  return {
    kind: 'retention-against-acquisition',
    gain,
    costPerKept: hasGain
      ? { kind: 'estimate', basis: 'assumed', ...cost }
      : { kind: 'not-estimable', reason: 'no-gain', n: gain.n },
    costPerWon:
      won > 0
        ? { kind: 'estimate', basis: 'assumed', value: costPerWon }
        : { kind: 'not-estimable', reason: 'nobody-won', n: 0 },
    ...(hasGain &&
      won > 0 && {
        ratio: {
          value: costPerWon / cost.value,
          low: cost.high === 'endless' ? 0 : costPerWon / cost.high,
          high: costPerWon / cost.low,
        },
      }),
    // Winning nobody with money spent is dearer than any gain.
    cheaper: verdict(gain.interval, won > 0 ? costAt(costPerWon) : 0, ['keeping', 'winning']),
    lifetimeValue: {
      before: cohortLifetimeValue(before, lifetime, { level }),
      after: cohortLifetimeValue(after, lifetime, { level }),
    },
    worthOfKept,
    ...(worthOfKept.kind === 'estimate' && {
      returnOfKeeping: {
        value: returnAt(gain.value, worthOfKept.value),
        low: returnAt(low, worthOfKept.value),
        high: returnAt(high, worthOfKept.value),
      },
    }),
    ...(worthOfWon.kind === 'estimate' && { returnOfWinning: (won / spent) * worthOfWon.value }),
    ...(breakEvenGain !== undefined && { breakEvenGain }),
    pays:
      breakEvenGain === undefined
        ? 'not-proven'
        : verdict(gain.interval, breakEvenGain, ['yes', 'no']),
    cautions: cautions.filter((each) => each !== false),
    level,
  };
}

/** The first word where all of the interval is above a line, the second where all of it is below. */
function verdict<Word extends string>(
  { low, high }: { readonly low: number; readonly high: number },
  line: number,
  [above, below]: readonly [Word, Word],
): Word | 'not-proven' {
  if (low > line) return above;
  return high < line ? below : 'not-proven';
}

function checkCase(figures: RetentionCase): void {
  checkObject('figures', figures);
  checkBetween('customers', figures.customers, 1, 1e12);
  checkKept('before', figures.before);
  checkKept('after', figures.after);
  checkMoney('programmeCost', figures.programmeCost, LEAST_MONEY);
  checkMoney('yearlyMargin', figures.yearlyMargin, LEAST_MONEY);
  const { acquisition, assignment = 'observed' } = figures;
  checkObject('acquisition', acquisition);
  checkMoney('acquisition.spent', acquisition.spent, LEAST_MONEY);
  checkCount('acquisition.won', acquisition.won);
  checkShare('acquisition.yearlyRetention', acquisition.yearlyRetention ?? 0);
  checkOneOf('assignment', assignment, ['randomised', 'observed']);
}
