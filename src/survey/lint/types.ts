import type { NotEstimable } from '../../shared/estimate.ts';
/**
 * What a rule about words looks for in a question.
 *
 * - `double-barrelled`: two things asked at once, joined by "and", "or" or a slash
 * - `two-questions`: more than one question mark
 * - `leading`: words that push towards an answer ("don't you agree", "our excellent staff")
 * - `presupposing`: takes for granted what was never asked ("how much did you enjoy")
 * - `absolute`: "always", "never", "all", "every", "nobody"
 * - `negative`: a negation, which makes a "no" hard to read
 * - `double-negative`: two negations, or a negation and a word such as "without" or "dissatisfied"
 * - `vague-quantifier`: "often", "usually", "recently", which everyone counts otherwise
 * - `jargon`: a word of your own list that customers may not know
 * - `acronym`: two to five capital letters that are not spelt out
 * - `length`: more than 20 words; an error beyond
 *   30
 * - `hypothetical`: asks what would be if
 * - `long-recall`: asks about a year or more
 * - `agree-disagree`: a statement to agree with, which people tend to agree with whatever it says
 * - `two-dimensions`: a label of a scale that joins two things, such as "fast and friendly"
 */
export type WordingRuleId =
  | 'double-barrelled'
  | 'two-questions'
  | 'leading'
  | 'presupposing'
  | 'absolute'
  | 'negative'
  | 'double-negative'
  | 'vague-quantifier'
  | 'jargon'
  | 'acronym'
  | 'length'
  | 'hypothetical'
  | 'long-recall'
  | 'agree-disagree'
  | 'two-dimensions';

/**
 * What a rule about answers looks for.
 *
 * - `unbalanced-labels`: more labels on the good side than on the bad one, or the other way round
 * - `label-direction`: labels that run against `scale.reversed`, so that scores would be upside down
 * - `scale-points`: fewer than 4 or more than 11
 * - `no-middle`: four or six answers, so that nobody can answer in the middle
 * - `unlabelled-ends`: the lowest or the highest answer has no words
 * - `direction-flip`: neighbouring questions of one kind, one of them with a reversed scale
 * - `no-not-applicable`: no way to say "does not apply" about a moment that not every visit passes
 * - `choice-bands`: bands of numbers that overlap, an error, or that leave a hole
 * - `no-other-choice`: choices that look incomplete: nothing for "other", or for more than the last
 *   band
 */
export type ScaleRuleId =
  | 'unbalanced-labels'
  | 'label-direction'
  | 'scale-points'
  | 'no-middle'
  | 'unlabelled-ends'
  | 'direction-flip'
  | 'no-not-applicable'
  | 'choice-bands'
  | 'no-other-choice';

/**
 * What a rule about the order of questions looks for.
 *
 * - `overall-late`: a question about the whole after questions about parts, which colour it
 * - `profile-first`: a question about the customer before the first one about the service
 */
export type OrderRuleId = 'overall-late' | 'profile-first';

/** A rule of {@link lintSurvey}. */
export type LintRuleId = WordingRuleId | ScaleRuleId | OrderRuleId;

/** How grave a hit is: `error` misleads, `warning` may mislead, `note` is worth a thought. */
export type LintSeverity = 'error' | 'warning' | 'note';

/** A stretch of a text, in UTF-16 units from its beginning, as `String.slice` counts. */
export interface TextSpan {
  /** The first unit. */
  readonly start: number;
  /** The unit after the last. */
  readonly end: number;
}

/** What every hit says. */
export interface LintHitFacts<QuestionId extends string = string> {
  /** How grave it is. */
  readonly severity: LintSeverity;
  /** The question. */
  readonly question: QuestionId;
  /** What was hit: words as they stand in the text, labels, a scale, or the place of a question. */
  readonly text: string;
  /** What is wrong, in a sentence. */
  readonly message: string;
  /** What to do about it. */
  readonly suggestion: string;
}

/** A hit on words of a question, or of one of its labels or choices. */
export interface WordingHit<QuestionId extends string = string> extends LintHitFacts<QuestionId> {
  /** Tells a hit on words from the others. */
  readonly kind: 'wording';
  /** The rule. */
  readonly rule: WordingRuleId;
  /** The language of the text, as tagged. */
  readonly language: string;
  /** The answer or the code whose label was hit; absent for the text of the question. */
  readonly label?: string;
  /** Where in that text the words stand. */
  readonly span: TextSpan;
}

/** A hit on the answers a question takes. */
export interface ScaleHit<QuestionId extends string = string> extends LintHitFacts<QuestionId> {
  /** Tells a hit on answers from the others. */
  readonly kind: 'scale';
  /** The rule. */
  readonly rule: ScaleRuleId;
  /** The language of the labels; absent when it is not about their words. */
  readonly language?: string;
  /** The answers or codes concerned; empty for the scale as a whole. */
  readonly labels: readonly string[];
}

