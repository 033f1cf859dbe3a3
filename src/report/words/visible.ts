/** How many characters of a text from outside are shown. */
const LONGEST = 160;

/**
 * A text from outside, as it may stand in a line: what a terminal would obey, what would break the line
 * and what would turn its direction becomes a sign, and a long text ends in an ellipsis. A first sign
 * by which a spreadsheet tells a formula is quoted, since tables are copied into one.
 */
export function visible(text: string, longest: number = LONGEST): string {
  const cut = Array.from(text.slice(0, 2 * longest + 2));
  const short = cut.length <= longest ? cut : [...cut.slice(0, longest - 1), '…'];
  const shown = short.join('').replace(ruling(), signFor).trim();
  return /^[=+@-](?=\S)/.test(shown) ? `'${shown}` : shown;
}

/** Control characters, separators of lines, marks of direction, and halves of a pair. */
function ruling(): RegExp {
  return /[\p{Cc}\p{Cs}\u00ad\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;
}

function signFor(sign: string): string {
  const code = sign.charCodeAt(0);
  // The pictures of control characters stand in their own block of Unicode, in the same order.
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : `\\u${code.toString(16).padStart(4, '0')}`;
}
