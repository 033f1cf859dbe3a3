import { checkScale } from '../../model/checkScale.ts';
import { answerCount } from '../../model/scaleAnswers.ts';
import { countingReader } from '../../survey/answers/answerReader.ts';
import type { DriverQuestion, TalliedDriver } from './types.ts';

/** Reads the value of a driver from responses, and counts what became of them. */
export interface DriverReader {
  /** The value of a response, 0 or more; nothing where less than half of the questions are answered. */
  readonly read: (response: unknown) => number | undefined;
  /** Whether the response read last holds an answer that is not on its scale. */
  readonly metInvalid: () => boolean;
  /** The driver as tallied so far. */
  readonly tallied: () => TalliedDriver;
}

/** With more answers, sums of products of two would not be exact for long. */
const MOST_ANSWERS = 1_000_000;

/** Makes the reader of a driver. */
export function driverReader(id: string, questions: readonly DriverQuestion[]): DriverReader {
  for (const { scale } of questions) checkScale(scale, MOST_ANSWERS);
  const tops = questions.map(({ scale }) => answerCount(scale) - 1);
  const longest = Math.max(...tops);
  const items = questions.map((question, place) => ({
    ...countingReader(question),
    stretch: longest / (tops[place] ?? longest),
  }));
  let answered = 0;
  let metInvalid = false;

  function read(response: unknown): number | undefined {
    let sum = 0;
    let parts = 0;
    metInvalid = false;
    for (const item of items) {
      const place = item.read(response);
      if (typeof place === 'number') {
        sum += place * item.stretch;
        parts += 1;
      } else if (place === 'invalid') metInvalid = true;
    }
    if (parts === 0 || 2 * parts < items.length) return undefined;
    answered += 1;
    return sum / parts;
  }

  return {
    read,
    metInvalid: () => metInvalid,
    tallied: () => ({
      id,
      questions,
      outcomes: items.map(({ counts }) => counts()),
      answered,
    }),
  };
}
