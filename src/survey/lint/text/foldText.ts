import type { TextSpan } from '../types.ts';

/**
 * A text as the rules read it: lower case, letters composed with their accents, one form of sigma,
 * of apostrophe and of hyphen. Every position leads back to the text as it was written.
 */
export interface FoldedText {
  /** The text as it was written. */
  readonly original: string;
  /** The text as it is read. */
  readonly folded: string;
  /** For each unit of `folded`, where in `original` its letter begins. */
  readonly starts: readonly number[];
  /** For each unit of `folded`, where in `original` its letter ends. */
  readonly ends: readonly number[];
}

/** Folds a text letter by letter, each with the marks that follow it. */
export function foldText(original: string): FoldedText {
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: letter, index } of original.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const read = foldLetters(letter);
    folded += read;
    // Not with a spread: a letter may have more marks than a call takes arguments.
    while (starts.length < folded.length) {
      starts.push(index);
      ends.push(index + letter.length);
    }
  }
  return { original, folded, starts, ends };
}

/** Letters as they are read. */
export function foldLetters(letters: string): string {
  return letters
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .replace(/[\u2018\u2019\u02BC]/g, "'")
    .replace(/[\u2010\u2011]/g, '-');
}

/** Where a stretch of the folded text stands in the text as it was written. */
export function originalSpan(text: FoldedText, { start, end }: TextSpan): TextSpan {
  return { start: text.starts[start] ?? 0, end: text.ends[end - 1] ?? 0 };
}

/** A stretch of the folded text, as it was written. */
export function originalWords(text: FoldedText, span: TextSpan): string {
  const { start, end } = originalSpan(text, span);
  return text.original.slice(start, end);
}
