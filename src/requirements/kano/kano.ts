import { DEFAULT_LEVEL } from '../../shared/estimate.ts';
import { checkCount, checkLevel, checkOptions } from '../../shared/refuse.ts';
import { wilsonInterval } from '../../stats/intervals/wilsonInterval.ts';
import { DEFAULT_MINIMUM_GROUP_SIZE } from '../../survey/score/scoresOf.ts';
import { checkKanoTally } from './checkKanoTally.ts';
import type {
  Kano,
  KanoCategory,
  KanoCells,
  KanoCounts,
  KanoLead,
  KanoOptions,
  KanoResult,
  KanoTally,
  KanoVerdict,
  KanoWarning,
} from './kanoTypes.ts';

/**
 * What requirements are to customers: taken for granted, the more the better, a delight, or nothing, after
 * Kano; with the test and the coefficients that say how sure that is.
 *
 *     category  = the most frequent of the six; of as many, must-be before one-dimensional, attractive,
 *                 indifferent, reverse, questionable
 *     shown     where a - b >= 1.65·sqrt(a + b),  a and b the two largest counts
 *     Fong      1.65·sqrt((a + b)(2n - a - b) / 2n), beside it
 *     better    = (A + O) / (A + O + M + I),  worse = -(O + M) / (A + O + M + I)      Wilson
 *     category strength = (a - b) / n,  total strength = (M + O + A) / n
 *
 * A attractive, O one-dimensional, M must-be, I indifferent, n all pairs of answers, reverse and
 * questionable ones too. Fong's own bound takes a and b for the counts of two samples. They are of one, where who chose
 * one category did not choose the other, so that their difference varies more: of categories that are equally
 * common it shows one in 20 % of samples and not in the 10 % that 1.65 stands for. Below 20 pairs there is no category. Where two categories are close, `mixed` is
 * mostly two kinds of customers: tally them apart.
 *
 * Not estimable: the coefficients without answers (`no-answers`), where all are reverse or questionable
 * (`none-classified`), and where there are fewer than the minimum (`suppressed`).
 *
 * @param tally - the pairs of answers, counted
 * @param options - the confidence level, and the fewest that anything is shown of
 * @returns one result for each requirement
 * @throws ServiceCycleError `invalid-argument` when the tally is none or was changed by hand, or an option
 * is outside its range
 * @example
 * const pairs = [{ requirement: 'edge-grip', functional: 'met', dysfunctional: 'missed' }] as const;
 * const said = (times: number, met: number, missed: number) =>
 *   Array.from({ length: times }, () => ({ met, missed }));
 * const tally = tallyKano(pairs, [
 *   ...said(49, 2, 5), ...said(33, 1, 5), ...said(7, 1, 3), ...said(10, 3, 3), ...said(1, 1, 1),
 * ]);
 * const [grip] = kano(tally).requirements;
 * grip?.verdict; // => { status: 'shown', category: 'must-be' }
 * grip?.use; // => 'evidence-for-critical'
 * grip?.lead?.needed; // ~> 14.941385
 * grip?.lead?.fong; // ~> 11.476696
 * grip?.better.kind === 'estimate' && grip.better.value; // ~> 0.40404
 * grip?.worse.kind === 'estimate' && grip.worse.interval.low; // ~> -0.889933
 * @see Kano, Seraku, Takahashi & Tsuji (1984), Hinshitsu 14(2), 147-156: the table
 * @see Berger et al. (1993), Center for Quality of Management Journal 2(4), 3-36: better and worse
 * @see Fong (1996), Center for Quality of Management Journal 5(3), 21-24: the test
 * @see Lee & Newcomb (1997), Journal of Nursing Care Quality 11(3), 1-7: the strengths
 */
export function kano<RequirementId extends string>(
  tally: KanoTally<RequirementId>,
  options: KanoOptions = {},
): Kano<RequirementId> {
  checkKanoTally('tally', tally);
  checkOptions(options, ['level', 'minimumTotal']);
  const { level = DEFAULT_LEVEL, minimumTotal = DEFAULT_MINIMUM_GROUP_SIZE } = options;
  checkLevel(level);
  checkCount('minimumTotal', minimumTotal, 1);
  return {
    kind: 'kano',
    requirements: tally.requirements.map((cells) => resultOf(cells, level, minimumTotal)),
    level,
    minimumTotal,
  };
}

/** From first to last where as many chose each: what is worse to miss comes first. */
const CATEGORIES: readonly KanoCategory[] = [
  'must-be',
  'one-dimensional',
  'attractive',
  'indifferent',
  'reverse',
  'questionable',
];

/** The fewest pairs of answers for which a category is told. */
const FEWEST = 20;

/** The standard errors by which the first category has to be ahead. */
const STANDARD_ERRORS = 1.65;

/** The share of contradictory answers above which the questions are taken to be misunderstood. */
const MISUNDERSTOOD = 0.02;

