import type { FoldedText } from '../text/foldText.ts';
import { occurs } from '../text/wordPattern.ts';
import type { TextSpan } from '../types.ts';
import type { CompiledWords } from '../words/compileWords.ts';
import type { Joiner } from './joiners.ts';

/**
 * Whether a word that joins makes two things of one. It does not between words that belong together
 * ("terms and conditions"), in a name ("Barnes and Noble") or in "more and more"; "or" and a slash do
 * not between the two ends of a scale ("easy or difficult") or two forms of one word ("satisfecho/a").
 */
export function joinsTwoThings(text: FoldedText, words: CompiledWords, joiner: Joiner): boolean {
  const { folded } = text;
  if (joiner.inPhrase || isName(text, joiner)) return false;
  const said = (span: TextSpan): string => folded.slice(span.start, span.end);
  const left = joiner.left.map(said);
  const right = joiner.right.map(said);
  if (left.at(-1) === right[0] || belongTogether(words, left.slice(-2), right)) return false;
  return joiner.list === 'and' || !offersTwoEnds(words, left, right);
}

/** From the word before a joiner to the first word after it that is no article. */
export function bothThings(folded: string, { start, end, left, right }: Joiner): TextSpan {
  const content = right.find((word) => word.end - word.start > 3) ?? right.at(-1);
  const isOneClause = !/[,:()]/.test(folded.slice(end, content?.end));
  const last = isOneClause ? content : right[0];
  return { start: left.at(-1)?.start ?? start, end: last?.end ?? end };
}

function offersTwoEnds(
  words: CompiledWords,
  left: readonly string[],
  right: readonly string[],
): boolean {
  const [before = '', after = ''] = [left.at(-1), right[0]];
  const isOn = (list: readonly string[], side: RegExp): boolean =>
    list.some((word) => occurs(word, side));
  return (
    isOneWord(before, after) ||
    right.some((word) => isOpposite(before, word)) ||
    (isOn(left, words.good) && isOn(right, words.bad)) ||
    (isOn(left, words.bad) && isOn(right, words.good))
  );
}

/** Whether capitals stand on both sides, within a sentence that is not all in capitals. */
function isName(text: FoldedText, { start, left, right }: Joiner): boolean {
  const isCapital = (position: number): boolean =>
    /\p{Lu}/u.test(text.original.slice(text.starts[position], text.ends[position]));
  const [before, after] = [left.at(-1), right[0]];
  if (before === undefined || after === undefined || left.length < 2) return false;
  return isCapital(before.start) && isCapital(after.start) && !isCapital(start);
}

function belongTogether(
  words: CompiledWords,
  left: readonly string[],
  right: readonly string[],
): boolean {
  return words.together.some((set) => {
    const isIn = (word: string): boolean => occurs(word, set);
    return left.some(isIn) && right.some(isIn);
  });
}

/** Whether two words differ in an ending of up to two letters: "satisfecho" and "satisfecha". */
function isOneWord(a: string, b: string): boolean {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  return same >= 3 && a.length - same <= 2 && b.length - same <= 2;
}

/** Whether one word is the other with something before it: "satisfied" and "dissatisfied". */
function isOpposite(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 4 && long.endsWith(short);
}
