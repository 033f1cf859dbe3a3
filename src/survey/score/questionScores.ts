import { answerCount } from '../../model/scaleAnswers.ts';
import type { RatedQuestion, Scale } from '../../model/survey.ts';
import { sum } from '../answers/responseCounts.ts';
import { fixedPointValue } from '../tally/fixedPointCells.ts';
import type {
  FixedPointCells,
  ResponseCounts,
  Score,
  TalliedQuestion,
  Tally,
  TallyWeights,
} from '../types.ts';
import { effortMetric } from './customerEffort.ts';
import { DEFAULT_BOX, satisfactionMetric } from './customerSatisfaction.ts';
import { incidentMetric } from './incidentShare.ts';
import { meanRatingMetric } from './meanRating.ts';
import { type Answers, type Figure, type FigureOutcome, type Metric, toScore } from './metric.ts';
import { isNetPromoterScale } from './netPromoterScale.ts';
import { netPromoterMetric } from './netPromoterScore.ts';
import { FEW_ANSWERS, type ScoreWarning } from './surveyScores.ts';
import { type WeighedAnswers, weighedAnswers } from './weighedAnswers.ts';

/** How a question is scored by what it asks for, the score to report first. */
export function metricsOf({ asks, scale }: RatedQuestion): readonly [Metric, ...Metric[]] {
  switch (asks) {
    case 'recommendation':
      return [isNetPromoterScale(scale) ? netPromoterMetric(scale) : meanRatingMetric(scale)];
    case 'satisfaction':
      return [
        // Of two or three answers the best two would hold the other side or the middle.
        satisfactionMetric(scale, answerCount(scale) > 3 ? DEFAULT_BOX : 'top'),
        meanRatingMetric(scale),
      ];
    case 'effort':
      return [effortMetric(scale)];
    case 'incident':
      return [incidentMetric(scale)];
    case 'perception':
    case 'expectation':
    case 'importance':
      return [meanRatingMetric(scale)];
  }
}

/** The cells of a tally: counts, and the weights where there are any. */
export type TallyCells = Pick<Tally, 'width' | 'cells' | 'weights'>;

/** Answers to read a group into; every weight is 1. */
export type AnswersSlot = { -readonly [Name in keyof Answers]: Answers[Name] };

/**
 * Where the answers to one question stand in a tally. It is made anew, with all of its fields, for the sake
 * of speed: tallies come from many hands, and what an engine has made for one kind of them is lost with it.
 */
export interface AnswerCells {
  /** The counts of all groups. */
  readonly cells: readonly number[];
  /** Their weights; nothing where answers are not weighted. */
  readonly weights: TallyWeights | undefined;
  /** How many cells a group has. */
  readonly width: number;
  /** The cell of the lowest answer. */
  readonly firstCell: number;
  /** How many answers the scale has. */
  readonly count: number;
  /** The scale. */
  readonly scale: Scale;
}

/** Where the answers to a question stand in a tally. */
export function answerCells(
  { cells, weights, width }: TallyCells,
  { firstCell, scale }: TalliedQuestion,
): AnswerCells {
  return { cells, weights, width, firstCell, count: answerCount(scale), scale };
}

/** An empty slot for answers. */
export function answersSlot({ cells }: AnswerCells): AnswersSlot {
  return { n: 0, weight: 0, sums: cells, squares: cells, first: 0 };
}

/**
 * The answers to a question in a group.
 *
 * @param question - where they stand
 * @param group - the group's position
 * @param slot - what to read them into where nothing is weighted
 */
export function readAnswers(
  { cells, weights, width, firstCell, count, scale }: AnswerCells,
  group: number,
  slot: AnswersSlot,
): Answers | WeighedAnswers {
  const first = group * width + firstCell;
  let n = 0;
  for (let at = first; at < first + count; at += 1) n += cells[at] as number;
  if (weights === undefined) {
    slot.n = n;
    slot.weight = n;
    slot.first = first;
    return slot;
  }
  const read = (sums: FixedPointCells): readonly number[] =>
    Array.from({ length: count }, (_, place) => fixedPointValue(sums, first + place));
  const { sums, squares } = weights;
  return weighedAnswers({ scale, n, weights: read(sums), squaredWeights: read(squares) });
}

/** A figure read off a tally as a score, with everything that stands behind it. */
export function scoreAt(
  metric: Omit<Metric, 'formula'>,
  level: number,
  outcome: FigureOutcome,
  figure: Figure,
  answers: Answers | WeighedAnswers,
  counts: ResponseCounts,
): Score {
  const score = toScore(metric, level, outcome, figure, counts);
  if (!('designEffect' in answers)) return score;
  const { sums, squares, designEffect } = answers;
  const weights = { perAnswer: Array.from(sums), squaredPerAnswer: Array.from(squares) };
  if (score.kind === 'not-estimable') return { ...score, weights };
  return { ...score, weights, effectiveN: figure.effectiveN, designEffect };
}

/** What became of the responses to a question in a group of a tally. */
export function countsAt(
  { width, cells }: TallyCells,
  group: number,
  { scale, firstCell }: TalliedQuestion,
): ResponseCounts {
  const first = group * width + firstCell;
  const end = first + answerCount(scale);
  const perAnswer = cells.slice(first, end);
  return {
    answered: sum(perAnswer),
    notApplicable: cells[end] ?? 0,
    skipped: cells[end + 1] ?? 0,
    invalid: cells[end + 2] ?? 0,
    perAnswer,
  };
}

/** What to keep in mind when reading the scores of a question. */
export function warningsOf(
  question: RatedQuestion,
  scores: readonly [Score, ...Score[]],
): readonly ScoreWarning[] {
  const [{ counts, effectiveN = counts.answered }] = scores;
  const warnings: ScoreWarning[] = [];
  if (effectiveN < FEW_ANSWERS) warnings.push('few-answers');
  if (counts.invalid > 0) warnings.push('invalid-answers');
  if (question.asks === 'recommendation' && !isNetPromoterScale(question.scale)) {
    warnings.push('not-a-net-promoter-scale');
  }
  if (scores.some(isSkewedMean)) warnings.push('skewed-mean');
  return warnings;
}

/**
 * Whether a t interval holds its mean less often than it says, since the answers lean to one end: by
 * Cochran's rule it takes 25·skewness² answers.
 */
function isSkewedMean(score: Score): boolean {
  if (score.kind !== 'estimate' || score.interval.method !== 'student-t') return false;
  const { perAnswer } = score.counts;
  const moment = (power: number): number =>
    perAnswer.reduce((total, count, place) => total + count * (place - mean) ** power, 0) / n;
  const n = sum(perAnswer);
  const mean = perAnswer.reduce((total, count, place) => total + count * place, 0) / n;
  return (score.effectiveN ?? n) * moment(2) ** 3 < 25 * moment(3) ** 2;
}
