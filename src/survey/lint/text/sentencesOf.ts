import type { TextSpan } from '../types.ts';
import type { FoldedText } from './foldText.ts';

/** A sentence of a folded text, its end mark included. */
export interface Sentence extends TextSpan {
  /** Whether it ends in a question mark. */
  readonly asks: boolean;
}

/**
 * The sentences of a text, those without a letter or digit left out. A full stop ends a sentence
 * only when space and no small letter follow it, so that "e.g. soap" and "3.5" do not. Where there
 * are Greek letters, ";" is the question mark.
 */
export function sentencesOf(text: FoldedText): readonly Sentence[] {
  const { folded } = text;
  const marks = /\p{Script=Greek}/u.test(folded) ? /[.!?…;]+/gu : /[.!?…]+/gu;
  const sentences: Sentence[] = [];
  let start = 0;
  for (const { 0: mark, index } of folded.matchAll(marks)) {
    const end = index + mark.length;
    const asks = /[?;]/.test(mark);
    if (!asks && !mark.includes('!') && !endsSentence(text, end)) continue;
    sentences.push({ start, end, asks });
    start = end;
  }
  sentences.push({ start, end: folded.length, asks: false });
  return sentences.filter((sentence) =>
    /\p{L}|\p{N}/u.test(folded.slice(sentence.start, sentence.end)),
  );
}

function endsSentence({ original, ends }: FoldedText, end: number): boolean {
  return /^["'”’»)\]]*(\s+\P{Ll}|\s*$)/u.test(original.slice(ends[end - 1]));
}
