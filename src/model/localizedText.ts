import * as v from 'valibot';
import { dictionary, exactly, nonBlank, type Schema } from './schema.ts';

/** A text for people: one string, or one string per language, keyed by language tag (`en`, `es-MX`). */
export type LocalizedText = string | { readonly [language: string]: string };

/** Reads a {@link LocalizedText}. */
export const localizedText = (): Schema<LocalizedText> =>
  exactly<LocalizedText>()(
    v.union(
      [
        nonBlank(),
        v.pipe(
          dictionary(
            v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag')),
            nonBlank(),
          ),
          v.check((texts) => Object.keys(texts).length > 0, 'at least one language'),
          v.metadata({ minProperties: 1 }),
        ),
      ],
      'a text that is not blank, or an object with one such text per language tag, at least one',
    ),
  );
