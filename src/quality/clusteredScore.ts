import { RATED } from '../model/survey.ts';
import { DEFAULT_LEVEL, type Estimate, type NotEstimable } from '../shared/estimate.ts';
import { checkLevel, checkOneOf, checkOptions, refuse } from '../shared/refuse.ts';
import { criticalValue } from '../stats/distributions/normal.ts';
import { studentTQuantile } from '../stats/distributions/studentT.ts';
import { type Answers, computeFigure, newFigure, toEstimated } from '../survey/score/metric.ts';
import { metricsOf } from '../survey/score/questionScores.ts';
import type { SurveyScores } from '../survey/score/surveyScores.ts';
import type { ScoreDefinition } from '../survey/types.ts';
import { answersByPlace, type PlaceOptions } from './answersByPlace.ts';
import { intraclassCorrelation } from './intraclassCorrelation.ts';
import type { PlaceSummary } from './types.ts';

/** What {@link clusteredScore} takes besides the scores. */
export interface ClusteredScoreOptions<QuestionId extends string = string>
  extends PlaceOptions<QuestionId> {
  /** The confidence level, above 0 and below 1; 0.95 when absent. */
  readonly level?: number;
}

/** A score of all answers, its interval as wide as answers that come in places take. */
export interface ClusteredEstimate extends Estimate {
  /** How the score is made. */
  readonly definition: ScoreDefinition;
  /** How many times as large its variance is as that of as many answers of a simple random sample, 1 or more. */
  readonly designEffect: number;
  /** How many independent answers would tell as much: `n` over the design effect. */
  readonly effectiveN: number;
}

/**
 * The scores of a question over all places, the one to report first. No estimate: `suppressed` where the total is
 * not shown, `too-few-places` where fewer than two are.
 */
export interface ClusteredScore<QuestionId extends string = string> {
  /** Tells it from other results. */
  readonly kind: 'clustered-score';
  /** The question. */
  readonly question: QuestionId;
  /** The scores. */
  readonly scores: readonly (
    | ClusteredEstimate
    | NotEstimable<'no-answers' | 'one-answer' | 'suppressed' | 'too-few-places'>
  )[];
  /** How many places with answers are shown. */
  readonly places: number;
  /** How many answers are at places that are not shown, or at none: they count as one more place. */
  readonly elsewhere: number;
  /** The confidence level of all intervals. */
  readonly level: number;
}

/**
 * The score of a question over all places, with an interval that knows that answers come in places: those of one place
 * resemble each other, and tell less than as many from everywhere.
 *
 *     v    = what an answer counts for in the score: 1 or 0 in a share, 100, 0 or -100 in the net promoter score,
 *            itself in a mean
 *     ICC  = the intraclass correlation of v over the places, 0 where that is below 0
 *     D    = 1 + (Σm²/n - 1)·ICC,  m the answers of a place, n all of them
 *     mean = the plain mean ± t(g - 1) · s·sqrt(D/n),  g places
 *     share and points = the plain ones, their interval that of n/D · (z / t(g - 1))² answers
 *
 * The value is the plain one. The t of g - 1 degrees of freedom stands for places being few: three of them
 * cannot tell much about all, however many answer there. It is for places that stand for more of their kind; those
 * that are all there are need no more than `scoreSurvey`. It is a verb of its own, so that scores which do not
 * come in places stay as small and quick as they are.
 *
 * Answers at places that are not shown, or of no place, count as one place more, which makes the interval wider and
 * gives nobody away. Where every answer of a place is the same, it counts once. Weighted scores are refused: their
 * design effect is already that of the weights, and both at once need a method that counts alone do not allow.
 *
 * Not estimable: no answers; a total that is suppressed; fewer than two places.
 *
 * @param scores - the scores of a survey, grouped by the place alone; tallies of parts add up by `mergeTallies` before
 * @param options - the question and the confidence level
 * @throws ServiceCycleError `unknown-id` when the scores have no such question; `invalid-argument` when they are
 * not grouped by exactly one key, are weighted, or the level is outside its range
 * @example
 * const survey = {
 *   id: 'leaving',
 *   title: 'On leaving',
 *   questions: [
 *     { id: 'cut', text: 'How satisfied are you?', asks: 'satisfaction', scale: { min: 1, max: 5 } },
 *   ],
 * } as const;
 * // Ten shops of 40 customers, of whom 22 to 40 are satisfied.
 * const responses = Array.from({ length: 400 }, (_, i) => ({
 *   shop: `shop ${Math.floor(i / 40)}`,
 *   cut: i % 40 < 22 + 2 * Math.floor(i / 40) ? 5 : 2,
 * }));
 * const [alone] = scoreSurvey(survey, responses).questions[0]?.scores ?? [];
 * alone?.kind === 'estimate' && alone.interval.low; // ~> 0.731573
 * const scores = scoreByGroup(survey, responses, { by: ['shop'] });
 * const [together] = clusteredScore(scores, { question: 'cut' }).scores;
 * together?.kind === 'estimate' && together.value; // => 0.775
 * together?.kind === 'estimate' && together.interval.low; // ~> 0.652299
 * together?.kind === 'estimate' && together.effectiveN; // ~> 77.090909
 * @see Kish (1965), Survey Sampling, section 5.4: the design effect
 * @see Korn and Graubard (1998), Survey Methodology 24, 193-201: intervals of so many answers
 */
