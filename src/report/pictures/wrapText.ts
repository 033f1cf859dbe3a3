/** How a text is set: its size in pixels, and whether it is bold. */
export interface Font {
  /** The size, in pixels. */
  readonly size: number;
  /** Whether it is bold, which is wider. */
  readonly isBold?: boolean;
}

/** A text in lines. */
export interface WrappedText {
  /** The lines; none of an empty text. */
  readonly lines: readonly string[];
  /** Whether something is left out, so that the last line ends with `…`. */
  readonly isCut: boolean;
}

/** A sign that stands for itself, with the marks on it. */
const SIGN = /\P{M}(?:\u200d\P{M}|[\p{M}\u200c\u200d])*|\p{M}+/gu;

/** What a line may be broken after: each sign of a script without blanks, and words; never a blank that does not break. */
const PIECE =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]\p{M}*|(?:[^\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]|[\u00a0\u202f])+|[^\S\u00a0\u202f]+/gu;

/**
 * Sets a text in lines that are no wider than a width. Words break where there is no other way; what is
 * more than the lines hold is cut and ends with `…`.
 *
 * @param text - the text, on one line
 * @param width - how wide lines may be, in pixels
 * @param font - how it is set
 * @param most - how many lines there may be
 */
export function wrapText(text: string, width: number, font: Font, most: number): WrappedText {
  const lines: string[] = [];
  let line = '';
  const fits = (candidate: string): boolean => textWidth(candidate, font) <= width;
  const close = (): void => {
    if (line.trim() !== '') lines.push(line.trim());
    line = '';
  };
  for (const [piece] of text.matchAll(PIECE)) {
    // Enough to know that the text goes on.
    if (lines.length > most) break;
    if (fits((line + piece).trim())) {
      line += piece;
      continue;
    }
    close();
    if (fits(piece)) {
      line = piece;
      continue;
    }
    for (const [sign] of piece.matchAll(SIGN)) {
      if (line !== '' && !fits(line + sign)) close();
      line += sign;
    }
  }
  close();
  if (lines.length <= most) return { lines, isCut: false };
  const last = [...(lines[most - 1] ?? '').matchAll(SIGN)].map(([sign]) => sign);
  while (last.length > 0 && !fits(`${last.join('')}…`)) last.pop();
  return {
    lines: [...lines.slice(0, most - 1), `${last.join('').trimEnd()}…`],
    isCut: true,
  };
}

/**
 * About how wide a text comes out, in pixels. Nothing here can measure: it is reckoned with the widest of the
 * usual fonts, so that what is said to fit does.
 */
export function textWidth(text: string, { size, isBold = false }: Font): number {
  let width = 0;
  for (const sign of text) width += signWidth(sign);
  return width * size * (isBold ? 1.12 : 1);
}

/** The width of a sign over the size of its font. */
function signWidth(sign: string): number {
  if (/[\p{M}\u200c\u200d]/u.test(sign)) return 0;
  if (/[ijl.,:;'\u2019!|()[\]/ \u00b7-]/.test(sign)) return 0.4;
  if (/[frtsIJcz]/.test(sign)) return 0.56;
  if (/[mwMW@%\u2014\u2013\u2026&]/.test(sign)) return 1;
  if (/\p{Extended_Pictographic}/u.test(sign)) return 1.4;
  if (
    /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/.test(sign)
  ) {
    return 1.05;
  }
  if (/\p{Lu}/u.test(sign)) return 0.77;
  return sign.charCodeAt(0) < 0x250 || /[\p{N}\p{sc=Greek}]/u.test(sign) ? 0.645 : 0.8;
}
