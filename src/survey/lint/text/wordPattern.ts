import type { TextSpan } from '../types.ts';
import { foldLetters } from './foldText.ts';

/** What stands for `#` and `~` in the patterns of a language. */
export interface PatternAlphabet {
  /** The endings of an adjective, one of which `~` stands for, separated by `|`. */
  readonly endings: string;
  /** The words for small numbers, one of which `#` stands for beside digits, separated by `|`. */
  readonly numbers: string;
}

/**
 * What parts words: space, punctuation and signs. Spelt out as a few ranges, since an expression with
 * `\p{L}` at every `*` takes several times as long to build.
 */
const PARTING =
  '\\s!-\\/:-@\\[-^\\x60\\{-\\xA9\\xAB-\\xB4\\xB6-\\xB9\\xBB-\\xBF\\xD7\\xF7\\u2000-\\u2BFF\\u3000-\\u303F\\u{1F000}-\\u{1FAFF}';

const SIGNS_AND_VOWELS = /[.+?^${}()|[\]\\/*~#αεηιουω]/g;

/** How vowels of a Greek pattern are read: with any accent, since capitals are written without. */
const GREEK_VOWELS: { readonly [vowel: string]: string } = {
  α: '[αά]',
  ε: '[εέ]',
  η: '[ηή]',
  ι: '[ιίϊΐ]',
  ο: '[οό]',
  υ: '[υύϋΰ]',
  ω: '[ωώ]',
};

/**
 * The expression that finds any of the patterns as whole words in a folded text.
 *
 * Patterns are separated by commas and made of words separated by spaces. In a word `*` stands for
 * any letters, `~` for an ending of an adjective, `#` for a number and `|` separates alternatives; a
 * word in brackets may be missing, though not the first, and `...` between two words stands for
 * anything within a sentence. A word that is `*` alone stands for any one word. Greek vowels
 * without an accent stand for those with one, except in a word of one letter.
 */
export function wordPattern(patterns: string, alphabet: PatternAlphabet): RegExp {
  const phrases = patterns
    .split(',')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '')
    .map((phrase) => phraseSource(foldLetters(phrase), alphabet));
  return wholeWords(phrases);
}

/** The expression that finds any of the phrases as they are, `*` standing for any letters. */
export function phrasePattern(phrases: readonly string[]): RegExp {
  const sources = phrases
    .map((phrase) => foldLetters(phrase).trim())
    .filter((phrase) => /\p{L}|\p{N}/u.test(phrase))
    .map((phrase) => phrase.replace(SIGNS_AND_VOWELS, literal).replace(/\s+/g, '\\s+'));
  return wholeWords(sources);
}

/** Where an expression occurs in a folded text. */
export function occurrences(folded: string, pattern: RegExp): readonly TextSpan[] {
  return Array.from(folded.matchAll(pattern), ({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  })).filter(({ start, end }) => start < end);
}

/** Whether an expression occurs in a folded text. */
export function occurs(folded: string, pattern: RegExp): boolean {
  return occurrences(folded, pattern).length > 0;
}

/** Whether two stretches share a unit. */
export function overlap(a: TextSpan, b: TextSpan): boolean {
  return a.start < b.end && b.start < a.end;
}

function wholeWords(sources: readonly string[]): RegExp {
  if (sources.length === 0) return /(?!)/gu;
  const before = `(?<![^${PARTING}])(?<!${letter()}['(-])`;
  const after = `(?![^${PARTING}])(?!['-]${letter()})`;
  return new RegExp(`${before}(?:${sources.join('|')})${after}`, 'gu');
}

function letter(): string {
  return `[^${PARTING}0-9]`;
}

function phraseSource(phrase: string, alphabet: PatternAlphabet): string {
  let source = '';
  let between = '';
  for (const word of phrase.split(/\s+/)) {
    if (word === '...') {
      between = '[\\s,](?:[^.!?…]{0,80}?[\\s¿])?';
    } else {
      const isOptional = word.startsWith('(');
      const read = wordSource(isOptional ? word.slice(1, -1) : word, alphabet);
      source += isOptional ? `(?:${between}${read})?` : `${between}${read}`;
      between = '\\s+';
    }
  }
  return source;
}

function wordSource(word: string, alphabet: PatternAlphabet): string {
  if (word === '*') return `${letter()}+`;
  const alternatives = word.split('|').map((one) => {
    const vowels = one.length > 1 ? GREEK_VOWELS : {};
    return one.replace(SIGNS_AND_VOWELS, (sign) => {
      if (sign === '~') return `(?:${accented(alphabet.endings)})`;
      if (sign === '#') return `(?:\\d+|${accented(alphabet.numbers)})`;
      return vowels[sign] ?? literal(sign);
    });
  });
  return alternatives.length === 1 ? alternatives.join('') : `(?:${alternatives.join('|')})`;
}

/** Alternatives of letters only, each Greek vowel with any accent. */
function accented(alternatives: string): string {
  return foldLetters(alternatives).replace(/[αεηιουω]/g, (vowel) => GREEK_VOWELS[vowel] ?? vowel);
}

/** A sign as an expression has it: `*` for any letters, any other for itself. */
function literal(sign: string): string {
  if (sign === '*') return `${letter()}*`;
  return /[#~αεηιουω]/.test(sign) ? sign : `\\${sign}`;
}