/** A hit on the place of a question in the survey. */
export interface OrderHit<QuestionId extends string = string> extends LintHitFacts<QuestionId> {
  /** Tells a hit on the order from the others. */
  readonly kind: 'order';
  /** The rule. */
  readonly rule: OrderRuleId;
}

/** Something in a survey that may mislead. */
export type LintHit<QuestionId extends string = string> =
  | WordingHit<QuestionId>
  | ScaleHit<QuestionId>
  | OrderHit<QuestionId>;

/** A language that there are no word lists for, so that nothing is known about its texts. */
export interface UncheckedLanguage<QuestionId extends string = string> {
  /** The language, as tagged. */
  readonly language: string;
  /** The questions with a text, a label or a choice in it, in their order. */
  readonly questions: readonly QuestionId[];
}

/** A rule that was not run. */
export interface LintRuleNotRun {
  /** The rule. */
  readonly rule: LintRuleId;
  /** Why: turned off, or the moments it needs were not given. */
  readonly because: 'off' | 'no-moments';
}

/** How hard a text is to read, by its LIX. */
export type ReadabilityBand = 'very-easy' | 'easy' | 'medium' | 'hard' | 'very-hard';

/** The readability of a text, with the counts behind it. */
export interface LixValue {
  /** Tells a value from a text without words. */
  readonly kind: 'lix';
  /** Words to a sentence, plus long words in a hundred. */
  readonly value: number;
  /** The band of the value. */
  readonly band: ReadabilityBand;
  /** How many words. */
  readonly words: number;
  /** How many sentences. */
  readonly sentences: number;
  /** How many words of more than six letters. */
  readonly longWords: number;
}

/**
 * The readability of a text without words.
 *
 * There are no words.
 */
export type NoLix = NotEstimable<'no-words'>;

/** The readability of a text, or the reason why there is none. */
export type Lix = LixValue | NoLix;

/** The readability of all questions in one language. */
export interface LanguageReadability {
  /** The language, as tagged. */
  readonly language: string;
  /** The readability of its question texts taken together. */
  readonly lix: Lix;
}

/** What {@link lintSurvey} found, and what it did not look at. */
export interface SurveyLint<QuestionId extends string = string> {
  /** Tells a lint from other results. */
  readonly kind: 'survey-lint';
  /** The survey's id. */
  readonly survey: string;
  /** What may mislead, question by question: words, then answers, then order. */
  readonly hits: readonly LintHit<QuestionId>[];
  /** The languages whose texts were checked, as tagged, in the order met. */
  readonly languages: readonly string[];
  /** The languages that could not be checked. Their texts are not clean: nothing is known of them. */
  readonly notChecked: readonly UncheckedLanguage<QuestionId>[];
  /** The language that texts without a tag were taken to be in. */
  readonly untaggedLanguage: string;
  /** The rules that were not run. */
  readonly rulesNotRun: readonly LintRuleNotRun[];
  /** How hard the questionnaire is to read, for each language checked. */
  readonly readability: readonly LanguageReadability[];
}

/** The number of words from which on a question is long: more than these. */
export const LONG_QUESTION_WORDS: number = 20;

/** The number of words from which on a question is too long: more than these. */
export const TOO_LONG_QUESTION_WORDS: number = 30;

/** The fewest answers a rated scale has without a hit. */
export const FEWEST_SCALE_POINTS: number = 4;

/** The most answers a rated scale has without a hit: those of the net promoter question. */
export const MOST_SCALE_POINTS: number = 11;

/** The language of texts without a tag, where none is said. */
export const DEFAULT_SURVEY_LANGUAGE: string = 'en';

/**
 * Every rule with its severity. `length` is an error beyond 30, and
 * `choice-bands` a warning for a hole.
 */
export const LINT_RULES: { readonly [rule in LintRuleId]: LintSeverity } = {
  'double-barrelled': 'warning',
  'two-questions': 'error',
  leading: 'error',
  presupposing: 'warning',
  absolute: 'warning',
  negative: 'warning',
  'double-negative': 'error',
  'vague-quantifier': 'warning',
  jargon: 'warning',
  acronym: 'note',
  length: 'warning',
  hypothetical: 'warning',
  'long-recall': 'note',
  'agree-disagree': 'warning',
  'two-dimensions': 'warning',
  'unbalanced-labels': 'warning',
  'label-direction': 'error',
  'scale-points': 'warning',
  'no-middle': 'note',
  'unlabelled-ends': 'warning',
  'direction-flip': 'warning',
  'no-not-applicable': 'warning',
  'choice-bands': 'error',
  'no-other-choice': 'note',
  'overall-late': 'note',
  'profile-first': 'note',
};
