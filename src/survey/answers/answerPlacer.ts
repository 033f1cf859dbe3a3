import { checkScale } from '../../model/checkScale.ts';
import { NOT_APPLICABLE } from '../../model/observations.ts';
import { answerCount } from '../../model/scaleAnswers.ts';
import type { TalliedQuestion } from '../types.ts';

/** What is needed to place the answers to one question, worked out once. */
export interface AnswerPlacer<QuestionId extends string = string> {
  /** The question. */
  readonly id: QuestionId;
  /** The lowest answer, where answers are a step of 1 apart; else `NaN`, so that no answer is quick. */
  readonly quickMin: number;
  /** The place of the highest answer, from 0. */
  readonly top: number;
  /** The cell of the lowest answer. */
  readonly firstCell: number;
  /** The cell of invalid answers; skipped is the one before, not applicable the one before that. */
  readonly invalidCell: number;
  /** The lowest answer. */
  readonly min: number;
  /** The distance between neighbouring answers. */
  readonly step: number;
  /** All that means "not applicable". */
  readonly notApplicable: ReadonlySet<unknown>;
}

/** Why there is no answer, in the words of the counts. */
export type NoAnswer = 'notApplicable' | 'skipped' | 'invalid';

/** Makes the placer of a tallied question; refuses a scale that is none. */
export function answerPlacer<QuestionId extends string>({
  id,
  scale,
  firstCell,
}: TalliedQuestion<QuestionId>): AnswerPlacer<QuestionId> {
  checkScale(scale, Number.MAX_SAFE_INTEGER);
  const { min, step = 1, notApplicable = [] } = scale;
  const answers = answerCount(scale);
  return {
    id,
    quickMin: step === 1 ? min : Number.NaN,
    top: answers - 1,
    firstCell,
    invalidCell: firstCell + answers + 2,
    min,
    step,
    notApplicable: new Set<unknown>([NOT_APPLICABLE, ...notApplicable]),
  };
}

/** The cell of an answer in whole steps of 1, which nearly all are; -1 for any other. */
export function quickCellOf({ quickMin, top, firstCell }: AnswerPlacer, answer: unknown): number {
  if (typeof answer !== 'number') return -1;
  const place = answer - quickMin;
  // As a whole number of 32 bits it is itself only where it is whole and not below 0.
  return place >>> 0 === place && place <= top ? firstCell + place : -1;
}

/** The cell, within its group's, that an answer counts in. A number of the scale is an answer, whatever its codes. */
export function cellOf(
  { min, step, top, firstCell, invalidCell, notApplicable }: AnswerPlacer,
  answer: unknown,
): number {
  if (typeof answer === 'number') {
    const place = (answer - min) / step;
    const whole = Math.round(place);
    if (whole >= 0 && whole <= top && Math.abs(place - whole) < 1e-9) return firstCell + whole;
  }
  if (answer === undefined || answer === null) return invalidCell - 1;
  return notApplicable.has(answer) ? invalidCell - 2 : invalidCell;
}

/** The place of an answer, 0 for the lowest, or why there is none. */
export function placeOf(placer: AnswerPlacer, answer: unknown): number | NoAnswer {
  const { firstCell, top, invalidCell } = placer;
  const quick = quickCellOf(placer, answer);
  if (quick >= 0) return quick - firstCell;
  const cell = cellOf(placer, answer);
  if (cell <= firstCell + top) return cell - firstCell;
  if (cell === invalidCell) return 'invalid';
  return cell === invalidCell - 1 ? 'skipped' : 'notApplicable';
}
