import { checkObject, checkText, refuse } from '../../shared/refuse.ts';
import { plainText } from '../plainText.ts';
import type { PictureSpeech } from './pictureOptions.ts';
import type { PictureWords } from './pictureWords.ts';

/** The words of a picture, and the languages of names and numbers. */
export interface ReadWords {
  /** The words, as they can be drawn. */
  readonly words: PictureWords;
  /** The languages, the most wanted first. */
  readonly language: readonly string[];
}

/**
 * Looks at the words of a picture: those that it takes have to be texts. Which these are is written where they are
 * drawn and nowhere else, so that each is looked at there.
 *
 * @param speech - the words and the locale
 * @param show - makes a word fit to be drawn
 */
export function readWords(
  { words, locale }: PictureSpeech,
  show: (word: string) => string = plainText,
): ReadWords {
  checkObject('words', words);
  checkText('words.language', words.language);
  if (locale !== undefined) checkText('locale', locale);
  // Of no object: of words that are frozen a proxy may only tell what stands there, fit to be drawn or not.
  const drawn = new Proxy({} as PictureWords, {
    get: (_, key): string => {
      const word: unknown = Object.hasOwn(words, key) ? Reflect.get(words, key) : undefined;
      return typeof word === 'string' ? show(word) : refuse(`words.${String(key)}`, word, 'a text');
    },
  });
  return {
    words: drawn,
    language: locale === undefined ? [words.language] : [locale, words.language],
  };
}

/** A sentence with values in place of their names in braces. */
export function filled(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? whole) : whole,
  );
}
