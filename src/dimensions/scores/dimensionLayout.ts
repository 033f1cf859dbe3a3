import type { Rated, RatedQuestion, SatisfactionSurvey, Scale } from '../../model/survey.ts';
import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { commonScale } from '../../survey/answers/commonScale.ts';
import { ratedQuestions } from '../../survey/answers/ratedQuestions.ts';
import { checkAnsweredShare, DEFAULT_ANSWERED_SHARE } from '../perDimension/answeredShare.ts';
import { dimensionWeighing, type WeighingOption } from '../perDimension/dimensionWeighing.ts';
import { groupByDimension } from '../perDimension/groupByDimension.ts';
import { recodedOf } from '../perDimension/recodedOf.ts';
import type { DimensionLayout } from './types.ts';

/** What `tallyDimensions` takes besides the responses. */
export interface DimensionTallyOptions<
  QuestionId extends string = string,
  Asks extends Rated = Rated,
> {
  /** What the questions of a dimension ask for; others with its name are left out. */
  readonly asks: Asks;
  /**
   * The share of a dimension's items that a respondent has to answer, above 0, at most 1;
   * 0.5 when absent.
   */
  readonly answeredShare?: number;
  /** Where respondents say how much each dimension matters; absent where they do not. */
  readonly weights?: WeighingOption<QuestionId>;
}

/** Works out what dimensions are tallied from, and refuses what has no common scale. */
export function dimensionLayout<QuestionId extends string, Asks extends Rated>(
  survey: SatisfactionSurvey<QuestionId>,
  options: DimensionTallyOptions<QuestionId, Asks>,
): DimensionLayout<QuestionId, Asks> {
  const { asks, answeredShare = DEFAULT_ANSWERED_SHARE, weights } = options;
  checkAnsweredShare(answeredShare);
  const asked = ratedQuestions(survey).filter((question) => question.asks === asks);
  const groups = groupByDimension(asked, ({ dimension }) => dimension, answeredShare);
  if (groups.length === 0) {
    throw new ServiceCycleError(
      'invalid-argument',
      `survey ${quote(survey.id)} has no question that asks for ${asks} and names a dimension`,
    );
  }
  const dimensions = groups.map(({ dimension, items, needed }) => ({
    dimension,
    items: items.map(({ id }) => id),
    needed,
  }));
  return {
    survey: survey.id,
    asks,
    dimensions,
    scales: groups.map(({ items }) => scaleOf(items)),
    recoded: recodedOf(groups.flatMap(({ items }) => items)),
    answeredShare,
    ...(weights && { weighing: dimensionWeighing(survey, dimensions, weights) }),
  };
}

function scaleOf(items: readonly RatedQuestion[]): Scale {
  const [first, ...others] = items;
  return first === undefined ? { min: 0, max: 1 } : commonScale(first, others);
}
