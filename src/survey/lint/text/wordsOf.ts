import type { TextSpan } from '../types.ts';

/**
 * The words of a folded text: letters and digits, with hyphens and apostrophes inside. "12.5" is one
 * word, and so is a word with a second ending in brackets, such as "pan(i)".
 */
export function wordsOf(folded: string): readonly TextSpan[] {
  const words = folded.matchAll(
    /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:['-]|(?<=\p{N})[.,](?=\p{N}))[\p{L}\p{N}][\p{L}\p{M}\p{N}]*|\(\p{L}{1,3}\)[\p{L}\p{M}]*)*/gu,
  );
  return Array.from(words, ({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }));
}
