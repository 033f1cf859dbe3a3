import { originalWords } from '../text/foldText.ts';
import { occurs, phrasePattern } from '../text/wordPattern.ts';
import { find, type WordingRule } from './wordingRule.ts';

/** Words of the organization's own list. */
export function jargonOf(jargon: readonly string[]): WordingRule {
  const pattern = phrasePattern(jargon);
  return {
    id: 'jargon',
    find: (text) => find(text, pattern),
    message: (words) => `${words} is a word that customers may not know`,
    suggestion: 'Use the word that customers use.',
  };
}

/**
 * Two to five capitals that are neither known nor spelt out in brackets, in a text that is not all in
 * capitals. Negations and other words that other rules know may stand in capitals for emphasis.
 */
export function acronymsBut(known: readonly string[]): WordingRule {
  return {
    id: 'acronym',
    find: (text, words) => {
      if (!/\p{Ll}/u.test(text.original)) return [];
      const acronym =
        /(?<![\p{L}\p{M}\p{N}])(?<!\p{L}['-])\p{L}{2,6}(?![\p{L}\p{M}\p{N}])(?!['-]\p{L})/gu;
      return find(text, acronym).filter((span) => {
        const word = originalWords(text, span).replace(/(?<=\p{Lu})s$/u, '');
        const isAcronym = /^\p{Lu}{2,5}$/u.test(word);
        const isKnown = known.includes(word) || words.knownAcronyms.includes(word);
        const isSpeltOut =
          /^\s*\(/.test(text.folded.slice(span.end)) ||
          (/\p{L}\s*\($/u.test(text.folded.slice(0, span.start)) &&
            text.folded.startsWith(')', span.end));
        const folded = text.folded.slice(span.start, span.end);
        const isEmphasis = [words.and, words.or, words.negations, words.absolutes].some((list) =>
          occurs(folded, list),
        );
        return isAcronym && !isKnown && !isSpeltOut && !isEmphasis;
      });
    },
    message: (words) => `${words} is not spelt out`,
    suggestion: 'Spell it out, or list it under knownAcronyms when every customer knows it.',
  };
}
