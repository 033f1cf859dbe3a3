import { DEFAULT_LEVEL } from '../../shared/estimate.ts';
import { checkCount, checkLevel, checkOptions } from '../../shared/refuse.ts';
import { countedShare } from '../../stats/intervals/countedShare.ts';
import { newcombeDifference } from '../../stats/intervals/newcombeDifference.ts';
import { type SuppressionReason, suppressCounts } from '../../survey/disclosure/suppress.ts';
import { DEFAULT_MINIMUM_GROUP_SIZE } from '../../survey/score/scoresOf.ts';
import { addCounts } from '../visits/addCounts.ts';
import { checkVisitTally } from '../visits/checkVisitTally.ts';
import type { AnswerWaitCounts, EndedCounts, ProblemCounts } from '../visits/countTypes.ts';
import type { VisitTally } from '../visits/types.ts';
import { waitQuantile } from '../visits/waits.ts';
import type {
  RecoveryDifference,
  RecoveryGroup,
  RecoveryGroupName,
  RecoveryOptions,
  RecoveryReview,
} from './recoveryTypes.ts';

/** The standing sentence beside every service recovery paradox, shown or not. */
const CAUTION =
  'No reason to cause failures: most who meet one never complain, and some of those who do are failed again.';

/**
 * What becomes of what goes wrong: how often something does, how many complain, how many are made good, and
 * how satisfied each of these customers ends.
 *
 *     problems   = visits with a problem / visits that say whether there was one
 *     complained = problems complained about / problems of which that is known
 *     recovered  = complaints made good / complaints of which that is known
 *     satisfied  = satisfied / (satisfied + dissatisfied), group by group
 *     recovery gain    = satisfied(recovered) - satisfied(failed)
 *     double deviation = satisfied(failed) - satisfied(silent)
 *     paradox          = satisfied(recovered) - satisfied(none)
 *
 * Shares have Wilson's interval, differences Newcombe's. Problems are those reported at moments
 * (`incident`) and of the whole visit (`problem`); low ratings are none. Two complaints about one problem
 * are one problem. Where nobody said whether a customer complained, the visit has a row of its own and is
 * never taken for silent. The paradox, that customers who were made good to are more satisfied than those to whom
 * nothing happened, is `shown` only where the whole interval is above 0. All of it is association: those who
 * complain are not like those who do not.
 *
 * A group of fewer visits of known outcome than the minimum size is suppressed, and so are as many others as
 * it takes that nobody can work it out; then the differences with it are too.
 *
 * Not estimable: a share of no visits.
 *
 * @param visits - the visits, counted
 * @param options - the confidence level and the minimum group size
 * @throws ServiceCycleError `invalid-argument` when it is no tally of visits, or an option is outside its range
 * @example
 * const desk = defineCycle({
 *   id: 'desk',
 *   name: 'Front desk',
 *   moments: [{ id: 'pay', name: 'Pays', contact: 'staff' }],
 * });
 * const made = (n: number, satisfied: number, problem: boolean | Problem) =>
 *   Array.from({ length: n }, (_, i) => ({ moments: {}, problem, overall: i < satisfied ? 5 : 1 }));
 * const review = recoveryReview(
 *   tallyVisits(desk, [
 *     ...made(800, 680, false),
 *     ...made(60, 54, { complained: true, recovered: true }),
 *     ...made(40, 6, { complained: true, recovered: false, times: 2 }),
 *     ...made(100, 45, { complained: false }),
 *   ]),
 * );
 * review.complained.kind === 'estimate' && review.complained.value; // => 0.5
 * review.complaints; // => 140
 * review.answers; // => { kind: 'not-estimable', reason: 'no-answers', n: 0 }
 * review.recoveryGain.kind === 'estimate' && review.recoveryGain.value; // ~> 0.75
 * review.paradox.kind === 'estimate' && review.paradox.interval.low; // ~> -0.054083
 * review.paradox.verdict; // => 'not-shown'
 * @see ISO 10002:2018 and ISO 10004:2018, complaints handling and monitoring satisfaction
 * @see de Matos, Henrique & Rossi (2007), Journal of Service Research 10, 60-77: the paradox
 * @see Bitner, Booms & Tetreault (1990), Journal of Marketing 54(1), 71-84: the double deviation
 */
export function recoveryReview(visits: VisitTally, options: RecoveryOptions = {}): RecoveryReview {
  checkVisitTally('visits', visits);
  checkOptions(options, ['level', 'minimumGroupSize']);
  const { level = DEFAULT_LEVEL, minimumGroupSize = DEFAULT_MINIMUM_GROUP_SIZE } = options;
  checkLevel(level);
  checkCount('minimumGroupSize', minimumGroupSize, 1);
  const { untold, complaints } = visits.problems;
  const counted = groupsOf(visits.problems);
  const of = (...names: readonly RecoveryGroupName[]): number =>
    names.reduce((sum, name) => sum + visitsIn(counted[name]), 0);
  const complained = of('recovered', 'failed', 'recovery-unknown');
  const known = complained + of('silent', 'unasked');
  const problems = known + of('complaint-unknown');
  const hidden = hiddenGroups(
    NAMES.map((name) => counted[name]),
    minimumGroupSize,
  );
  const groups = NAMES.map((group, at) => groupOf(group, counted[group], hidden[at], level));
  const less = (first: RecoveryGroupName, second: RecoveryGroupName): RecoveryDifference =>
    differenceOf(groups, counted, first, second, level);
  const paradox = less('recovered', 'none');
  const isShown = paradox.kind === 'estimate' && paradox.interval.low > 0;
  return {
    kind: 'recovery-review',
    visits: visits.visits,
    untold: visitsIn(untold),
    problems: countedShare(problems, problems + of('none'), level),
    complained: countedShare(complained, known, level),
    recovered: countedShare(of('recovered'), of('recovered', 'failed'), level),
    complaints,
    answers: answersOf(visits.problems.answers, minimumGroupSize),
    groups,
    recoveryGain: less('recovered', 'failed'),
    doubleDeviation: less('failed', 'silent'),
    paradox: { ...paradox, verdict: isShown ? 'shown' : 'not-shown', caution: CAUTION },
    level,
    minimumGroupSize,
  };
}

