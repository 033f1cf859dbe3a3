import type { FoldedText } from '../text/foldText.ts';
import { sentencesOf } from '../text/sentencesOf.ts';
import { overlap } from '../text/wordPattern.ts';
import { wordsOf } from '../text/wordsOf.ts';
import type { TextSpan } from '../types.ts';
import type { CompiledWords } from '../words/compileWords.ts';
import { joinersOf } from './joiners.ts';
import { tagQuestions } from './leading.ts';
import { find, type WordingRule } from './wordingRule.ts';

/** A negation alone; an open question may have one, since nobody answers it with "no". */
export const negative: WordingRule = {
  id: 'negative',
  find: (text, words, asks) => {
    if (asks === 'comment') return [];
    const doubles = doubleNegations(text, words);
    return negationsOf(text, words).filter((one) => !doubles.some((two) => overlap(one, two)));
  },
  message: (words) => `${words} negates the question, so that a "no" can be read in two ways`,
  suggestion: 'Ask whether it was so, and not whether it was not.',
};

/** Two negations that undo each other. */
export const doubleNegative: WordingRule = {
  id: 'double-negative',
  find: (text, words) => doubleNegations(text, words),
  message: (words) => `${words} negates twice`,
  suggestion: 'Say it without either negation.',
};

/** How many words from the first negation to the second, at most. */
const REACH = 8;

/**
 * A negation right before a word such as "uncommon", or a negation and, in the same sentence, another
 * one or a word such as "without". Words that only agree with a negation ("no ... nunca", "nie ...
 * nigdy") are not among these: they do not undo it.
 */
function doubleNegations(text: FoldedText, words: CompiledWords): readonly TextSpan[] {
  const plain = negationsOf(text, words);
  const others = notOffered(text, words, find(text, words.negatives, words.notNegative));
  const all = [...plain, ...others].toSorted((a, b) => a.start - b.start);
  const sentences = sentencesOf(text);
  const found = [...notOffered(text, words, find(text, words.litotes))];
  for (const [place, first] of all.entries()) {
    const second = all[place + 1];
    if (second === undefined || overlap(first, second)) continue;
    if (!plain.includes(first) && !plain.includes(second)) continue;
    const span = { start: first.start, end: second.end };
    const reach = wordsOf(text.folded.slice(span.start, span.end)).length - 1;
    const isOneSentence = sentences.some((one) => one.start <= span.start && span.end <= one.end);
    if (reach > REACH || !isOneSentence || found.some((other) => overlap(other, span))) continue;
    found.push(span);
  }
  return found.toSorted((a, b) => a.start - b.start);
}

function negationsOf(text: FoldedText, words: CompiledWords): readonly TextSpan[] {
  const tags = tagQuestions(text, words);
  const found = find(text, words.negations, words.notNegative, words.leading);
  return notOffered(text, words, found).filter((one) => !tags.some((tag) => overlap(tag, one)));
}

/** Without those right behind an "or", where they are one of two answers offered. */
function notOffered(
  text: FoldedText,
  words: CompiledWords,
  spans: readonly TextSpan[],
): readonly TextSpan[] {
  const offers = joinersOf(text, words, 'or');
  return spans.filter(
    ({ start }) => !offers.some(({ end, right }) => end <= start && right[0]?.start === start),
  );
}
