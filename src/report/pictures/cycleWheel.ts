import type { Cycle } from '../../model/cycle.ts';
import type { CycleIds } from '../../model/ids.ts';
import {
  BESIDE_FROM,
  described,
  frame,
  leftOutNote,
  legend,
  MARGIN,
  notes,
  TEXT,
} from './frame.ts';
import { mark, star } from './marks.ts';
import { type Cut, momentList } from './momentList.ts';
import type { PictureOptions } from './pictureOptions.ts';
import { type SeenCycle, type SeenMoment, type Stretch, seenCycle } from './seenCycle.ts';
import { type Block, block, rounded, type Svg, tag } from './svg.ts';
import { textWidth } from './wrapText.ts';

/** How thick the ring of stages is. */
const RING = 24;

/**
 * The cycle as a wheel, an SVG picture: stages as arcs, moments in their order clockwise, from the top and back to
 * it. Critical moments are diamonds, those to watch squares, ordinary ones circles, and what nobody assessed is a
 * broken circle; strengths have a star. A list beside the wheel, or below it where the picture is narrow, names
 * them by number.
 *
 * Of more than 60 moments the list names those that stand out; what it leaves out is counted below. Where there
 * is no room for numbers some are marked, and where there is none for marks they are lines, the graver the longer.
 * The picture needs nothing from outside, runs nothing and has no ids, so that several stand on one page.
 *
 * @param cycle - the cycle
 * @param options - what was detected, the width and words
 * @returns the text of an SVG document with `title` and `desc`
 * @throws ServiceCycleError `invalid-argument` when the cycle is none or an option is outside its range
 * @example
 * const stay = defineCycle({
 *   id: 'stay',
 *   name: 'A night',
 *   stages: [{ id: 'in', name: 'Arriving' }, { id: 'out', name: 'Leaving' }],
 *   moments: [
 *     { id: 'greet', name: 'Is greeted', stage: 'in', contact: 'staff' },
 *     { id: 'bill', name: 'Pays', stage: 'out', contact: 'staff', declaredCritical: { because: 'it is money' } },
 *   ],
 * });
 * const picture = cycleWheel(stay, { words: englishPictures, criticalMoments: detectCriticalMoments(stay) });
 * /<desc>(.*)<\/desc>/.exec(picture)?.[1];
 * // => 'Moments: 2. Arriving → Leaving. critical: 2 Pays. to watch: 1 Is greeted.'
 */
export function cycleWheel<Ids extends CycleIds>(
  cycle: Cycle<Ids>,
  options: PictureOptions<NoInfer<Ids>>,
): string {
  const seen = seenCycle(cycle, options);
  const { width, words, name } = seen;
  const isBeside = width >= BESIDE_FROM;
  const inner = width - 2 * MARGIN;
  const diameter = Math.min(isBeside ? 0.46 * width : inner, 520);
  const wheel = wheelOf(seen, isBeside ? MARGIN + diameter / 2 : width / 2, diameter);
  const left = isBeside ? 2 * MARGIN + diameter : MARGIN;
  const wheelEnd = MARGIN + diameter;
  const marks = isBeside
    ? legend(seen, MARGIN, wheelEnd + 14, MARGIN + diameter)
    : legend(seen, MARGIN, wheelEnd + 14);
  const underWheel = wheelEnd + 14 + marks.height;
  const list = momentList(
    seen,
    left,
    isBeside ? MARGIN : underWheel + 8,
    width - MARGIN - left,
    isBeside ? underWheel - MARGIN : 0,
  );
  const end = Math.max(underWheel, (isBeside ? MARGIN : underWheel + 8) + list.height);
  const under = notes(
    [
      leftOutNote(list.leftOut, seen),
      seen.emptyStages.length === 0
        ? ''
        : `${words.emptyStages}: ${seen.emptyStages.slice(0, 20).join(', ')}`,
      wheel.isCut || list.isCut ? words.shortened : '',
    ],
    width,
    MARGIN,
    end + 8,
  );
  return frame(seen, {
    title: `${name}: ${words.wheel}`,
    description: described(seen),
    body: [wheel.svg, marks.svg, list.svg, under.svg],
    height: end + 8 + under.height + MARGIN - 4,
  });
}

