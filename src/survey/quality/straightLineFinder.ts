import { answerReader } from '../answers/answerReader.ts';
import type { QuestionBlock, StraightLine } from './types.ts';

/** The longest straight line of a response, or why there is none. */
export type FoundLine<QuestionId extends string> =
  | Omit<StraightLine<QuestionId>, 'position' | 'id'>
  | 'none'
  | 'too-short';

/**
 * Makes a finder of straight lines in one block. A response is `too-short` to be judged when it never
 * answers enough questions in a row.
 */
export function straightLineFinder<QuestionId extends string>(
  { questions, scale, reversed }: QuestionBlock<QuestionId>,
  minimum: number,
): (response: unknown) => FoundLine<QuestionId> {
  const { min, step = 1 } = scale;
  const readers = questions.map((id) => answerReader({ id, scale }));
  const turnedIds = new Set(reversed);
  const isTurned = questions.map((id) => turnedIds.has(id));
  const isMixed = isTurned.includes(true) && isTurned.includes(false);
  // How many of the questions before each place are turned: no stretch is gone through for itself.
  const turnedBefore = new Uint32Array(questions.length + 1);
  for (const [place, turned] of isTurned.entries()) {
    turnedBefore[place + 1] = (turnedBefore[place] ?? 0) + Number(turned);
  }

  /** Whether a stretch goes on long enough, and in both directions where the block has both. */
  function isLine(start: number, end: number): boolean {
    if (end - start < minimum) return false;
    const turned = (turnedBefore[end] ?? 0) - (turnedBefore[start] ?? 0);
    return !isMixed || (turned > 0 && turned < end - start);
  }

  return (response) => {
    const answers = readers.map((read) => read(response));
    let longest: FoundLine<QuestionId> = 'none';
    let start = 0;
    let inRow = 0;
    let mostInRow = 0;
    for (const [place, answer] of answers.entries()) {
      inRow = typeof answer === 'number' ? inRow + 1 : 0;
      mostInRow = Math.max(mostInRow, inRow);
      if (place === 0 || answer !== answers[place - 1]) start = place;
      const [from, to] = [questions[start], questions[place]];
      const length = place + 1 - start;
      if (typeof answer !== 'number' || from === undefined || to === undefined) continue;
      if (!isLine(start, place + 1)) continue;
      if (typeof longest === 'object' && longest.length >= length) continue;
      longest = { from, to, length, answer: min + step * answer };
    }
    return mostInRow < minimum ? 'too-short' : longest;
  };
}
