import type { FoldedText } from '../text/foldText.ts';
import { occurrences } from '../text/wordPattern.ts';
import type { TextSpan } from '../types.ts';
import type { CompiledWords } from '../words/compileWords.ts';
import { find, type WordingRule } from './wordingRule.ts';

/** Words that push towards an answer: an opener, an authority, praise before the noun, a tag. */
export const leading: WordingRule = {
  id: 'leading',
  find: (text, words) => [
    ...find(text, words.leading),
    ...find(text, words.praised),
    ...tagQuestions(text, words),
  ],
  message: (words) => `${words} pushes towards an answer`,
  suggestion: 'Leave the words out, or offer both directions: "How satisfied or dissatisfied ...".',
};

/** Short questions that stand alone between a comma or an opening mark and the question mark. */
export function tagQuestions({ folded }: FoldedText, words: CompiledWords): readonly TextSpan[] {
  return occurrences(folded, words.tags).filter(
    ({ start, end }) =>
      /[,¿–—-]\s*$/.test(folded.slice(0, start)) &&
      /\p{L}/u.test(folded.slice(0, start)) &&
      /^\s*[?;]/.test(folded.slice(end)),
  );
}
