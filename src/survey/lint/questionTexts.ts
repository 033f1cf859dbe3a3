import type { LocalizedText } from '../../model/localizedText.ts';
import type { Question } from '../../model/survey.ts';
import type { LabelSet } from './rules/scaleRule.ts';
import { foldText } from './text/foldText.ts';
import type { CompiledWords } from './words/compileWords.ts';

/** A text of a question in one language: its own, or that of a label or choice. */
export interface QuestionText {
  /** The language, as tagged or as said for texts without a tag. */
  readonly language: string;
  /** The answer or the code that the text stands beside; absent for the question's own. */
  readonly label?: string;
  /** The text, or the beginning of one that is longer than any question. */
  readonly text: string;
}

/** What is known of each language met; `undefined` where there are no word lists. */
export type KnownLanguages = ReadonlyMap<string, CompiledWords | undefined>;

/** The texts of a question, its own first, then those of its labels or choices. */
export function questionTexts(question: Question, untagged: string): readonly QuestionText[] {
  const labels = Object.entries(labelsOf(question));
  return [
    ...inLanguages(question.text, untagged),
    ...labels.flatMap(([label, text]) =>
      inLanguages(text, untagged).map((one) => ({ ...one, label })),
    ),
  ];
}

/** The labels or choices among the texts of a question, by language, those not known left out. */
export function labelSets(
  texts: readonly QuestionText[],
  known: KnownLanguages,
): readonly LabelSet[] {
  const languages = new Set(texts.map(({ language }) => language));
  return [...languages].flatMap((language) => {
    const words = known.get(language);
    if (words === undefined) return [];
    const labels = texts.flatMap((text) =>
      text.language === language && text.label !== undefined
        ? [{ key: text.label, text: foldText(text.text) }]
        : [],
    );
    return labels.length === 0 ? [] : [{ language, words, labels }];
  });
}

function labelsOf(question: Question): { readonly [key: string]: LocalizedText } {
  if (question.asks === 'comment') return {};
  return question.asks === 'profile' ? question.choices : (question.scale.labels ?? {});
}

function inLanguages(text: LocalizedText, untagged: string): readonly QuestionText[] {
  return typeof text === 'string'
    ? [{ language: untagged, text: beginningOf(text) }]
    : Object.entries(text).map(([language, one]) => ({ language, text: beginningOf(one) }));
}

/** What is read of a text; no question is as long, and rules take the square of the length. */
const LONGEST_READ = 4000;

/** A text up to the last whole word that is read. */
function beginningOf(text: string): string {
  if (text.length <= LONGEST_READ) return text;
  const end = text.lastIndexOf(' ', LONGEST_READ);
  return text.slice(0, end > 0 ? end : LONGEST_READ);
}
