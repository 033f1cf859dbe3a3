import { type LocalizedText } from '../model/localizedText.ts';
import { textIn } from '../model/textIn.ts';
import { quote } from '../shared/quote.ts';
import { checkText } from '../shared/refuse.ts';

/** So much of a text is drawn or written where nothing else is asked for: it may be a million times as long. */
const LONGEST = 600;

/**
 * A text from outside as a sentence, a picture, a chart or a page can show it: on one line, of signs that every XML
 * document may hold. What a terminal would obey, and what would turn the direction of what follows, is seen as a sign;
 * what nobody sees is left out, and so are marks that pile up on a letter. A long text ends in an ellipsis.
 *
 * @param text - the text
 * @param longest - how many signs are shown
 */
export function plainText(text: string, longest: number = LONGEST): string {
  checkText('a text', text);
  const shown = text
    .slice(0, 4 * longest + 4)
    // The ends of lines and tabs part words.
    .replace(/[\t-\r\u0085\p{Z}]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, signFor)
    // The two joiners are part of how words and emoji are written.
    .replace(/(?![\u200c\u200d])\p{Cf}/gu, '')
    .replace(/(\p{M}{3})\p{M}+/gu, '$1')
    .trim();
  const signs = Array.from(shown);
  return signs.length <= longest ? shown : `${signs.slice(0, longest - 1).join('')}…`;
}

/** What stands for a sign that is not to work: its picture, where Unicode has one, or its number. */
function signFor(sign: string): string {
  const code = sign.charCodeAt(0);
  // The pictures of control characters stand in their own block of Unicode, in the same order.
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** The name of a thing as it can be shown, or its id where it has none that can be seen. */
export function nameOf(
  { id, name }: { readonly id: string; readonly name: LocalizedText },
  language: readonly string[],
): string {
  const text = textIn(name, language);
  checkText(`the name of ${quote(id)}`, text);
  return plainText(text) || plainText(id) || '–';
}