const NAMES: readonly RecoveryGroupName[] = [
  'none',
  'recovered',
  'failed',
  'silent',
  'unasked',
  'recovery-unknown',
  'complaint-unknown',
];

function groupsOf({
  none,
  complained,
  silent,
  complaintUnknown,
}: ProblemCounts): Record<RecoveryGroupName, EndedCounts> {
  const { recovered, notRecovered, unknown } = complaintUnknown;
  return {
    none,
    recovered: complained.recovered,
    failed: complained.notRecovered,
    silent: addCounts(silent.notRecovered, silent.unknown),
    unasked: silent.recovered,
    'recovery-unknown': complained.unknown,
    'complaint-unknown': addCounts(addCounts(recovered, notRecovered), unknown),
  };
}

function answersOf(
  { waits, withoutTime }: AnswerWaitCounts,
  minimum: number,
): RecoveryReview['answers'] {
  const { n } = waits;
  const [p50, p90] = [0.5, 0.9].map((share) => waitQuantile(waits, share));
  if (p50 === undefined || p90 === undefined)
    return { kind: 'not-estimable', reason: 'no-answers', n };
  if (n < minimum) return { kind: 'not-estimable', reason: 'suppressed' };
  return { kind: 'complaint-answers', n, withoutTime, p50: p50 / 3600, p90: p90 / 3600 };
}

/** Answers, dissatisfied, satisfied, and three counts of those without an answer. */
const LAYOUT_WIDTH = 6;

/** Why nothing is shown of how satisfied a group is, group by group. */
function hiddenGroups(
  groups: readonly EndedCounts[],
  minimum: number,
): readonly (SuppressionReason | undefined)[] {
  // Empty groups protect nobody and are left out, or they would be hidden first.
  const known = groups.filter((counts) => answersIn(counts) > 0);
  const by = [{ name: 'group', values: known.map((_, at) => String(at)) }];
  const hidden = suppressCounts(
    {
      by,
      groups: [...known.keys()],
      width: LAYOUT_WIDTH,
      // None of those counted is without an answer of any kind.
      cells: known.flatMap((counts) => [
        answersIn(counts),
        counts.dissatisfied,
        counts.satisfied,
        ...[0, 0, 0],
      ]),
    },
    { width: LAYOUT_WIDTH, questions: [{ firstCell: 1, answers: 2 }] },
    { minimum, minimumTotal: minimum },
  );
  return groups.map((counts) => {
    const at = known.indexOf(counts);
    if (at < 0) return undefined;
    if (!hidden.isListed || hidden.isTotalHidden) return 'below-minimum';
    return hidden.because[0]?.[at] ?? hidden.because[1]?.[at] ?? undefined;
  });
}

function groupOf(
  group: RecoveryGroupName,
  counts: EndedCounts,
  because: SuppressionReason | undefined,
  level: number,
): RecoveryGroup {
  const { satisfied, dissatisfied, unknown } = counts;
  const visits = visitsIn(counts);
  if (because !== undefined) {
    const hidden = { kind: 'not-estimable', reason: 'suppressed' } as const;
    return { group, visits, outcomeUnknown: 'suppressed', satisfied: hidden, because };
  }
  const share = countedShare(satisfied, satisfied + dissatisfied, level);
  return { group, visits, outcomeUnknown: unknown, satisfied: share };
}

function differenceOf(
  groups: readonly RecoveryGroup[],
  counted: Readonly<Record<RecoveryGroupName, EndedCounts>>,
  first: RecoveryGroupName,
  second: RecoveryGroupName,
  level: number,
): RecoveryDifference {
  for (const { group, satisfied } of groups) {
    const isOne = group === first || group === second;
    if (isOne && satisfied.kind === 'not-estimable') return satisfied;
  }
  const [one, other] = [first, second].map((name) => ({
    successes: counted[name].satisfied,
    n: answersIn(counted[name]),
  })) as [{ successes: number; n: number }, { successes: number; n: number }];
  const { difference, interval } = newcombeDifference(one, other, { level });
  return {
    kind: 'estimate',
    value: difference,
    unit: 'net-share',
    interval: { ...interval, method: 'newcombe' },
    n: one.n + other.n,
    basis: 'measured',
  };
}

function answersIn({ dissatisfied, satisfied }: EndedCounts): number {
  return dissatisfied + satisfied;
}

function visitsIn({ dissatisfied, satisfied, unknown }: EndedCounts): number {
  return dissatisfied + satisfied + unknown;
}
