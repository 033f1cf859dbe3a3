import type { MomentLevel } from '../../moments/reasonTypes.ts';
import type { PictureWords } from './pictureWords.ts';
import type { SeenMoment } from './seenCycle.ts';
import { rounded, type Svg, tag } from './svg.ts';
import { type Font, textWidth } from './wrapText.ts';

/** The levels, the gravest first. */
export const LEVELS: readonly MomentLevel[] = ['critical', 'watch', 'ordinary', 'not-assessed'];

/** What a level is called in a picture. */
export function wordOf(level: MomentLevel, words: PictureWords): string {
  return level === 'not-assessed' ? words.notAssessed : words[level];
}

/**
 * The mark of a moment: each level has a shape of its own besides its colour, a diamond, a square, a circle and
 * one that is broken.
 */
export function mark(
  level: MomentLevel | undefined,
  x: number,
  y: number,
  radius: number,
  number?: number,
): Svg {
  const name = level ?? 'ordinary';
  const text = number === undefined ? '' : numberIn(number, name, x, y, radius);
  switch (name) {
    case 'critical':
      return tag('path', { class: name, d: diamond(x, y, 1.28 * radius) }) + text;
    case 'watch':
      return (
        tag('rect', {
          class: name,
          x: x - 0.92 * radius,
          y: y - 0.92 * radius,
          width: 1.84 * radius,
          height: 1.84 * radius,
        }) + text
      );
    case 'ordinary':
    case 'not-assessed':
      return tag('circle', { class: name, cx: x, cy: y, r: radius }) + text;
  }
}

/** The number in a mark, where there is room for it. */
function numberIn(number: number, level: MomentLevel, x: number, y: number, radius: number): Svg {
  const font: Font = { size: Math.min(12, radius), isBold: true };
  const room = level === 'critical' ? 1.7 * radius : 1.75 * radius;
  if (font.size < 8.5 || textWidth(String(number), font) > room) return '';
  return tag(
    'text',
    {
      x,
      y: y + 0.36 * font.size,
      class: `${level === 'critical' ? 'on-critical ' : ''}bold`,
      'font-size': font.size,
      'font-weight': 'bold',
      'text-anchor': 'middle',
    },
    String(number),
  );
}

/** The mark of a strength: a star. */
export function star(x: number, y: number, radius: number): Svg {
  const points = Array.from({ length: 10 }, (_, corner) => {
    const reach = corner % 2 === 0 ? radius : 0.42 * radius;
    const angle = (corner * Math.PI) / 5;
    return `${rounded(x + reach * Math.sin(angle))},${rounded(y - reach * Math.cos(angle))}`;
  });
  return tag('polygon', { class: 'strength', points: points.join(' ') });
}

/** What else than its shape tells of a moment: the words of a grave level, and of a strength. */
export function remarkOf({ level, isStrength }: SeenMoment, words: PictureWords): string {
  const grave = level === undefined || level === 'ordinary' ? [] : [wordOf(level, words)];
  return [...grave, ...(isStrength ? [words.strength] : [])].join(' · ');
}

function diamond(x: number, y: number, reach: number): string {
  return `M${rounded(x)} ${rounded(y - reach)}L${rounded(x + reach)} ${rounded(y)}L${rounded(x)} ${rounded(y + reach)}L${rounded(x - reach)} ${rounded(y)}Z`;
}
