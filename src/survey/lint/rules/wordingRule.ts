import type { Question } from '../../../model/survey.ts';
import type { FoldedText } from '../text/foldText.ts';
import { occurrences, overlap } from '../text/wordPattern.ts';
import type { LintSeverity, TextSpan, WordingRuleId } from '../types.ts';
import type { CompiledWords } from '../words/compileWords.ts';

/** What a rule finds in a text. */
interface WordingFind extends TextSpan {
  /** How grave it is, where that is not the rule's default. */
  readonly severity?: LintSeverity;
}

/** Finds what a rule is about, as stretches of the folded text. */
type FindWording = (
  text: FoldedText,
  words: CompiledWords,
  asks: Question['asks'],
) => readonly WordingFind[];

/** A rule about words. */
export interface WordingRule {
  /** Its id. */
  readonly id: WordingRuleId;
  /** Finds what it is about. */
  readonly find: FindWording;
  /** What is wrong, given the words hit in quotation marks. */
  readonly message: (words: string) => string;
  /** What to do about it. */
  readonly suggestion: string;
}

/** Finds the patterns of a list, save where they overlap one of the exempt lists. */
export function find(
  { folded }: FoldedText,
  list: RegExp,
  ...exempt: readonly RegExp[]
): readonly TextSpan[] {
  const harmless = exempt.flatMap((pattern) => occurrences(folded, pattern));
  return occurrences(folded, list).filter((hit) => !harmless.some((span) => overlap(hit, span)));
}
