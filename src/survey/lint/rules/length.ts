import { wordsOf } from '../text/wordsOf.ts';
import { LONG_QUESTION_WORDS, TOO_LONG_QUESTION_WORDS } from '../types.ts';
import type { WordingRule } from './wordingRule.ts';

/** A question of too many words; found are the words beyond the limit. */
export const length: WordingRule = {
  id: 'length',
  find: ({ folded }) => {
    const words = wordsOf(folded);
    const first = words[LONG_QUESTION_WORDS];
    const last = words.at(-1);
    if (first === undefined || last === undefined) return [];
    const severity = words.length > TOO_LONG_QUESTION_WORDS ? 'error' : 'warning';
    return [{ start: first.start, end: last.end, severity }];
  },
  message: (words) => `the question runs on beyond ${LONG_QUESTION_WORDS} words: ${words}`,
  suggestion: 'Shorten it, or put what sets the scene in a sentence above the question.',
};
