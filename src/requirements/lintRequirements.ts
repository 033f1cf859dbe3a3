import { checkRequirements } from '../model/checkShapes.ts';
import type { Requirement } from '../model/requirement.ts';
import { quote } from '../shared/quote.ts';
import { checkOptions, checkText } from '../shared/refuse.ts';
import { DEFAULT_SURVEY_LANGUAGE, type TextSpan } from '../survey/lint/types.ts';
import { type FindVagueWords, vagueWordFinder } from './vagueWordFinder.ts';

/** What `lintRequirements` takes besides the requirements. */
export interface RequirementLintOptions {
  /** The language of statements without a tag; `en` when absent. */
  readonly language?: string;
}

/** A word that everyone understands otherwise, with no number and no standard to hold it to. */
export interface VagueWord<RequirementId extends string = string> {
  /** The requirement. */
  readonly requirement: RequirementId;
  /** The language of its statement. */
  readonly language: string;
  /** The word as it stands in the statement. */
  readonly text: string;
  /** Where it stands. */
  readonly span: TextSpan;
  /** What is wrong, in a sentence. */
  readonly message: string;
}

/** Statements whose language is not known. */
export interface UncheckedStatements<RequirementId extends string = string> {
  /** The language, as tagged. */
  readonly language: string;
  /** The requirements with a statement in it. */
  readonly requirements: readonly RequirementId[];
}

/** What `lintRequirements` found, and what it did not look at. */
export interface RequirementLint<RequirementId extends string = string> {
  /** Tells this lint from other results. */
  readonly kind: 'requirement-lint';
  /** The vague words, in the order of the requirements. */
  readonly hits: readonly VagueWord<RequirementId>[];
  /** The languages that could not be checked. Their statements are not clean: nothing is known of them. */
  readonly notChecked: readonly UncheckedStatements<RequirementId>[];
  /** The language that statements without a tag were taken to be in. */
  readonly untaggedLanguage: string;
}

/** A statement in one language. */
interface Statement<RequirementId extends string> {
  readonly requirement: RequirementId;
  readonly language: string;
  readonly text: string;
  readonly find: FindVagueWords | undefined;
}

/**
 * Finds words in requirements that everyone understands otherwise: how fast, how often, how good, and
 * ways out such as "where possible".
 *
 * A requirement that has a standard is held to it, and one with a number in digits to that: their words
 * are left alone. It knows English, Spanish, Greek, Polish and Latvian, by the first part of the language
 * tag; statements in any other language are listed under `notChecked`.
 *
 * It reads words and not meaning: a hit may be wrong, and a clean lint is no evidence that a
 * requirement is understood.
 *
 * @param cycle - the cycle, or anything else that has requirements
 * @param options - the language of statements without a tag
 * @returns the vague words in the order of the requirements, and what was not checked
 * @example
 * const requirements = [
 *   {
 *     id: 'promptly',
 *     statement: { en: 'A guest is greeted promptly', de: 'Gäste werden rasch begrüßt' },
 *     moments: ['greet'],
 *     source: { kind: 'expectation' },
 *   },
 * ] as const;
 * const lint = lintRequirements({ requirements });
 * lint.hits.map(({ requirement, text }) => `${requirement}: ${text}`); // => ['promptly: promptly']
 * lint.notChecked; // => [{ language: 'de', requirements: ['promptly'] }]
 * @see ISO/IEC/IEEE 29148:2018, 5.2.7
 */
export function lintRequirements<RequirementId extends string>(
  cycle: { readonly requirements?: readonly Requirement<RequirementId>[] },
  options: RequirementLintOptions = {},
): RequirementLint<RequirementId> {
  checkRequirements(cycle);
  checkOptions(options, ['language']);
  const { language: untagged = DEFAULT_SURVEY_LANGUAGE } = options;
  checkText('language', untagged);
  const finders = new Map<string, FindVagueWords | undefined>();
  const read = (cycle.requirements ?? [])
    .filter(({ standards = [] }) => standards.length === 0)
    .flatMap(({ id, statement }) =>
      (typeof statement === 'string'
        ? [[untagged, statement] as const]
        : Object.entries(statement)
      ).map(([language, text]): Statement<RequirementId> => {
        if (!finders.has(language)) finders.set(language, vagueWordFinder(language));
        return { requirement: id, language, text, find: finders.get(language) };
      }),
    )
    .filter(({ text }) => !/\p{N}/u.test(text));
  const unknown = read.filter(({ find }) => find === undefined);
  return {
    kind: 'requirement-lint',
    hits: read.flatMap(({ requirement, language, text, find }) =>
      (find?.(text) ?? []).map((word): VagueWord<RequirementId> => {
        const message = `${quote(word.text)} means something else to everyone: ${quote(requirement)} says no number`;
        return { requirement, language, ...word, message };
      }),
    ),
    notChecked: [...new Set(unknown.map(({ language }) => language))].map((language) => ({
      language,
      requirements: unknown
        .filter((one) => one.language === language)
        .map(({ requirement }) => requirement),
    })),
    untaggedLanguage: untagged,
  };
}
