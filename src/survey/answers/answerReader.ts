import type { RatedQuestion } from '../../model/survey.ts';
import { ownAnswerReader } from './ownAnswer.ts';
import { answerPlacer, cellOf } from './answerPlacer.ts';

/** Why a response holds no answer to a question, in the words of the counts. */
export type NoAnswer = 'notApplicable' | 'skipped' | 'invalid';

/** Reads the answer of a response to one question: its place on the scale from 0, or why there is none. */
export type AnswerReader = (response: unknown) => number | NoAnswer;

/** What a reader needs to know of a question. */
export type ReadableQuestion<QuestionId extends string = string> = Pick<
  RatedQuestion<QuestionId>,
  'id' | 'scale'
>;

/** Reads answers as they are given: place 0 is the lowest answer. */
export function answerReader({ id, scale }: ReadableQuestion): AnswerReader {
  const placer = answerPlacer({ id, scale, firstCell: 0 });
  const answerOf = ownAnswerReader(id);
  return (response) => {
    const cell = cellOf(placer, answerOf(response));
    return cell <= placer.top ? cell : (NO_ANSWERS[cell - placer.top - 1] ?? 'invalid');
  };
}

/** Reads answers with the worst at place 0: those on a reversed scale are turned round. */
export function recodedReader(question: ReadableQuestion): AnswerReader {
  const read = answerReader(question);
  if (question.scale.reversed !== true) return read;
  const { top } = answerPlacer({ ...question, firstCell: 0 });
  return (response) => {
    const place = read(response);
    return typeof place === 'number' ? top - place : place;
  };
}

/** In the order of the cells that follow the answers. */
const NO_ANSWERS: readonly NoAnswer[] = ['notApplicable', 'skipped', 'invalid'];
