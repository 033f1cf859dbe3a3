import { answersBySide } from '../survey/score/answersBySide.ts';
import type { AnswerCounts } from '../survey/types.ts';

/** Favourable answers to several questions. */
export interface FavourableAnswers {
  /** Answers above the middle of their scale. */
  readonly favourable: number;
  /** Answers in all. */
  readonly answers: number;
  /** The answers to the question most answered: at least so many customers answered. */
  readonly respondents: number;
}

/** Counts the favourable answers to the questions about an area. */
export function favourableOf(questions: readonly AnswerCounts[]): FavourableAnswers {
  const counted = questions.map(({ scale, perAnswer }) => ({
    favourable: answersBySide(scale, perAnswer).favourable,
    n: perAnswer.reduce((total, count) => total + count, 0),
  }));
  return {
    favourable: counted.reduce((total, one) => total + one.favourable, 0),
    answers: counted.reduce((total, { n }) => total + n, 0),
    respondents: Math.max(0, ...counted.map(({ n }) => n)),
  };
}
