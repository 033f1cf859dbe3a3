import { LEVELS, mark, star, wordOf } from './marks.ts';
import { COLOURS, type ColourName } from './palette.ts';
import type { SeenCycle } from './seenCycle.ts';
import { block, escapeXml, rounded, type Svg, tag } from './svg.ts';
import { textWidth } from './wrapText.ts';

/** The room around a picture, in pixels. */
export const MARGIN = 20;

/** From this width on, what names things stands beside them and not above or below. */
export const BESIDE_FROM = 640;

/** The size of texts, in pixels. */
export const TEXT = 14;

/** The size of what is said beside them. */
export const SMALL = 12.5;

/** A piece of a picture, with how high it is. */
export interface Piece {
  /** The piece. */
  readonly svg: Svg;
  /** How high it is, in pixels. */
  readonly height: number;
}

/** A whole picture. */
export function frame(
  { width, theme }: Pick<SeenCycle, 'width' | 'theme'>,
  {
    title,
    description,
    body,
    height,
  }: {
    readonly title: string;
    readonly description: string;
    readonly body: readonly Svg[];
    readonly height: number;
  },
): Svg {
  const size = { width: rounded(width), height: rounded(height) };
  return `${tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${size.width} ${size.height}`,
      ...size,
      role: 'img',
      class: 'service-cycle-picture',
    },
    [
      '',
      tag('title', {}, escapeXml(title)),
      tag('desc', {}, escapeXml(description)),
      tag('style', {}, styleOf(theme)),
      tag('rect', { class: 'paper', width: '100%', height: '100%', rx: 6 }),
      ...body.filter((piece) => piece !== ''),
      '',
    ].join('\n'),
  )}\n`;
}

/** The marks that a picture has, with what they stand for and how many there are. */
export function legend(
  { moments, words, width }: SeenCycle,
  left: number,
  top: number,
  right: number = width - MARGIN,
): Piece {
  const count = (holds: (moment: (typeof moments)[number]) => boolean): number =>
    moments.filter(holds).length;
  const entries = [
    ...LEVELS.map((level) => ({
      label: wordOf(level, words),
      count: count((moment) => moment.level === level),
      draw: (x: number, y: number) => mark(level, x, y, 7),
    })),
    {
      label: words.strength,
      count: count(({ isStrength }) => isStrength),
      draw: (x: number, y: number) => star(x, y, 8),
    },
  ].filter((entry) => entry.count > 0);
  const isKnown = moments.some(({ level }) => level !== undefined);
  const shown = isKnown ? entries : [];
  let x = left;
  let y = top;
  const svg = shown.map(({ label, count: many, draw }) => {
    const text = block(`${label}: ${many}`, right - left - 26, { size: SMALL }, 1);
    const wide = 26 + textWidth(text.lines[0] ?? '', { size: SMALL });
    if (x > left && x + wide > right) {
      x = left;
      y += 24;
    }
    const drawn = draw(x + 10, y + 10) + text.draw(x + 24, y + 1.5);
    x += wide + 14;
    return drawn;
  });
  return { svg: svg.join('\n'), height: shown.length === 0 ? 0 : y - top + 24 };
}

/** What is to be said under a picture, in full lines. */
export function notes(texts: readonly string[], width: number, left: number, top: number): Piece {
  let y = top;
  const svg = texts
    .filter((text) => text !== '')
    .map((text) => {
      const lines = block(text, width - left - MARGIN, { size: SMALL, look: 'muted' }, 4);
      const drawn = lines.draw(left, y);
      y += lines.height + 4;
      return drawn;
    });
  return { svg: svg.join('\n'), height: y - top };
}

/** How many moments are left out, by level: `Not listed: 440 (420 ordinary, 20 not assessed)`. */
export function leftOutNote(left: SeenCycle['moments'], { words }: SeenCycle): string {
  if (left.length === 0) return '';
  const parts = LEVELS.flatMap((level) => {
    const many = left.filter((moment) => moment.level === level).length;
    return many === 0 ? [] : [`${many} ${wordOf(level, words)}`];
  });
  const inParts = parts.length === 0 ? '' : ` (${parts.join(', ')})`;
  return `${words.leftOut}: ${left.length}${inParts}`;
}

/** A picture in words: how many moments, and which of them stand out. */
export function described({ moments, stretches, hasStages, words }: SeenCycle, also = ''): string {
  const named = (holds: (moment: (typeof moments)[number]) => boolean, word: string): string => {
    const found = moments.filter(holds);
    if (found.length === 0) return '';
    const names = found.slice(0, 12).map(({ number, name }) => `${number} ${name.slice(0, 80)}`);
    const rest = found.length > names.length ? `; +${found.length - names.length}` : '';
    return `${word}: ${names.join('; ')}${rest}.`;
  };
  return [
    `${words.moments}: ${moments.length}.`,
    hasStages
      ? `${stretches
          .slice(0, 30)
          .map(({ name }) => name.slice(0, 80))
          .join(' → ')}.`
      : '',
    ...LEVELS.map((level) => {
      const many = moments.filter((moment) => moment.level === level).length;
      if (level === 'ordinary') return many === 0 ? '' : `${words.ordinary}: ${many}.`;
      return named((moment) => moment.level === level, wordOf(level, words));
    }),
    named(({ isStrength }) => isStrength, words.strength),
    also,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** What each class looks like: properties, and the colours that they have. */
const LOOKS: readonly (readonly [selector: string, property: string, colour: ColourName])[] = [
  ['text', 'fill', 'ink'],
  ['.paper', 'fill', 'paper'],
  ['.muted', 'fill', 'muted'],
  ['.on-stage', 'fill', 'on-stage'],
  ['.on-critical', 'fill', 'on-critical'],
  ['.stage', 'fill', 'stage'],
  ['.other-stage', 'fill', 'other-stage'],
  ['.line', 'stroke', 'line'],
  ['.tip', 'fill', 'line'],
  ['.critical', 'fill', 'critical'],
  ['.critical', 'stroke', 'paper'],
  ['.watch', 'fill', 'watch'],
  ['.watch', 'stroke', 'watch-edge'],
  ['.ordinary', 'fill', 'ordinary'],
  ['.ordinary', 'stroke', 'ordinary-edge'],
  ['.not-assessed', 'fill', 'paper'],
  ['.not-assessed', 'stroke', 'muted'],
  ['.tick-critical', 'stroke', 'critical'],
  ['.tick-watch', 'stroke', 'watch-edge'],
  ['.tick-ordinary', 'stroke', 'ordinary-edge'],
  ['.tick-not-assessed', 'stroke', 'muted'],
  ['.strength', 'fill', 'strength'],
];

/** Each colour stands plainly first, for readers that know no variables. */
function styleOf(theme: 'auto' | 'light' | 'dark'): string {
  const root = '.service-cycle-picture';
  const variables = (place: 0 | 1): string =>
    `${root}{${Object.entries(COLOURS)
      .map(([name, colours]) => `--${name}:${colours[place]}`)
      .join(';')}}`;
  const plainly = theme === 'dark' ? 1 : 0;
  const rules = LOOKS.map(
    ([selector, property, colour]) =>
      `${root} ${selector}{${property}:${COLOURS[colour][plainly]};${property}:var(--${colour})}`,
  );
  return [
    '',
    variables(plainly),
    ...(theme === 'auto' ? [`@media (prefers-color-scheme:dark){${variables(1)}}`] : []),
    `${root} text{font-family:system-ui,sans-serif}`,
    `${root} .line{fill:none;stroke-width:1.5}`,
    `${root} .dashed{stroke-dasharray:6 5}`,
    `${root} .thin{stroke-width:.6}`,
    `${root} .watch{stroke-width:2.5}`,
    `${root} .ordinary{stroke-width:1.5}`,
    `${root} .not-assessed{stroke-width:1.8;stroke-dasharray:3 2.5}`,
    ...rules,
    '',
  ].join('\n');
}
