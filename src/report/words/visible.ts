import { plainText } from '../plainText.ts';

/** How many characters of a text from outside are told. */
const LONGEST = 160;

/**
 * A text from outside as it may stand in a sentence: `plainText`, and a first sign by which a spreadsheet tells a formula
 * is quoted, since tables are copied into one.
 */
export function visible(text: string, longest: number = LONGEST): string {
  const shown = plainText(text, longest);
  return /^[=+@-](?=\S)/.test(shown) ? `'${shown}` : shown;
}
