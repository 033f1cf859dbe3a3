import type { FoldedText } from '../text/foldText.ts';
import { type Sentence, sentencesOf } from '../text/sentencesOf.ts';
import { occurrences, occurs, overlap } from '../text/wordPattern.ts';
import { wordsOf } from '../text/wordsOf.ts';
import type { TextSpan } from '../types.ts';
import type { CompiledWords } from '../words/compileWords.ts';

/** A word that joins two things, and the words of its sentence on either side. */
export interface Joiner extends TextSpan {
  /** The words before it in its sentence, one to three. */
  readonly left: readonly TextSpan[];
  /** The words after it in its sentence, one to three. */
  readonly right: readonly TextSpan[];
  /** The sentence. */
  readonly sentence: Sentence;
  /** Whether it adds, as "and" does, or chooses, as "or" and a slash do. */
  readonly list: 'and' | 'or';
  /** Whether it stands in a phrase in which it joins no two things asked, such as "or not". */
  readonly inPhrase: boolean;
}

/**
 * The words of a list that stand between two others of a sentence. A word that may also open a
 * question joins only right behind another word.
 */
export function joinersOf(
  text: FoldedText,
  words: CompiledWords,
  list: 'and' | 'or',
): readonly Joiner[] {
  const { folded } = text;
  const tokens = wordsOf(folded);
  const sentences = sentencesOf(text);
  const particles = occurrences(folded, words.particles);
  const phrases = occurrences(folded, words.notJoining);
  let next = 0;
  return occurrences(folded, words[list]).flatMap((span) => {
    const { start, end } = span;
    const sentence = sentences.find((one) => one.start <= start && end <= one.end);
    if (sentence === undefined) return [];
    while ((tokens[next]?.start ?? end) < end) next += 1;
    const before = tokens.slice(Math.max(0, next - 4), next);
    const left = before.filter((token) => token.start >= sentence.start && token.end <= start);
    const right = tokens.slice(next, next + 3).filter((token) => token.end <= sentence.end);
    const last = left.at(-1);
    if (last === undefined || right.length === 0) return [];
    const opens = particles.some((particle) => particle.start === start);
    if (opens && folded.slice(last.end, start).trim() !== '') return [];
    const inPhrase = phrases.some((phrase) => overlap(phrase, span));
    return [{ start, end, left: left.slice(-3), right, sentence, list, inPhrase }];
  });
}

/** Slashes between two words of three letters or more, save articles and addresses. */
export function slashesOf(text: FoldedText, words: CompiledWords): readonly Joiner[] {
  const sentences = sentencesOf(text);
  const phrases = occurrences(text.folded, words.notJoining);
  const slashes = text.folded.matchAll(
    /(?<![\p{L}\p{M}\p{N}/:.-])([\p{L}\p{M}]{3,})( ?\/ ?)([\p{L}\p{M}]{3,})(?![\p{L}\p{M}\p{N}/]|[.]\p{L})/gu,
  );
  return Array.from(slashes).flatMap((match) => {
    const [, first = '', slash = '', second = ''] = match;
    const start = match.index + first.length;
    const end = start + slash.length;
    const sentence = sentences.find((one) => one.start <= start && end <= one.end);
    const left = [{ start: match.index, end: start }];
    const right = [{ start: end, end: end + second.length }];
    const areArticles = [first, second].every((word) => occurs(word, words.determiners));
    if (sentence === undefined || areArticles) return [];
    const inPhrase = phrases.some((phrase) => overlap(phrase, { start, end }));
    return [{ start, end, left, right, sentence, list: 'or' as const, inPhrase }];
  });
}
