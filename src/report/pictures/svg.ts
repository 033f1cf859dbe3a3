import { type Font, type WrappedText, wrapText } from './wrapText.ts';

/** A piece of a picture, as SVG. */
export type Svg = string;

/** Attributes; those without a value are left out. */
type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element, with what is in it written already. */
export function tag(name: string, attributes: Attributes, content?: Svg): Svg {
  const written = Object.entries(attributes)
    .map(([key, value]) => {
      if (value === undefined) return '';
      return ` ${key}="${typeof value === 'number' ? rounded(value) : escapeXml(value)}"`;
    })
    .join('');
  return content === undefined ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** A text as the content or an attribute of an element. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** A tenth of a pixel is more than anyone sees, and is the same on every machine. */
export function rounded(value: number): string {
  // Adding 0 turns -0 into 0.
  return String(Math.round(10 * value) / 10 + 0);
}

/** Where a text stands, and how. */
interface Placed extends Font {
  /** The left end of its lines, or their middle. */
  readonly x: number;
  /** The upper end of its first line. */
  readonly y: number;
  /** Its colour and weight; ink when absent. */
  readonly look?: string;
  /** Whether `x` is the left end of the lines, their middle or their right end; `left` when absent. */
  readonly at?: 'left' | 'middle' | 'right';
}

/** How far the lines of a text of this size are apart, in pixels. */
export function lineHeight(size: number): number {
  return Math.round(1.35 * size);
}

/** Lines of text, one under the other. */
function textLines(
  lines: readonly string[],
  { x, y, size, isBold = false, look, at = 'left' }: Placed,
): Svg {
  const isRightToLeft =
    /^[^\p{L}]*[\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}]/u.test(
      lines.join(' '),
    );
  // Where lines run to the left, they end at their left end.
  const anchor = {
    left: isRightToLeft ? 'end' : undefined,
    middle: 'middle',
    right: isRightToLeft ? undefined : 'end',
  }[at];
  return lines
    .map((line, place) =>
      tag(
        'text',
        {
          x,
          y: y + lineHeight(size) * place + 0.98 * size,
          class:
            [look, isBold ? 'bold' : undefined].filter((name) => name !== undefined).join(' ') ||
            undefined,
          'font-size': size,
          'font-weight': isBold ? 'bold' : undefined,
          'text-anchor': anchor,
          direction: isRightToLeft ? 'rtl' : undefined,
        },
        escapeXml(line),
      ),
    )
    .join('\n');
}

/** A text that is set in a column of a picture. */
export interface Block extends WrappedText {
  /** How high it is, in pixels. */
  readonly height: number;
  /** Draws it. */
  readonly draw: (x: number, y: number) => Svg;
}

/** A text in lines, with its height. */
export function block(
  text: string,
  width: number,
  font: Font & Pick<Placed, 'look' | 'at'>,
  most: number,
): Block {
  const wrapped = wrapText(text, width, font, most);
  return {
    ...wrapped,
    height: wrapped.lines.length * lineHeight(font.size),
    draw: (x, y) => textLines(wrapped.lines, { ...font, x, y }),
  };
}
