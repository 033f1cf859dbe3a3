import { el } from './el.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import type { LintWords } from './lintWords.ts';
import { lv } from './lv.ts';
import { pl } from './pl.ts';

/** The word lists for a language tag, by its first part: those of `es` for `es-MX`. */
export function wordsFor(tag: string): LintWords | undefined {
  const [language = ''] = tag.toLowerCase().split('-');
  return Object.hasOwn(LISTS, language) ? LISTS[language] : undefined;
}

const LISTS: { readonly [language: string]: LintWords } = { en, es, el, pl, lv };
