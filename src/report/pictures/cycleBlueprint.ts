import type { Cycle } from '../../model/cycle.ts';
import type { CycleIds } from '../../model/ids.ts';
import { checkShape } from '../../shared/shape.ts';
import { nameOf } from '../plainText.ts';
import { type BlueprintCells, blueprintCells } from './blueprintCells.ts';
import {
  BESIDE_FROM,
  described,
  frame,
  leftOutNote,
  legend,
  MARGIN,
  notes,
  type Piece,
  SMALL,
  TEXT,
} from './frame.ts';
import { mark, remarkOf, star } from './marks.ts';
import type { PictureOptions } from './pictureOptions.ts';
import type { PictureWords } from './pictureWords.ts';
import { type SeenCycle, type SeenMoment, seenCycle } from './seenCycle.ts';
import { type Block, block, lineHeight, type Svg, tag } from './svg.ts';
import { textWidth } from './wrapText.ts';

/** What `cycleBlueprint` takes besides the cycle. */
export interface BlueprintOptions<Ids extends CycleIds = CycleIds> extends PictureOptions<Ids> {
  /**
   * The cycles of internal customers whose moments stand behind those of this one, as their `supports` say: they are
   * the back stage. Where none supports a moment, the area that answers for it stands there.
   */
  readonly supporting?: readonly Cycle[];
}

/** So many moments are drawn; a blueprint of more is drawn stage by stage. */
const DRAWN = 60;

/** The least room for a moment, and the padding of its cell. */
const COLUMN = 132;
const PAD = 8;

/**
 * The cycle as a service blueprint, an SVG picture: moments from left to right in their stages, and under each one
 * the lanes of the method: what the customer lives through, the channel, beyond the line of interaction whom the
 * customer meets, beyond the line of visibility who stands behind it, and the standards that are held against it,
 * waits first. Critical moments, strengths and what is not assessed are marked as in `cycleWheel`.
 *
 * What does not fit side by side goes on below. The first 60 moments are drawn and the others counted: for a longer
 * cycle draw its stages one by one. Texts that are cut end with `…`, which is said; numbers are never cut.
 *
 * @param cycle - the cycle
 * @param options - what was detected, the cycles behind it, the width and words
 * @returns the text of an SVG document with `title` and `desc`
 * @throws ServiceCycleError `invalid-argument` when a cycle is none or an option is outside its range
 * @example
 * const stay = defineCycle({
 *   id: 'stay',
 *   name: 'A night',
 *   moments: [{ id: 'greet', name: 'Is greeted', contact: 'staff', channel: 'front desk' }],
 *   requirements: [{ id: 'soon', statement: 'Soon', moments: ['greet'], source: { kind: 'expectation' }, standards: [
 *     { id: 'in-60', measure: 'Wait', unit: 'seconds', operator: '<=', threshold: 60, requiredShare: 0.9 },
 *   ] }],
 * });
 * const texts = cycleBlueprint(stay, { words: englishPictures }).matchAll(/<text[^>]*>([^<]*)/g);
 * Array.from(texts, ([, text]) => text);
 * // => ['A night', 'Customer', '1', 'Is greeted', 'Channel', 'front desk', 'line of interaction', 'Front stage',
 * // 'staff, face to face', 'line of visibility', 'Back stage', '–', 'Waits and', 'standards',
 * // '≤ 60 seconds, 90% of cases', 'Wait']
 * @see Shostack (1984), Harvard Business Review 62(1), 133-139; Bitner, Ostrom, Morgan (2008), California Management
 * Review 50(3), 66-94
 */
export function cycleBlueprint<Ids extends CycleIds>(
  cycle: Cycle<Ids>,
  options: BlueprintOptions<NoInfer<Ids>>,
): string {
  const seen = seenCycle(cycle, options, ['supporting']);
  const { supporting = [] } = options;
  checkShape('supporting', supporting, [
    {
      id: 'text',
      moments: [{ id: 'text' }],
      'supports?': [{ moment: 'text', cycle: 'text', of: 'text' }],
    },
  ]);
  const [internal] = supporting;
  const { width, words, name, moments } = seen;
  const title = block(name, width - 2 * MARGIN, { size: 18, isBold: true }, 3);
  const marks = legend(seen, MARGIN, MARGIN + title.height + 8);
  const shown = moments.slice(0, DRAWN);
  // Where there is little room, a lane's name stands over it and not beside it.
  const labels = width < BESIDE_FROM ? 0 : Math.min(128, 0.16 * width);
  const room = width - 2 * MARGIN - labels;
  const bands = Math.max(1, Math.ceil(shown.length / Math.max(1, Math.floor(room / COLUMN))));
  const columns = Math.max(1, Math.ceil(shown.length / bands));
  const columnWidth = Math.min(room / columns, 320);
  const cells = blueprintCells(cycle, seen, supporting, columnWidth - 2 * PAD);
  const body: Svg[] = [title.draw(MARGIN, MARGIN), marks.svg];
  let y = MARGIN + title.height + 8 + marks.height + 6;
  let isCut = title.isCut;
  for (let from = 0; from < shown.length; from += columns) {
    const band = bandOf(shown.slice(from, from + columns), seen, cells, {
      labels,
      columnWidth,
      top: y,
    });
    body.push(band.svg);
    isCut ||= band.isCut;
    y += band.height + 22;
  }
  const under = notes(
    [
      moments.length === 0 ? `${words.moments}: 0` : '',
      internal === undefined || supporting.length > 1
        ? ''
        : `${words.backStage}: ${nameOf(internal, seen.language)}`,
      leftOutNote(moments.slice(DRAWN), seen),
      isCut ? words.shortened : '',
    ],
    width,
    MARGIN,
    y,
  );
  return frame(seen, {
    title: `${name}: ${words.blueprint}`,
    description: described(seen),
    body: [...body, under.svg],
    height: y + under.height + MARGIN - 12,
  });
}

