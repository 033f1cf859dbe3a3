import { DEFAULT_LEVEL } from '../shared/estimate.ts';
import { checkCount, checkLevel, checkOptions } from '../shared/refuse.ts';
import { suppressCounts } from '../survey/disclosure/suppress.ts';
import { DEFAULT_MINIMUM_GROUP_SIZE } from '../survey/score/scoresOf.ts';
import { checkRetentionTally } from './checkRetentionTally.ts';
import { addCohort, cohortCounter } from './cohortCounter.ts';
import { customersOf, retentionFigures } from './retentionFigures.ts';
import type { Retention, RetentionOptions } from './retentionTypes.ts';
import type { CohortCounts, RetentionTally } from './tallyTypes.ts';

/**
 * How many customers stay, cohort by cohort and all together.
 *
 *     retention of period t = stayed(t) / at risk(t)                     Wilson
 *     still there after t   = product of the retentions up to t          Kaplan and Meier, Greenwood, log-log
 *     per period            = Σ stayed / Σ at risk, over all periods     Wilson
 *
 * Who is still a customer counts for the periods seen and no longer, so that young cohorts do not look
 * better or worse than they are. It supposes that those not seen any longer would have stayed as the others
 * did. The rate per period is that of customers who leave at random, whatever their tenure; most who
 * leave do so early, and `trend` says where that is proven. Periods are as long as those that
 * were counted: a monthly rate `r` is `r ** 12` a year.
 *
 * A cohort below the minimum size is suppressed, and so are as many others as it takes that nobody can
 * work it out.
 *
 * Not estimable: the rate, where no customer was seen for a whole period (`no-data`).
 *
 * @param tally - the customers, counted
 * @param options - the confidence level and the minimum group size
 * @returns the figures of all and of each cohort
 * @throws ServiceCycleError `invalid-argument` when the tally is none or was changed by hand, or an
 * option is out of its range
 * @example
 * const tally = tallyRetention([
 *   { cohort: '2022', remaining: [500, 400, 350] },
 *   { cohort: '2023', remaining: [500, 410] },
 * ]);
 * const { all, cohorts } = retention(tally);
 * all.status === 'counted' && all.periods.map(({ atRisk, left }) => [atRisk, left]);
 * // => [[1000, 190], [400, 50]]
 * all.status === 'counted' && all.periods[1]?.stillThere.value; // ~> 0.70875
 * all.status === 'counted' && all.perPeriod.kind === 'estimate' && all.perPeriod.value; // ~> 0.828571
 * all.status === 'counted' && all.trend; // => 'rises'
 * cohorts.map(({ cohort, figures }) => [cohort, figures.status]);
 * // => [['2022', 'counted'], ['2023', 'counted']]
 * @see Kaplan & Meier (1958), Journal of the American Statistical Association 53, 457-481
 * @see Fader & Hardie (2007), Journal of Interactive Marketing 21(1), 76-90: why retention rises with tenure
 */
export function retention(tally: RetentionTally, options: RetentionOptions = {}): Retention {
  checkRetentionTally('tally', tally);
  checkOptions(options, ['level', 'minimumGroupSize']);
  const { level = DEFAULT_LEVEL, minimumGroupSize = DEFAULT_MINIMUM_GROUP_SIZE } = options;
  checkLevel(level);
  checkCount('minimumGroupSize', minimumGroupSize, 1);

  const { cohorts, invalid } = tally;
  const hidden = hiddenCohorts(cohorts, minimumGroupSize);
  const named = cohorts.flatMap((counts, place) => {
    const { cohort } = counts;
    if (cohort === null || !hidden.isListed) return [];
    const because = hidden.because[1]?.[place] ?? undefined;
    const figures =
      because === undefined
        ? retentionFigures(counts, level)
        : ({ status: 'suppressed', because } as const);
    return [{ cohort, figures }];
  });
  const without = cohorts.find(({ cohort }) => cohort === null);
  return {
    kind: 'retention',
    all:
      hidden.isTotalHidden || hidden.unseen.includes(0)
        ? { status: 'suppressed', because: 'below-minimum' }
        : retentionFigures(together(cohorts), level),
    cohorts: named,
    withoutCohort: hidden.isRestHidden
      ? 'suppressed'
      : without === undefined
        ? 0
        : customersOf(without),
    invalid,
    level,
    minimumGroupSize,
  };
}

/** What must not be shown of cohorts, whose customers are taken as answers: when they left or were last seen. */
function hiddenCohorts(
  cohorts: readonly CohortCounts[],
  minimum: number,
): ReturnType<typeof suppressCounts> {
  const all = together(cohorts);
  const ends = [
    ...all.left.values.map((period) => ['left', period] as const),
    ...all.lastSeen.values.map((period) => ['lastSeen', period] as const),
  ];
  const by = [{ name: 'cohort', values: cohorts.map(({ cohort }) => cohort) }];
  const cells = cohorts.flatMap((counts) => {
    const customers = {
      left: new Map(pairsOf(counts.left)),
      lastSeen: new Map(pairsOf(counts.lastSeen)),
    };
    const ended = ends.map(([end, period]) => customers[end].get(period) ?? 0);
    return [customersOf(counts), ...ended, ...NONE_WITHOUT];
  });
  const width = 1 + ends.length + NONE_WITHOUT.length;
  return suppressCounts(
    { by, groups: [...cohorts.keys()], width, cells },
    { width, questions: [{ firstCell: 1, answers: ends.length }] },
    { minimum, minimumTotal: cohorts.some(({ cohort }) => cohort !== null) ? minimum : 1 },
  );
}

/** Each customer left or was last seen at some time: nobody is without an answer of any kind. */
const NONE_WITHOUT = [0, 0, 0] as const;

function pairsOf({ values, counts }: CohortCounts['left']): (readonly [number, number])[] {
  return values.map((value, place) => [value, counts[place] ?? 0]);
}

/** All cohorts added up to one. */
function together(cohorts: readonly CohortCounts[]): CohortCounts {
  const counter = cohortCounter();
  counter.add(null, 'left', 1, 0);
  for (const counts of cohorts) addCohort(counter, counts, null);
  return counter.cohorts()[0] as CohortCounts;
}
