import type { InvalidAnswer } from '../types.ts';

/** How many invalid answers a tally lists; it counts all of them. */
export const LISTED_INVALID_ANSWERS = 20;

/** The first of these invalid answers, by position, then by question and by what was found. */
export function firstOf<QuestionId extends string>(
  invalid: readonly InvalidAnswer<QuestionId>[],
): readonly InvalidAnswer<QuestionId>[] {
  return invalid.toSorted(byPosition).slice(0, LISTED_INVALID_ANSWERS);
}

function byPosition(a: InvalidAnswer, b: InvalidAnswer): number {
  return a.position - b.position || compare(a.question, b.question) || compare(a.found, b.found);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