/** Moments side by side, with their lanes. */
function bandOf(
  moments: readonly SeenMoment[],
  seen: SeenCycle,
  cells: BlueprintCells,
  {
    labels,
    columnWidth,
    top,
  }: { readonly labels: number; readonly columnWidth: number; readonly top: number },
): Piece & { readonly isCut: boolean } {
  const { words } = seen;
  const left = MARGIN + labels;
  const right = left + columnWidth * moments.length;
  const body: Svg[] = [];
  let y = top;
  let isCut = false;
  if (seen.hasStages) {
    const stages = stagesOver(moments, seen, columnWidth, left, y);
    body.push(stages.svg);
    y += stages.height + 6;
  }
  const lane = (label: string, of: (moment: SeenMoment) => readonly Block[]): void => {
    const isBeside = labels > 0;
    const nameWidth = isBeside ? labels - 12 : right - MARGIN;
    const name = block(label, nameWidth, { size: SMALL, isBold: true }, 4);
    const over = isBeside ? 0 : name.height + 4;
    const columns = moments.map(of);
    const height = over + Math.max(isBeside ? name.height : 0, ...columns.map(heightOf));
    body.push(name.draw(MARGIN + (isBeside ? 0 : PAD), y + PAD));
    for (const [place, blocks] of columns.entries()) {
      let inner = y + PAD + over;
      for (const each of blocks) {
        body.push(each.draw(left + columnWidth * place + PAD, inner));
        inner += each.height + 4;
        isCut ||= each.isCut;
      }
    }
    y += height + 2 * PAD;
  };
  const line = (label: string): void => {
    const text = block(label, right - MARGIN, { size: 11.5, look: 'muted' }, 1);
    body.push(
      tag('path', { class: 'line dashed', d: `M${MARGIN} ${Math.round(y)}H${Math.round(right)}` }),
      text.draw(MARGIN + (labels > 0 ? 0 : PAD), y + 3),
    );
    y += text.height + 2;
  };
  const customerTop = y;
  lane(words.customer, (moment) => customerBlocks(moment, columnWidth - 2 * PAD, words));
  lane(words.channel, cells.channel);
  line(words.lineOfInteraction);
  lane(words.frontStage, cells.frontStage);
  line(words.lineOfVisibility);
  lane(words.backStage, cells.backStage);
  body.push(tag('path', { class: 'line', d: `M${MARGIN} ${Math.round(y)}H${Math.round(right)}` }));
  lane(words.standards, cells.standards);
  // Thin lines part the moments.
  for (let place = 0; place <= moments.length; place += 1) {
    const x = Math.round(left + columnWidth * place);
    body.push(
      tag('path', { class: 'line thin', d: `M${x} ${Math.round(customerTop)}V${Math.round(y)}` }),
    );
  }
  return { svg: body.filter((piece) => piece !== '').join('\n'), height: y - top, isCut };
}

function heightOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { height }) => sum + height + 4, -4);
}

/** The moment itself: its mark and number on a line, then its name, and what stands out in words. */
function customerBlocks(moment: SeenMoment, width: number, words: PictureWords): readonly Block[] {
  const number = block(String(moment.number), 60, { size: SMALL, look: 'muted' }, 1);
  const name = block(moment.name, width, { size: TEXT }, 7);
  const remark = block(remarkOf(moment, words), width, { size: SMALL, look: 'muted' }, 2);
  const numberWidth = textWidth(number.lines[0] ?? '', { size: SMALL });
  const head: Block = {
    ...number,
    height: lineHeight(TEXT),
    draw: (x, y) =>
      mark(moment.level, x + 9, y + 9, 7.5) +
      number.draw(x + 24, y + 1) +
      (moment.isStrength ? star(x + 24 + numberWidth + 14, y + 9, 7.5) : ''),
  };
  return remark.height === 0 ? [head, name] : [head, name, remark];
}

/** The stages of these moments, each over its own. */
function stagesOver(
  moments: readonly SeenMoment[],
  { stretches }: SeenCycle,
  columnWidth: number,
  left: number,
  top: number,
): Piece {
  const spans: { place: number; first: number; many: number }[] = [];
  for (const [column, moment] of moments.entries()) {
    const place = stretches.findIndex((stretch) => stretch.moments.includes(moment));
    const open = spans.at(-1);
    if (open?.place === place) open.many += 1;
    else spans.push({ place, first: column, many: 1 });
  }
  const drawn = spans.map(({ place, first, many }) => {
    const { letter = '', name = '' } = stretches[place] ?? {};
    const text = block(
      letter === '' ? name : `${letter}  ${name}`,
      columnWidth * many - 2 * PAD,
      { size: TEXT, isBold: true, look: 'on-stage' },
      3,
    );
    return { place, first, many, text };
  });
  const height = Math.max(...drawn.map(({ text }) => text.height)) + 10;
  const svg = drawn.map(({ place, first, many, text }) => {
    const x = left + columnWidth * first;
    const box = tag('rect', {
      class: place % 2 === 0 ? 'stage' : 'other-stage',
      x: x + 1,
      y: top,
      width: columnWidth * many - 2,
      height,
      rx: 3,
    });
    return box + text.draw(x + PAD, top + 5);
  });
  return { svg: svg.join('\n'), height };
}
