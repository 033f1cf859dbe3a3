import { type PatternAlphabet, wordPattern } from '../text/wordPattern.ts';
import type { BandWords, LintWords } from './lintWords.ts';

type NotPatterns = keyof PatternAlphabet | 'together' | 'acronyms' | 'bands';

/** The word lists of a language, ready to search with. */
export type CompiledWords = {
  readonly [list in Exclude<keyof LintWords, NotPatterns>]: RegExp;
} & {
  /** For each set of words of which two, joined, are one thing, an expression for any of them. */
  readonly together: readonly RegExp[];
  /** A determiner and the praise or blame that follows it. */
  readonly praised: RegExp;
  /** Acronyms that every customer knows. */
  readonly knownAcronyms: readonly string[];
  /** How bands of numbers are written. */
  readonly bandPatterns: { readonly [list in keyof BandWords]: RegExp };
};

/** Acronyms that need no spelling out in any of the languages. */
const KNOWN_EVERYWHERE =
  'OK TV DVD CD PC USB GPS QR PIN ATM SMS PDF URL USA UK EU UN AM PM WC VIP DJ II III IV VI VII VIII IX XI XII';

/** Turns the lists of a language into expressions. */
export function compileWords(words: LintWords): CompiledWords {
  const { together, acronyms, bands, endings, numbers, ...lists } = words;
  const alphabet = { endings, numbers };
  const pattern = (patterns: string): RegExp => wordPattern(patterns, alphabet);
  const { determiners, intensifiers, praise } = words;
  return {
    ...mapped(lists, pattern),
    together: together.split(',').map((set) => pattern(set.trim().replace(/\s+/g, ','))),
    praised: pattern(`${determiners} (${intensifiers}) ${praise}`),
    knownAcronyms: `${KNOWN_EVERYWHERE} ${acronyms}`.split(' '),
    bandPatterns: mapped(bands, pattern),
  };
}

function mapped<Key extends string, From, To>(
  from: { readonly [key in Key]: From },
  to: (value: From) => To,
): { [key in Key]: To } {
  const entries = Object.entries<From>(from).map(([key, value]) => [key, to(value)]);
  return Object.fromEntries(entries) as { [key in Key]: To };
}
