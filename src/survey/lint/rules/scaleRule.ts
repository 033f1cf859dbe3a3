import type { Question } from '../../../model/survey.ts';
import type { FoldedText } from '../text/foldText.ts';
import type { LintSeverity, ScaleRuleId } from '../types.ts';
import type { CompiledWords } from '../words/compileWords.ts';

/** The words beside one answer, or of one choice. */
export interface ReadLabel {
  /** The answer or the code. */
  readonly key: string;
  /** Its words. */
  readonly text: FoldedText;
}

/** The labels or choices of a question in one language that is checked. */
export interface LabelSet {
  /** The language, as tagged. */
  readonly language: string;
  /** What is known of it. */
  readonly words: CompiledWords;
  /** The labels, in the order of the question. */
  readonly labels: readonly ReadLabel[];
}

/** What a rule about answers finds. */
export interface ScaleFind {
  /** The rule. */
  readonly rule: ScaleRuleId;
  /** How grave it is, where that is not the rule's default. */
  readonly severity?: LintSeverity;
  /** The language of the labels, when it is about their words. */
  readonly language?: string;
  /** The answers or codes concerned. */
  readonly labels: readonly string[];
  /** What was hit. */
  readonly text: string;
  /** What is wrong. */
  readonly message: string;
  /** What to do about it. */
  readonly suggestion: string;
}

/** A rule about the answers of one question, given its labels in every language that is checked. */
export type ScaleRule = (
  question: Question,
  labelSets: readonly LabelSet[],
) => readonly ScaleFind[];