function resultOf<RequirementId extends string>(
  cells: KanoCells<RequirementId>,
  level: number,
  minimumTotal: number,
): KanoResult<RequirementId> {
  const { requirement, incomplete, invalid } = cells;
  const n = cells.cells.reduce((sum, count) => sum + count, 0);
  if (n === 0 || n < minimumTotal) {
    const because = n === 0 ? 'no-answers' : 'suppressed';
    const gap = { kind: 'not-estimable', reason: because } as const;
    const isShown = n === 0;
    return {
      requirement,
      verdict: { status: 'not-classified', because },
      ...(isShown && { n }),
      incomplete: isShown ? incomplete : 'suppressed',
      invalid: isShown ? invalid : 'suppressed',
      better: gap,
      worse: gap,
      warnings: [],
    };
  }
  const counts = categoriesOf(cells.cells);
  const [first, second] = CATEGORIES.toSorted((one, other) => counts[other] - counts[one]) as [
    KanoCategory,
    KanoCategory,
  ];
  const lead = leadOf(counts[first], counts[second], n);
  const verdict = verdictOf(first, second, lead, n);
  const use = useOf(verdict);
  return {
    requirement,
    verdict,
    ...(use !== undefined && { use }),
    counts,
    n,
    incomplete,
    invalid,
    lead,
    ...coefficients(counts, level),
    categoryStrength: (counts[first] - counts[second]) / n,
    totalStrength: (counts['must-be'] + counts['one-dimensional'] + counts.attractive) / n,
    warnings: warningsOf(counts, n),
  };
}

/**
 * The category of a pair of answers: rows by how customers feel where it is met, columns where it is not, both
 * from like to dislike.
 *
 *     like       Q A A A O
 *     must-be    R I I I M
 *     neutral    R I I I M
 *     live with  R I I I M
 *     dislike    R R R R Q
 */
function categoryOf(met: number, missed: number): KanoCategory {
  if (met === missed && (met === 0 || met === 4)) return 'questionable';
  if (met === 4 || missed === 0) return 'reverse';
  if (met === 0) return missed === 4 ? 'one-dimensional' : 'attractive';
  return missed === 4 ? 'must-be' : 'indifferent';
}

function categoriesOf(cells: readonly number[]): KanoCounts {
  const counts: Record<KanoCategory, number> = {
    'must-be': 0,
    'one-dimensional': 0,
    attractive: 0,
    indifferent: 0,
    reverse: 0,
    questionable: 0,
  };
  for (const [cell, count] of cells.entries()) {
    counts[categoryOf(Math.floor(cell / 5), cell % 5)] += count;
  }
  return counts;
}

/** The lead of the larger of two counts of n answers. */
function leadOf(a: number, b: number, n: number): KanoLead {
  return {
    ahead: a - b,
    needed: STANDARD_ERRORS * Math.sqrt(a + b),
    fong: STANDARD_ERRORS * Math.sqrt((a + b) * (1 - (a + b) / (2 * n))),
  };
}

function verdictOf(
  first: KanoCategory,
  second: KanoCategory,
  { ahead, needed }: KanoLead,
  n: number,
): KanoVerdict {
  if (n < FEWEST) return { status: 'not-classified', because: 'too-few' };
  if (ahead < needed) return { status: 'mixed', between: [first, second] };
  return first === 'questionable'
    ? { status: 'not-classified', because: 'questionable' }
    : { status: 'shown', category: first };
}

function useOf(verdict: KanoVerdict): KanoResult['use'] {
  if (verdict.status !== 'shown') return undefined;
  if (verdict.category === 'must-be') return 'evidence-for-critical';
  return verdict.category === 'attractive' ? 'value-for-plans' : undefined;
}

function coefficients(counts: KanoCounts, level: number): Pick<KanoResult, 'better' | 'worse'> {
  const pleased = counts.attractive + counts['one-dimensional'];
  const displeased = counts['one-dimensional'] + counts['must-be'];
  const n = counts.attractive + displeased + counts.indifferent;
  if (n === 0) {
    const gap = { kind: 'not-estimable', reason: 'none-classified', n } as const;
    return { better: gap, worse: gap };
  }
  const better = wilsonInterval(pleased, n, { level });
  const worse = wilsonInterval(displeased, n, { level });
  const measured = { kind: 'estimate', n, basis: 'measured' } as const;
  const wilson = { level, method: 'wilson' } as const;
  return {
    better: {
      ...measured,
      value: pleased / n,
      unit: 'share',
      interval: { low: better.low, high: better.high, ...wilson },
    },
    worse: {
      ...measured,
      // Taken from 0, so that nobody is 0 and not -0.
      value: 0 - displeased / n,
      unit: 'net-share',
      interval: { low: 0 - worse.high, high: 0 - worse.low, ...wilson },
    },
  };
}

function warningsOf(counts: KanoCounts, n: number): readonly KanoWarning[] {
  const warnings: readonly (KanoWarning | false)[] = [
    counts.questionable > MISUNDERSTOOD * n && 'misunderstood',
    counts.reverse > counts.indifferent + counts['must-be'] && 'asked-the-wrong-way-round',
  ];
  return warnings.filter((each) => each !== false);
}
