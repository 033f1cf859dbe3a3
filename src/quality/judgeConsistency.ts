import { DEFAULT_LEVEL } from '../shared/estimate.ts';
import { checkLevel, checkOpenShare, checkOptions } from '../shared/refuse.ts';
import { binomialTails } from '../stats/distributions/binomial.ts';
import type { IntervalOptions } from '../stats/intervals/intervalOptions.ts';
import { chiSquareTest } from '../stats/tests/chiSquareTest.ts';
import { FEW_ANSWERS } from '../survey/score/surveyScores.ts';
import { checkAnswersByPlace } from './checkPlaces.ts';
import { funnelOfPlaces } from './funnelOfPlaces.ts';
import { intraclassCorrelation } from './intraclassCorrelation.ts';
import type {
  AnswersByPlace,
  Consistency,
  ConsistencyReason,
  CorrelationGap,
  Funnel,
  FunnelGap,
  IntraclassCorrelation,
} from './types.ts';

/** What {@link judgeConsistency} takes besides the answers. */
export interface ConsistencyOptions extends IntervalOptions {
  /**
   * The share of the variance between places that makes no difference that matters, above 0 and below 1;
   * 0.05 when absent, half of what is called a medium effect.
   */
  readonly negligible?: number;
}

/** Half of the 0.1 that LeBreton and Senter call a medium effect. */
const NEGLIGIBLE = 0.05;

/**
 * Whether a service is the same everywhere, as its customers answer one question.
 *
 *     places-differ    the lower limit of the intraclass correlation is above 0,
 *                      or a place lies beyond chance among g places: P of one side <= (1 - level)/4/g
 *     same-everywhere  else, where its upper limit is at most `negligible`
 *     not-proven       else
 *
 * Where the correlation is proven to be above 0 and at most `negligible`, and no place stands out, places differ by nothing
 * that matters: `same-everywhere`. Of services that are the same everywhere, at most about 5 in 100 are
 * said to differ. To prove sameness takes many places: of 10 some 60 answers each, of 5 some 150, of 2 some
 * 20,000.
 *
 * Where every answer is the same everywhere, that is proven from 30 answers at each place on. Where every place has
 * one answer only and places differ, a chi-square test decides. Places that are not shown are not judged.
 *
 * @param answers - from `answersByPlace`
 * @param options - the confidence level, and what is negligible
 * @returns the verdict with its reasons, the correlation and the funnel; `inWords` of `service-cycle/report` says it in words
 * @throws ServiceCycleError `invalid-argument` when an option is outside its range
 * @example
 * const survey = {
 *   id: 'leaving',
 *   title: 'On leaving',
 *   questions: [
 *     { id: 'cut', text: 'How satisfied are you?', asks: 'satisfaction', scale: { min: 1, max: 5 } },
 *   ],
 * } as const;
 * const of = (town: string, answers: readonly number[]) => answers.map((cut) => ({ town, cut }));
 * const responses = [...of('home', [5, 5, 4, 5, 5, 4, 5, 5]), ...of('abroad', [2, 3, 5, 2, 1, 3, 4, 2])];
 * const scores = scoreByGroup(survey, responses, { by: ['town'] });
 * const found = judgeConsistency(answersByPlace(scores, { question: 'cut' }));
 * found.verdict; // => 'places-differ'
 * found.mostlyVaries; // => 'between-places'
 * @see LeBreton & Senter (2008), Organizational Research Methods 11, 815-852: what is a small effect
 */
export function judgeConsistency<QuestionId extends string>(
  answers: AnswersByPlace<QuestionId>,
  options: ConsistencyOptions = {},
): Consistency<QuestionId> {
  checkOptions(options, ['level', 'negligible']);
  const { level = DEFAULT_LEVEL, negligible = NEGLIGIBLE } = options;
  checkLevel(level);
  checkOpenShare('negligible', negligible);
  checkAnswersByPlace(answers);
  const { question, places, notShown } = answers;
  const correlation = intraclassCorrelation(places, { level });
  const funnel = funnelOfPlaces(places);
  const [verdict, ownReasons] =
    correlation.kind === 'estimate'
      ? byCorrelation(correlation, negligible)
      : byConstancy(answers, correlation, level);
  const outstanding = standingOut(funnel, level);
  const reasons: ConsistencyReason[] = [...ownReasons];
  if (outstanding.length > 0 && verdict !== 'places-differ') reasons.unshift(...outstanding);
  else reasons.push(...outstanding);
  if (notShown.length > 0) reasons.push({ code: 'places-hidden', places: notShown.length });
  return {
    kind: 'consistency',
    question,
    verdict: outstanding.length > 0 ? 'places-differ' : verdict,
    reasons,
    ...(correlation.kind === 'estimate' && {
      mostlyVaries: correlation.value >= 0.5 ? 'between-places' : 'within-places',
    }),
    correlation,
    funnel,
    negligible,
  };
}

type Judged = readonly [Consistency['verdict'], readonly ConsistencyReason[]];

function byCorrelation({ value, interval }: IntraclassCorrelation, negligible: number): Judged {
  const { low, high } = interval;
  const figures = { share: value, low, high };
  if (high <= negligible) {
    return ['same-everywhere', [{ code: 'differences-negligible', ...figures }]];
  }
  if (low > 0) return ['places-differ', [{ code: 'places-differ', ...figures }]];
  return ['not-proven', [{ code: 'not-settled', ...figures }]];
}

function byConstancy(
  { places }: AnswersByPlace,
  { reason }: CorrelationGap,
  level: number,
): Judged {
  const fewest = Math.min(...places.map(({ n }) => n));
  if (reason === 'zero-variance') {
    const isProven = fewest >= FEW_ANSWERS;
    return [isProven ? 'same-everywhere' : 'not-proven', [{ code: 'all-constant', fewest }]];
  }
  if (reason === 'constant-within-places') {
    const { pValue } = chiSquareTest(places.map(({ perAnswer }) => perAnswer));
    const isProven = pValue < 1 - level;
    return [isProven ? 'places-differ' : 'not-proven', [{ code: 'each-place-constant', fewest }]];
  }
  return ['not-proven', [{ code: 'not-comparable', because: reason }]];
}

/**
 * The places beyond what chance does among so many. The correlation may miss one of hundreds. It leaves half of the
 * errors allowed to these, so that both together keep to the level.
 */
function standingOut(funnel: Funnel | FunnelGap, level: number): readonly ConsistencyReason[] {
  if (funnel.kind === 'not-estimable') return [];
  const { target, places } = funnel;
  const allowed = (1 - level) / 4 / places.length;
  return places.flatMap(({ place, count, n, value }): ConsistencyReason[] => {
    const { atMost, atLeast } = binomialTails(count, n, target);
    if (Math.min(atMost, atLeast) > allowed) return [];
    const direction = atMost < atLeast ? 'below' : 'above';
    return [{ code: 'place-stands-out', place, direction, value, target }];
  });
}
