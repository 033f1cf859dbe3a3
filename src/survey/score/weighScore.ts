import { answerCount } from '../../model/scaleAnswers.ts';
import { fixedPointValue } from '../tally/fixedPointCells.ts';
import type { Score, ScoreOptions, Tally, TallyWeights } from '../types.ts';
import { weightedNetShare } from './weightedNetShare.ts';
import type { WeightedAnswers, WeightedEstimated } from './weightedTypes.ts';
import { weightedMean } from './weightedMean.ts';
import { weightedNetPromoterScore } from './weightedNetPromoterScore.ts';
import { type AnswerRange, weightedShare } from './weightedShare.ts';

/**
 * A score with its answers weighted, where the tally is weighted: value and interval from the sums of
 * weights, the counts as they are.
 */
export function weighScore<QuestionId extends string>(
  score: Score,
  tally: Tally<QuestionId>,
  group: number,
  questionId: NoInfer<QuestionId>,
  options: ScoreOptions,
): Score {
  const { weights, width, questions } = tally;
  const question = questions.find(({ id }) => id === questionId);
  if (weights === undefined || question === undefined) return score;
  const first = group * width + question.firstCell;
  const { definition, counts } = score;
  const answers = weightedAnswers(score, weights, first);
  return {
    ...estimate(score, answers, options),
    definition,
    counts,
    weights: { perAnswer: answers.weights, squaredPerAnswer: answers.squaredWeights },
  };
}

function estimate(
  { definition }: Score,
  answers: WeightedAnswers,
  options: ScoreOptions,
): WeightedEstimated {
  const { min, step = 1 } = definition.scale;
  const rangeOf = (counted: readonly number[]): AnswerRange => {
    const from = Math.round(((counted[0] ?? min) - min) / step);
    return { from, to: from + counted.length };
  };
  switch (definition.metric) {
    case 'net-promoter-score':
      return weightedNetPromoterScore(answers, options);
    case 'customer-satisfaction':
      if (definition.box === 'net') {
        const more = rangeOf(definition.satisfied);
        const less = rangeOf(definition.dissatisfied);
        return weightedNetShare(answers, { more, less }, options);
      }
      return weightedShare(answers, rangeOf(definition.satisfied), options);
    case 'incident-share':
      return weightedShare(answers, rangeOf(definition.incidents), options);
    case 'customer-effort':
    case 'mean-rating':
      return weightedMean(answers, options);
  }
}

function weightedAnswers(
  { definition: { scale }, counts }: Score,
  { sums, squares }: TallyWeights,
  first: number,
): WeightedAnswers {
  const places = Array.from({ length: answerCount(scale) }, (_, place) => first + place);
  return {
    scale,
    n: counts.answered,
    weights: places.map((cell) => fixedPointValue(sums, cell)),
    squaredWeights: places.map((cell) => fixedPointValue(squares, cell)),
  };
}