function wheelOf(seen: SeenCycle, centreX: number, diameter: number): Cut {
  const { moments, stretches, hasStages, words } = seen;
  const centreY = MARGIN + diameter / 2;
  const outer = diameter / 2;
  const inside = hasStages ? outer - RING - 6 : outer - 2;
  const count = Math.max(1, moments.length);
  // The marks lie on a ring that is narrower by as much as they are large.
  const size = Math.min(15, inside / (1.28 + count / (2 * Math.PI * 0.38)));
  const isTicks = size < 3;
  const middle = isTicks ? inside - 15 : inside - 1.28 * size;
  const gap = Math.min(0.4, Math.max(0.16, (2 * Math.PI) / (count + 1)));
  const step = (2 * Math.PI - gap) / count;
  const angleOf = (place: number): number => gap / 2 + (place + 0.5) * step;
  const at = (angle: number, radius: number): readonly [x: number, y: number] => [
    centreX + radius * Math.sin(angle),
    centreY - radius * Math.cos(angle),
  ];
  const point = (angle: number, radius: number): string => at(angle, radius).map(rounded).join(' ');

  let first = 0;
  const arcs = hasStages
    ? stretches.map((stretch, place) => {
        const from = angleOf(first) - step / 2;
        first += stretch.moments.length;
        const to = from + stretch.moments.length * step;
        const space = Math.min(0.012, (to - from) / 8);
        return stretch.letter === ''
          ? ''
          : arc(stretch, place, [from + space, to - space], outer, point, at);
      })
    : [];

  const ring = isTicks ? inside - 22 : middle;
  const back = `M${point(-gap / 2 + 0.02, ring)}A${rounded(ring)} ${rounded(ring)} 0 0 1 ${point(gap / 2 - 0.03, ring)}`;
  const [tipX, tipY] = at(0, ring);
  const body: Svg[] = [
    ...arcs,
    tag('circle', { class: 'line', cx: centreX, cy: centreY, r: ring }),
    tag('path', { class: 'line', d: back }),
    // The cycle goes on clockwise, and from the last moment to the first.
    tag('polygon', {
      class: 'tip',
      points: `${rounded(tipX - 5)},${rounded(tipY - 6)} ${rounded(tipX + 7)},${rounded(tipY)} ${rounded(tipX - 5)},${rounded(tipY + 6)}`,
    }),
  ];
  const every = size >= 8.5 ? 0 : moments.length <= 120 ? 10 : 50;
  for (const [place, moment] of moments.entries()) {
    const angle = angleOf(place);
    const [x, y] = at(angle, middle);
    body.push(
      isTicks ? tick(moment, angle, inside, point) : mark(moment.level, x, y, size, moment.number),
    );
    if (moment.isStrength) {
      const [starX, starY] = at(angle, ring - (isTicks ? 8 : size + 9));
      body.push(star(starX, starY, Math.min(7.5, Math.max(4, size))));
    }
    if (every > 0 && moment.number % every === 0) {
      const [textX, textY] = at(angle, ring - (isTicks ? 12 : size + 14) - 12);
      body.push(
        tag(
          'text',
          {
            x: textX,
            y: textY + 4,
            class: 'muted',
            'font-size': 11,
            'text-anchor': 'middle',
          },
          String(moment.number),
        ),
      );
    }
  }

  const clear = ring - (every > 0 ? 52 : 1.28 * size + 22);
  const title = centredTitle(seen.name, 1.55 * clear);
  const counted = block(
    `${words.moments}: ${moments.length}`,
    1.5 * clear,
    { size: TEXT, look: 'muted', at: 'middle' },
    2,
  );
  const top = centreY - (title.height + counted.height + 6) / 2;
  body.push(title.draw(centreX, top), counted.draw(centreX, top + title.height + 6));
  return { svg: body.join('\n'), height: diameter, isCut: title.isCut };
}

/** A name in the middle of the wheel, as large as it stands there whole, in few lines and without broken words. */
function centredTitle(name: string, width: number): Block {
  const sizes = [18, 16, 14, 12.5];
  const set = (size: number): Block =>
    block(name, width, { size, isBold: true, at: 'middle' }, size > 14 ? 5 : 6);
  const fits = (size: number): boolean =>
    !set(size).isCut &&
    name.split(' ').every((word) => textWidth(word, { size, isBold: true }) <= width);
  const few = sizes.find((size) => fits(size) && set(size).lines.length <= 3);
  return set(few ?? sizes.find(fits) ?? 14);
}

/** The arc of a stage, with its letter where there is room. */
function arc(
  { letter }: Stretch,
  place: number,
  [from, to]: readonly [from: number, to: number],
  outer: number,
  point: (angle: number, radius: number) => string,
  at: (angle: number, radius: number) => readonly [x: number, y: number],
): Svg {
  const inner = outer - RING;
  const isLong = to - from > Math.PI ? 1 : 0;
  const ring = (radius: number, turn: 0 | 1): string =>
    `A${rounded(radius)} ${rounded(radius)} 0 ${isLong} ${turn} `;
  const path = tag('path', {
    class: place % 2 === 0 ? 'stage' : 'other-stage',
    d: `M${point(from, outer)}${ring(outer, 1)}${point(to, outer)}L${point(to, inner)}${ring(inner, 0)}${point(from, inner)}Z`,
  });
  const size = 13;
  if ((to - from) * (outer - RING) < textWidth(letter, { size, isBold: true }) + 4) return path;
  const [x, y] = at((from + to) / 2, outer - RING / 2);
  return (
    path +
    tag(
      'text',
      {
        x,
        y: y + 0.36 * size,
        class: 'on-stage bold',
        'font-size': size,
        'font-weight': 'bold',
        'text-anchor': 'middle',
      },
      letter,
    )
  );
}

/** A moment as a line, where there is no room for a mark: the graver the longer. */
function tick(
  { level = 'ordinary' }: SeenMoment,
  angle: number,
  inside: number,
  point: (angle: number, radius: number) => string,
): Svg {
  const reach = { critical: 22, watch: 14, ordinary: 7, 'not-assessed': 7 }[level];
  return tag('path', {
    class: `tick-${level}`,
    d: `M${point(angle, inside - 22)}L${point(angle, inside - 22 + reach)}`,
    'stroke-width': level === 'critical' ? 2 : 1.2,
    'stroke-dasharray': level === 'not-assessed' ? '2 1.5' : undefined,
  });
}
