import type { Question } from '../../../model/survey.ts';
import type { FoldedText } from '../text/foldText.ts';
import { sentencesOf } from '../text/sentencesOf.ts';
import { occurs, overlap } from '../text/wordPattern.ts';
import type { TextSpan } from '../types.ts';
import type { CompiledWords } from '../words/compileWords.ts';
import { type Joiner, joinersOf, slashesOf } from './joiners.ts';
import { bothThings, joinsTwoThings } from './joinsTwoThings.ts';
import type { WordingRule } from './wordingRule.ts';

/**
 * Two things asked at once. Left alone are sentences that ask nothing beside one that does, a clause
 * before the one that asks, choices in a question about the customer, and open questions, whose
 * answer has room for both.
 */
export const doubleBarrelled: WordingRule = {
  id: 'double-barrelled',
  find: (text, words, asks) => askedThings(text, words, asks),
  message: (words) =>
    `${words} may ask two things at once, and one answer cannot tell which it is for`,
  suggestion: 'Ask about each in a question of its own, or about the one that matters more.',
};

/** Labels of a scale that join two things. */
export const twoDimensions: WordingRule = {
  id: 'two-dimensions',
  find: (text, words) =>
    joinersOf(text, words, 'and')
      .filter((joiner) => joinsTwoThings(text, words, joiner))
      .map((joiner) => bothThings(text.folded, joiner)),
  message: (words) => `${words} joins two things, and a customer may have met with one of them`,
  suggestion: 'Let the labels of a scale grade one thing only.',
};

function askedThings(
  text: FoldedText,
  words: CompiledWords,
  asks: Question['asks'],
): readonly TextSpan[] {
  if (asks === 'comment') return [];
  const asksAny = sentencesOf(text).some((sentence) => sentence.asks);
  const found: TextSpan[] = [];
  for (const joiner of joinersIn(text, words, asks)) {
    if (asksAny && !joiner.sentence.asks) continue;
    if (isBeforeTheQuestion(text, words, joiner)) continue;
    if (!joinsTwoThings(text, words, joiner)) continue;
    const span = bothThings(text.folded, joiner);
    if (!found.some((other) => overlap(other, span))) found.push(span);
  }
  return found;
}

function joinersIn(
  text: FoldedText,
  words: CompiledWords,
  asks: Question['asks'],
): readonly Joiner[] {
  const adding = joinersOf(text, words, 'and');
  if (asks === 'profile') return adding;
  const choosing = [...joinersOf(text, words, 'or'), ...slashesOf(text, words)];
  return [...adding, ...choosing].toSorted((a, b) => a.start - b.start);
}

/** Whether a comma and then "how", "what" or the like follow: the clause only sets the scene. */
function isBeforeTheQuestion(
  { folded }: FoldedText,
  words: CompiledWords,
  { start, end, sentence }: Joiner,
): boolean {
  const before = folded.slice(sentence.start, start);
  const after = folded.slice(end, sentence.end);
  const comma = after.search(/[,:]/);
  return (
    comma >= 0 &&
    !occurs(before, words.interrogatives) &&
    occurs(after.slice(comma), words.interrogatives)
  );
}
