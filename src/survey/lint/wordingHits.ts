import type { Question } from '../../model/survey.ts';
import { quote } from '../../shared/quote.ts';
import type { KnownLanguages, QuestionText } from './questionTexts.ts';
import { agreement, agreementLabel } from './rules/agreeDisagree.ts';
import { doubleBarrelled, twoDimensions } from './rules/doubleBarrelled.ts';
import { leading } from './rules/leading.ts';
import { length } from './rules/length.ts';
import { doubleNegative, negative } from './rules/negation.ts';
import {
  absolute,
  hypothetical,
  longRecall,
  presupposing,
  vagueQuantifier,
} from './rules/phraseRules.ts';
import { twoQuestions } from './rules/twoQuestions.ts';
import { acronymsBut, jargonOf } from './rules/unknownWords.ts';
import type { WordingRule } from './rules/wordingRule.ts';
import { foldText, originalSpan } from './text/foldText.ts';
import { LINT_RULES, type WordingHit } from './types.ts';

/** The rules for each kind of text. */
export interface WordingRules {
  /** For the text of a question. */
  readonly text: readonly WordingRule[];
  /** For a label of a scale. */
  readonly scaleLabel: readonly WordingRule[];
  /** For a choice. */
  readonly choice: readonly WordingRule[];
}

/** The rules about words, given the words that customers may not know and the acronyms they do. */
export function wordingRules(
  jargon: readonly string[],
  knownAcronyms: readonly string[],
): WordingRules {
  const unknownWords = [jargonOf(jargon), acronymsBut(knownAcronyms)];
  return {
    text: [
      doubleBarrelled,
      twoQuestions,
      leading,
      presupposing,
      absolute,
      negative,
      doubleNegative,
      vagueQuantifier,
      ...unknownWords,
      length,
      hypothetical,
      longRecall,
      agreement,
    ],
    scaleLabel: [...unknownWords, agreementLabel, twoDimensions],
    choice: unknownWords,
  };
}

/** Applies the rules about words to the texts of a question, in the languages known. */
export function wordingHits<QuestionId extends string>(
  question: Question<QuestionId>,
  texts: readonly QuestionText[],
  known: KnownLanguages,
  rules: WordingRules,
): readonly WordingHit<QuestionId>[] {
  const labelRules = question.asks === 'profile' ? rules.choice : rules.scaleLabel;
  const hits = texts.flatMap(({ language, label, text: original }) => {
    const words = known.get(language);
    if (words === undefined) return [];
    const text = foldText(original);
    return (label === undefined ? rules.text : labelRules).flatMap((rule) =>
      rule.find(text, words, question.asks).map((find): WordingHit<QuestionId> => {
        const span = originalSpan(text, find);
        const hit = original.slice(span.start, span.end);
        return {
          kind: 'wording',
          rule: rule.id,
          severity: find.severity ?? LINT_RULES[rule.id],
          question: question.id,
          language,
          ...(label === undefined ? {} : { label }),
          span,
          text: hit,
          message: rule.message(quote(hit)),
          suggestion: rule.suggestion,
        };
      }),
    );
  });
  // Of agreement a label need not say what the text or an earlier label told of the whole scale.
  const told = new Set<string>();
  return hits.filter(({ rule, label, language }) => {
    if (rule !== 'agree-disagree') return true;
    const repeats = label !== undefined && told.has(language);
    told.add(language);
    return !repeats;
  });
}
