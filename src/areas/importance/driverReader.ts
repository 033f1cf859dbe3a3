import { answerCount } from '../../model/scaleAnswers.ts';
import type { Scale } from '../../model/survey.ts';
import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { recodedReader } from '../../survey/answers/answerReader.ts';
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

/** Makes the reader of a driver. */
export function driverReader(id: string, questions: readonly DriverQuestion[]): DriverReader {
  for (const { scale } of questions) checkRange(scale);
  const tops = questions.map(({ scale }) => answerCount(scale) - 1);
  const longest = Math.max(...tops);
  const items = questions.map((question, place) => ({
    read: recodedReader(question),
    stretch: longest / (tops[place] ?? longest),
    counts: { answered: 0, notApplicable: 0, skipped: 0, invalid: 0 },
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
        item.counts.answered += 1;
        sum += place * item.stretch;
        parts += 1;
      } else {
        item.counts[place] += 1;
        if (place === 'invalid') metInvalid = true;
      }
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
      outcomes: items.map(({ counts }) => ({ ...counts })),
      answered,
    }),
  };
}

/** With more answers, sums of products of two would not be exact for long. */
const MOST_ANSWERS = 1_000_000;

/** Refuses a scale that is none; it may have more answers than one whose answers are counted each. */
function checkRange({ min, max, step = 1 }: Scale): void {
  const steps = (max - min) / step;
  if (steps > 0 && step > 0 && steps < MOST_ANSWERS) return;
  throw new ServiceCycleError(
    'wrong-scale',
    `the scale is ${quote(min)} to ${quote(max)} by ${quote(step)}; expected two ends in order and at most ${MOST_ANSWERS} answers`,
  );
}
