import type { Rated, Scale } from '../model/survey.ts';
import type { Estimate, NotEstimable } from '../shared/estimate.ts';
import { wilsonInterval } from '../stats/intervals/wilsonInterval.ts';
import { intervalSize } from '../survey/score/linearizedSize.ts';
import { weighedAnswers } from '../survey/score/weighedAnswers.ts';
import type { AnswerWeights } from '../survey/types.ts';

/** The answers to one question, with their weights where they have any. */
export interface CountedAnswers {
  /** The answers the question takes. */
  readonly scale: Scale;
  /** How many gave each answer, the lowest first. */
  readonly perAnswer: readonly number[];
  /** Their weights; absent where each counts once. */
  readonly weights?: AnswerWeights | undefined;
  /** What the question asks for, where that tells more than the scale: a detractor is not favourable. */
  readonly asks?: Rated | undefined;
}

/** How many answers are favourable: above the middle of their scale. */
export interface FavourableAnswers {
  /** The sum of the weights of favourable answers. */
  readonly favourable: number;
  /** The sum of the weights of all. */
  readonly weight: number;
  /** How many answered. */
  readonly n: number;
  /** How many answers of equal weight would tell as much; absent where they are not weighted. */
  readonly effectiveN?: number;
}

/** A favourable share, or the reason why there is none. */
export type AreaShare =
  | (Estimate & {
      /** How many answers of equal weight would tell as much; absent where they are not weighted. */
      readonly effectiveN?: number;
    })
  | NotEstimable;

/**
 * Counts the favourable answers to a question: those above the middle of the scale. Who would recommend
 * on 0 to 10 is favourable from 7 on, since 6 and less make a detractor.
 */
export function favourableOf({
  scale,
  perAnswer,
  weights,
  asks,
}: CountedAnswers): FavourableAnswers {
  const n = sum(perAnswer);
  const isFavourable = favourableAt(scale, perAnswer.length, asks);
  const favourableIn = (counts: readonly number[]): number =>
    counts.reduce((total, count, place) => total + count * (isFavourable[place] ?? 0), 0);
  if (weights === undefined) return { favourable: favourableIn(perAnswer), weight: n, n };
  const weight = sum(weights.perAnswer);
  return {
    favourable: favourableIn(weights.perAnswer),
    weight,
    n,
    effectiveN: weight === 0 ? 0 : effectiveNumber({ scale, weights, n }, isFavourable),
  };
}

/**
 * Favourable answers to several questions of the same customers: as many of them as answered the question
 * most answered, since a tally does not say which answers come from one customer.
 */
export function favourableTogether(each: readonly FavourableAnswers[]): FavourableAnswers {
  const effective = each.flatMap(({ effectiveN }) => effectiveN ?? []);
  return {
    favourable: sum(each.map(({ favourable }) => favourable)),
    weight: sum(each.map(({ weight }) => weight)),
    n: Math.max(0, ...each.map(({ n }) => n)),
    ...(effective.length > 0 && { effectiveN: Math.max(...effective) }),
  };
}

/** The share of favourable answers with its Wilson interval. */
export function favourableShare(
  { favourable, weight, n, effectiveN }: FavourableAnswers,
  level: number,
): AreaShare {
  if (weight === 0) return { kind: 'not-estimable', reason: 'no-answers', n: 0 };
  const value = Math.min(1, favourable / weight);
  const size = effectiveN === undefined ? n : intervalSize(n, effectiveN, level);
  return {
    kind: 'estimate',
    value,
    unit: 'share',
    interval: wilsonInterval(value * size, size, { level }),
    n,
    basis: 'measured',
    ...(effectiveN !== undefined && { effectiveN }),
  };
}

/** How many answers of equal weight would tell as much about a figure that gives each answer a value. */
export function effectiveNumber(
  answers: { readonly scale: Scale; readonly weights: AnswerWeights; readonly n: number },
  values: readonly number[],
): number {
  const { scale, n, weights } = answers;
  const { perAnswer, squaredPerAnswer } = weights;
  const weighed = weighedAnswers({
    scale,
    n,
    weights: perAnswer,
    squaredWeights: squaredPerAnswer,
  });
  return weighed.sizes?.effectiveN(values) ?? n;
}

/** 1 for each favourable answer of so many and 0 for the others, the lowest answer first. */
function favourableAt(
  { min, max, step = 1, reversed }: Scale,
  answers: number,
  asks: Rated | undefined,
): readonly number[] {
  const middle = (answers - 1) / 2;
  const isPromoterScale = min === 0 && max === 10 && step === 1;
  const beyond = asks === 'recommendation' && isPromoterScale ? DETRACTOR_UP_TO : middle;
  return Array.from({ length: answers }, (_, place) => {
    const rank = reversed === true ? answers - 1 - place : place;
    return Number(rank > beyond);
  });
}

/** The highest answer of a detractor on 0 to 10. */
const DETRACTOR_UP_TO = 6;

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
