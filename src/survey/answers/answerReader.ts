import type { RatedQuestion } from '../../model/survey.ts';
import type { OutcomeCounts } from '../types.ts';
import { answerPlacer, type NoAnswer, placeOf } from './answerPlacer.ts';
import { isRow, ownAnswerReader } from './ownAnswer.ts';

/**
 * Reads the answer of a response to one question: its place on the scale from 0, or why there is none. What
 * is no object is no response, and so holds an invalid answer to every question.
 */
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
    const answer = answerOf(response);
    return answer === undefined && !isRow(response) ? 'invalid' : placeOf(placer, answer);
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

/** A reader that counts what became of the responses it reads. */
export interface CountingReader {
  /** Reads answers with the worst at place 0. */
  readonly read: AnswerReader;
  /** What became of the responses so far. */
  readonly counts: () => OutcomeCounts;
}

/** Makes a {@link recodedReader} that counts. */
export function countingReader(question: ReadableQuestion): CountingReader {
  const readPlace = recodedReader(question);
  const counts = { answered: 0, notApplicable: 0, skipped: 0, invalid: 0 };
  return {
    read(response) {
      const place = readPlace(response);
      counts[typeof place === 'number' ? 'answered' : place] += 1;
      return place;
    },
    counts: () => ({ ...counts }),
  };
}
