import { sentencesOf } from '../text/sentencesOf.ts';
import { wordsOf } from '../text/wordsOf.ts';
import type { WordingRule } from './wordingRule.ts';

/** More than one question mark; found are the questions after the first. */
export const twoQuestions: WordingRule = {
  id: 'two-questions',
  find: (text) =>
    sentencesOf(text)
      .filter((sentence) => sentence.asks)
      .slice(1)
      .map(({ start, end }) => {
        const first = wordsOf(text.folded.slice(start, end))[0]?.start ?? 0;
        return { start: start + first, end };
      }),
  message: (words) => `${words} is a second question, and there is one answer`,
  suggestion: 'Make it a question of its own.',
};
