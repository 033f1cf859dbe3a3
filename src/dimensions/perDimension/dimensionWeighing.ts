import type { RatedQuestion, SatisfactionSurvey } from '../../model/survey.ts';
import { quote, quoteList } from '../../shared/quote.ts';
import { checkObject, checkOneOf } from '../../shared/refuse.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { commonScale } from '../../survey/answers/commonScale.ts';
import { ratedQuestions } from '../../survey/answers/ratedQuestions.ts';
import { recodedOf } from './recodedOf.ts';
import type { DimensionWeighing, ImportanceKind } from './types.ts';

/** Which questions weigh the dimensions. */
export interface WeighingOption<QuestionId extends string = string> {
  /** What they ask: to share out 100 points among the dimensions, or to rate each. */
  readonly from: ImportanceKind;
  /** The question of each dimension; when absent, the one importance question that names it. */
  readonly questions?: Readonly<Record<string, QuestionId>>;
}

/** Refuses what does not say which questions weigh the dimensions. */
export function checkWeighing(weights: WeighingOption | undefined): void {
  if (weights === undefined) return;
  checkObject('weights', weights);
  checkOneOf('weights.from', weights.from, ['allocation', 'ratings']);
  if (weights.questions !== undefined) checkObject('weights.questions', weights.questions);
}

/** Finds the question that weighs each dimension. */
export function dimensionWeighing<QuestionId extends string>(
  survey: SatisfactionSurvey<QuestionId>,
  dimensions: readonly { readonly dimension: string }[],
  { from, questions }: WeighingOption<QuestionId>,
): DimensionWeighing<QuestionId> {
  const rated = ratedQuestions(survey);
  const found = dimensions.map(({ dimension }) =>
    questions === undefined
      ? theImportanceOf(rated, dimension)
      : theNamed(rated, dimension, questions),
  );
  const [first, ...others] = found;
  if (first === undefined) {
    throw new ServiceCycleError('invalid-argument', 'there are no dimensions to weigh');
  }
  const scale = commonScale(first, others);
  const { min, step = 1 } = scale;
  if (!(min >= 0 && Number.isInteger(min / step))) {
    throw new ServiceCycleError(
      'wrong-scale',
      `importance is asked from ${min} in steps of ${step}; expected a lowest answer of 0 or more that is a whole number of steps`,
    );
  }
  return { from, questions: found.map(({ id }) => id), scale, recoded: recodedOf(found) };
}

function theImportanceOf<QuestionId extends string>(
  rated: readonly RatedQuestion<QuestionId>[],
  wanted: string,
): RatedQuestion<QuestionId> {
  const found = rated.filter(
    ({ asks, dimension }) => asks === 'importance' && dimension === wanted,
  );
  const [first, ...more] = found;
  if (first !== undefined && more.length === 0) return first;
  throw new ServiceCycleError(
    'invalid-argument',
    `dimension ${quote(wanted)} has the importance questions ${quoteList(found.map(({ id }) => id)) || 'none'}; expected one, or to be told which`,
  );
}

function theNamed<QuestionId extends string>(
  rated: readonly RatedQuestion<QuestionId>[],
  dimension: string,
  questions: Readonly<Record<string, QuestionId>>,
): RatedQuestion<QuestionId> {
  const wanted = Object.hasOwn(questions, dimension) ? questions[dimension] : undefined;
  const found = rated.find(({ id }) => id === wanted);
  if (found !== undefined) return found;
  throw new ServiceCycleError(
    wanted === undefined ? 'invalid-argument' : 'unknown-id',
    `dimension ${quote(dimension)} is weighed by ${quote(wanted)}; expected a rated question of the survey`,
  );
}
