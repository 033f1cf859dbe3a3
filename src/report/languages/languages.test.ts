import { describe, expect, it } from 'vitest';
import type { PictureWords } from '../pictures/pictureWords.ts';
import type { MoreWords, Words } from '../words/words.ts';
import { greek, greekMore, greekPictures } from './el.ts';
import { english, englishMore, englishPictures } from './en.ts';
import { spanish, spanishMore, spanishPictures } from './es.ts';
import { latvian, latvianMore, latvianPictures } from './lv.ts';
import { polish, polishMore, polishPictures } from './pl.ts';

const LANGUAGES: readonly Words[] = [english, spanish, greek, polish, latvian];

/** What stands beside them: the words of what no report says, and of pictures. */
const BESIDE: Readonly<Record<string, { more: MoreWords; pictures: PictureWords }>> = {
  en: { more: englishMore, pictures: englishPictures },
  es: { more: spanishMore, pictures: spanishPictures },
  el: { more: greekMore, pictures: greekPictures },
  pl: { more: polishMore, pictures: polishPictures },
  lv: { more: latvianMore, pictures: latvianPictures },
};

/** Every sentence of a language with the code it is for. */
function sentences({ language, plurals: _, ...groups }: Words): Map<string, string> {
  return new Map(
    Object.entries({ ...groups, ...BESIDE[language] }).flatMap(([group, codes]) =>
      Object.entries(codes as Record<string, string>).map(
        ([code, sentence]) => [`${group}.${code}`, sentence] as const,
      ),
    ),
  );
}

/** The values that a sentence asks for. */
function asked(sentence: string): readonly string[] {
  const names = [...sentence.matchAll(/\{(\w+)(?::[^{}]*)?\}/g)].map(([, name]) => name ?? '');
  return [...new Set(names)].sort();
}

describe('the languages', () => {
  const inEnglish = sentences(english);

  it.each(LANGUAGES.map((words) => [words.language, words] as const))(
    'in %s there is a sentence for every code, and for nothing else',
    (_, words) => {
      const said = sentences(words);
      expect([...said.keys()].sort()).toEqual([...inEnglish.keys()].sort());
      for (const [code, sentence] of said) expect([code, sentence.trim()]).not.toEqual([code, '']);
    },
  );

  it.each(LANGUAGES.map((words) => [words.language, words] as const))(
    'in %s every sentence asks for the values that the English one asks for',
    (_, words) => {
      for (const [code, sentence] of sentences(words)) {
        expect([code, asked(sentence)]).toEqual([code, asked(inEnglish.get(code) ?? '')]);
        // A brace that is left over is a misspelt value.
        expect([code, sentence.replaceAll(/\{\w+(?::[^{}]*)?\}/g, '')]).toEqual([
          code,
          expect.not.stringMatching(/[{}]/),
        ]);
      }
    },
  );

  it.each(LANGUAGES.map((words) => [words.language, words] as const))(
    'in %s there is a form for every plural of the language, but for millions in Spanish',
    (_, words) => {
      const { pluralCategories } = new Intl.PluralRules(words.language).resolvedOptions();
      const needed = pluralCategories.filter(
        (category) => words.language !== 'es' || category !== 'many',
      );
      expect([...words.plurals].sort()).toEqual([...needed].sort());
      for (const [code, sentence] of sentences(words)) {
        for (const [, forms = ''] of sentence.matchAll(/\{\w+:([^{}]*)\}/g)) {
          expect([code, forms.split('|').length]).toEqual([code, words.plurals.length]);
          for (const form of forms.split('|'))
            expect([code, form]).toEqual([code, expect.stringContaining('#')]);
        }
      }
    },
  );

  it.each(Object.entries(BESIDE))(
    'in %s pictures say in which language they are',
    (language, { pictures }) => {
      expect(pictures.language).toBe(language);
    },
  );

  it('are five, and no two say the same of what is not known', () => {
    const said = LANGUAGES.map(({ notKnown }) => Object.values(notKnown));
    for (const code of said[0]?.keys() ?? []) {
      expect(new Set(said.map((list) => list[code])).size).toBe(5);
    }
  });
});
