import { checkSurveyTexts } from '../../model/checkShapes.ts';
import type { MomentOfTruth } from '../../model/momentOfTruth.ts';
import type { SatisfactionSurvey } from '../../model/survey.ts';
import { closestName } from '../../shared/closestName.ts';
import { quote } from '../../shared/quote.ts';
import { ServiceCycleError } from '../../shared/serviceCycleError.ts';
import { checkShape, type Shape } from '../../shared/shape.ts';
import { lix } from './lix.ts';
import { labelSets, questionTexts } from './questionTexts.ts';
import { questionOrder } from './rules/orderRules.ts';
import { scaleHits } from './scaleHits.ts';
import {
  DEFAULT_SURVEY_LANGUAGE,
  LINT_RULES,
  type LintHit,
  type LintRuleId,
  type LintRuleNotRun,
  type OrderHit,
  type SurveyLint,
} from './types.ts';
import { wordingHits, wordingRules } from './wordingHits.ts';
import { compileWords } from './words/compileWords.ts';
import { wordsFor } from './words/wordLists.ts';

/** What {@link lintSurvey} takes besides the survey. */
export interface LintOptions {
  /** The language of texts without a tag; `en` when absent. */
  readonly language?: string;
  /** Rules to leave out. */
  readonly off?: readonly LintRuleId[];
  /** The moments of the cycle, for the rule about "does not apply", which is not run without. */
  readonly moments?: readonly Pick<MomentOfTruth, 'id' | 'usage'>[];
  /** Acronyms that every customer knows, in capitals as they are written. */
  readonly knownAcronyms?: readonly string[];
  /** Words of the organization that customers may not know; `*` stands for any letters. */
  readonly jargon?: readonly string[];
}

/**
 * Finds words, answers and an order of questions that may mislead those who answer.
 *
 * The rules about words know English, Spanish, Greek, Polish and Latvian, by the first part of the
 * language tag. A text in any other language is listed under `notChecked` and is not clean: only the
 * rules that read no words are run on its question. Of a text of more than 4,000 characters the
 * beginning is read.
 *
 * All rules are heuristics that read words and not meaning. A hit may be wrong, and a clean lint is no
 * evidence that a question is valid or understood: pretest the survey with 5 to 15 customers who say
 * aloud how they understand it.
 *
 * @param survey - the survey
 * @param options - the language of untagged texts, rules to leave out, the moments of the cycle, and
 * the words that customers know or do not know
 * @returns the hits in the order of the questions, what was not checked, and the readability
 * @throws ServiceCycleError `invalid-argument` when `off` names no rule
 * @example
 * const survey = {
 *   id: 'stay',
 *   title: 'Your stay',
 *   questions: [
 *     {
 *       id: 'desk',
 *       text: {
 *         en: 'How satisfied are you with our friendly front desk?',
 *         es: '¿Qué tan satisfecho está con la rapidez y la amabilidad en la recepción?',
 *         de: 'Wie zufrieden sind Sie mit dem Empfang?',
 *       },
 *       asks: 'satisfaction',
 *       scale: { min: 1, max: 3, labels: { 1: 'Bad', 3: 'Good' } },
 *     },
 *   ],
 * } as const;
 * const lint = lintSurvey(survey);
 * lint.hits.map(({ rule, text }) => `${rule}: ${text}`);
 * // => [
 * //   'leading: our friendly',
 * //   'double-barrelled: rapidez y la amabilidad',
 * //   'scale-points: 1 to 3',
 * // ]
 * lint.notChecked; // => [{ language: 'de', questions: ['desk'] }]
 * lint.rulesNotRun; // => [{ rule: 'no-not-applicable', because: 'no-moments' }]
 * @see Payne (1951), The Art of Asking Questions
 * @see Fowler (1995), Improving Survey Questions
 * @see Tourangeau, Rips and Rasinski (2000), The Psychology of Survey Response
 * @see de Vaus (2002), Surveys in Social Research
 * @see Krosnick and Presser (2010), Question and Questionnaire Design
 * @see Saris, Revilla, Krosnick and Shaeffer (2010), on agree-disagree questions
 * @see Dillman, Smyth and Christian, on mail and mixed-mode surveys
 * @see Pew Research Center, Writing Survey Questions
 */
export function lintSurvey<QuestionId extends string>(
  survey: SatisfactionSurvey<QuestionId>,
  options: LintOptions = {},
): SurveyLint<QuestionId> {
  checkSurveyTexts(survey);
  checkShape('options', options, OPTIONS);
  const { language: untagged = DEFAULT_SURVEY_LANGUAGE, off = [], moments } = options;
  for (const rule of off) checkRule(rule);
  const rules = wordingRules(options.jargon ?? [], options.knownAcronyms ?? []);
  const read = survey.questions.map((question) => ({
    question,
    texts: questionTexts(question, untagged),
  }));
  const languages = [...new Set(read.flatMap(({ texts }) => texts.map((one) => one.language)))];
  const known = new Map(languages.map((language) => [language, compiledFor(language)]));
  const isKnown = (language: string): boolean => known.get(language) !== undefined;

  const hits = read.flatMap(({ question, texts }, place): LintHit<QuestionId>[] => [
    ...wordingHits(question, texts, known, rules),
    ...scaleHits(question, survey.questions[place - 1], labelSets(texts, known), moments ?? []),
    ...questionOrder(question, survey.questions).map(
      (find): OrderHit<QuestionId> => ({
        kind: 'order',
        severity: LINT_RULES[find.rule],
        question: question.id,
        text: `question ${place + 1} of ${read.length}`,
        ...find,
      }),
    ),
  ]);
  return {
    kind: 'survey-lint',
    survey: survey.id,
    hits: hits.filter(({ rule }) => !off.includes(rule)),
    languages: languages.filter(isKnown),
    notChecked: languages
      .filter((language) => !isKnown(language))
      .map((language) => ({
        language,
        questions: read
          .filter(({ texts }) => texts.some((one) => one.language === language))
          .map(({ question }) => question.id),
      })),
    untaggedLanguage: untagged,
    rulesNotRun: rulesNotRun(off, moments !== undefined),
    readability: languages.filter(isKnown).map((language) => ({
      language,
      lix: lix(
        read.flatMap(({ texts }) =>
          texts.flatMap((one) =>
            one.language === language && one.label === undefined ? [one.text] : [],
          ),
        ),
      ),
    })),
  };
}

function compiledFor(language: string): ReturnType<typeof compileWords> | undefined {
  const words = wordsFor(language);
  return words === undefined ? undefined : compileWords(words);
}

function checkRule(rule: string): void {
  if (Object.hasOwn(LINT_RULES, rule)) return;
  const meant = closestName(rule, Object.keys(LINT_RULES));
  const hint = meant === undefined ? '' : `; did you mean ${quote(meant)}?`;
  throw new ServiceCycleError(
    'invalid-argument',
    `off names ${quote(rule)}; expected a rule of lintSurvey${hint}`,
  );
}

function rulesNotRun(off: readonly LintRuleId[], hasMoments: boolean): readonly LintRuleNotRun[] {
  const names = Object.keys(LINT_RULES) as LintRuleId[];
  return names.flatMap((rule): LintRuleNotRun[] => {
    if (off.includes(rule)) return [{ rule, because: 'off' }];
    return rule === 'no-not-applicable' && !hasMoments ? [{ rule, because: 'no-moments' }] : [];
  });
}

const OPTIONS: Shape = {
  'language?': 'text',
  'off?': ['text'],
  'jargon?': ['text'],
  'knownAcronyms?': ['text'],
};