export function clusteredScore<QuestionId extends string>(
  scores: SurveyScores<QuestionId>,
  options: ClusteredScoreOptions<NoInfer<QuestionId>>,
): ClusteredScore<QuestionId> {
  checkOptions(options, ['question', 'level']);
  const { question, level = DEFAULT_LEVEL } = options;
  checkLevel(level);
  const { places, scale } = answersByPlace(scores, { question });
  const asked = scores.questions.find((each) => each.question === question);
  if (asked !== undefined && 'weights' in asked.scores[0]) {
    refuse('the weight of answers', 'a weight', 'none: answers that count once each');
  }
  const total: readonly number[] = asked?.scores[0].counts.perAnswer ?? [];
  const shown = places.map(({ perAnswer }) => perAnswer);
  const rest = total.map((count, at) =>
    shown.reduce((left, perAnswer) => left - (perAnswer[at] ?? 0), count),
  );
  const elsewhere = sum(rest);
  const clusters = elsewhere > 0 ? [...shown, rest] : shown;
  const n = sum(total);
  const result = {
    kind: 'clustered-score',
    question,
    places: places.length,
    elsewhere,
    level,
  } as const;
  if (asked === undefined) {
    return { ...result, scores: [{ kind: 'not-estimable', reason: 'suppressed' }] };
  }
  checkOneOf('what the question asks', asked.asks, RATED);
  const metrics = metricsOf({ id: question, text: '', asks: asked.asks, scale });
  if (places.length < 2) {
    const reason = n === 0 ? 'no-answers' : 'too-few-places';
    return { ...result, scores: metrics.map(() => ({ kind: 'not-estimable', reason, n })) };
  }
  return {
    ...result,
    scores: metrics.map((metric) => {
      const figure = newFigure();
      const answers = clustered(total, shown, clusters, level);
      const outcome = computeFigure(metric.formula(level), answers, figure);
      const estimated = toEstimated(metric, level, outcome, figure, answers.n);
      if (estimated.kind === 'not-estimable') return estimated;
      const { effectiveN } = figure;
      const designEffect = answers.n / effectiveN;
      return { ...estimated, definition: metric.definition, designEffect, effectiveN };
    }),
  };
}

/** All answers, ready for a formula that asks how many independent ones they are worth. */
function clustered(
  total: readonly number[],
  shown: readonly (readonly number[])[],
  clusters: readonly (readonly number[])[],
  level: number,
): Answers {
  const n = sum(total);
  const sizes = clusters.map(sum);
  const perPlace = sum(sizes.map((size) => size * size)) / n;
  const t = -studentTQuantile((1 - level) / 2, clusters.length - 1);
  const z = criticalValue(level);
  const effectOf = (values: readonly number[]): number =>
    1 + (perPlace - 1) * correlationOf(shown, values);
  const places = total.map((_, place) => place);
  // A mean takes its variance from the squares, and its t from the answers instead of from the places.
  const plainT = n > 1 ? -studentTQuantile((1 - level) / 2, n - 1) : t;
  const widened = effectOf(places) * (t / plainT) ** 2;
  return {
    n,
    weight: n,
    sums: total,
    squares: total.map((count) => count * widened),
    first: 0,
    sizes: {
      effectiveN: (values) => n / effectOf(values),
      intervalSize: (effectiveN) => effectiveN * (z / t) ** 2,
    },
  };
}

/**
 * How much alike answers of one place are, each taken for its value. Where all are the same nothing tells, and a place
 * counts once; so it does where they are the same at each place.
 */
function correlationOf(shown: readonly (readonly number[])[], values: readonly number[]): number {
  const found = intraclassCorrelation(
    shown.map((perAnswer, at) => summaryOf(perAnswer, values, at)),
  );
  if (found.kind === 'estimate') return found.value;
  return found.reason === 'one-value-each' ? 0 : 1;
}

function summaryOf(
  perAnswer: readonly number[],
  values: readonly number[],
  at: number,
): PlaceSummary {
  const n = sum(perAnswer);
  const mean = sum(perAnswer.map((count, place) => count * (values[place] ?? 0))) / n;
  const squares = sum(perAnswer.map((count, place) => count * ((values[place] ?? 0) - mean) ** 2));
  return { place: String(at), n, mean, variance: n === 1 ? 0 : squares / (n - 1) };
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
