import { checkShape } from '../../shared/shape.ts';
import { foldText } from './text/foldText.ts';
import { sentencesOf } from './text/sentencesOf.ts';
import { wordsOf } from './text/wordsOf.ts';
import type { Lix, ReadabilityBand } from './types.ts';

/**
 * LIX, how hard texts are to read, from the length of their sentences and words.
 *
 *     value = W / S + 100 L / W
 *
 * W words, S sentences, L words of more than six letters. Below 30 is very easy, below 40 easy, below
 * 50 medium, up to 60 hard, above very hard. It needs no syllables and so serves any language that
 * parts words by spaces, but the bands were drawn for Swedish: languages with long words, such as
 * Greek, Polish or Latvian, stand higher on it. On fewer than about 100 words it is unsteady, so it
 * is for a whole questionnaire.
 *
 * A text ends a sentence. A full stop ends one only when space and no small letter follow it.
 *
 * Not estimable: no words.
 *
 * @param texts - the texts taken together
 * @returns the value and its band, with the counts behind it
 * @example
 * lix(['How satisfied are you with your stay?', 'Why?']);
 * // => { kind: 'lix', value: 16.5, band: 'very-easy', words: 8, sentences: 2, longWords: 1 }
 * @see Björnsson (1968), Läsbarhet
 */
export function lix(texts: readonly string[]): Lix {
  checkShape('texts', texts, ['text']);
  let words = 0;
  let sentences = 0;
  let longWords = 0;
  for (const text of texts.map(foldText)) {
    sentences += sentencesOf(text).length;
    for (const { start, end } of wordsOf(text.folded)) {
      const letters = text.folded.slice(start, end).match(/\p{L}/gu) ?? [];
      words += 1;
      if (letters.length > 6) longWords += 1;
    }
  }
  if (words === 0 || sentences === 0) return { kind: 'not-estimable', reason: 'no-words' };
  const value = words / sentences + (100 * longWords) / words;
  return { kind: 'lix', value, band: bandOf(value), words, sentences, longWords };
}

function bandOf(value: number): ReadabilityBand {
  if (value < 30) return 'very-easy';
  if (value < 40) return 'easy';
  if (value < 50) return 'medium';
  return value <= 60 ? 'hard' : 'very-hard';
}
