import { favourableOf } from '../areas/favourableOf.ts';
import { answerCount } from '../model/scaleAnswers.ts';
import { quote } from '../shared/quote.ts';
import { checkObject, refuse } from '../shared/refuse.ts';
import { ServiceCycleError } from '../shared/serviceCycleError.ts';
import { checkKind } from '../survey/answers/guards.ts';
import { GROUPED_SCORES_SHAPE } from '../survey/score/scoreShapes.ts';
import type { SurveyScores } from '../survey/score/surveyScores.ts';
import type { AnswersByPlace, HiddenPlace, PlaceAnswers } from './types.ts';

/** What {@link answersByPlace} takes besides the scores. */
export interface PlaceOptions<QuestionId extends string = string> {
  /** The question. */
  readonly question: QuestionId;
}

/**
 * The answers to a question at each place, from scores that are grouped by place: what the other verbs
 * here take.
 *
 * Places are read off scores and not off a tally, since scores leave out every place that could reveal a
 * person. Tallies of parts add up exactly with `mergeTallies`, and `rollUp` sums out other keys. Each answer
 * counts once, also where scores are weighted.
 *
 *     mean = Σcount·answer / n,  variance = Σcount·(answer - mean)² / (n - 1)
 *
 * @param scores - the scores of a survey, grouped by one key
 * @param options - the question
 * @returns the places with their counts, and those that are not shown
 * @throws ServiceCycleError `unknown-id` when the scores have no such question; `invalid-argument` when they
 * are not grouped by exactly one key
 * @example
 * const survey = {
 *   id: 'leaving',
 *   title: 'On leaving',
 *   questions: [
 *     { id: 'cut', text: 'How satisfied are you?', asks: 'satisfaction', scale: { min: 1, max: 5 } },
 *   ],
 * } as const;
 * const of = (town: string, answers: readonly number[]) => answers.map((cut) => ({ town, cut }));
 * const responses = [...of('home', [5, 5, 4, 5, 5]), ...of('abroad', [2, 3, 5, 4, 1]), ...of('fair', [5])];
 * const scores = scoreByGroup(survey, responses, { by: ['town'] });
 * const { places, notShown } = answersByPlace(scores, { question: 'cut' });
 * places.map(({ place, n, mean, count }) => [place, n, mean, count]);
 * // => [['abroad', 5, 3, 2], ['home', 5, 4.8, 5]]
 * notShown; // => [{ place: 'fair', because: 'below-minimum' }]
 */
export function answersByPlace<QuestionId extends string>(
  scores: SurveyScores<QuestionId>,
  options: PlaceOptions<NoInfer<QuestionId>>,
): AnswersByPlace<QuestionId> {
  checkKind('scores', scores, 'survey-scores', GROUPED_SCORES_SHAPE);
  checkObject('options', options);
  const { question } = options;
  const { groups } = scores;
  const [key, second] = groups?.keys ?? [];
  if (groups === undefined || key === undefined || second !== undefined) {
    const found = groups?.keys.map(({ name }) => name) ?? [];
    refuse('the grouping of scores', found.join(', '), 'one key, such as the place; see rollUp');
  }
  const { counts, columns, outcomes } = groups;
  const tallied = counts.questions.find(({ id }) => id === question);
  const column = columns.find((each) => each.question === question);
  if (tallied === undefined || column === undefined) {
    const known = counts.questions.map(({ id }) => quote(id)).join(', ');
    throw new ServiceCycleError(
      'unknown-id',
      `options.question is ${quote(question)}; expected one of ${known}`,
    );
  }
  const { scale, firstCell } = tallied;
  const asks = scores.questions.find((each) => each.question === question)?.asks;
  const places: PlaceAnswers[] = [];
  const notShown: HiddenPlace[] = [];
  for (const [group, code] of key.codes.entries()) {
    const place = key.values[code] ?? '';
    const outcome = outcomes[column.outcome[group] ?? 0];
    if (outcome?.status === 'suppressed') {
      const because = outcome.because === 'below-minimum' ? 'below-minimum' : 'protects-another';
      notShown.push({ place, because });
      continue;
    }
    const first = group * counts.width + firstCell;
    const perAnswer = counts.cells.slice(first, first + answerCount(scale));
    const summary = summaryOf(perAnswer, scale.min, scale.step ?? 1);
    if (summary.n === 0) {
      notShown.push({ place, because: 'no-answers' });
      continue;
    }
    const { favourable } = favourableOf({ scale, perAnswer, asks });
    places.push({ place, ...summary, count: favourable, perAnswer });
  }
  return { kind: 'answers-by-place', question, scale, places, notShown };
}

/** By the place of answers on the scale, whose sums are whole numbers. */
function summaryOf(
  perAnswer: readonly number[],
  min: number,
  step: number,
): Pick<PlaceAnswers, 'n' | 'mean' | 'variance'> {
  let n = 0;
  let sum = 0;
  for (const [at, count] of perAnswer.entries()) {
    n += count;
    sum += count * at;
  }
  if (n === 0) return { n, mean: 0, variance: 0 };
  const mean = sum / n;
  const squares = perAnswer.reduce((total, count, at) => total + count * (at - mean) ** 2, 0);
  return {
    n,
    mean: min + step * mean,
    variance: n === 1 ? 0 : (step * step * squares) / (n - 1),
  };
}
