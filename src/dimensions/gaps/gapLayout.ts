import type { RatedQuestion, SatisfactionSurvey } from '../../model/survey.ts';
import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { commonScale } from '../../survey/answers/commonScale.ts';
import { ratedQuestions } from '../../survey/answers/ratedQuestions.ts';
import { pairQuestions } from '../pairQuestions.ts';
import { checkAnsweredShare, DEFAULT_ANSWERED_SHARE } from '../perDimension/answeredShare.ts';
import { dimensionWeighing, type WeighingOption } from '../perDimension/dimensionWeighing.ts';
import { groupByDimension } from '../perDimension/groupByDimension.ts';
import { recodedOf } from '../perDimension/recodedOf.ts';
import type { GapItem, GapLayout } from './types.ts';

/** A perception question and the expectation question it is held against. */
export interface QuestionPair<QuestionId extends string = string> {
  /** The question how the service was. */
  readonly perception: QuestionId;
  /** The question how it should be; it may serve several perceptions. */
  readonly expectation: QuestionId;
}

/** What `tallyGaps` takes besides the responses. */
export interface GapTallyOptions<QuestionId extends string = string> {
  /**
   * Which questions belong together. When absent, a perception goes with the expectation of the same
   * `about` and the same dimension, where there is one of each.
   */
  readonly pairs?: readonly QuestionPair<QuestionId>[];
  /**
   * The share of a dimension's items that a respondent has to answer both ways, above 0, at most 1;
   * 0.5 when absent.
   */
  readonly answeredShare?: number;
  /** Where respondents say how much each dimension matters; absent where they do not. */
  readonly weights?: WeighingOption<QuestionId>;
}

type Pair<QuestionId extends string> = readonly [
  perception: RatedQuestion<QuestionId>,
  expectation: RatedQuestion<QuestionId>,
];

/** Works out what gaps are tallied from, and refuses what no gap can be taken of. */
export function gapLayout<QuestionId extends string>(
  survey: SatisfactionSurvey<QuestionId>,
  options: GapTallyOptions<QuestionId>,
): GapLayout<QuestionId> & { readonly pairs: readonly Pair<QuestionId>[] } {
  const { answeredShare = DEFAULT_ANSWERED_SHARE, weights } = options;
  checkAnsweredShare(answeredShare);
  const rated = ratedQuestions(survey);
  const perceptions = rated.filter(({ asks }) => asks === 'perception');
  const expectations = rated.filter(({ asks }) => asks === 'expectation');
  const pairs =
    options.pairs === undefined
      ? pairQuestions(perceptions, expectations).pairs
      : namedPairs(options.pairs, perceptions, expectations);
  const questions = pairs.flat();
  const [first, ...others] = questions;
  if (first === undefined) {
    throw new ServiceCycleError(
      'invalid-argument',
      `survey ${quote(survey.id)} has no perception question with an expectation question about the same`,
    );
  }
  checkOnce(pairs);
  const items = pairs.map(itemOf);
  const dimensions = groupByDimension(items, ({ dimension }) => dimension, answeredShare);
  const paired = new Set(questions.map(({ id }) => id));
  return {
    survey: survey.id,
    items,
    scale: commonScale(first, others),
    recoded: recodedOf([...new Set(questions)]),
    dimensions,
    answeredShare,
    ...(weights && { weighing: dimensionWeighing(survey, dimensions, weights) }),
    unpaired: [...perceptions, ...expectations].map(({ id }) => id).filter((id) => !paired.has(id)),
    pairs,
  };
}

function namedPairs<QuestionId extends string>(
  pairs: readonly QuestionPair<QuestionId>[],
  perceptions: readonly RatedQuestion<QuestionId>[],
  expectations: readonly RatedQuestion<QuestionId>[],
): readonly Pair<QuestionId>[] {
  const perceived = new Map(perceptions.map((question) => [question.id, question]));
  const expected = new Map(expectations.map((question) => [question.id, question]));
  return pairs.map(({ perception, expectation }) => [
    named(perceived, perception, 'perception'),
    named(expected, expectation, 'expectation'),
  ]);
}

function named<QuestionId extends string>(
  questions: ReadonlyMap<QuestionId, RatedQuestion<QuestionId>>,
  wanted: QuestionId,
  asks: string,
): RatedQuestion<QuestionId> {
  const found = questions.get(wanted);
  if (found !== undefined) return found;
  throw new ServiceCycleError(
    'unknown-id',
    `the survey has no question ${quote(wanted)} that asks for ${asks}`,
  );
}

function checkOnce(pairs: readonly Pair<string>[]): void {
  const seen = new Set<string>();
  for (const [{ id }] of pairs) {
    if (seen.has(id)) {
      throw new ServiceCycleError(
        'invalid-argument',
        `perception ${quote(id)} stands in two pairs; expected it in one`,
      );
    }
    seen.add(id);
  }
}

function itemOf<QuestionId extends string>([
  perception,
  expectation,
]: Pair<QuestionId>): GapItem<QuestionId> {
  const dimension = perception.dimension ?? expectation.dimension;
  if (expectation.dimension !== undefined && expectation.dimension !== dimension) {
    throw new ServiceCycleError(
      'invalid-argument',
      `perception ${quote(perception.id)} is of dimension ${quote(dimension)} and expectation ${quote(expectation.id)} of ${quote(expectation.dimension)}; expected the same`,
    );
  }
  return {
    perception: perception.id,
    expectation: expectation.id,
    ...(dimension !== undefined && { dimension }),
  };
}
