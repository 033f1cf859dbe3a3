import { type LocalizedText } from '../model/localizedText.ts';
import { textIn } from '../model/textIn.ts';
import { quote } from '../shared/quote.ts';
import { checkText } from '../shared/refuse.ts';

/** So much of a text is looked at: more is never shown, and may be a million times as long. */
const MOST = 600;

/**
 * A text as a picture, a chart or a page can show it: on one line, of signs that every XML document may
 * hold, and without those that a terminal would obey, turn the direction of what follows or pile up on a letter.
 */
export function plainText(text: string): string {
  checkText('a text', text);
  return (
    text
      .slice(0, MOST)
      // What colours a terminal, whole, and then whatever else controls something.
      .replace(/(?:\u001b\[|\u009b)[\d;?]*[A-Za-z]/g, '')
      .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
      // The two joiners are part of how words and emoji are written; other format signs are not seen.
      .replace(/(?![\u200c\u200d])\p{Cf}/gu, '')
      .replace(/[\p{Cs}\ufffe\uffff]/gu, '\ufffd')
      .replace(/(\p{M}{3})\p{M}+/gu, '$1')
      .trim()
  );
}

/** The name of a thing as it can be shown, or its id where it has none that can be seen. */
export function nameOf(
  { id, name }: { readonly id: string; readonly name: LocalizedText },
  language: string | readonly string[],
): string {
  const text = textIn(name, language);
  checkText(`the name of ${quote(id)}`, text);
  return plainText(text) || plainText(id) || '–';
}
