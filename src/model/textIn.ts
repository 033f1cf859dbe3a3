import { checkText, isFields, isList, refuse } from '../shared/refuse.ts';
import type { LocalizedText } from './localizedText.ts';

/**
 * A text in a language, or in the nearest one that it is written in.
 *
 * For each language asked for, in order: that tag (`es-MX`); the same with its last parts left out
 * (`es`); any other form of the language (`es-AR`). Where none is written, the text that was written first.
 * Upper and lower case are alike.
 *
 * @param text - one string, or one per language
 * @param languages - a language tag, or several with the most wanted first
 * @throws ServiceCycleError `invalid-argument` for what is no localized text or no language tag
 * @example
 * const wait = { en: 'Waiting', es: 'Espera', 'pt-BR': 'Espera na fila' };
 * textIn(wait, 'es-MX'); // => 'Espera'
 * textIn(wait, 'pt'); // => 'Espera na fila'
 * textIn(wait, ['de', 'es']); // => 'Espera'
 * textIn(wait, 'de'); // => 'Waiting'
 * textIn('Waiting', 'de'); // => 'Waiting'
 * @see Phillips, Davis (2006), RFC 4647, section 3.4
 */
export function textIn(text: LocalizedText, languages: string | readonly string[]): string {
  if (typeof text !== 'string' && !isFields(text)) {
    refuse('text', text, 'a text, or one a language');
  }
  const wanted: readonly string[] = typeof languages === 'string' ? [languages] : languages;
  if (!isList(wanted)) refuse('languages', languages, 'a language tag or a list of them');
  for (const language of wanted) checkText('a language', language);
  if (typeof text === 'string') return text;
  const written = Object.entries(text);
  for (const [tag, one] of written) checkText(`text.${tag}`, one);
  for (const language of wanted) {
    const found = lookUp(written, language.toLowerCase());
    if (found !== undefined) return found;
  }
  return written[0]?.[1] ?? '';
}

const MOST_PARTS = 20;

function lookUp(
  written: readonly (readonly [tag: string, text: string])[],
  language: string,
): string | undefined {
  // A tag has a handful of parts; whatever is longer is none.
  const parts = language.split('-', MOST_PARTS);
  for (let kept = parts.length; kept > 0; kept -= 1) {
    const tag = parts.slice(0, kept).join('-');
    const found = written.find(([other]) => other.toLowerCase() === tag);
    if (found !== undefined) return found[1];
  }
  const [base = ''] = parts;
  return written.find(([other]) => other.toLowerCase().startsWith(`${base}-`))?.[1];
}
